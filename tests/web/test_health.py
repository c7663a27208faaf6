"""Health: a process that lives, and an index that can be searched, are two things."""

from pathlib import Path

from flask.testing import FlaskClient

from web.app import create_app


def test_alive_and_ready_with_the_generation(client: FlaskClient) -> None:
    assert client.get("/healthz").text == "ok\n"
    assert client.get("/readyz").text == "ready, generation 1\n"
    assert client.get("/readyz").headers["Cache-Control"] == "no-store"


def test_without_an_index_the_process_lives_and_is_not_ready(tmp_path: Path) -> None:
    client = create_app({"ONRECORD_INDEX": tmp_path / "none"}).test_client()
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 503
