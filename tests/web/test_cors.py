"""What scripts of other sites may read: answers of the endpoint, for the allowed ones, never with cookies."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from web.app import create_app

HERE, THERE = "https://intranet.example", "https://elsewhere.example"
SEARCH = "/api/v1/search"
TO_ASK = {"Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "authorization"}


def client_of(index: Path, **settings: Any) -> FlaskClient:
    given = {"allowed_sites": [HERE], **settings}
    return create_app(
        {"ONRECORD_INDEX": index} | {f"ONRECORD_{k.upper()}": v for k, v in given.items()}
    ).test_client()


def shared_with(client: FlaskClient, path: str, origin: str | None, method: str = "GET") -> str | None:
    """Return the origin that may read an answer."""
    headers = {"Origin": origin} if origin else {}
    response = client.open(path, method=method, headers=headers)
    assert "Access-Control-Allow-Credentials" not in response.headers
    return response.headers.get("Access-Control-Allow-Origin")


@pytest.mark.parametrize(
    ("path", "method"),
    [
        (SEARCH, "GET"),
        (SEARCH, "HEAD"),
        (f"{SEARCH}?page=0", "GET"),
        ("/api/v1/nothing", "GET"),
        (SEARCH, "POST"),
    ],
)
def test_the_endpoint_is_shared_with_the_allowed_site_alone(index: Path, path: str, method: str) -> None:
    client = client_of(index)
    assert shared_with(client, path, HERE, method) == HERE
    for other in (THERE, None, "null", f"{HERE}:8443", HERE.replace("https", "http"), f"{HERE}.evil.example"):
        assert shared_with(client, path, other, method) is None


@pytest.mark.parametrize("path", ["/", "/about", "/embed", "/robots.txt", "/nothing", "/suggestions"])
def test_nothing_but_the_endpoint_is_shared(index: Path, path: str) -> None:
    assert shared_with(client_of(index), path, HERE) is None


def test_nobody_is_allowed_unless_the_settings_say_so(client: FlaskClient) -> None:
    response = client.get(SEARCH, headers={"Origin": HERE})
    assert "Access-Control-Allow-Origin" not in response.headers
    assert "Origin" not in response.headers.get("Vary", "")


@pytest.mark.parametrize("origin", [HERE, THERE, None])
def test_a_cache_keeps_the_answers_to_different_sites_apart(index: Path, origin: str | None) -> None:
    response = client_of(index).get(SEARCH, headers={"Origin": origin} if origin else {})
    assert "Origin" in response.headers["Vary"]


def test_an_answer_that_a_script_has_is_shared_too(index: Path) -> None:
    client = client_of(index)
    tag = client.get(SEARCH).headers["ETag"]
    again = client.get(SEARCH, headers={"Origin": HERE, "If-None-Match": tag})
    assert (again.status_code, again.headers["Access-Control-Allow-Origin"]) == (304, HERE)


@pytest.mark.parametrize("sign_on", [(), ("header",)])
def test_a_browser_may_ask_whether_a_script_may(index: Path, sign_on: tuple[str, ...]) -> None:
    client = client_of(index, sign_on=sign_on, trusted_proxies="10.0.0.1")
    response = client.options(SEARCH, headers={"Origin": HERE, **TO_ASK})
    assert response.status_code == 204
    assert response.headers["Access-Control-Allow-Origin"] == HERE
    assert response.headers["Access-Control-Allow-Methods"] == "GET, HEAD"
    assert "Authorization" in response.headers["Access-Control-Allow-Headers"]
    assert response.headers["Access-Control-Max-Age"] == "600"


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        (SEARCH, {"Origin": THERE, **TO_ASK}),
        (SEARCH, {"Origin": HERE}),
        (SEARCH, TO_ASK),
        ("/about", {"Origin": HERE, **TO_ASK}),
    ],
)
def test_a_stranger_s_question_is_no_way_around_signing_on(
    index: Path, path: str, headers: dict[str, str]
) -> None:
    client = client_of(index, sign_on="header", trusted_proxies="10.0.0.1")
    response = client.options(path, headers=headers)
    assert response.status_code == 401
    assert "Access-Control-Allow-Methods" not in response.headers
