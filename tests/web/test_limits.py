"""Limits: how often may be asked, and how much at once."""

import time
from pathlib import Path

import pytest
from flask import Flask, Request
from flask.testing import FlaskClient
from werkzeug.exceptions import RequestEntityTooLarge, TooManyRequests
from werkzeug.test import EnvironBuilder

from web.app import create_app
from web.limits import Rate, RateLimit, body_of, check_size
from web.setting_types import Size


@pytest.mark.parametrize(
    ("value", "amounts"),
    [
        ("60/minute", [60]),
        ("60 / minute", [60]),
        ("10/second, 1000/hour", [10, 1000]),
        ("10/second; 1000/hour", [10, 1000]),
        ("5/2minutes", [5]),
        ("5/2 days", [5]),
        ("OFF", []),
        ("none", []),
    ],
)
def test_rates_are_read(value: str, amounts: list[int]) -> None:
    assert [item.amount for item in Rate.of(value).items] == amounts
    assert bool(Rate.of(value)) is bool(amounts)


@pytest.mark.parametrize(
    "value", ["", "60", "60/fortnight", "0/minute", "-1/minute", "5/0minutes", 60, True, "60/minute,"]
)
def test_what_is_no_rate_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="“60/minute”"):
        Rate.of(value)


@pytest.mark.parametrize(
    ("value", "size", "written"),
    [
        ("1 MB", 10**6, "1 MB"),
        ("500kb", 500_000, "500 KB"),
        ("1500", 1500, "1500 B"),
        (2000, 2000, "2 KB"),
        ("3GB", 3 * 10**9, "3 GB"),
    ],
)
def test_sizes_are_read_and_written(value: object, size: int, written: str) -> None:
    assert Size.of(value) == size
    assert str(Size.of(value)) == written


@pytest.mark.parametrize("value", ["", "MB", "1 MiB", "-1 MB", "1.5 MB", True, None, 1.5])
def test_what_is_no_size_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="“1 MB”"):
        Size.of(value)


def test_one_too_many_is_told_how_long_to_wait() -> None:
    limit = RateLimit(Rate.of("2/hour"))
    limit.check("ann")
    limit.check("ann")
    with pytest.raises(TooManyRequests, match="More than 2 requests in an hour are not answered") as refused:
        limit.check("ann")
    assert 3590 <= int(dict(refused.value.get_headers())["Retry-After"]) <= 3600
    limit.check("bea")


def test_after_the_wait_it_goes_on() -> None:
    limit = RateLimit(Rate.of("1/second"))
    limit.check("ann")
    with pytest.raises(TooManyRequests):
        limit.check("ann")
    time.sleep(1.1)
    limit.check("ann")


@pytest.fixture
def limited(index: Path) -> FlaskClient:
    return create_app({"ONRECORD_INDEX": index, "ONRECORD_RATE_LIMIT": "3/hour"}).test_client()


def test_pages_and_the_endpoint_are_counted_together_static_files_and_health_not(
    limited: FlaskClient,
) -> None:
    for _ in range(5):
        with limited.get("/static/v-0/onrecord.css") as sheet:
            assert sheet.status_code == 200
        assert limited.get("/healthz").status_code == 200
    assert [limited.get(path).status_code for path in ("/", "/about", "/api/v1/search", "/about")] == [
        200,
        200,
        200,
        429,
    ]
    page, problem = limited.get("/"), limited.get("/api/v1/search")
    assert page.status_code == problem.status_code == 429
    assert "Try again in" in page.text
    assert problem.mimetype == "application/problem+json"
    assert 0 < int(problem.headers["Retry-After"]) <= 3600
    assert "default-src 'self'" in page.headers["Content-Security-Policy"]


def test_readers_are_counted_apart(index: Path) -> None:
    given = {
        "ONRECORD_RATE_LIMIT": "1/hour",
        "ONRECORD_SIGN_ON": "header",
        "ONRECORD_TRUSTED_PROXIES": "127.0.0.1",
    }
    client = create_app({"ONRECORD_INDEX": index, **given}).test_client()
    statuses = [
        client.get("/about", headers={"X-Forwarded-User": name}).status_code for name in ("ann", "bea", "ann")
    ]
    assert statuses == [200, 200, 429]


def test_nothing_is_limited_unless_asked_for(client: FlaskClient) -> None:
    assert {client.get("/healthz").status_code for _ in range(200)} == {200}
    assert {client.get("/suggestions?q=ru").status_code for _ in range(200)} == {200}


@pytest.mark.parametrize("path", ["/", "/about", "/api/v1/search", "/nothing"])
def test_a_body_past_the_size_of_the_settings_is_refused(index: Path, path: str) -> None:
    client = create_app({"ONRECORD_INDEX": index, "ONRECORD_LARGEST_BODY": "1 KB"}).test_client()
    refused = client.post(path, data=b"x" * 1001)
    assert refused.status_code == 413
    assert "larger than 1 KB" in refused.text
    assert client.post(path, data=b"x" * 1000).status_code in (404, 405)


def taken(request: Request) -> bytes:
    check_size(request, Size(1000))
    return body_of(request)


@pytest.mark.parametrize("length", [0, 1000, 1001, 100_000])
@pytest.mark.parametrize("told", [True, False])
def test_a_body_is_taken_up_to_the_size_whether_or_not_it_tells_it(length: int, told: bool) -> None:
    environ = EnvironBuilder(method="POST", data=b"x" * length).get_environ()
    environ["wsgi.input_terminated"] = True  # as gunicorn says of a body in chunks
    if not told:
        environ.pop("CONTENT_LENGTH", None)
    if length <= 1000:
        assert len(taken(Request(environ))) == length
    else:
        with pytest.raises(RequestEntityTooLarge, match="larger than 1 KB"):
            taken(Request(environ))


def test_a_smaller_limit_of_the_host_holds() -> None:
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = 10
    refused = pytest.raises(RequestEntityTooLarge, match="larger than 10 B")
    with app.test_request_context(method="POST", data=b"x" * 11) as context, refused:
        taken(context.request)
