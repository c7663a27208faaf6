"""Nothing is sent, or searched, twice: ETags, 304, and what caches are told."""

import shutil
import time
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from index.article import Article
from index.writer import open_writer
from search.engine import CHECK_EVERY, Engine
from web.app import create_app

PATHS = (
    "/api/v1/search?q=spend",
    "/api/v1/search?view=articles",
    "/api/v1/facets/speaker?find=ru",
    "/api/v1/suggest?q=ru",
    "/api/v1/articles/talksaaaaaaa",
    "/api/v1/speakers/mark-rutte",
    "/api/v1/openapi.json",
    "/api",
    "/?q=spend",
    "/article/talksaaaaaaa",
    "/article/talksaaaaaaa/cite.txt",
    "/speaker/mark-rutte",
    "/values/outlet",
    "/values/outlet?find=da",
    "/about",
    "/search.csv",
    "/search.atom?q=spend",
    "/opensearch.xml",
    "/suggest.json?q=ru",
)


def tag_of(client: FlaskClient, path: str) -> str:
    return client.get(path).headers["ETag"]


def write(folder: Path, *articles: Article) -> None:
    with open_writer(folder) as writer:
        for article in articles:
            writer.add(article, fingerprint="1")
        writer.commit()


@pytest.mark.parametrize("path", PATHS)
def test_what_the_asker_has_is_neither_looked_for_nor_sent(
    client: FlaskClient, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = client.get(path)
    assert first.headers["ETag"].startswith('W/"')
    for name in ("search", "stream", "facet", "suggest", "article", "quote", "person", "forms", "counts"):
        monkeypatch.delattr(Engine, name)
    for method in ("GET", "HEAD"):
        again = client.open(path, method=method, headers={"If-None-Match": first.headers["ETag"]})
        assert (again.status_code, again.data) == (304, b"")
        assert again.headers["ETag"] == first.headers["ETag"]
        assert again.headers["Cache-Control"] == first.headers["Cache-Control"]


@pytest.mark.parametrize("path", [path for path in PATHS if not path.startswith("/search.")])
def test_what_has_no_time_of_its_own_claims_none(client: FlaskClient, path: str) -> None:
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert "Last-Modified" not in first.headers
    assert "Last-Modified" not in again.headers


@pytest.mark.parametrize(
    ("path", "same"),
    [
        ("/api/v1/search?page=&q=spend", True),
        ("/api/v1/search?q=%20spend&sort=relevance", True),
        ("/api/v1/search?q=spending", False),
        ("/api/v1/search?q=spend&colour=red", False),
        ("/api/v1/facets/speaker?q=spend", False),
    ],
)
def test_a_tag_names_a_request_as_it_is_understood(client: FlaskClient, path: str, same: bool) -> None:
    assert (tag_of(client, path) == tag_of(client, "/api/v1/search?q=spend")) is same


def test_each_facet_and_each_find_has_a_tag_of_its_own(client: FlaskClient) -> None:
    paths = ("speaker", "outlet", "speaker?find=ru", "speaker?page=2")
    assert len({tag_of(client, f"/api/v1/facets/{path}") for path in paths}) == len(paths)


def test_under_another_prefix_the_tag_is_another(client: FlaskClient) -> None:
    below = client.get("/api/v1/search", environ_overrides={"SCRIPT_NAME": "/press"})
    assert below.headers["ETag"] != tag_of(client, "/api/v1/search")


def test_what_is_gone_is_no_304_for_whoever_would_take_anything(client: FlaskClient) -> None:
    anything = {"If-None-Match": "*"}
    assert client.get("/api/v1/articles/none", headers=anything).status_code == 404
    assert client.get("/api/v1/search", headers=anything).status_code == 200


def test_a_commit_and_an_index_made_anew_change_every_tag(
    tmp_path: Path, corpus: tuple[Article, ...]
) -> None:
    folder = tmp_path / "index"
    client = create_app({"ONRECORD_INDEX": folder}).test_client()
    tags = []
    for turn in range(3):
        if turn == 2:
            shutil.rmtree(folder)
            time.sleep(0.01)  # an index made anew counts its commits from 1 again
        write(folder, corpus[turn % 2])
        time.sleep(CHECK_EVERY)
        tags.append([tag_of(client, path) for path in ("/api/v1/search", "/api/v1/openapi.json")])
    assert len({tag for pair in tags for tag in pair}) == 6


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({}, "private, no-cache"),
        ({"ONRECORD_CACHE": "public"}, "public, no-cache"),
        ({"ONRECORD_CACHE": "public", "ONRECORD_CACHE_SECONDS": "60"}, "public, max-age=60"),
        ({"ONRECORD_CACHE_SECONDS": 5}, "private, max-age=5"),
    ],
)
def test_caches_are_told_what_the_settings_say(index: Path, settings: dict[str, str], said: str) -> None:
    client = create_app({"ONRECORD_INDEX": index, **settings}).test_client()
    told = client.get("/api/v1/search").headers["Cache-Control"]
    assert sorted(told.split(", ")) == sorted(said.split(", "))


def test_other_settings_are_other_answers(index: Path) -> None:
    given: tuple[dict[str, object], ...] = (
        {},
        {"ONRECORD_EXPORT_LIMIT": 3},
        {"ONRECORD_CONTACT": "desk@daily.example"},
    )
    clients = [create_app({"ONRECORD_INDEX": index, **settings}).test_client() for settings in given]
    assert len({tag_of(client, "/") for client in clients}) == len(given)
    assert tag_of(clients[0], "/") == tag_of(create_app({"ONRECORD_INDEX": index}).test_client(), "/")


def test_a_refusal_is_never_kept(index: Path) -> None:
    client = create_app({"ONRECORD_INDEX": index, "ONRECORD_CACHE_SECONDS": 60}).test_client()
    for path in ("/api/v1/search?page=0", "/api/v1/articles/none", "/api/v1/none", "/none"):
        refused = client.get(path)
        assert refused.headers["Cache-Control"] == "no-cache"
        assert "ETag" not in refused.headers


def test_compressed_answers_have_the_same_tag(client: FlaskClient) -> None:
    plain = client.get("/api/v1/search")
    packed = client.get("/api/v1/search", headers={"Accept-Encoding": "br"})
    assert packed.headers["Content-Encoding"] == "br"
    assert packed.headers["ETag"] == plain.headers["ETag"]
    assert "Accept-Encoding" in packed.headers["Vary"]


@pytest.mark.parametrize("path", ["/?q=spend", "/api", "/about", "/api/v1/search", "/article/talksaaaaaaa"])
def test_no_day_is_said_of_what_has_none(client: FlaskClient, path: str) -> None:
    assert "Last-Modified" not in client.get(path).headers


@pytest.mark.parametrize("path", ["/api", "/about", "/article/talksaaaaaaa", "/speaker/mark-rutte"])
def test_a_new_style_is_a_new_page(index: Path, tmp_path: Path, path: str) -> None:
    style = tmp_path / "own.css"
    style.write_text(":root { --accent: blue }", encoding="utf-8")
    client = create_app({"ONRECORD_INDEX": index, "ONRECORD_STYLESHEET": style}).test_client()
    blue = tag_of(client, path)
    style.write_text(":root { --accent: green }", encoding="utf-8")
    assert tag_of(client, path) != blue


def test_a_list_of_values_is_kept_apart_from_its_fragment(client: FlaskClient) -> None:
    page = client.get("/values/speaker")
    fragment = client.get("/values/speaker", headers={"HX-Request": "true"})
    assert page.headers["ETag"] != fragment.headers["ETag"]
    for answer in (page, fragment):
        assert {"HX-Request", "HX-History-Restore-Request"} <= set(answer.headers["Vary"].split(", "))


def test_a_page_and_its_fragment_are_two_answers_and_a_new_style_a_third(index: Path, tmp_path: Path) -> None:
    style = tmp_path / "own.css"
    style.write_text(":root { --accent: blue }", encoding="utf-8")
    client = create_app({"ONRECORD_INDEX": index, "ONRECORD_STYLESHEET": style}).test_client()
    page, fragment = client.get("/?q=spend"), client.get("/?q=spend", headers={"HX-Request": "true"})
    assert page.headers["ETag"] != fragment.headers["ETag"]
    again = {"If-None-Match": fragment.headers["ETag"], "HX-Request": "true"}
    kept = client.get("/?q=spend", headers=again)
    assert (kept.status_code, kept.headers["HX-Push-Url"]) == (304, "/?q=spend")
    assert {"HX-Request", "HX-History-Restore-Request"} <= set(kept.headers["Vary"].split(", "))
    style.write_text(":root { --accent: green }", encoding="utf-8")
    assert tag_of(client, "/?q=spend") != page.headers["ETag"]


def test_a_page_that_says_what_is_wrong_is_never_kept(client: FlaskClient) -> None:
    refused = client.get("/?q=%22")
    assert (refused.status_code, refused.headers["Cache-Control"]) == (400, "no-cache")
    assert "ETag" not in refused.headers
