"""What a request chooses beside its words → ids for names, and a mask for each facet."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce

import numpy as np

from search.arrays import Mask
from search.columns import Columns
from search.page import Remark
from search.request import FILTERS, FacetName, Filter, SearchRequest
from search.values import QUOTE_FIELDS, days_mask, resolve, values_mask


def resolved(columns: Columns, request: SearchRequest) -> tuple[SearchRequest, tuple[Remark, ...]]:
    """Return the request with ids in place of names, and a remark for each value nothing has.

    A name that several share ("Smith") becomes all of them; an unknown value stays as it is.
    """
    filters: list[Filter] = []
    remarks = []
    for chosen in request.filters:
        ids = resolve(columns, chosen.facet, chosen.value)
        if not ids:
            remarks.append(unknown_value(chosen.facet, chosen.value))
        filters.extend(replace(chosen, value=value) for value in ids or (chosen.value,))
    return replace(request, filters=tuple(dict.fromkeys(filters))), tuple(remarks)


def unknown_value(facet: str, value: str, *, parameter: str | None = None) -> Remark:
    """Return the remark on a value no document has."""
    return Remark(message=f"There is no {facet} {value!r} here.", parameter=parameter or facet)


def conditions(columns: Columns, request: SearchRequest) -> dict[str, Mask]:
    """Return for each facet in use, and "date", the leaves that meet what was chosen; ids are expected."""
    masks: dict[str, Mask] = {
        facet: _facet_mask(columns, request, facet)
        for facet in FILTERS
        if any(chosen.facet == facet for chosen in request.filters)
    }
    if request.start or request.end:
        masks["date"] = days_mask(columns, request.start, request.end)
    return masks


def _facet_mask(columns: Columns, request: SearchRequest, facet: FacetName) -> Mask:
    """Any of the chosen values and none of the excluded; of a quote's own values only quotes have any."""
    masks = []
    if chosen := request.chosen(facet):
        masks.append(values_mask(columns, request.view, facet, chosen))
    if excluded := request.chosen(facet, excluded=True):
        masks.append(~values_mask(columns, request.view, facet, excluded))
    if facet in QUOTE_FIELDS:
        masks.append(columns.quotes)
    return reduce(np.logical_and, masks)
