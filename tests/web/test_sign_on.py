"""Sign-on: who is believed, and that a stranger sees nothing."""

import base64
import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.middleware.proxy_fix import ProxyFix

from web.app import create_app

PROXY = {"REMOTE_ADDR": "10.0.0.7"}
ADDRESSES = (
    *("/", "/?q=spend", "/about", "/article/talksaaaaaaa", "/speaker/mark-rutte", "/values/speaker"),
    *("/api/v1/search", "/api/v1/articles/talksaaaaaaa", "/suggestions?q=ru", "/robots.txt"),
    *("/nothing", "/api/nothing", "/static/v-0/onrecord.css", "/own-0.css"),
)


def app_client(index: Path, **settings: object) -> FlaskClient:
    given = {"ONRECORD_SIGN_ON": "header", "ONRECORD_TRUSTED_PROXIES": "10.0.0.7", **settings}
    return create_app({"ONRECORD_INDEX": index, "TESTING": True, **given}).test_client()


@pytest.fixture
def signed(index: Path) -> FlaskClient:
    return app_client(index)


@pytest.mark.parametrize("path", ADDRESSES)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "DELETE", "OPTIONS"])
def test_nothing_answers_a_stranger(signed: FlaskClient, method: str, path: str) -> None:
    response = signed.open(path, method=method)
    assert response.status_code == 401
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Content-Security-Policy"].startswith(
        ("default-src 'self'", "default-src 'none'")
    )
    assert "href" not in response.text


def test_health_answers_a_stranger(signed: FlaskClient) -> None:
    assert signed.get("/healthz").status_code == 200
    assert signed.get("/readyz").status_code == 200


def test_a_program_is_refused_as_one(signed: FlaskClient) -> None:
    refused = signed.get("/api/v1/search")
    assert refused.mimetype == "application/problem+json"
    assert refused.get_json()["status"] == 401


@pytest.mark.parametrize("path", ["/", "/about", "/api/v1/search", "/robots.txt"])
def test_whom_the_proxy_names_is_let_in_and_caches_are_told(signed: FlaskClient, path: str) -> None:
    response = signed.get(path, headers={"X-Forwarded-User": "ann"}, environ_overrides=PROXY)
    assert response.status_code == 200
    assert response.cache_control.private
    assert not response.cache_control.public


def test_static_files_are_kept_for_ever_by_the_reader_s_browser_alone(signed: FlaskClient) -> None:
    ann: dict[str, Any] = {"headers": {"X-Forwarded-User": "ann"}, "environ_overrides": PROXY}
    page = signed.get("/about", **ann).text
    sheet = next(part.split('"')[0] for part in page.split('href="') if "/static/" in part.split('"')[0])
    with signed.get(sheet, **ann) as response:
        assert response.status_code == 200
        assert set(response.headers["Cache-Control"].split(", ")) == {
            "private",
            "max-age=31536000",
            "immutable",
        }


BELIEVED: list[tuple[str, Mapping[str, str]]] = [
    ("X-Forwarded-User", {"HTTP_X_FORWARDED_USER": "ann"}),
    ("X-Forwarded-User", {"HTTP_X_FORWARDED_USER": "  ann@daily.example "}),
    ("X-Forwarded-User", {"HTTP_X_FORWARDED_USER": "Zo\u00c3\u00ab"}),  # Zoë in UTF-8, as WSGI has it
    ("X-Our-Reader", {"HTTP_X_OUR_READER": "ann"}),
    ("REMOTE_USER", {"REMOTE_USER": "ann"}),
]
REFUSED: list[tuple[str, Mapping[str, str]]] = [
    ("X-Forwarded-User", {}),
    ("X-Forwarded-User", {"HTTP_X_FORWARDED_USER": ""}),
    ("X-Forwarded-User", {"HTTP_X_FORWARDED_USER": "  "}),
    ("X-Forwarded-User", {"HTTP_X_FORWARDED_USER": "ann,bea"}),
    ("X-Forwarded-User", {"HTTP_X_FORWARDED_USER": "ann\tbea"}),
    ("X-Forwarded-User", {"HTTP_X_FORWARDED_USER": "ann\x00"}),
    ("X-Forwarded-User", {"HTTP_X_FORWARDED_USER": "ann\r\nX: y"}),
    ("X-Forwarded-User", {"HTTP_X_FORWARDED_USER": "a" * 257}),
    ("X-Forwarded-User", {"HTTP_X_OUR_READER": "ann"}),
    ("X-Forwarded-User", {"REMOTE_USER": "ann"}),
    ("REMOTE_USER", {"HTTP_REMOTE_USER": "ann"}),
]


@pytest.mark.parametrize(("header", "environ"), BELIEVED)
def test_a_name_from_a_trusted_proxy_is_believed(
    index: Path, header: str, environ: Mapping[str, str]
) -> None:
    client = app_client(index, ONRECORD_SIGN_ON_HEADER=header)
    assert client.get("/about", environ_overrides={**PROXY, **environ}).status_code == 200


@pytest.mark.parametrize(("header", "environ"), REFUSED)
def test_what_names_nobody_or_two_is_refused(index: Path, header: str, environ: Mapping[str, str]) -> None:
    client = app_client(index, ONRECORD_SIGN_ON_HEADER=header)
    assert client.get("/about", environ_overrides={**PROXY, **environ}).status_code == 401


def test_a_header_that_comes_twice_is_refused(signed: FlaskClient) -> None:
    twice = [("X-Forwarded-User", "ann"), ("X-Forwarded-User", "bea")]
    assert signed.get("/about", headers=twice, environ_overrides=PROXY).status_code == 401


@pytest.mark.parametrize(("header", "environ"), BELIEVED)
@pytest.mark.parametrize("address", ["10.0.0.8", "127.0.0.1", "::1", ""])
def test_the_same_name_from_anywhere_else_is_ignored_and_logged(
    index: Path, header: str, environ: Mapping[str, str], address: str, caplog: pytest.LogCaptureFixture
) -> None:
    client = app_client(index, ONRECORD_SIGN_ON_HEADER=header)
    response = client.get("/about", environ_overrides={"REMOTE_ADDR": address, **environ})
    assert response.status_code == 401
    assert f"The header {header} was ignored: {address or 'a Unix socket'}" in caplog.text
    assert "ann" not in caplog.text


def test_a_forwarded_address_makes_no_proxy(index: Path) -> None:
    client = app_client(index)
    client.application.wsgi_app = ProxyFix(client.application.wsgi_app, x_for=1)  # type: ignore[method-assign]
    forged = {"X-Forwarded-For": "10.0.0.7", "X-Forwarded-User": "ann"}
    assert (
        client.get("/about", headers=forged, environ_overrides={"REMOTE_ADDR": "9.9.9.9"}).status_code == 401
    )
    honest = {"X-Forwarded-For": "9.9.9.9", "X-Forwarded-User": "ann"}
    assert client.get("/about", headers=honest, environ_overrides=PROXY).status_code == 200


def test_sign_on_is_off_unless_asked_for(client: FlaskClient) -> None:
    response = client.get("/robots.txt", headers={"X-Forwarded-User": "ann,bea"})
    assert response.status_code == 200
    assert not response.cache_control.private


def test_the_page_of_a_stranger_has_one_style_and_its_policy_names_that_alone(signed: FlaskClient) -> None:
    response = signed.get("/about")
    style = response.text.split("<style>")[1].split("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = response.headers["Content-Security-Policy"]
    assert f"style-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    assert "Not signed on" in response.text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(
    value=st.text(st.characters(max_codepoint=255), max_size=20),
    token=st.text(st.characters(max_codepoint=255)),
)
def test_no_header_is_a_500_and_only_a_clean_name_is_let_in(
    signed: FlaskClient, value: str, token: str
) -> None:
    environ = {**PROXY, "HTTP_X_FORWARDED_USER": value, "HTTP_AUTHORIZATION": f"Bearer {token}"}
    status = signed.get("/about", environ_overrides=environ).status_code
    clean = (
        value.strip(" ")
        and "," not in value
        and value.encode("latin-1").decode("utf-8", "replace").isprintable()
    )
    assert status in (200, 401)
    assert status == 401 or "," not in value
    assert status == 200 or not clean


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
@given(given_=st.text(st.characters(max_codepoint=255), max_size=60))
def test_no_authorization_is_a_500(index: Path, given_: str) -> None:
    client = app_client(index, ONRECORD_SIGN_ON="token")
    assert client.get("/about", environ_overrides={"HTTP_AUTHORIZATION": given_}).status_code == 401
