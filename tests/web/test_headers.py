"""Headers of every answer: a page, an error, a 304, a file."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from web.app import create_app

PATHS = (
    "/",
    "/about",
    "/nothing",
    "/api/v1/search",
    "/api/nothing",
    "/static/v-0/onrecord.css",
    "/healthz",
    "/?page=0",
)


@pytest.mark.parametrize("path", PATHS)
def test_https_is_insisted_on_where_the_settings_say_so_and_nowhere_else(
    client: FlaskClient, index: Path, path: str
) -> None:
    secure = create_app({"ONRECORD_INDEX": index, "ONRECORD_HTTPS": True}).test_client()
    with secure.get(path) as told, client.get(path) as untold:
        assert told.headers["Strict-Transport-Security"] == "max-age=31536000"
        assert "Strict-Transport-Security" not in untold.headers


def test_an_answer_that_has_not_changed_has_them_all(client: FlaskClient) -> None:
    tag = client.get("/api/v1/search").headers["ETag"]
    same = client.get("/api/v1/search", headers={"If-None-Match": tag})
    assert same.status_code == 304
    for name in ("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "X-Request-ID"):
        assert name in same.headers
