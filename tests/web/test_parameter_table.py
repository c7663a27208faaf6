"""The table of parameters: it names all that a request can hold, and what holds where nothing is said."""

import datetime as dt

from search.request import FILTERS, Filter, SearchRequest
from web.parameter_table import FEED, OF_ENDPOINT, OF_FACETS, OF_FEEDS, OF_FILES, OF_SUGGESTIONS, PARAMETERS
from web.params import pairs, parse

FULL = SearchRequest(
    q="aid",
    view="articles",
    filters=tuple(Filter(name, "x", excluded) for name in FILTERS for excluded in (False, True)),
    start=dt.date(2025, 4, 1),
    end=dt.date(2025, 4, 2),
    sort="newest",
    page=2,
    page_size=20,
    facets=("topic", "date"),
)


def test_every_part_of_a_request_is_a_parameter_and_every_parameter_a_part() -> None:
    assert {name for name, _ in pairs(FULL)} == {each.name for each in OF_ENDPOINT}


def test_what_is_left_out_is_as_the_table_says() -> None:
    stated = {each.name: [str(each.default)] for each in PARAMETERS if each.default is not None}
    assert parse(stated) == (SearchRequest(), ())
    stated = {each.name: [str(each.default)] for each in OF_FEEDS if each.default is not None}
    assert parse(stated) == (FEED, ())


def test_each_list_takes_only_what_it_can_use() -> None:
    known = {each.name for each in PARAMETERS}
    assert {each.name for each in OF_ENDPOINT} == known | {"facets"}
    assert {each.name for each in OF_FILES} == known - {"page", "page_size"}
    assert {each.name for each in OF_SUGGESTIONS} == known - {"page"}
    assert {each.name for each in OF_FACETS} == known - {"sort"} | {"find"}
