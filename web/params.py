"""A URL's query string to a SearchRequest and back: the only place that knows the parameters' names.

Their table is ``parameter_table``.
``parse(build(request))`` is the request again, for every request that validates.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import cast
from urllib.parse import parse_qsl, quote_plus, urlencode

from search.days import day_range
from search.page import Remark
from search.request import FILTERS, Counted, Filter, InvalidRequest, SearchRequest, Sort, View
from web.parameter_table import (
    CONTROLS,
    FACETS,
    FIND,
    MAX_FILTERS,
    MAX_VALUE,
    NONE,
    OF_FACETS,
    PARAMETERS,
    Parameter,
)
from web.short_texts import ShortTexts

Query = str | bytes | Mapping[str, Sequence[str]]
Fields = list[tuple[str, str]]

MAX_FIELDS = 200  # name=value pairs; a form of every facet's boxes has fewer
MAX_ECHO = 60  # characters of a bad value repeated in a message

_SPACES = re.compile(r"[\t-\r\x1c-\x1f\x85]+")
_CONTROL = re.compile(f"[{CONTROLS}]")
_NUMBER = re.compile(r"[+-]?[0-9]{1,12}")

_PLAIN = SearchRequest()
_FILTER_NAMES = {sign + name: (name, bool(sign)) for name in FILTERS for sign in ("", "-")}


def parse(
    query: Query, known: Sequence[Parameter] = PARAMETERS, plain: SearchRequest = _PLAIN
) -> tuple[SearchRequest, tuple[Remark, ...]]:
    """Read a URL's query string (what follows "?", still percent-encoded), or its values by name.

    ``plain`` has what holds where a parameter is left out: a feed has an order and a length of its own.

    Returns the request, validated, and remarks on what was ignored or mended: unknown parameters, one
    given twice, tabs and line ends. Raises InvalidRequest naming the parameter at fault.
    """
    fields, remarks = _read(query, known)
    return _request(fields, plain), remarks


def parse_list(
    query: Query, known: Sequence[Parameter] = OF_FACETS
) -> tuple[SearchRequest, str, tuple[Remark, ...]]:
    """Read the query string of a list of a facet's values: the request, what to find, the remarks."""
    fields, remarks = _read(query, known)
    return _request(fields), dict(fields).get(FIND.name, ""), remarks


def unread(query: Query) -> tuple[Remark, ...]:
    """Remark on every parameter of an address that takes none."""
    return _read(query, ())[1]


def build(request: SearchRequest, plain: SearchRequest = _PLAIN) -> str:
    """Return the query string of a request, without "?"; what is left out is as ``plain`` has it."""
    return "&".join([f"{name}={quoted(value)}" for name, value in pairs(request, plain)])


def pairs(request: SearchRequest, plain: SearchRequest = _PLAIN) -> Fields:
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
        *((FACETS.name, name, None) for name in _named(request, plain)),
    ]
    return [(name, str(value)) for name, value, default in given if value != default]


def _named(request: SearchRequest, plain: SearchRequest) -> Sequence[str]:
    """Return the facets as an address names them; nothing where they are those of ``plain``."""
    return () if request.facets == plain.facets else request.facets or (NONE,)


def build_list(request: SearchRequest, find: str) -> str:
    """Return the query string of a list of a facet's values, those that ``find`` finds or, of "", all."""
    found = [f"{FIND.name}={quoted(find)}"] if find else []
    return "&".join(filter(None, [build(request), *found]))


quoted = ShortTexts(quote_plus)
"""A value as an address has it; a page has hundreds of addresses, and the same values in most."""


def _read(query: Query, known: Sequence[Parameter]) -> tuple[Fields, tuple[Remark, ...]]:
    """Return the known parameters with a value, cleaned, in their order, and remarks on the others."""
    table = {parameter.name: parameter for parameter in known}
    remarks: list[Remark] = []
    fields: Fields = []
    given = _decoded(query)
    for name in dict.fromkeys(name for name, _ in given if name not in table):
        message = f"There is no parameter “{echo(name)}”; it was ignored."
        remarks.append(Remark(message=message, parameter=echo(name)))
    for name, value in given:
        if name not in table:
            continue
        if value := _cleaned(name, value, remarks):
            fields.append((name, value))
    return _once(fields, table, remarks), tuple(dict.fromkeys(remarks))


def _decoded(query: Query) -> Fields:
    """Return the pairs of a query string."""
    if isinstance(query, Mapping):
        query = urlencode(query, doseq=True, errors="surrogateescape")
    text = query.decode("utf-8", "surrogateescape") if isinstance(query, bytes) else query
    try:
        given = parse_qsl(text, keep_blank_values=True, max_num_fields=MAX_FIELDS, errors="surrogateescape")
    except ValueError:
        message = f"The address has more than {MAX_FIELDS} parameters."
        raise InvalidRequest(message, "q", costly=True) from None
    for name, value in given:
        if any("\ud800" <= character <= "\udfff" for character in name + value):
            shown = echo(name.encode("utf-8", "replace").decode())
            raise InvalidRequest(f"{shown} is not in UTF-8, as an address has to be.", shown)
    return given


def _cleaned(name: str, value: str, remarks: list[Remark]) -> str:
    if found := _CONTROL.search(value):
        message = f"{name} has a control character (U+{ord(found[0]):04X}). Leave it out."
        raise InvalidRequest(message, name)
    if _SPACES.search(value):
        remarks.append(Remark(message="Tabs and line ends were read as spaces.", parameter=name))
    return _SPACES.sub(" ", value).strip()


def _once(fields: Fields, table: Mapping[str, Parameter], remarks: list[Remark]) -> Fields:
    """Keep the first of each parameter that may stand once only; remark on the others."""
    kept: dict[tuple[str, str], None] = {}
    seen: set[str] = set()
    for name, value in fields:
        if name in seen and not table[name].repeatable:
            remarks.append(Remark(message=f"{name} was given twice; the first was used.", parameter=name))
        else:
            kept[name, _short(name, value)] = None
        seen.add(name)
    return list(kept)


def _short(name: str, value: str) -> str:
    """Return a value as it is; InvalidRequest where it is too long. A query's length its request judges."""
    if name != "q" and len(value) > MAX_VALUE:
        raise InvalidRequest(
            f"A value of {name} has {len(value):,} characters. Use {MAX_VALUE} at most.", name
        )
    return value


def _request(fields: Fields, plain: SearchRequest = _PLAIN) -> SearchRequest:
    given = dict(fields)
    return SearchRequest(
        q=given.get("q", plain.q),
        view=cast(View, given.get("view", plain.view)),
        filters=_filters(fields),
        start=_day(given.get("from"), "from"),
        end=_day(given.get("to"), "to"),
        sort=cast(Sort, given.get("sort", plain.sort)),
        page=_number(given.get("page"), "page", plain.page),
        page_size=_number(given.get("page_size"), "page_size", plain.page_size),
        facets=_facets(fields, plain),
    ).validate()


def _filters(fields: Iterable[tuple[str, str]]) -> tuple[Filter, ...]:
    filters = tuple(
        Filter(_FILTER_NAMES[name][0], value, _FILTER_NAMES[name][1])
        for name, value in fields
        if name in _FILTER_NAMES
    )
    if len(filters) > MAX_FILTERS:
        message = f"{len(filters)} filter values are too many. Use {MAX_FILTERS} at most."
        raise InvalidRequest(message, filters[MAX_FILTERS].facet, costly=True)
    return filters


def _facets(fields: Iterable[tuple[str, str]], plain: SearchRequest) -> tuple[Counted, ...]:
    given = [value for name, value in fields if name == FACETS.name]
    return tuple(cast(Counted, value) for value in given if value != NONE) if given else plain.facets


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
    """Return a value as a message repeats it: its beginning, where it is long."""
    return value if len(value) <= MAX_ECHO else value[:MAX_ECHO] + "…"
