"""Behind a real nginx, under a prefix, with sign-on by its header: the administrator's files as they are."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from index.article import Article
from tests.behind_nginx import MISSING, NAME, NGINX, Proxied, behind_nginx
from tests.web.crawl import addresses, crawl, kinds
from web.tokens import TokenFile

PREFIX = "/press"

pytestmark = pytest.mark.skipif(MISSING is not None, reason=str(MISSING))


@pytest.fixture(scope="module")
def tokens(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tokens") / "tokens.json"


@pytest.fixture(scope="module")
def proxied(index: Path, tokens: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxied]:
    own = {"ONRECORD_TOKENS": str(tokens), "ONRECORD_LOG_READING": "true"}
    with behind_nginx(tmp_path_factory.mktemp("nginx"), index, **own) as running:
        yield running


def last_line(proxied: Proxied) -> Any:
    """Return what Onrecord's log says of the last request."""
    (log,) = proxied.folder.glob("python*.out")
    return json.loads(log.read_text(encoding="utf-8").splitlines()[-1])


def test_nginx_takes_the_file(proxied: Proxied) -> None:
    command = [str(NGINX), "-t", "-c", str(proxied.folder / "main.conf")]
    assert "test is successful" in subprocess.run(command, capture_output=True, text=True, check=True).stderr


def test_systemd_takes_the_file(proxied: Proxied) -> None:
    command = shutil.which("systemd-analyze")
    if not command:
        pytest.skip("systemd-analyze was not found")
    unit = proxied.folder / "onrecord.service"
    said = subprocess.run([command, "verify", str(unit)], capture_output=True, text=True, check=False).stderr
    assert [line for line in said.splitlines() if "onrecord" in line] == []


def test_a_reader_is_known_and_a_stranger_is_not_let_in(proxied: Proxied) -> None:
    assert proxied.ask("/press/", reader=False).status_code == 401
    assert proxied.ask("/press/").status_code == 200
    assert last_line(proxied)["reader"] == "ann"


@pytest.mark.parametrize(
    "header", [{"X-Forwarded-User": "eve"}, {"X_Forwarded_User": "eve"}, {"x-forwarded-user": "a,b"}]
)
def test_nobody_can_say_who_they_are_through_the_proxy(proxied: Proxied, header: dict[str, str]) -> None:
    assert proxied.ask("/press/about", header).status_code == 200
    assert last_line(proxied)["reader"] == "ann"
    assert proxied.ask("/press/about", header, reader=False).status_code == 401
    no_token = {**header, "Authorization": "Bearer onrecord_none"}
    answer = proxied.ask("/press/api/v1/search", no_token, reader=False)
    assert (answer.status_code, answer.headers["Content-Type"]) == (401, "application/problem+json")


def test_a_program_signs_on_by_its_token(proxied: Proxied, tokens: Path) -> None:
    token = TokenFile(tokens).add("desk", ("read",))
    answer = proxied.ask("/press/api/v1/search?q=spend", {"Authorization": f"Bearer {token}"}, reader=False)
    assert answer.status_code == 200
    assert json.loads(answer.text)["links"]["self"] == "/press/api/v1/search?q=spend"
    assert last_line(proxied)["reader"] == "desk"


def test_what_the_reader_says_of_proxies_is_not_believed(
    proxied: Proxied, corpus: tuple[Article, ...]
) -> None:
    said = {
        "X-Forwarded-Prefix": "/evil",
        "X-Forwarded-Host": "evil.example",
        "X-Forwarded-Proto": "http",
        "X-Forwarded-For": "6.6.6.6",
        "SCRIPT_NAME": "/evil",
    }
    answer = proxied.ask(f"/press/article/{corpus[0].id}/cite.json", said)
    assert f"{proxied.origin}/press/article/{corpus[0].id}" in answer.text
    assert last_line(proxied)["from"] == "127.0.0.1"
    assert "evil" not in proxied.ask("/press/?q=spend", said).text


def test_every_address_leads_below_the_prefix(proxied: Proxied) -> None:
    answers = crawl(proxied.ask, PREFIX, 150)
    assert kinds(answers, PREFIX) >= {"", "about", "article", "outlet", "quote", "speaker", "static", "topic"}
    for answer in answers.values():
        assert "Set-Cookie" not in answer.headers
        whole = re.findall(rf"https?://{NAME}[^\s\"'<]*", answer.text)
        assert [each for each in whole if not each.startswith(f"{proxied.origin}{PREFIX}/")] == []


def test_a_fragment_and_what_it_pushes_lead_below_the_prefix(proxied: Proxied) -> None:
    answer = proxied.ask("/press/?q=spend", {"HX-Request": "true"})
    assert answer.headers["HX-Push-Url"] == "/press/?q=spend"
    assert addresses(answer.text)
    assert all(each.startswith("/press/") for each in addresses(answer.text))


@pytest.mark.parametrize(
    ("path", "status", "to"),
    [
        ("/press", 308, "/press/"),
        ("/press?q=spend", 308, "/press/?q=spend"),
        ("/press/quote/{quote}", 302, "/press/article/{article}#q-{quote}"),
        ("/press/nothing", 404, None),
        ("/press/api/v1/nothing", 404, None),
    ],
)
def test_redirections_and_errors_are_right_below_the_prefix(
    proxied: Proxied, corpus: tuple[Article, ...], path: str, status: int, to: str | None
) -> None:
    names = {"article": corpus[0].id, "quote": corpus[0].quotes[0].id}
    answer = proxied.ask(path.format(**names))
    assert (answer.status_code, answer.headers.get("Location")) == (status, to and to.format(**names))
    if path == "/press/nothing":
        assert '<a class="name" href="/press/">' in answer.text


def test_the_script_for_other_sites_and_its_frame_are_there(proxied: Proxied) -> None:
    assert proxied.ask("/press/embed.js").headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    policy = proxied.ask("/press/embed").headers["Content-Security-Policy"]
    assert "frame-ancestors https://intranet.example https://desk.example" in policy


def test_nobody_else_may_ask_for_it_by_another_name(proxied: Proxied) -> None:
    assert proxied.ask("/press/", {"Host": "evil.example"}).status_code == 400


def test_browsers_are_told_to_stay_with_https(proxied: Proxied) -> None:
    assert "Strict-Transport-Security" in proxied.ask("/press/").headers
