"""The search in other sites' frames: who may show it, how it looks, where its links lead, what makes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from search import Engine, SearchRequest
from search.page import SearchPage
from web.app import create_app
from web.embed import SHOWN
from web.parameter_table import PARAMETERS

SITES = ("https://intranet.example", "http://desk.example:8080")
SCRIPT = Path(__file__).parents[2] / "web/static/embed.js"


@pytest.fixture
def open_client(index: Path) -> Iterator[FlaskClient]:
    with create_app({"ONRECORD_INDEX": index, "ONRECORD_ALLOWED_SITES": SITES}).test_client() as client:
        yield client


def ancestors(client: FlaskClient, path: str) -> str:
    policy = client.get(path, buffered=True).headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'self'; ")
    assert "unsafe" not in policy
    return policy.split("frame-ancestors ")[1].split(";")[0]


@pytest.mark.parametrize("path", ["/embed", "/embed?q=spend", "/embed?q=(", "/embed?q=spend&theme=dark"])
def test_only_the_allowed_sites_may_show_it(open_client: FlaskClient, path: str) -> None:
    assert ancestors(open_client, path) == " ".join(SITES)


@pytest.mark.parametrize("path", ["/", "/about", "/nothing", "/embed?theme=blue", "/embed.js"])
def test_nothing_else_of_ours_may_be_shown_in_a_frame(open_client: FlaskClient, path: str) -> None:
    assert ancestors(open_client, path) == "'none'"


def test_nobody_may_show_it_unless_the_settings_say_so(client: FlaskClient) -> None:
    assert ancestors(client, "/embed") == "'none'"


def test_it_is_a_search_box_with_results_that_open_elsewhere(open_client: FlaskClient) -> None:
    page = open_client.get("/embed?q=spend&speaker=mark-rutte").text
    assert "2 quotes by Mark Rutte with “spend”" in page
    assert '<base target="_blank">' in page
    assert 'class="whole" href="/?q=spend&amp;speaker=mark-rutte"' in page
    assert "<img" not in page
    assert 'content="noindex"' in page


def test_it_counts_no_facet_but_those_it_names(
    open_client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[tuple[str, ...]] = []

    def search(engine: Engine, asked: SearchRequest) -> SearchPage:
        counted.append(asked.facets)
        return real(engine, asked)

    real = Engine.search
    monkeypatch.setattr(Engine, "search", search)
    page = open_client.get("/embed?speaker=mark-rutte&outlet=nato&page_size=1").text
    assert counted == [("speaker", "outlet")]
    assert "by Mark Rutte" in page
    assert "facets=" not in page


def test_a_page_past_the_last_says_so_and_leads_back(open_client: FlaskClient) -> None:
    page = open_client.get("/embed?q=spend&page=7").text
    assert "There is 1 page; this is page 7." in page
    (back,) = re.findall(r'id="page-last" href="([^"]+)"', page)
    assert '<ol class="hits"' not in page
    assert '<ol class="hits"' in open_client.get(back.replace("&amp;", "&")).text


def test_its_form_keeps_what_the_site_chose(
    open_client: FlaskClient,
) -> None:
    page = open_client.get("/embed?q=spend&speaker=mark-rutte&sort=newest&page=1&theme=dark&accent=05a").text
    kept = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page))
    assert kept == {
        "speaker": "mark-rutte",
        "sort": "newest",
        "page_size": str(SHOWN),
        "theme": "dark",
        "accent": "0055aa",
    }
    assert 'name="q" type="search" value="spend"' in page


def test_htmx_gets_the_results_alone_and_the_site_s_history_stays_as_it_is(open_client: FlaskClient) -> None:
    response = open_client.get("/embed?q=spend", headers={"HX-Request": "true"})
    assert "<html" not in response.text
    assert "hx-swap-oob" in response.text
    assert response.headers["HX-Push-Url"] == "false"
    assert "HX-Request" in response.headers["Vary"]


def test_its_other_pages_lead_back_into_the_frame(open_client: FlaskClient) -> None:
    page = open_client.get("/embed?page_size=1&theme=dark").text
    assert 'href="/embed?page=2&amp;page_size=1&amp;theme=dark" target="_self"' in page


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/embed?q=(", 400, "problem"),
        ("/embed?theme=blue", 400, "theme “blue” is none. Choose auto, light or dark."),
        ("/embed?accent=red", 400, "accent “red” is no colour. Write it as #00538a."),
        ("/embed?page=0", 400, "problem"),
        ("/embed?colour=1", 200, "There is no parameter “colour”; it was ignored."),
        ("/accent-red.css", 404, "is no colour"),
    ],
)
def test_what_it_cannot_do_is_said(open_client: FlaskClient, path: str, status: int, said: str) -> None:
    response = open_client.get(path)
    assert response.status_code == status
    assert said in response.text


def test_without_an_index_it_says_so(tmp_path: Path) -> None:
    client = create_app({"ONRECORD_INDEX": tmp_path / "none"}).test_client()
    response = client.get("/embed")
    assert response.status_code == 503
    assert "Nothing to search yet" in response.text
    assert "There is no index yet" in response.text


def test_an_accent_is_a_stylesheet_of_ours(open_client: FlaskClient) -> None:
    page = open_client.get("/embed?accent=%2305a").text
    assert '<link rel="stylesheet" href="/accent-0055aa.css">' in page
    style = open_client.get("/accent-0055aa.css")
    assert style.mimetype == "text/css"
    assert "--accent: light-dark(#0055aa, #" in style.text


def test_the_script_stays_where_it_is_and_is_asked_for_anew(client: FlaskClient) -> None:
    first = client.get("/embed.js", buffered=True)
    assert first.status_code == 200
    assert first.mimetype == "text/javascript"
    assert "no-cache" in first.headers["Cache-Control"]
    assert first.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    again = client.get("/embed.js", headers={"If-None-Match": first.headers["ETag"]}, buffered=True)
    assert again.status_code == 304


@pytest.mark.parametrize("path", ["/", "/embed", "/api/v1/search", "/about"])
def test_no_other_site_may_load_anything_else(client: FlaskClient, path: str) -> None:
    assert client.get(path).headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_the_script_can_preset_every_parameter_but_the_page() -> None:
    source = SCRIPT.read_text(encoding="utf-8")
    plain = re.search(r'\.\.\.\[("q".*?)\]', source)
    facets = re.search(r"FACETS = \[(.*?)\]", source)
    assert plain
    assert facets
    names = {*re.findall(r'"(\S+?)"', plain[1]), *re.findall(r'"(\S+?)"', facets[1]), "page_size"}
    assert names == {name for name in (each.name for each in PARAMETERS) if not name.startswith("-")} - {
        "page"
    }


def test_it_sets_no_cookie(open_client: FlaskClient) -> None:
    for path in ("/embed", "/embed.js", "/accent-05a.css"):
        assert "Set-Cookie" not in open_client.get(path, buffered=True).headers
