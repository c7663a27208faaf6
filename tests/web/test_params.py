"""A URL's query string and a request: both directions, and what is said of a bad one."""

import datetime as dt
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.request import (
    COUNTED,
    FILTERS,
    MAX_DEPTH,
    SORTS,
    VIEWS,
    Counted,
    Filter,
    InvalidRequest,
    SearchRequest,
)
from web.parameter_table import MAX_FILTERS, MAX_VALUE, OF_ENDPOINT, OF_VALUES
from web.params import MAX_FIELDS, build, build_list, parse, parse_list

words = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20)
phrases = st.lists(words, max_size=4).map(" ".join)
filters = st.builds(Filter, st.sampled_from(FILTERS), words, st.booleans())
dates = st.none() | st.dates()


@st.composite
def requests(draw: st.DrawFn) -> SearchRequest:
    days = sorted(filter(None, (draw(dates), draw(dates))))
    size = draw(st.integers(1, 100))
    return SearchRequest(
        q=draw(phrases),
        view=draw(st.sampled_from(VIEWS)),
        filters=tuple(draw(st.lists(filters, max_size=8, unique=True))),
        start=days[0] if days else None,
        end=days[1] if len(days) == 2 else None,
        sort=draw(st.sampled_from(SORTS)),
        page=draw(st.integers(1, MAX_DEPTH // size)),
        page_size=size,
    )


@given(requests())
def test_what_is_built_reads_as_the_same_request(request: SearchRequest) -> None:
    assert parse(build(request)) == (request, ())


@given(requests(), phrases)
def test_what_is_built_of_a_list_reads_as_the_same_list(request: SearchRequest, find: str) -> None:
    assert parse_list(build_list(request, find[:MAX_VALUE].strip()), OF_VALUES) == (
        request,
        find[:MAX_VALUE].strip(),
        (),
    )


@given(requests(), st.lists(st.sampled_from(COUNTED), unique=True))
def test_what_is_built_for_the_endpoint_keeps_the_facets(
    request: SearchRequest, facets: list[Counted]
) -> None:
    request = replace(request, facets=tuple(facets))
    assert parse(build(request), OF_ENDPOINT) == (request, ())


@pytest.mark.parametrize(
    ("query", "facets"),
    [
        ("", COUNTED),
        ("facets=", COUNTED),
        ("facets=none", ()),
        ("facets=topic&facets=speaker", ("topic", "speaker")),
        ("facets=topic&facets=topic&facets=none", ("topic",)),
    ],
)
def test_the_facets_to_count_are_read(query: str, facets: tuple[Counted, ...]) -> None:
    assert parse(query, OF_ENDPOINT)[0].facets == facets


def test_a_page_counts_all_facets() -> None:
    asked, remarks = parse("facets=topic")
    assert asked.facets == COUNTED
    assert [remark.parameter for remark in remarks] == ["facets"]


@given(st.text(max_size=200) | st.binary(max_size=200))
def test_any_query_string_is_read_or_refused(query: str | bytes) -> None:
    with suppress(InvalidRequest):
        request, _ = parse(query)
        assert parse(build(request))[0] == request


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", SearchRequest()),
        ("q=&from=&to=&page=", SearchRequest()),
        ("q=aid+for%20Ukraine", SearchRequest(q="aid for Ukraine")),
        ("q=%20aid%09", SearchRequest(q="aid")),
        ("view=articles&sort=newest", SearchRequest(view="articles", sort="newest")),
        ("speaker=a&speaker=b", SearchRequest(filters=(Filter("speaker", "a"), Filter("speaker", "b")))),
        ("speaker=a&speaker=a", SearchRequest(filters=(Filter("speaker", "a"),))),
        ("-topic=x", SearchRequest(filters=(Filter("topic", "x", excluded=True),))),
        ("from=2025-04-01", SearchRequest(start=dt.date(2025, 4, 1))),
        ("from=2025-02&to=2025-02", SearchRequest(start=dt.date(2025, 2, 1), end=dt.date(2025, 2, 28))),
        ("from=2025&to=2025", SearchRequest(start=dt.date(2025, 1, 1), end=dt.date(2025, 12, 31))),
        ("page=3&page_size=50", SearchRequest(page=3, page_size=50)),
    ],
)
def test_a_query_string_is_read(query: str, expected: SearchRequest) -> None:
    assert parse(query)[0] == expected


def test_values_by_name_are_read_too() -> None:
    given = {"q": ["aid & trade"], "speaker": ["a", "b"], "page": ["2"]}
    both = (Filter("speaker", "a"), Filter("speaker", "b"))
    assert parse(given)[0] == SearchRequest(q="aid & trade", filters=both, page=2)


def test_defaults_are_left_out_of_the_address() -> None:
    assert build(SearchRequest()) == ""
    assert build(replace(SearchRequest(q="a&b"), page=2)) == "q=a%26b&page=2"


@pytest.mark.parametrize(
    ("query", "parameter", "costly"),
    [
        ("page=0", "page", False),
        ("page=-1", "page", False),
        ("page=two", "page", False),
        ("page=" + "9" * 5_000, "page", False),
        ("page=1.5", "page", False),
        ("page=1001", "page", True),
        ("page_size=0", "page_size", False),
        (f"page_size={10**9}", "page_size", False),
        ("view=pictures", "view", False),
        ("sort=best", "sort", False),
        ("from=yesterday", "from", False),
        ("to=2025-02-30", "to", False),
        ("from=2025-01-01..2025-02-01", "from", False),
        ("from=2025-05-01&to=2025-04-01", "from", False),
        ("q=a%00b", "q", False),
        ("q=a%1Bb", "q", False),
        ("-topic=caf%E9", "-topic", False),
        ("q=%ED%A0%80", "q", False),
        ("x%FF=1", "x?", False),
        (b"q=a\xff", "q", False),
        ("q=" + "a" * 10_000, "q", True),
        ("-speaker=" + "a" * (MAX_VALUE + 1), "-speaker", False),
        ("&".join(f"topic={n}" for n in range(MAX_FILTERS + 1)), "topic", True),
        ("&".join(["x=1"] * (MAX_FIELDS + 1)), "q", True),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_bad_value_is_refused_by_its_name(query: str, parameter: str, costly: bool) -> None:
    with pytest.raises(InvalidRequest) as refused:
        parse(query)
    assert (refused.value.parameter, refused.value.costly) == (parameter, costly)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize(
    ("query", "parameter", "words"),
    [
        ("colour=red", "colour", "no parameter “colour”"),
        ("q=a&q=b", "q", "twice"),
        ("q=a%0Ab", "q", "line ends"),
    ],
)
def test_what_is_ignored_or_mended_is_said(query: str, parameter: str, words: str) -> None:
    _, (remark,) = parse(query)
    assert remark.parameter == parameter
    assert words in remark.message
