"""Limits: how often may be asked."""

import time
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.exceptions import TooManyRequests

from web.app import create_app
from web.limits import Rate, RateLimit


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
