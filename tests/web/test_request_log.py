"""The log of requests: a line each, found by its id, silent on who reads what."""

import json
import logging
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from web.app import create_app
from web.request_log import write_lines_to


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Any:
    caplog.set_level(logging.INFO, "onrecord.requests")
    return lambda: [
        json.loads(record.message) for record in caplog.records if record.name == "onrecord.requests"
    ]


@pytest.fixture
def talkative(index: Path) -> FlaskClient:
    given = {
        "ONRECORD_LOG_READING": True,
        "ONRECORD_SIGN_ON": "header",
        "ONRECORD_TRUSTED_PROXIES": "127.0.0.1",
    }
    return create_app({"ONRECORD_INDEX": index, **given}).test_client()


@pytest.mark.parametrize(
    ("path", "view", "status"),
    [
        ("/?q=a+secret", "pages.search", 200),
        ("/article/talksaaaaaaa?q=a+secret", "reading.article", 200),
        ("/api/v1/search?q=%28a+secret", "api.search", 400),
        ("/a-secret", "nowhere.missing", 404),
        ("/static/v-0/onrecord.css", "assets.versioned", 200),
        ("/healthz", "health.alive", 200),
    ],
)
def test_a_line_says_what_was_done_and_not_what_was_read(
    client: FlaskClient, lines: Any, path: str, view: str, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    with client.get(path) as response:
        (line,) = lines()
    assert (line["method"], line["view"], line["status"]) == ("GET", view, status)
    assert line["id"] == response.headers["X-Request-ID"]
    assert line["ms"] > 0
    assert line["time"].endswith("Z")
    assert set(line) == {"time", "id", "method", "view", "status", "ms"}
    assert "secret" not in caplog.text
    assert "talks" not in caplog.text


def test_who_asked_for_what_is_there_where_the_settings_say_so(talkative: FlaskClient, lines: Any) -> None:
    talkative.get("/about?x=1", headers={"X-Forwarded-User": "ann"})
    talkative.get("/about")
    assert [(line["reader"], line["address"], line["from"]) for line in lines()] == [
        ("ann", "/about?x=1", "127.0.0.1"),
        (None, "/about", "127.0.0.1"),
    ]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("abc-123", True),
        ("00-4bf92f3577b34da6a3ce929d0e0e4736", True),
        ("a" * 129, False),
        ("a b", False),
        ('a"b', False),
        ("a,b", False),
        ("", False),
    ],
)
def test_the_id_of_a_trusted_proxy_is_kept_if_it_is_one(
    talkative: FlaskClient, given: str, kept: bool
) -> None:
    assert (
        talkative.get("/healthz", headers={"X-Request-ID": given}).headers["X-Request-ID"] == given
    ) is kept


def test_the_id_of_anybody_else_is_not_kept(client: FlaskClient) -> None:
    ids = {client.get("/healthz", headers={"X-Request-ID": "mine"}).headers["X-Request-ID"] for _ in range(2)}
    assert len(ids) == 2
    assert "mine" not in ids


def test_an_error_of_ours_is_found_by_the_id_the_page_shows(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("web.browse.readable", lambda: 1 // 0)
    client.application.config["TESTING"] = False
    response = client.get("/about")
    client.application.config["TESTING"] = True
    named = response.headers["X-Request-ID"]
    assert f"by the id {named}." in response.text
    assert f"Request {named} failed: ZeroDivisionError" in caplog.text


@pytest.mark.parametrize("asked", ["/%C2%9B31m", "/%E2%80%A8{}", "/%0A{}", "/%F0%9F%97%9E", "/%FF"])
def test_a_line_is_one_line_and_commands_a_terminal_nothing(
    talkative: FlaskClient, caplog: pytest.LogCaptureFixture, asked: str
) -> None:
    caplog.set_level(logging.INFO, "onrecord.requests")
    talkative.get(asked, headers={"X-Forwarded-User": "Zoë"})
    (line,) = (record.message for record in caplog.records if record.name == "onrecord.requests")
    assert line.isascii()
    assert line.isprintable()


def test_lines_go_to_the_stream_alone(client: FlaskClient) -> None:
    log = logging.getLogger("onrecord.requests")
    before = (log.handlers[:], log.level, log.propagate)
    stream = StringIO()
    try:
        write_lines_to(stream)
        client.get("/healthz")
        client.open("/healthz", method='GET\n"')
    finally:
        log.handlers[:], log.level, log.propagate = before
    assert [json.loads(line)["status"] for line in stream.getvalue().splitlines()] == [200]
