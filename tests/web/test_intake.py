"""Articles handed in over HTTP: taken with the right token alone, reported like those of the command line."""

import json
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from index.writer import locked
from search import open_engine
from search.engine import CHECK_EVERY
from tests.web.serving import Serve
from web import intake
from web.app import create_app
from web.tokens import TokenFile

TEXT = "“We will pay,” Ann Lee, the mayor, told reporters on Friday."
ONE = {"title": "Paying", "outlet": "The Daily", "date": "2025-04-03", "text": TEXT}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def token(folder: Path) -> str:
    return TokenFile(folder.parent / "tokens.json").add("wire", ("ingest",))


@pytest.fixture
def client(folder: Path, token: str) -> FlaskClient:
    return create_app({"ONRECORD_INDEX": folder, "ONRECORD_SIGN_ON": "token"}).test_client()


def send(client: FlaskClient, token: str, body: Any, media_type: str = "application/json") -> TestResponse:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    headers = {"Authorization": f"Bearer {token}", "Content-Type": media_type}
    return client.post("/api/v1/articles", data=data, headers=headers)


def counts(response: TestResponse) -> tuple[int, ...]:
    assert response.status_code == 200, response.text
    report = response.get_json()
    return (report["added"], report["replaced"], report["unchanged"], len(report["refused"]))


def test_an_article_is_indexed_once_and_replaced_when_it_changes(
    client: FlaskClient, token: str, folder: Path
) -> None:
    assert counts(send(client, token, ONE)) == (1, 0, 0, 0)
    assert counts(send(client, token, ONE)) == (0, 0, 1, 0)
    assert counts(send(client, token, ONE | {"text": TEXT + " She left."})) == (0, 1, 0, 0)
    with open_engine(folder) as engine:
        assert dict(engine.counts()) == {"articles": 1, "quotes": 1, "speakers": 1, "outlets": 1, "topics": 0}
        assert engine.speakers()[0].person.name == "Ann Lee"


def test_it_can_be_searched_soon_after(client: FlaskClient, token: str, folder: Path) -> None:
    read = TokenFile(folder.parent / "tokens.json").add("desk", ("read",))
    sent = {"Authorization": f"Bearer {read}"}
    send(client, token, {"text": "Another."})
    assert client.get("/api/v1/search?q=pay", headers=sent).get_json()["total"] == 0
    send(client, token, ONE)
    time.sleep(CHECK_EVERY)
    found = client.get("/api/v1/search?q=pay", headers=sent).get_json()
    assert [hit["speaker"]["id"] for hit in found["hits"]] == ["ann-lee"]


@pytest.mark.parametrize(
    "media_type", ["application/jsonl", "application/x-ndjson", "application/json; charset=utf-8"]
)
def test_lists_and_lines_are_taken_and_the_bad_ones_named(
    client: FlaskClient, token: str, media_type: str
) -> None:
    lines = [
        json.dumps(ONE),
        '{"text": 3}',
        "{",
        json.dumps({"text": "Said.", "date": "soon"}),
        json.dumps({"text": "Said."}),
    ]
    response = send(client, token, "\n".join(lines).encode(), media_type)
    assert counts(response) == (2, 0, 0, 3)
    places = {each["place"]: each["reason"] for each in response.get_json()["refused"]}
    assert set(places) == {"sent#2", "sent#3", "sent#4"}
    assert 'no "text"' in places["sent#2"]
    assert "not JSON" in places["sent#3"]
    assert 'date "soon"' in places["sent#4"]
    assert counts(send(client, token, [ONE, {"text": "Said."}, {"text": ""}])) == (0, 0, 2, 1)


def test_keys_that_are_not_known_are_named(client: FlaskClient, token: str) -> None:
    sent = [ONE | {"byline": "A. B."}, {"text": "Said.", "byline": None, "publisher": "The Daily"}]
    assert send(client, token, sent).get_json()["warnings"] == [
        {
            "message": f"There is no key “{key}”; it was ignored in {articles}. "
            "The keys are title, text, outlet, date, url and author.",
            "parameter": key,
            "position": None,
        }
        for key, articles in (("byline", "2 articles"), ("publisher", "1 article"))
    ]
    assert send(client, token, ONE).get_json()["warnings"] == []


def test_many_keys_that_are_not_known_are_counted(client: FlaskClient, token: str) -> None:
    told = send(client, token, ONE | {f"key{number:02}": 1 for number in range(30)}).get_json()["warnings"]
    assert [each["parameter"] for each in told] == [*(f"key{number:02}" for number in range(10)), None]
    assert told[-1]["message"] == "20 other keys that are not known were ignored likewise."


def test_articles_without_an_address_are_known_by_their_text(client: FlaskClient, token: str) -> None:
    assert counts(send(client, token, [{"text": "Said."}, {"text": "Sung."}])) == (2, 0, 0, 0)
    assert counts(send(client, token, [{"text": "Sung."}, {"text": "Said."}])) == (0, 0, 2, 0)


@pytest.mark.parametrize(
    ("body", "media_type", "status", "said"),
    [
        (b"", "application/json", 422, "neither a JSON object"),
        (b"[]", "application/json", 400, "no article in the request's body"),
        (b"hello", "application/json", 422, "neither a JSON object"),
        (b"{", "application/json", 422, "sent#1: not JSON"),
        (b"[1, 2, 3, 4, 5]", "application/json", 422, "And 2 more."),
        (b'{"text": "\\ud800 \\u0000"}', "application/json", 422, "binary"),
        (b"[" * 100_000, "application/json", 422, "not JSON"),
        (b"\xff\xfe{}", "application/json", 422, "neither a JSON object"),
        (b'{"text": "\xff"}', "application/json", 422, "not UTF-8"),
        (b"text=Said.", "application/x-www-form-urlencoded", 415, "application/jsonl"),
        (b'{"text": "Said."}', "text/plain", 415, "application/jsonl"),
        (b" " * 1_000_001, "application/json", 413, "larger than 1 MB"),
        (b'{"text": "x"}\n' * 1001, "application/jsonl", 413, "1,001 articles are too many"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_the_reason(
    client: FlaskClient, token: str, folder: Path, body: bytes, media_type: str, status: int, said: str
) -> None:
    response = send(client, token, body, media_type)
    assert response.status_code == status
    assert response.mimetype == "application/problem+json"
    assert said in response.get_json()["detail"]
    assert not folder.exists()


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"ONRECORD_SIGN_ON": "header", "ONRECORD_TRUSTED_PROXIES": "127.0.0.1"},
        {"ONRECORD_SIGN_ON": "token"},
        {"ONRECORD_SIGN_ON": "header, token", "ONRECORD_TRUSTED_PROXIES": "127.0.0.1"},
    ],
    ids=["no sign-on", "header", "token", "both"],
)
def test_nobody_without_a_token_of_that_scope_hands_anything_in(
    folder: Path, settings: dict[str, str]
) -> None:
    client = create_app({"ONRECORD_INDEX": folder, **settings}).test_client()
    read = TokenFile(folder.parent / "tokens.json").add("desk", ("read",))
    for headers in ({}, {"X-Forwarded-User": "ann"}, {"Authorization": f"Bearer {read}"}):
        response = client.post("/api/v1/articles", json=ONE, headers=headers)
        assert response.status_code in (401, 403)
        assert "WWW-Authenticate" in response.headers
    assert not folder.exists()


def test_without_sign_on_even_a_good_token_hands_nothing_in(folder: Path, token: str) -> None:
    client = create_app({"ONRECORD_INDEX": folder}).test_client()
    refused = send(client, token, ONE)
    assert refused.status_code == 403
    assert "sign_on has no “token”" in refused.get_json()["detail"]
    assert not folder.exists()


def test_while_another_writes_it_is_told_to_come_again(
    client: FlaskClient, token: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "WAIT", 0.1)
    send(client, token, ONE)
    with locked(folder, 0):
        response = send(client, token, ONE | {"title": "Other"})
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "10"
    assert str(folder) not in response.text
    assert counts(send(client, token, ONE | {"title": "Other"})) == (1, 0, 0, 0)


def test_an_index_that_may_not_be_written_is_no_fault_of_the_sender(
    client: FlaskClient, token: str, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder.write_text("a file in the folder's place")
    response = send(client, token, ONE)
    assert response.status_code == 503
    assert str(folder) not in response.text
    assert str(folder) in caplog.text


def test_a_table_edited_meanwhile_counts_for_the_next(client: FlaskClient, token: str, folder: Path) -> None:
    send(client, token, ONE)
    (folder.parent / "tables").mkdir()
    (folder.parent / "tables" / "speakers.toml").write_text(
        'ann = { name = "Ann Lee (mayor)", aliases = ["Ann Lee"] }'
    )
    assert counts(send(client, token, ONE)) == (0, 1, 0, 0)
    with open_engine(folder) as engine:
        assert [each.person.id for each in engine.speakers()] == ["ann"]


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_articles_are_sent_and_nothing_else(client: FlaskClient, token: str, method: str) -> None:
    response = client.open("/api/v1/articles", method=method, headers={"Authorization": f"Bearer {token}"})
    assert response.status_code in (403, 405)


def test_many_at_once_over_http_all_get_in(serve: Serve, tmp_path: Path) -> None:
    index = tmp_path / "index"
    token = TokenFile(tmp_path / "tokens.json").add("wire", ("ingest", "read"))

    statuses: list[int] = []
    refused: list[tuple[int, str | None]] = []

    def hand_in(number: int) -> None:
        request = urllib.request.Request(
            f"{running.address}/api/v1/articles",
            json.dumps(
                {"title": f"Report {number}", "text": f"“Number {number} it is,” said Ann Lee."}
            ).encode(),
            {"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
        )
        for _ in range(30):
            try:
                with urllib.request.urlopen(request, timeout=60) as answer:
                    statuses.append(answer.status)
                    return
            except urllib.error.HTTPError as error:
                with error:
                    refused.append((error.code, error.headers["Retry-After"]))

    with serve("--index", str(index), ONRECORD_SIGN_ON="token") as running:
        threads = [threading.Thread(target=hand_in, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert statuses == [200] * 8
    assert set(refused) <= {(503, "10")}
    with open_engine(index) as engine:
        assert engine.counts()["articles"] == 8
