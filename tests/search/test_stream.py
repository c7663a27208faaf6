"""All hits of a search as a stream: the pages' hits one after the other, of one commit."""

from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.article import Article, replace
from search import Engine, InvalidQuery, InvalidRequest, SearchRequest, open_engine
from search.answer import STREAMED
from search.page import Hit
from search.request import SORTS, VIEWS

QUERIES = ("", "harbour", "speaker:reyes", "budget OR storm", "harbour zebra", "zebra", "har*")

requests = st.builds(
    SearchRequest,
    q=st.sampled_from(QUERIES),
    view=st.sampled_from(VIEWS),
    sort=st.sampled_from(SORTS),
    page_size=st.integers(1, 9),
)


def pages(engine: Engine, request: SearchRequest) -> list[Hit]:
    found: list[Hit] = []
    for page in range(1, 20):
        found += engine.search(request.on_page(page)).hits
    return found


@given(request=requests, limit=st.integers(1, 12))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_stream_has_the_hits_of_the_pages_in_their_order(
    engine: Engine, request: SearchRequest, limit: int
) -> None:
    stream, page = engine.stream(request, limit), engine.search(request)
    expected = pages(engine, request)
    assert stream.total == page.total == len(expected)
    assert (stream.relaxed, stream.warnings) == (page.relaxed, page.warnings)
    assert list(stream.hits) == expected[:limit]
    assert (stream.count, stream.truncated) == (len(expected[:limit]), len(expected) > limit)


@given(request=requests, page=st.integers(1, 9))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_stream_begins_at_the_page(engine: Engine, request: SearchRequest, page: int) -> None:
    asked = request.on_page(page)
    stream, found = engine.stream(asked, asked.page_size), engine.search(asked)
    assert tuple(stream.hits) == found.hits
    assert stream.truncated == (page < found.pages)


def test_a_commit_while_it_is_read_changes_nothing(
    tmp_path: Path, corpus: tuple[Article, ...], write: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.answer.STREAMED", 2)
    monkeypatch.setattr("search.engine.CHECK_EVERY", 0)
    write(tmp_path, *corpus)
    with open_engine(tmp_path) as engine:
        everything = SearchRequest(view="articles", sort="newest")
        expected = engine.search(everything).hits
        stream = engine.stream(everything, 100)
        taken = list(islice(stream.hits, 2))
        write(tmp_path, replace(corpus[0], id="", title="Anew"), replace(corpus[1], id="", text="Nothing."))
        assert engine.search(everything).generation != stream.generation
        assert (*taken, *stream.hits) == expected


def test_articles_are_read_as_they_are_taken(
    engine: Engine, hits_made: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.answer.STREAMED", 2)
    stream = engine.stream(SearchRequest(view="articles"), 5)
    assert hits_made == []
    next(stream.hits)
    assert hits_made == [2]
    assert len(list(stream.hits)) == 4
    assert hits_made == [2, 2, 1]
    assert STREAMED >= 10  # the work shared by a batch is shared by many


def test_what_cannot_be_answered_is_refused_before_the_first_hit(engine: Engine) -> None:
    with pytest.raises(InvalidQuery):
        engine.stream(SearchRequest(q="(harbour"), 5)
    with pytest.raises(InvalidRequest):
        engine.stream(SearchRequest(page=0), 5)


def test_a_stream_knows_what_the_chosen_values_are_called(engine: Engine) -> None:
    asked = SearchRequest().with_filter("speaker", "Anna Berg").with_filter("topic", "harbour-works")
    stream = engine.stream(asked.with_filter("outlet", "nowhere"), 1)
    assert stream.names == {
        ("speaker", "anna-berg"): "Anna Berg",
        ("topic", "harbour-works"): "Harbour works",
    }
