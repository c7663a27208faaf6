"""The histogram: periods without a gap, as fine as can be read, the request's own days left out."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from index.article import Article, replace
from index.identity import article_id
from search import Engine, SearchRequest, open_engine
from search.histogram import MAX_BARS, MIN_DAYS
from search.page import Histogram

ARTICLES = SearchRequest(view="articles")


@pytest.fixture
def histogram_of(
    tmp_path: Path, corpus: tuple[Article, ...], write: Callable[..., None]
) -> Callable[..., Histogram | None]:
    def made(dates: list[str], request: SearchRequest = ARTICLES) -> Histogram | None:
        articles = [
            replace(
                corpus[-1],
                id=article_id(path=f"dates/{number}"),
                path=f"dates/{number}",
                date=dt.date.fromisoformat(date) if date else None,
            )
            for number, date in enumerate(dates)
        ]
        write(tmp_path, *articles)
        with open_engine(tmp_path) as engine:
            return engine.search(request).histogram

    return made


@pytest.mark.parametrize(
    ("dates", "step", "first", "last", "number"),
    [
        (["2025-04-03", "2025-04-04"], "day", "2025-03-28", "2025-04-10", MIN_DAYS),
        (["2025-01-01", "2025-03-01"], "day", "2025-01-01", "2025-03-01", 60),
        (["2025-01-01", "2025-03-02"], "week", "2024-12-30", "2025-03-02", 9),
        (["2015-11-11", "2016-12-01"], "week", "2015-11-09", "2016-12-04", 56),
        (["2020-01-31", "2024-12-01"], "month", "2020-01-01", "2024-12-31", 60),
        (["2020-01-31", "2025-01-01"], "quarter", "2020-01-01", "2025-03-31", 21),
        (["1970-01-01", "2025-01-01"], "year", "1970-01-01", "2025-12-31", 56),
        (["1815-06-18", "2025-01-01"], "decade", "1810-01-01", "2029-12-31", 22),
        (["0001-01-01", "9999-12-31"], "century", "0001-01-01", "9999-12-31", 100),
        (["9999-12-31"], "day", "9999-12-25", "9999-12-31", MIN_DAYS),
    ],
)
def test_periods_follow_each_other_from_the_first_date_to_the_last(
    histogram_of: Callable[..., Histogram | None],
    dates: list[str],
    step: str,
    first: str,
    last: str,
    number: int,
) -> None:
    histogram = histogram_of(dates)
    assert histogram
    assert histogram.step == step
    assert histogram.bars[0].start.isoformat() == first
    assert len(histogram.bars) == number
    assert sum(bar.count for bar in histogram.bars) == len(dates)
    for bar, following in zip(histogram.bars, histogram.bars[1:], strict=False):
        assert bar.start <= bar.end
        assert following.start - bar.end == dt.timedelta(1) or bar.end == dt.date.max
    assert histogram.bars[-1].end.isoformat() == last
    assert number <= MAX_BARS or step == "century"


def test_undated_matches_have_no_histogram(histogram_of: Callable[..., Histogram | None]) -> None:
    assert histogram_of([""]) is None


def test_the_days_chosen_are_marked_and_do_not_hide_the_others(
    histogram_of: Callable[..., Histogram | None],
) -> None:
    chosen = ARTICLES.between(dt.date(2025, 4, 3), dt.date(2025, 4, 3))
    histogram = histogram_of(["2025-04-03", "2025-04-04", "2025-04-04"], chosen)
    assert histogram
    counted = {bar.start.day: (bar.count, bar.selected) for bar in histogram.bars if bar.count}
    assert counted == {3: (1, True), 4: (2, False)}


@pytest.mark.parametrize("view", ["quotes", "articles"])
def test_the_bars_add_up_to_the_date_facet(engine: Engine, view: str) -> None:
    page = engine.search(SearchRequest(view="quotes" if view == "quotes" else "articles"))
    assert page.histogram
    assert sum(bar.count for bar in page.histogram.bars) == page.facet("date").total
