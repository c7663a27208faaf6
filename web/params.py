"""A URL's query string to a SearchRequest and back: the only place that knows the parameters' names.

``parse(build(request))`` is the request again, for every request that validates.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import cast
from urllib.parse import parse_qsl, urlencode

from search.days import day_range
from search.page import Remark
from search.request import FILTERS, Filter, InvalidRequest, SearchRequest, Sort, View

Query = str | bytes | Mapping[str, Sequence[str]]

MAX_FIELDS = 200  # name=value pairs; a form of every facet's boxes has fewer
MAX_FILTERS = 50  # values chosen or excluded
MAX_VALUE = 200  # characters of one such value; the longest names of bodies have some 120
MAX_ECHO = 60  # characters of a bad value repeated in a message

SINGLE = ("q", "view", "from", "to", "sort", "page", "page_size")
FILTER_NAMES = {sign + name: (name, bool(sign)) for name in FILTERS for sign in ("", "-")}
NAMES = (*SINGLE, *FILTER_NAMES)
PLAIN = SearchRequest()

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_NUMBER = re.compile(r"[+-]?[0-9]{1,12}")


def parse(query: Query, plain: SearchRequest = PLAIN) -> tuple[SearchRequest, tuple[Remark, ...]]:
    """Read a URL's query string (what follows "?", still percent-encoded), or its values by name.

    ``plain`` has what holds where a parameter is left out: a feed has an order and a length of its own.
    Returns the request, validated, and remarks on what was ignored or mended: unknown parameters, one
    given twice, control characters. Raises InvalidRequest naming the parameter at fault.
    """
    remarks: list[Remark] = []
    fields = _once(_pairs(query, remarks), remarks)
    given = dict(fields)
    request = SearchRequest(
        q=given.get("q", ""),
        view=cast(View, given.get("view", plain.view)),
        filters=_filters(fields),
        start=_day(given.get("from"), "from"),
        end=_day(given.get("to"), "to"),
        sort=cast(Sort, given.get("sort", plain.sort)),
        page=_number(given.get("page"), "page", plain.page),
        page_size=_number(given.get("page_size"), "page_size", plain.page_size),
    )
    return request.validate(), tuple(remarks)


def build(request: SearchRequest, plain: SearchRequest = PLAIN) -> str:
    """Return the query string of a request, without "?"; what is left out is as ``plain`` has it."""
    return urlencode(pairs(request, plain))


def pairs(request: SearchRequest, plain: SearchRequest = PLAIN) -> list[tuple[str, str]]:
    """Return the parameters of a request, decoded, in the order of its address."""
    given = [
        ("q", request.q, plain.q),
        ("view", request.view, plain.view),
        *((("-" if f.excluded else "") + f.facet, f.value, None) for f in request.filters),
        ("from", request.start, plain.start),
        ("to", request.end, plain.end),
        ("sort", request.sort, plain.sort),
        ("page", request.page, plain.page),
        ("page_size", request.page_size, plain.page_size),
    ]
    return [(name, str(value)) for name, value, default in given if value != default]


def _pairs(query: Query, remarks: list[Remark]) -> list[tuple[str, str]]:
    """Return the known parameters with a value, cleaned, in their order; remark on the others."""
    if isinstance(query, Mapping):
        query = urlencode(query, doseq=True)
    text = query.decode("utf-8", "replace") if isinstance(query, bytes) else query
    try:
        raw = parse_qsl(text, keep_blank_values=True, max_num_fields=MAX_FIELDS)
    except ValueError:
        message = f"The address has more than {MAX_FIELDS} parameters."
        raise InvalidRequest(message, "q", costly=True) from None
    for name in dict.fromkeys(name for name, _ in raw if name not in NAMES):
        message = f"There is no parameter “{echo(name)}”; it was ignored."
        remarks.append(Remark(message=message, parameter=echo(name)))
    known = [(name, value) for name, value in raw if name in NAMES]
    cleaned = [(name, _CONTROL.sub(" ", value).strip()) for name, value in known]
    for name in dict.fromkeys(name for name, value in known if _CONTROL.search(value)):
        remarks.append(Remark(message="Control characters were read as spaces.", parameter=name))
    return [(name, value) for name, value in cleaned if value]


def _once(pairs: list[tuple[str, str]], remarks: list[Remark]) -> list[tuple[str, str]]:
    """Keep the first of each parameter that may stand once only; remark on the others."""
    kept: dict[tuple[str, str], None] = {}
    seen: set[str] = set()
    for name, value in pairs:
        if name in SINGLE and name in seen:
            remarks.append(Remark(message=f"{name} was given twice; the first was used.", parameter=name))
        else:
            kept[name, value] = None
        seen.add(name)
    return list(kept)


def _filters(fields: Iterable[tuple[str, str]]) -> tuple[Filter, ...]:
    filters = []
    for name, value in fields:
        if name in FILTER_NAMES:
            if len(value) > MAX_VALUE:
                message = f"A value of {name} has {len(value):,} characters. Use {MAX_VALUE} at most."
                raise InvalidRequest(message, name)
            facet, excluded = FILTER_NAMES[name]
            filters.append(Filter(facet, value, excluded))
    if len(filters) > MAX_FILTERS:
        message = f"{len(filters)} filter values are too many. Use {MAX_FILTERS} at most."
        raise InvalidRequest(message, filters[MAX_FILTERS].facet, costly=True)
    return tuple(filters)


def _day(value: str | None, name: str) -> dt.date | None:
    """Read a day; a year or a month stands for its first day in ``from``, for its last in ``to``."""
    if value is None:
        return None
    try:
        if ".." in value:
            raise ValueError("a range is two parameters")
        return day_range(value)[0 if name == "from" else 1]
    except ValueError:
        message = f"{name} “{echo(value)}” is no date. Write it as 2025-04-03."
        raise InvalidRequest(message, name) from None


def _number(value: str | None, name: str, default: int) -> int:
    if value is None:
        return default
    if not _NUMBER.fullmatch(value):
        raise InvalidRequest(f"{name} “{echo(value)}” is no whole number we can use.", name)
    return int(value)


def echo(value: str) -> str:
    """Return a value as a message repeats it: its beginning where it is long."""
    return value if len(value) <= MAX_ECHO else value[:MAX_ECHO] + "…"
