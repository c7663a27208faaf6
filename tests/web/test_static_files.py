"""Static files: an address for what is there, none for what is not."""

from pathlib import Path

import pytest
from flask import Flask

from web.static_files import FOREVER, version_static_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.css").write_text("one")
    return tmp_path


@pytest.fixture
def app(folder: Path) -> Flask:
    app = Flask(__name__, static_folder=str(folder), static_url_path="/static")
    version_static_files(app)
    return app


def address(app: Flask, name: str) -> str | None:
    with app.test_request_context():
        found: str | None = app.jinja_env.globals["asset"](name)  # type: ignore[operator]
        return found


def test_the_address_changes_with_the_content(app: Flask, folder: Path) -> None:
    first = address(app, "a.css")
    assert address(app, "a.css") == first
    (folder / "a.css").write_text("two, and longer")
    assert address(app, "a.css") != first


def test_a_file_that_is_not_there_has_no_address(app: Flask) -> None:
    assert address(app, "vendor/htmx.min.js") is None


def test_only_a_versioned_address_is_kept_for_ever(app: Flask) -> None:
    client = app.test_client()
    with client.get(address(app, "a.css") or "") as versioned, client.get("/static/a.css") as plain:
        assert versioned.headers["Cache-Control"] == FOREVER
        assert plain.headers.get("Cache-Control") != FOREVER
    assert client.get("/static/none.css?v=1").headers.get("Cache-Control") != FOREVER
