"""Facets: long ones are cut and say so, dates go by a readable step, segments make no difference."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import Article, replace
from index.identity import article_id
from search import Engine, InvalidRequest, SearchRequest, open_engine
from search.date_facet import MAX_DATE_BUCKETS
from search.facets import MAX_BUCKETS, largest
from search.page import SearchPage

ARTICLES = SearchRequest(view="articles")


def articles(start: dt.date, days: list[int], template: Article) -> list[Article]:
    """One article for each day after the first, its outlet numbered."""
    return [
        replace(
            template,
            id=article_id(path=f"dates/{number}"),
            path=f"dates/{number}",
            date=start + dt.timedelta(day),
            outlet=f"Outlet {number:02}",
        )
        for number, day in enumerate(days)
    ]


@pytest.fixture
def page_of(
    tmp_path: Path, corpus: tuple[Article, ...], write: Callable[..., None]
) -> Callable[..., SearchPage]:
    def made(days: list[int], request: SearchRequest = ARTICLES) -> SearchPage:
        write(tmp_path, *articles(dt.date(2020, 1, 31), days, corpus[-1]))
        with open_engine(tmp_path) as engine:
            return engine.search(request)

    return made


@pytest.mark.parametrize(
    ("days", "step", "first", "last", "number"),
    [
        ([0, 0, 1], "day", "31 January 2020", "1 February 2020", 2),
        (list(range(MAX_DATE_BUCKETS + 1)), "month", "January 2020", "February 2020", 2),
        (list(range(0, 1_500, 30)), "year", "2020", "2024", 5),
        (list(range(0, 12_000, 365)), "year", "2029", "2052", MAX_DATE_BUCKETS),
    ],
)
def test_dates_go_by_a_readable_step(
    page_of: Callable[..., SearchPage], days: list[int], step: str, first: str, last: str, number: int
) -> None:
    facet = page_of(days).facet("date")
    assert (facet.step, facet.buckets[0].label, facet.buckets[-1].label) == (step, first, last)
    assert len(facet.buckets) == number
    assert sum(bucket.count for bucket in facet.buckets) + facet.other == facet.total == len(days)


@pytest.mark.parametrize(
    ("start", "end", "selected"),
    [
        ("2020-01-31", "2020-01-31", {"2020-01-31": 1}),
        ("2020-02-01", None, {"2020-02-01": 1, "2020-02-02": 1}),
        ("2020-03-05", "2020-03-05", {"2020-03-05": 0}),
        ("2020-03-05", "2020-03-09", {}),
    ],
)
def test_the_days_chosen_are_marked_and_stay_in_sight(
    page_of: Callable[..., SearchPage], start: str, end: str | None, selected: dict[str, int]
) -> None:
    days = (dt.date.fromisoformat(start), dt.date.fromisoformat(end) if end else None)
    facet = page_of([0, 1, 2], ARTICLES.between(*days)).facet("date")
    assert {bucket.value: bucket.count for bucket in facet.buckets if bucket.selected} == selected
    assert facet.total == 3
    assert [bucket.value for bucket in facet.buckets] == sorted(bucket.value for bucket in facet.buckets)


def test_a_long_facet_is_cut_but_shows_what_is_chosen(page_of: Callable[..., SearchPage]) -> None:
    facet = page_of(list(range(30)), ARTICLES.with_filter("outlet", "Outlet 29")).facet("outlet")
    assert len(facet.buckets) == MAX_BUCKETS + 1
    assert facet.buckets[-1].label == "Outlet 29"
    assert facet.buckets[-1].selected
    assert (facet.total, facet.other) == (30, 30 - MAX_BUCKETS - 1)


@pytest.mark.parametrize("view", ["quotes", "articles"])
@pytest.mark.parametrize("q", ["", "harbour", "speaker:berg", "-kind:direct", '"defence spending" OR ferr*'])
def test_segments_and_deletions_make_no_difference(
    engine: Engine, segmented_folder: Path, view: str, q: str
) -> None:
    request = SearchRequest(q=q, view="quotes" if view == "quotes" else "articles", sort="newest")
    with open_engine(segmented_folder) as segmented:
        one, several = engine.search(request), segmented.search(request)
    assert (one.total, one.facets) == (several.total, several.facets)
    assert [hit.article.id for hit in one.hits] == [hit.article.id for hit in several.hits]


@pytest.mark.parametrize("size", [1, 3, 7, 100])
@pytest.mark.parametrize("find", ["", "outlet", "1"])
def test_pages_of_a_long_facet_have_each_value_once_and_add_up(
    tmp_path: Path, corpus: tuple[Article, ...], write: Callable[..., None], size: int, find: str
) -> None:
    days = [*range(12), *range(5)]
    made = articles(dt.date(2020, 1, 1), days, corpus[-1])
    often = [replace(each, id=article_id(path="x"), path="x") for each in made[:1]]
    write(tmp_path, *made, *often)
    with open_engine(tmp_path) as engine:
        asked = ARTICLES.with_filter("outlet", "Outlet 03")
        whole = engine.facet(ARTICLES, "outlet", find, 100)
        pages = [engine.facet(asked, "outlet", find, size, skip=skip) for skip in range(0, 20, size)]
    values = [bucket.value for page in pages for bucket in page.buckets]
    assert sorted(values) == sorted(bucket.value for bucket in whole.buckets)
    assert [bucket.value for page in pages for bucket in page.buckets if bucket.selected] == (
        ["outlet-03"] if find != "1" else []
    )
    for page in pages:
        assert (page.total, page.size) == (whole.total, whole.size)
        assert sum(bucket.count for bucket in page.buckets) + page.other == page.total
    counts = [bucket.count for page in pages for bucket in page.buckets]
    assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize(
    ("find", "labels"),
    [
        ("", ["Anna Berg", "Ilse Kroon", "Tom Reyes"]),
        ("be", ["Anna Berg"]),
        ("BERG an", ["Anna Berg"]),
        ("erg", []),
        ("  ", ["Anna Berg", "Ilse Kroon", "Tom Reyes"]),
    ],
)
def test_values_are_found_by_the_beginnings_of_their_words(
    engine: Engine, find: str, labels: list[str]
) -> None:
    facet = engine.facet(SearchRequest(), "speaker", find, 10)
    assert sorted(bucket.label for bucket in facet.buckets) == labels
    assert facet.size == len(labels)
    assert sum(bucket.count for bucket in facet.buckets) + facet.other == facet.total


def test_a_facet_on_its_own_is_that_of_the_page(engine: Engine) -> None:
    request = SearchRequest(q="harbour").with_filter("speaker", "Anna Berg")
    assert engine.facet(request, "speaker", "", MAX_BUCKETS) == engine.search(request).facet("speaker")
    assert len(engine.facet(SearchRequest(), "speaker", "", 1).buckets) == 1


def test_facets_come_as_they_are_asked_for_and_count_the_same(engine: Engine) -> None:
    whole = engine.search(SearchRequest(q="harbour").with_filter("speaker", "Anna Berg"))
    asked = SearchRequest(q="harbour", facets=("outlet", "speaker"))
    page = engine.search(asked.with_filter("speaker", "Anna Berg"))
    assert page.facets == (whole.facet("outlet"), whole.facet("speaker"))
    assert page.histogram == whole.histogram
    with pytest.raises(KeyError):
        page.facet("topic")


def test_a_facet_nobody_knows_is_refused(engine: Engine) -> None:
    with pytest.raises(InvalidRequest, match=r"no facet “colour”\. Name one at a time: speaker, topic"):
        engine.search(SearchRequest(facets=("colour",)))  # type: ignore[arg-type]


def test_what_is_chosen_is_shown_whatever_is_looked_for(engine: Engine) -> None:
    request = SearchRequest().with_filter("speaker", "anna-berg")
    facet = engine.facet(request, "speaker", "rey", 10)
    assert [(bucket.value, bucket.selected) for bucket in facet.buckets] == [
        ("tom-reyes", False),
        ("anna-berg", True),
    ]
    assert facet.size == 1


@given(st.lists(st.integers(0, 5), max_size=300), st.integers(0, 150))
def test_the_commonest_values_come_first_and_of_equal_ones_the_first(counts: list[int], size: int) -> None:
    found, different = largest(np.array(counts, np.int64), size)
    expected = sorted((-count, code) for code, count in enumerate(counts) if count)
    assert found == expected[:size]
    assert different == len(expected)
