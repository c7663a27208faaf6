"""Exports and feeds over HTTP: what they hold, what is refused, and that they are sent as they are made."""

import csv
import gzip
import http.client
import json
import re
import tracemalloc
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from random import Random
from threading import Event, Thread
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.serving import make_server

from index.article import Article, Quote, Span
from index.identity import number_quotes
from index.writer import open_writer
from search.hits import HitMaker
from search.page import Hit
from tests.web.cells import plain_cell
from web.app import create_app

PATHS = ("/search.csv", "/search.jsonl", "/search.atom")
FILTERS = (
    "",
    "q=spend",
    "speaker=mark-rutte",
    "speaker=Mark+Rutte&kind=direct",
    "-speaker=mark-rutte",
    "topic=spending-targets",
    "outlet=the-daily&implies=claiming",
    "verb=tell",
    "from=2025-04-01&to=2025-04-30",
    "q=defence&view=articles",
    "view=articles&outlet=the-daily",
    "sort=oldest",
    "q=spend+zebra",
    "q=zebra",
)


def rows(client: FlaskClient, query: str) -> list[dict[str, str]]:
    response = client.get(f"/search.csv?{query}")
    assert response.status_code == 200, response.text
    assert response.content_type == "text/csv; charset=utf-8"
    return list(csv.DictReader(StringIO(response.data.decode("utf-8-sig"), newline="")))


def objects(client: FlaskClient, query: str) -> list[Any]:
    response = client.get(f"/search.jsonl?{query}")
    assert response.status_code == 200, response.text
    assert response.mimetype == "application/jsonl"
    return [json.loads(line) for line in response.text.splitlines()]


@pytest.mark.parametrize("query", FILTERS)
def test_a_file_has_the_hits_of_the_same_search(client: FlaskClient, query: str) -> None:
    answer = client.get(f"/api/v1/search?{query}").get_json()
    assert objects(client, query) == answer["hits"]
    assert [row["id"] for row in rows(client, query)] == [hit["id"] for hit in answer["hits"]]
    headers = client.get(f"/search.csv?{query}").headers
    assert headers["X-Total-Count"] == str(answer["total"])
    assert headers["X-Truncated"] == "false"
    assert headers["X-Relaxed"] == ("true" if answer["relaxed"] else "false")


def test_a_row_says_who_said_what_when_and_who_reported_it(
    client: FlaskClient, corpus: tuple[Article, ...]
) -> None:
    (row,) = rows(client, "topic=spending-targets")
    id_ = corpus[0].quotes[0].id
    assert row == {
        "id": id_,
        "date": "2025-04-03",
        "outlet": "The Daily",
        "speaker": "Mark Rutte",
        "role": "NATO Secretary General",
        "quote": "We will spend much more on defence, and sooner,",
        "kind": "direct",
        "cue": "told reporters",
        "verb": "tell",
        "implies": "neutral",
        "confidence": "0.95",
        "topics": "Spending targets",
        "title": "Talks on spending",
        "author": "A. Writer",
        "url": "https://daily.example/talks",
        "link": f"http://localhost/quote/{id_}",
        "before": "“",
        "after": "” Rutte told reporters. He had arrived late.",
        "speaker_id": "mark-rutte",
        "article_id": "talksaaaaaaa",
        "article_link": "http://localhost/article/talksaaaaaaa",
        "missing_words": "",
    }


def test_an_article_is_a_row_of_the_articles_view(client: FlaskClient) -> None:
    talks = next(row for row in rows(client, "view=articles") if row["title"])
    assert (talks["speakers"], talks["topics"], talks["quotes"]) == (
        "Mark Rutte; Marco Rubio",
        "Spending targets",
        "3",
    )
    assert talks["extract"].startswith("We will spend")
    assert talks["link"] == "http://localhost/article/talksaaaaaaa"


def test_a_hostile_article_is_text_in_every_file(client: FlaskClient, corpus: tuple[Article, ...]) -> None:
    words = corpus[1].quotes[0].content.cut(corpus[1].text)
    (row,) = rows(client, "q=onerror")
    assert plain_cell(row["quote"]) == words
    (hit,) = objects(client, "q=onerror")
    assert hit["text"] == words
    assert "<img" not in hit["html"]


def test_a_file_is_named_after_its_search(client: FlaskClient) -> None:
    named = client.get("/search.csv?speaker=mark-rutte&q=spend").headers["Content-Disposition"]
    assert named == "attachment; filename=onrecord-quotes-by-mark-rutte-with-spend.csv"
    named = client.get("/search.jsonl?q=" + "%22%0d%0aX%3A1" * 40).headers["Content-Disposition"]
    assert re.fullmatch(r"attachment; filename=onrecord-[a-z0-9-]{1,80}\.jsonl", named)


def test_what_is_cut_says_so(index: Path) -> None:
    client = create_app({"ONRECORD_INDEX": index, "ONRECORD_EXPORT_LIMIT": 2}).test_client()
    response = client.get("/search.csv")
    assert (response.headers["X-Total-Count"], response.headers["X-Truncated"]) == ("4", "true")
    assert len(rows(client, "")) == len(objects(client, "")) == 2
    assert "The first 2 of 4 quotes as" in client.get("/").text


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    ("query", "status", "parameter"),
    [
        ("q=(spend", 400, "q"),
        ("from=soon", 400, "from"),
        ("colour=red", 400, "colour"),
        ("view=pictures", 400, "view"),
        ("q=" + "a" * 1001, 422, "q"),
        ("page=0", 400, "page"),
        ("q=a&q=b", 400, "q"),
        ("from=2025&q=a&from=2024", 400, "from"),
    ],
)
def test_what_is_wrong_is_said_before_a_file_begins(
    client: FlaskClient, path: str, query: str, status: int, parameter: str
) -> None:
    response = client.get(f"{path}?{query}")
    assert (response.status_code, response.content_type) == (status, "application/problem+json")
    assert "Content-Disposition" not in response.headers
    assert response.get_json(force=True)["parameter"] == parameter


@pytest.mark.parametrize("path", PATHS)
def test_what_is_empty_or_may_stand_often_is_no_mistake(client: FlaskClient, path: str) -> None:
    assert client.get(f"{path}?q=&q=spend&topic=a&topic=b").status_code == 200


@pytest.mark.parametrize("parameter", ["page", "page_size"])
def test_a_file_has_no_pages(client: FlaskClient, parameter: str) -> None:
    for path in PATHS[:2]:
        assert client.get(f"{path}?{parameter}=1").get_json(force=True)["parameter"] == parameter
    assert client.get(f"/search.atom?{parameter}=1").status_code == 200


@pytest.mark.parametrize("path", PATHS)
def test_without_an_index_it_is_503(tmp_path: Path, path: str) -> None:
    response = create_app({"ONRECORD_INDEX": tmp_path / "none"}).test_client().get(path)
    assert (response.status_code, response.content_type) == (503, "application/problem+json")


def test_what_fails_at_the_first_hit_is_no_file(
    client: FlaskClient, app: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> tuple[Hit, ...]:
        raise RuntimeError("a torn page")

    monkeypatch.setattr(HitMaker, "of", broken)
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    for path in PATHS:
        response = client.get(path)
        assert (response.status_code, response.content_type) == (500, "application/problem+json")


@pytest.mark.parametrize("path", PATHS)
def test_an_unchanged_answer_is_not_sent_again(client: FlaskClient, path: str) -> None:
    first = client.get(f"{path}?q=spend", buffered=True)
    tag, day = {"If-None-Match": first.headers["ETag"]}, {"If-Modified-Since": first.headers["Last-Modified"]}
    for known in (tag, day):
        again = client.get(f"{path}?q=spend&from=", headers=known)
        assert (again.status_code, again.data) == (304, b"")
        assert again.headers["ETag"] == first.headers["ETag"]
    other, elsewhere = f"{path}?q=spending", "http://other.example/"
    assert client.get(other, headers=tag, buffered=True).status_code == 200
    assert client.get(f"{path}?q=spend", headers=tag, base_url=elsewhere, buffered=True).status_code == 200


@pytest.mark.parametrize("path", PATHS)
def test_a_commit_makes_another_answer(path: str, tmp_path: Path, corpus: tuple[Article, ...]) -> None:
    client = create_app({"ONRECORD_INDEX": tmp_path}).test_client()
    tags = set()
    for number in range(2):
        with open_writer(tmp_path) as writer:
            writer.add(corpus[number], fingerprint="1")
        client = create_app({"ONRECORD_INDEX": tmp_path}).test_client()
        tags.add(client.get(path).headers["ETag"])
    assert len(tags) == 2


@pytest.mark.parametrize("path", PATHS)
def test_a_head_request_has_the_headers_and_no_body(client: FlaskClient, path: str) -> None:
    response = client.head(f"{path}?q=spend")
    assert (response.status_code, response.data) == (200, b"")
    whole = client.get(f"{path}?q=spend")
    for each in (response, whole):
        del each.headers["X-Request-ID"]
    assert response.headers == whole.headers


@pytest.mark.parametrize("path", PATHS)
def test_no_crawler_is_invited(client: FlaskClient, path: str) -> None:
    assert client.get(path).headers["X-Robots-Tag"] == "noindex"


# Streams


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of 2,000 articles, each a quote of 4 kB that no compression makes very short."""
    random = Random(1)
    words = [f"{random.randrange(10**7):07}" for _ in range(2_000)]
    directory = tmp_path_factory.mktemp("many") / "index"
    with open_writer(directory) as writer:
        for number in range(2_000):
            id_ = f"{number:012}"
            text = f"{' '.join(random.choices(words, k=500))} Number {number}."
            quotes = (Quote(kind="direct", content=Span(0, len(text)), confidence=0.9),)
            article = Article(
                id=id_, text=text, path=f"{number}.txt", quotes=number_quotes(id_, text, quotes)
            )
            writer.add(article, fingerprint="1")
    return directory


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_a_long_file_takes_little_memory(many: Path, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search.records.CACHED_ARTICLES", 10)
    client = create_app({"ONRECORD_INDEX": many}).test_client()
    client.get("/search.csv?q=number")
    tracemalloc.start()
    try:
        response = client.get(f"/search.{form}", buffered=False)
        length = sum(map(len, response.response))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        response.close()
    assert length > 8_000_000
    assert peak < length / 4


@pytest.mark.parametrize("path", PATHS)
def test_a_long_file_is_compressed_as_it_is_made(many: Path, path: str) -> None:
    client = create_app({"ONRECORD_INDEX": many}).test_client()
    response = client.get(path, headers={"Accept-Encoding": "gzip, deflate, br, zstd"})
    assert response.headers["Content-Encoding"] == "gzip"
    assert "Content-Length" not in response.headers
    assert gzip.decompress(response.data) == client.get(path).data


@pytest.mark.parametrize("path", PATHS)
def test_a_short_file_says_its_length(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    assert int(response.headers["Content-Length"]) == len(response.data) > 100


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_who_goes_away_stops_the_work(many: Path, encoding: str, hits_made: list[int]) -> None:
    client = create_app({"ONRECORD_INDEX": many}).test_client()
    response = client.get("/search.csv", headers={"Accept-Encoding": encoding}, buffered=False)
    assert next(iter(response.response))
    response.close()
    assert 0 < sum(hits_made) < 1_000


@pytest.fixture
def held_back(many: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[int, Event]]:
    """Yield a server's port, and what lets it go on after the first hundred hits."""
    go_on, hits, calls = Event(), HitMaker.of, []

    def after_the_first(self: HitMaker, *rest: Any) -> tuple[Hit, ...]:
        calls.append(rest)
        assert len(calls) == 1 or go_on.wait(30)
        return hits(self, *rest)

    monkeypatch.setattr(HitMaker, "of", after_the_first)
    server = make_server("127.0.0.1", 0, create_app({"ONRECORD_INDEX": many}), threaded=True)
    server.log = lambda *_, **__: None  # type: ignore[method-assign]
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port, go_on
    go_on.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_the_first_rows_are_sent_before_the_last_are_made(held_back: tuple[int, Event], form: str) -> None:
    port, go_on = held_back
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", f"/search.{form}")
    answer = connection.getresponse()
    beginning = answer.read(100_000)  # the server would wait for us before the end
    assert not go_on.is_set()
    assert b"Number 0" in beginning
    go_on.set()
    rest = answer.read()
    assert (beginning + rest).count(b"/quote/") == int(answer.headers["X-Total-Count"]) == 2_000
    connection.close()
