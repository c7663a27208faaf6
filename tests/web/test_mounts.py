"""Onrecord beside another WSGI application, in its process or in one of its own, as the README shows."""

from __future__ import annotations

import re
import urllib.request
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from werkzeug.test import Client, TestResponse

from tests.web.crawl import addresses, crawl, kinds
from tests.web.serving import Serve

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
PREFIX = "/onrecord"


def host_application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"the host's ", environ["PATH_INFO"].encode()]


def application(middleware: str, **filled: str) -> Client:
    """Return a client of the README's example with a middleware, its names filled in."""
    code = next(each for each in re.findall(r"```python\n(.*?)```", README, re.DOTALL) if middleware in each)
    code = re.sub("^> ?", "", code, flags=re.MULTILINE)
    for old, new in filled.items():
        assert old in code
        code = code.replace(old, new)
    names: dict[str, Any] = {"host_application": host_application}
    exec(code, names)
    return Client(names["application"])


def check(client: Client) -> None:
    def get(path: str) -> TestResponse:
        return client.get(path, buffered=True)

    assert kinds(crawl(get, PREFIX, 80), PREFIX) >= {"", "about", "article", "static"}
    assert get("/elsewhere").text == "the host's /elsewhere"
    missing = get(f"{PREFIX}/nothing")
    assert (missing.status_code, f'<a class="name" href="{PREFIX}/">' in missing.text) == (404, True)
    fragment = client.get(f"{PREFIX}/?q=spend", headers={"HX-Request": "true"})
    assert fragment.headers["HX-Push-Url"] == f"{PREFIX}/?q=spend"


def test_it_can_stand_beside_another_application(index: Path) -> None:
    check(application("DispatcherMiddleware", **{"/srv/onrecord/index": str(index)}))


def test_it_can_stand_beside_one_with_modules_of_the_same_names(index: Path, serve: Serve) -> None:
    with serve("--index", str(index), ONRECORD_TRUSTED_PROXIES="127.0.0.1") as running:
        client = application("ProxyMiddleware", **{"http://127.0.0.1:8000": running.address})
        check(client)
        forged = client.get(f"{PREFIX}/?q=spend", headers={"X-Forwarded-Prefix": "/evil"})
        assert "/evil" not in forged.text


def test_a_prefix_that_stays_on_the_path_is_taken_off(index: Path, serve: Serve) -> None:
    with (
        serve("--index", str(index), SCRIPT_NAME=PREFIX) as running,
        urllib.request.urlopen(f"{running.address}{PREFIX}/?q=spend", timeout=10) as answer,
    ):
        found = addresses(answer.read().decode())
    assert found
    assert all(each.startswith(f"{PREFIX}/") for each in found)


def test_no_header_can_set_the_prefix_that_way(index: Path, serve: Serve) -> None:
    with serve("--index", str(index), ONRECORD_TRUSTED_PROXIES="127.0.0.1") as running:
        for header in ("SCRIPT_NAME", "SCRIPT-NAME"):
            asked = urllib.request.Request(f"{running.address}/?q=spend", headers={header: "/evil"})
            with urllib.request.urlopen(asked, timeout=10) as answer:
                assert "/evil" not in answer.read().decode()
