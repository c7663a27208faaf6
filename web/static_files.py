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
from typing import NamedTuple

from flask import Blueprint, Response, g, send_from_directory
from werkzeug.exceptions import NotFound

from web.addresses import address
from web.installation import settings

FOLDER = Path(__file__).parent / "static"
FOREVER = "public, max-age=31536000, immutable"
DIGEST = 12  # hexadecimal digits

Stamp = tuple[str, int, int]
"""A file's path in the folder, its time and its size."""


class Files(NamedTuple):
    """The files there are: their paths in the folder, and the version of all of them."""

    names: frozenset[str]
    version: str


blueprint = Blueprint("assets", __name__)


def asset(name: str) -> str | None:
    """Return the address of a static file, None where the file is not there."""
    files = _files()
    return address("assets.versioned", version=files.version, filename=name) if name in files.names else None


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
    if version == _files().version:
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


def _files() -> Files:
    """Return the files as they are, looked at once a request."""
    if "static_files" not in g:
        g.static_files = _read(tuple(sorted(_stamps(str(FOLDER)))))
    found: Files = g.static_files
    return found


@lru_cache(maxsize=2)
def _read(stamps: tuple[Stamp, ...]) -> Files:
    names = [name for name, _, _ in stamps]
    contents = (name.encode() + (FOLDER / name).read_bytes() for name in names)
    return Files(frozenset(names), _digest(b"".join(contents)))


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
