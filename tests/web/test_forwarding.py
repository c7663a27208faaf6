"""What proxies say of a request holds where the connection comes from one of ours, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import request
from flask.testing import FlaskClient

from index.article import Article
from web.app import create_app

PROXY, STRANGER = "10.0.0.7", "192.0.2.1"
SAID = {
    "X-Forwarded-For": "198.51.100.9",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Host": "press.example:8443",
    "X-Forwarded-Prefix": "/tools/press",
}


@pytest.fixture
def client(index: Path) -> Iterator[FlaskClient]:
    app = create_app({"ONRECORD_INDEX": index, "ONRECORD_TRUSTED_PROXIES": f"{PROXY} 10.1.0.0/16"})
    with app.test_client() as client:
        yield client


def cited(client: FlaskClient, corpus: tuple[Article, ...], peer: str, headers: dict[str, str]) -> str:
    """Return an absolute address of ours, as a citation has it."""
    response = client.get(
        f"/article/{corpus[0].id}/cite.json", headers=headers, environ_overrides={"REMOTE_ADDR": peer}
    )
    found: str = response.get_json(force=True)[0]["note"]
    return found.removeprefix("On record: ").removesuffix(f"/article/{corpus[0].id}")


def test_a_trusted_proxy_says_what_the_reader_asked_for(
    client: FlaskClient, corpus: tuple[Article, ...]
) -> None:
    assert cited(client, corpus, PROXY, SAID) == "https://press.example:8443/tools/press"
    page = client.get("/?q=spend", headers=SAID, environ_overrides={"REMOTE_ADDR": PROXY}).text
    assert 'action="/tools/press/"' in page
    assert 'href="/tools/press/?q=spend&amp;sort=newest"' in page


def test_nobody_else_does(client: FlaskClient, corpus: tuple[Article, ...]) -> None:
    assert cited(client, corpus, STRANGER, SAID) == "http://localhost"
    assert cited(client, corpus, "", SAID) == "http://localhost"


def test_nobody_does_unless_the_settings_say_so(index: Path, corpus: tuple[Article, ...]) -> None:
    client = create_app({"ONRECORD_INDEX": index}).test_client()
    assert cited(client, corpus, "127.0.0.1", SAID) == "http://localhost"


def test_a_unix_socket_is_a_proxy_where_it_is_listed(index: Path, corpus: tuple[Article, ...]) -> None:
    client = create_app({"ONRECORD_INDEX": index, "ONRECORD_TRUSTED_PROXIES": "unix"}).test_client()
    assert cited(client, corpus, "", SAID) == "https://press.example:8443/tools/press"
    assert cited(client, corpus, "127.0.0.1", SAID) == "http://localhost"


@pytest.mark.parametrize(
    ("addresses", "reader"),
    [
        ("198.51.100.9", "198.51.100.9"),
        ("198.51.100.9, 10.1.2.3", "198.51.100.9"),
        ("6.6.6.6, 198.51.100.9, 10.1.2.3, 10.1.2.4", "198.51.100.9"),
        ("10.1.2.3, 198.51.100.9", "198.51.100.9"),
        ("10.1.2.3", "10.1.2.3"),
        ("", PROXY),
    ],
)
def test_the_reader_is_the_nearest_that_is_no_proxy_of_ours(
    client: FlaskClient, addresses: str, reader: str
) -> None:
    headers = {"X-Forwarded-For": addresses}
    client.get("/healthz", headers=headers, environ_overrides={"REMOTE_ADDR": PROXY})
    assert request.remote_addr == reader


@pytest.mark.parametrize("scheme", ["javascript", "ftp", "", "http"])
def test_only_a_scheme_of_the_web_is_believed(
    client: FlaskClient, corpus: tuple[Article, ...], scheme: str
) -> None:
    assert cited(client, corpus, PROXY, {"X-Forwarded-Proto": scheme}) == "http://localhost"


@pytest.mark.parametrize(
    ("prefix", "believed"),
    [
        ("/press", "/press"),
        ("/press/", "/press"),
        ("/tools/press-2.0_a~b", "/tools/press-2.0_a~b"),
        ("/evil, /press", "/press"),
        ("//elsewhere.example", ""),
        ("/press//x", ""),
        ("https://elsewhere.example", ""),
        ("press", ""),
        ("/a?b", ""),
        ('/"><script>', ""),
        ("/pré", ""),
        ("/", ""),
    ],
)
def test_only_a_plain_path_is_believed_as_the_prefix(
    client: FlaskClient, corpus: tuple[Article, ...], prefix: str, believed: str
) -> None:
    address = cited(client, corpus, PROXY, {"X-Forwarded-Prefix": prefix})
    assert address == f"http://localhost{believed}"
