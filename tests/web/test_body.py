"""Bodies: a size as people write it, and none larger than that, whether or not it tells."""

from pathlib import Path

import pytest
from flask import Flask, Request
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.test import EnvironBuilder

from web.app import create_app
from web.body import body_of, check_size
from web.setting_types import Size


@pytest.mark.parametrize(
    ("value", "size", "written"),
    [
        ("1 MB", 10**6, "1 MB"),
        ("500kb", 500_000, "500 KB"),
        ("1500", 1500, "1500 B"),
        (2000, 2000, "2 KB"),
        ("3GB", 3 * 10**9, "3 GB"),
    ],
)
def test_sizes_are_read_and_written(value: object, size: int, written: str) -> None:
    assert Size.of(value) == size
    assert str(Size.of(value)) == written


@pytest.mark.parametrize("value", ["", "MB", "1 MiB", "-1 MB", "1.5 MB", True, None, 1.5])
def test_what_is_no_size_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="“1 MB”"):
        Size.of(value)


@pytest.mark.parametrize("path", ["/", "/about", "/api/v1/search", "/nothing"])
def test_a_body_past_the_size_of_the_settings_is_refused(index: Path, path: str) -> None:
    client = create_app({"ONRECORD_INDEX": index, "ONRECORD_LARGEST_BODY": "1 KB"}).test_client()
    refused = client.post(path, data=b"x" * 1001)
    assert refused.status_code == 413
    assert "larger than 1 KB" in refused.text
    assert client.post(path, data=b"x" * 1000).status_code in (404, 405)


def taken(request: Request) -> bytes:
    check_size(request, Size(1000))
    return body_of(request)


@pytest.mark.parametrize("length", [0, 1000, 1001, 100_000])
@pytest.mark.parametrize("told", [True, False])
def test_a_body_is_taken_up_to_the_size_whether_or_not_it_tells_it(length: int, told: bool) -> None:
    environ = EnvironBuilder(method="POST", data=b"x" * length).get_environ()
    environ["wsgi.input_terminated"] = True  # as gunicorn says of a body in chunks
    if not told:
        environ.pop("CONTENT_LENGTH", None)
    if length <= 1000:
        assert len(taken(Request(environ))) == length
    else:
        with pytest.raises(RequestEntityTooLarge, match="larger than 1 KB"):
            taken(Request(environ))


def test_a_smaller_limit_of_the_host_holds() -> None:
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = 10
    refused = pytest.raises(RequestEntityTooLarge, match="larger than 10 B")
    with app.test_request_context(method="POST", data=b"x" * 11) as context, refused:
        taken(context.request)
