"""Static files: an address for what is there, none for what is not, kept for ever and compressed."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from web import static_files
from web.app import create_app
from web.static_files import FOREVER, asset


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "js").mkdir()
    (tmp_path / "a.css").write_text("one")
    (tmp_path / "js/main.js").write_text('import "./other.js";')
    return tmp_path


@pytest.fixture
def bare(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Flask:
    monkeypatch.setattr(static_files, "FOLDER", folder)
    return create_app({"ONRECORD_INDEX": folder})


def address(app: Flask, name: str) -> str | None:
    with app.test_request_context():
        return asset(name)


@pytest.mark.parametrize("changed", ["a.css", "js/other.js"])
def test_the_address_changes_with_the_content_of_any_file(bare: Flask, folder: Path, changed: str) -> None:
    first = address(bare, "js/main.js")
    assert address(bare, "js/main.js") == first
    (folder / changed).write_text("two, and longer")
    assert address(bare, "js/main.js") != first


def test_a_file_that_is_not_there_has_no_address(bare: Flask) -> None:
    assert address(bare, "vendor/htmx.min.js") is None


def test_only_the_present_version_is_kept_for_ever(bare: Flask) -> None:
    client = bare.test_client()
    present = address(bare, "a.css") or ""
    for path, kept in ((present, True), ("/static/v-0123456789ab/a.css", False)):
        with client.get(path) as response:
            assert response.status_code == 200
            assert (response.headers.get("Cache-Control") == FOREVER) is kept
    assert client.get(present.replace("a.css", "none.css")).status_code == 404


def test_a_file_outside_the_folder_is_not_served(bare: Flask) -> None:
    assert bare.test_client().get("/static/v-1/../../etc/passwd").status_code == 404


@pytest.mark.parametrize(("accepted", "encoding"), [("br, gzip", "br"), ("gzip", "gzip"), ("", None)])
def test_pages_styles_and_scripts_are_compressed(
    client: FlaskClient, accepted: str, encoding: str | None
) -> None:
    style = client.get("/").text.split('rel="stylesheet" href="')[1].split('"')[0]
    for path in ("/", style, "/api/v1/search"):
        with client.get(path, headers={"Accept-Encoding": accepted}) as response:
            assert response.headers.get("Content-Encoding") == encoding
            assert "Accept-Encoding" in response.headers["Vary"] or encoding is None


@pytest.mark.parametrize("accepted", ["br", "gzip", ""])
def test_what_a_browser_has_is_not_sent_again(client: FlaskClient, accepted: str) -> None:
    style = client.get("/").text.split('rel="stylesheet" href="')[1].split('"')[0]
    headers = {"Accept-Encoding": accepted}
    with client.get(style, headers=headers) as first:
        tag = first.headers["ETag"]
    with client.get(style, headers=headers | {"If-None-Match": tag}) as second:
        assert (second.status_code, second.get_data()) == (304, b"")


def test_a_stylesheet_of_ones_own_is_laid_over_ours(index: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.css"
    own.write_text("")
    app = create_app({"ONRECORD_INDEX": index, "ONRECORD_STYLESHEET": str(own)})
    client = app.test_client()
    own.unlink()
    assert "own-" not in client.get("/about").text
    assert client.get("/own-0.css").status_code == 404
    own.write_text(":root { --accent: #00538a }")
    page = client.get("/about").text
    path = page.split('href="/own-')[1].split('"')[0]
    assert page.index("onrecord.css") < page.index("/own-")
    style = client.get(f"/own-{path}")
    assert (style.text, style.mimetype) == (own.read_text(), "text/css")
    assert style.headers["Cache-Control"] == FOREVER
    assert client.get("/own-0123456789ab.css").headers.get("Cache-Control") != FOREVER
