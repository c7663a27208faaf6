"""What a request chooses beside its words → ids for names, and a node of the query tree for each facet."""

from __future__ import annotations

from dataclasses import replace

from index.article import KINDS
from search.columns import Columns
from search.page import Remark
from search.query import Chosen, DateRange
from search.request import FILTERS, Filter, SearchRequest
from search.values import resolve


def resolved(columns: Columns, request: SearchRequest) -> tuple[SearchRequest, tuple[Remark, ...]]:
    """Return the request with ids in place of names, and a remark for each value nothing has.

    A name that several share ("Smith") becomes all of them; an unknown value stays as it is.
    """
    filters: list[Filter] = []
    remarks = []
    for chosen in request.filters:
        ids = resolve(columns, chosen.facet, chosen.value)
        if not ids:
            sign = "-" if chosen.excluded else ""
            remarks.append(unknown_value(chosen.facet, chosen.value, parameter=sign + chosen.facet))
        filters.extend(Filter(chosen.facet, value, chosen.excluded) for value in ids or (chosen.value,))
    found = tuple(dict.fromkeys(filters))
    return request if found == request.filters else replace(request, filters=found), tuple(remarks)


def unknown_value(facet: str, value: str, *, parameter: str) -> Remark:
    """Return the remark on a value no document has."""
    if facet == "implies":
        message = f"There is no verb here that implies “{value}”."
    elif facet == "kind":
        message = f"There is no kind “{value}”. There are {', '.join(KINDS[:-1])} and {KINDS[-1]}."
    else:
        message = f"There is no {facet} “{value}” here."
    return Remark(message=message, parameter=parameter)


def conditions(request: SearchRequest) -> dict[str, Chosen | DateRange]:
    """Return for each facet in use, and "date", what was chosen; ids are expected."""
    found: dict[str, Chosen | DateRange] = {
        facet: Chosen(facet, request.chosen(facet), request.chosen(facet, excluded=True))
        for facet in FILTERS
        if any(chosen.facet == facet for chosen in request.filters)
    }
    if request.start or request.end:
        found["date"] = DateRange(request.start, request.end)
    return found
