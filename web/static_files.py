"""Static files under an address that changes with their content, so that a browser may keep them for ever.

The version is a part of the path and one for all files, so that a script finds its modules beside itself.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import lru_cache
from http import HTTPStatus
from pathlib import Path

from flask import Blueprint, Response, g, send_from_directory
from werkzeug.exceptions import NotFound

from web.addresses import address
from web.installation import settings

FOLDER = Path(__file__).parent / "static"
FOREVER = "public, max-age=31536000, immutable"
DIGEST = 12  # hexadecimal digits

Stamp = tuple[str, int, int]
"""A file's path in the folder, its time and its size."""

blueprint = Blueprint("assets", __name__)


def asset(name: str) -> str | None:
    """Return the address of a static file, None where the file is not there."""
    if not (FOLDER / name).is_file():
        return None
    return address("assets.versioned", version=_version(), filename=name)


def own_style() -> str | None:
    """Return the address of the stylesheet the settings name, or None.

    It stands after ours, so that what it says goes: other colours, another typeface.
    """
    style = _own_style()
    return address("assets.own", version=_digest(style.read_bytes())) if style else None


@blueprint.get("/static/v-<version>/<path:filename>")
def versioned(version: str, filename: str) -> Response:
    """Give a static file; for ever where the version is that of the files as they are."""
    response = static_file(filename)
    if version == _version():
        response.headers["Cache-Control"] = FOREVER
    return response


def static_file(name: str) -> Response:
    """Give a static file, to be asked for anew each time; NotFound where it is not there."""
    response = send_from_directory(FOLDER, name, max_age=0)
    if response.status_code == HTTPStatus.OK:
        response.direct_passthrough = False
        response.set_data(response.get_data())  # a stream is not compressed for those who take gzip only
    return response


@blueprint.get("/own-<version>.css")
def own(version: str) -> Response:
    """Give the stylesheet the settings name."""
    style = _own_style()
    if style is None:
        raise NotFound
    content = style.read_bytes()
    response = Response(content, mimetype="text/css")
    if _digest(content) == version:
        response.headers["Cache-Control"] = FOREVER
    return response


def _own_style() -> Path | None:
    style = settings().stylesheet
    return style if style and style.is_file() else None


def _version() -> str:
    """Return the version of the files as they are, looked at once a request."""
    if "static_version" not in g:
        g.static_version = _digest_of_all(tuple(sorted(_stamps(str(FOLDER)))))
    found: str = g.static_version
    return found


@lru_cache(maxsize=2)
def _digest_of_all(stamps: tuple[Stamp, ...]) -> str:
    return _digest(b"".join(name.encode() + (FOLDER / name).read_bytes() for name, _, _ in stamps))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:DIGEST]


def _stamps(folder: str, within: str = "") -> Iterator[Stamp]:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = within + entry.name
            if entry.is_dir():
                yield from _stamps(entry.path, f"{name}/")
            elif entry.is_file():
                status = entry.stat()
                yield name, status.st_mtime_ns, status.st_size
