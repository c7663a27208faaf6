"""Requests a page leads to: a bucket chosen or no longer, excluded or no longer, the next page."""

import datetime as dt

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from index.article import replace
from search.page import Bucket, Facet
from search.request import Filter, SearchRequest
from web.links import (
    Change,
    bucket_urls,
    day_urls,
    excluded,
    last_page,
    neighbours,
    search_url,
    text_fragment,
    toggled,
)

SPEAKERS = Facet(name="speaker", label="Speaker", buckets=(), total=0)
DATES = Facet(name="date", label="Date", buckets=(), total=0, step="month")
RUTTE = Bucket(value="mark-rutte", label="Mark Rutte", count=2)
FIRST, LAST = dt.date(2025, 4, 1), dt.date(2025, 4, 30)
APRIL = Bucket(value="2025-04", label="April 2025", count=3, selected=True, start=FIRST, end=LAST)
CHOSEN = SearchRequest(filters=(Filter("speaker", "mark-rutte"),))
EXCLUDED = SearchRequest(filters=(Filter("speaker", "mark-rutte", excluded=True),))


def test_a_value_is_chosen_and_given_up() -> None:
    assert toggled(SearchRequest(page=3), SPEAKERS, RUTTE) == CHOSEN
    assert toggled(CHOSEN, SPEAKERS, replace(RUTTE, selected=True)) == SearchRequest()


def test_a_value_is_excluded_and_allowed_again() -> None:
    assert excluded(CHOSEN, SPEAKERS, RUTTE) == EXCLUDED
    assert excluded(EXCLUDED, SPEAKERS, replace(RUTTE, excluded=True)) == SearchRequest()


def test_a_stretch_of_days_is_narrowed_to_a_bucket_and_given_up() -> None:
    month = SearchRequest(start=FIRST, end=LAST)
    assert toggled(SearchRequest(), DATES, APRIL) == month
    assert toggled(SearchRequest(start=FIRST), DATES, APRIL) == month
    assert toggled(month, DATES, APRIL) == SearchRequest()


# Values that are chosen and not, and such as look like a part of an address.
values = st.sampled_from(["mark-rutte", "a&b=c", "%00", "x y+z", "-speaker=x", "é"]) | st.text(
    "a%=&-0", max_size=4
)
days = st.none() | st.dates()
filters = st.builds(Filter, st.sampled_from(["speaker", "outlet"]), values, st.booleans())
requests = st.builds(
    SearchRequest,
    q=st.sampled_from(["", "aid & trade", "from=0001-01-01&to=9999-12-31", "%00"]),
    filters=st.lists(filters, max_size=4).map(tuple),
    start=days,
    end=days,
    page=st.integers(1, 3),
    page_size=st.sampled_from([10, 20]),
)


@given(
    requests, st.lists(values, min_size=1, max_size=5), st.booleans(), st.sampled_from([toggled, excluded])
)
def test_addresses_of_many_values_are_those_of_each_by_itself(
    app: Flask, request: SearchRequest, found: list[str], told: bool, change: Change
) -> None:
    chosen, left_out = request.chosen("speaker"), request.chosen("speaker", excluded=True)
    buckets = [Bucket(v, v, 1, told and v in chosen, told and v in left_out) for v in found]
    with app.test_request_context("/"):
        url = bucket_urls(request, SPEAKERS, change)
        expected = [search_url(change(request, SPEAKERS, bucket)) for bucket in buckets]
        assert [url(bucket) for bucket in buckets] == expected


@given(requests, st.lists(st.tuples(st.dates(), st.dates()), max_size=5))
def test_addresses_of_many_days_are_those_of_each_by_itself(
    app: Flask, request: SearchRequest, pairs: list[tuple[dt.date, dt.date]]
) -> None:
    with app.test_request_context("/"):
        url = day_urls(request)
        assert [url(str(start), str(end)) for start, end in pairs] == [
            search_url(request.between(*pair)) for pair in pairs
        ]


@pytest.mark.parametrize(
    ("total", "number", "expected"),
    [
        (0, 1, (1, None, None, 1)),
        (10, 1, (1, None, None, 1)),
        (11, 1, (1, None, 2, 2)),
        (31, 2, (1, 1, 3, 4)),
        (31, 4, (1, 3, None, 4)),
        (31, 9, (1, 4, None, 4)),
        (10**6, 1, (1, None, 2, 1000)),
    ],
)
def test_pages_lead_to_pages_that_are_there(
    total: int, number: int, expected: tuple[int | None, ...]
) -> None:
    request = SearchRequest(page=number)
    assert tuple(to and to.page for to in neighbours(request, total)) == expected
    assert last_page(request, total) == expected[-1]


@pytest.mark.parametrize(
    ("words", "fragment"),
    [
        ("one two", "#:~:text=one%20two"),
        ("a, b-c & d", "#:~:text=a%2C%20b%2Dc%20%26%20d"),
        ("1 2 3 4 5 6 7 8 9 10", "#:~:text=1%202%203%204%205%206%207%208%209%2010"),
        ("1 2 3 4 5 6 7 8 9 10 11", "#:~:text=1%202%203%204%205,7%208%209%2010%2011"),
    ],
)
def test_a_passage_has_an_address_that_opens_at_its_words(words: str, fragment: str) -> None:
    assert text_fragment(words) == fragment
