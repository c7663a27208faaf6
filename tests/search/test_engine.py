"""The engine: opening, following the index as it is written, bad input, threads."""

import dataclasses
import threading
import time
from collections.abc import Callable
from itertools import product
from pathlib import Path
from string import ascii_lowercase
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.article import Article, replace
from index.writer import open_writer
from search import (
    DamagedSegment,
    Engine,
    IndexMismatch,
    IndexMissing,
    InvalidQuery,
    InvalidRequest,
    SearchPage,
    SearchRequest,
    open_engine,
)
from search.engine import CHECK_EVERY
from search.page import ArticleHit, QuoteHit
from search.request import FILTERS, SORTS, VIEWS, Filter

EVERYTHING = SearchRequest(view="articles")


def test_no_index_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="onrecord index"):
        open_engine(tmp_path / "nowhere")


def test_a_url_is_refused_clearly() -> None:
    with pytest.raises(IndexMissing, match="cannot be searched yet"):
        open_engine("https://cluster.example:9200/articles")


def test_an_index_of_another_version_is_refused(
    tmp_path: Path, corpus: tuple[Article, ...], write: Callable[..., None]
) -> None:
    write(tmp_path, corpus[0])
    (tmp_path / "schema.json").write_text('{"schema": 0}')
    with pytest.raises(IndexMismatch):
        open_engine(tmp_path)


def test_an_article_and_a_quote_by_id(engine: Engine, corpus: tuple[Article, ...]) -> None:
    quay = corpus[0]
    article = engine.article(quay.id)
    assert article is not None
    assert replace(article, indexed=None) == quay
    assert engine.quote(quay.quotes[1].id) == (article, quay.quotes[1])
    assert engine.article(quay.quotes[1].id) is None
    assert engine.quote(quay.id) is None
    assert engine.article("nothing") is None


def test_counts(engine: Engine) -> None:
    assert engine.counts() == {"articles": 7, "quotes": 9, "speakers": 3, "outlets": 2, "topics": 3}


def test_who_wants_to_know_is_told_of_every_page(index_folder: Path) -> None:
    told: list[SearchPage] = []
    with open_engine(index_folder, told.append) as engine:
        pages = [engine.search(SearchRequest(q=word)) for word in ("harbour", "zebra")]
    assert told == pages


def test_an_empty_index_answers(tmp_path: Path) -> None:
    with open_writer(tmp_path), open_engine(tmp_path) as engine:
        page = engine.search(SearchRequest(q="harbour -wall polic* speaker:berg"))
        assert (page.total, page.pages, page.hits) == (0, 0, ())
        assert engine.suggest("harbour") == ()


def test_what_is_committed_is_seen_without_a_restart(
    tmp_path: Path, corpus: tuple[Article, ...], write: Callable[..., None]
) -> None:
    write(tmp_path, corpus[0], corpus[1])
    with open_engine(tmp_path) as engine:
        first = engine.search(EVERYTHING)
        write(tmp_path, corpus[2], replace(corpus[0], text="Another text altogether.", quotes=()))
        time.sleep(CHECK_EVERY)
        second = engine.search(EVERYTHING)
        with open_writer(tmp_path) as writer:
            writer.delete(corpus[1].id)
        time.sleep(CHECK_EVERY)
        third = engine.search(EVERYTHING)
        assert engine.search(dataclasses.replace(EVERYTHING, q="fantasy")).total == 0
        assert engine.search(dataclasses.replace(EVERYTHING, q="altogether")).total == 1
    assert [first.total, second.total, third.total] == [2, 3, 2]
    assert first.generation < second.generation < third.generation


def test_an_index_made_anew_in_the_same_folder_is_seen(
    tmp_path: Path, corpus: tuple[Article, ...], write: Callable[..., None]
) -> None:
    write(tmp_path, corpus[0])
    with open_engine(tmp_path) as engine:
        assert engine.counts()["articles"] == 1
        for file in tmp_path.iterdir():
            file.unlink()
        time.sleep(CHECK_EVERY)
        assert engine.search(SearchRequest(q="harbour")).total == 1
        write(tmp_path, corpus[1], corpus[2])
        time.sleep(CHECK_EVERY)
        assert engine.counts()["articles"] == 2


def test_a_query_expands_to_so_many_words_and_no_more(
    tmp_path: Path, corpus: tuple[Article, ...], write: Callable[..., None]
) -> None:
    words = " ".join(map("".join, product(["zaa", "zab"], ascii_lowercase, ascii_lowercase, "k")))
    write(tmp_path, replace(corpus[6], text=words))
    with open_engine(tmp_path) as engine:
        page = engine.search(SearchRequest(q="za* OR zaa*", view="articles"))
    assert page.total == 1
    assert [remark.message.split(";")[0] for remark in page.warnings] == [
        "za* stands for too many words",
        "zaa* stands for too many words",
    ]


def test_threads_search_while_a_writer_commits(
    tmp_path: Path, corpus: tuple[Article, ...], write: Callable[..., None]
) -> None:
    write(tmp_path, *corpus[:3])
    totals: list[int] = []
    errors: list[BaseException] = []
    stop = threading.Event()

    def search() -> None:
        while not stop.is_set():
            try:
                totals.append(engine.search(EVERYTHING).total)
                engine.search(SearchRequest(q='"defence spending" OR harbour ferr*'))
            except BaseException as error:  # noqa: BLE001 - whatever goes wrong in a thread is to be seen here
                errors.append(error)
                return

    with open_engine(tmp_path) as engine:
        threads = [threading.Thread(target=search) for _ in range(4)]
        for thread in threads:
            thread.start()
        for article in corpus[3:6]:
            write(tmp_path, article)
            time.sleep(0.2)
        time.sleep(CHECK_EVERY)
        stop.set()
        for thread in threads:
            thread.join()
        assert engine.search(EVERYTHING).total == 6
    assert errors == []
    assert set(totals) <= {3, 4, 5, 6}


@pytest.mark.parametrize(
    "wrong",
    [
        {"page": 0},
        {"page_size": 10**9},
        {"page": 2_000},
        {"view": "people"},
        {"sort": "best"},
        {"q": "a" * 10_000},
    ],
)
def test_a_request_that_cannot_be_is_refused(engine: Engine, wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidRequest):
        engine.search(SearchRequest(**wrong))


PIECES = st.sampled_from(
    ["harbour", "defence", "zebra", "-", "(", ")", '"', "OR", "speaker:berg", "date:2025", "5%", "de*", "&"]
)
VALUES = st.sampled_from(["anna-berg", "Tom Reyes", "hill post", "Weather", "direct", "reported", "x", ""])
REQUESTS = st.builds(
    SearchRequest,
    q=st.lists(PIECES, max_size=6).map(" ".join) | st.text(max_size=30),
    view=st.sampled_from(VIEWS),
    filters=st.lists(st.builds(Filter, st.sampled_from(FILTERS), VALUES, st.booleans()), max_size=3).map(
        tuple
    ),
    start=st.none() | st.dates(),
    end=st.none() | st.dates(),
    sort=st.sampled_from(SORTS),
    page=st.integers(0, 3),
    page_size=st.integers(1, 4),
)


def answer(engine: Engine, request: SearchRequest) -> SearchPage | None:
    try:
        return engine.search(request)
    except (InvalidRequest, InvalidQuery):
        return None


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(REQUESTS)
def test_every_request_is_refused_or_gives_a_page_that_adds_up(
    engine: Engine, request: SearchRequest
) -> None:
    page = answer(engine, request)
    if page is None:
        return
    left = max(0, page.total - (request.page - 1) * request.page_size)
    assert len(page.hits) == min(request.page_size, left)
    for facet in page.facets:
        assert sum(bucket.count for bucket in facet.buckets) + facet.other == facet.total
        selected = {bucket.value for bucket in facet.buckets if bucket.selected or bucket.excluded}
        if facet.name != "date":
            assert {chosen.value for chosen in page.request.filters if chosen.facet == facet.name} <= selected
    outlets = page.facet("outlet")
    if not any(chosen.facet == "outlet" for chosen in request.filters):
        assert outlets.total + outlets.missing == page.total
    for hit in page.hits:
        assert isinstance(hit, QuoteHit if request.view == "quotes" else ArticleHit)
        for snippet in (hit.snippet, hit.before, hit.after) if isinstance(hit, QuoteHit) else hit.snippets:
            ends = [-1, *(place for found in snippet.ranges for place in found)]
            assert ends == sorted(set(ends))
            assert ends[-1] <= len(snippet.text)


def test_all_pages_together_hold_each_match_once(engine: Engine) -> None:
    request = SearchRequest(page_size=2)
    hits = [hit for number in range(1, 7) for hit in engine.search(request.on_page(number)).hits]
    ids = [hit.quote.id for hit in hits if isinstance(hit, QuoteHit)]
    assert len(ids) == len(set(ids)) == 9


def test_a_damaged_file_is_named_and_what_was_open_goes_on_answering(
    tmp_path: Path, corpus: tuple[Article, ...], write: Callable[..., None]
) -> None:
    write(tmp_path, corpus[0])
    with open_engine(tmp_path) as engine:
        known = set(tmp_path.glob("*.arrays"))
        write(tmp_path, corpus[1])
        (new,) = set(tmp_path.glob("*.arrays")) - known
        new.write_bytes(new.read_bytes()[:-100])
        time.sleep(CHECK_EVERY)
        assert engine.search(EVERYTHING).total == 1
    with pytest.raises(DamagedSegment, match=new.name):
        open_engine(tmp_path)
