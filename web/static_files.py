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

from flask import Flask, Response, g, url_for
from werkzeug.exceptions import NotFound

FOREVER = "public, max-age=31536000, immutable"
DIGEST = 12  # hexadecimal digits
OWN_STYLE = "ONRECORD_STYLESHEET"

Stamp = tuple[str, int, int]
"""A file's path in the folder, its time and its size."""


def version_static_files(app: Flask) -> None:
    """Give templates ``asset(name)``, and far-future caching to what it leads to."""
    folder = Path(str(app.static_folder))

    @lru_cache(maxsize=2)
    def digest(stamps: tuple[Stamp, ...]) -> str:
        content = hashlib.sha256()
        for name, _, _ in stamps:
            content.update(name.encode() + (folder / name).read_bytes())
        return content.hexdigest()[:DIGEST]

    def version() -> str:
        """Return the version of the files as they are, looked at once a request."""
        if "static_version" not in g:
            g.static_version = digest(tuple(sorted(_stamps(str(folder)))))
        found: str = g.static_version
        return found

    def asset(name: str) -> str | None:
        """Return the address of a static file, None where the file is not there."""
        if not (folder / name).is_file():
            return None
        return url_for("versioned", version_=version(), filename=name)

    def versioned(version_: str, filename: str) -> Response:
        response = app.send_static_file(filename)
        if response.status_code == HTTPStatus.OK:
            response.direct_passthrough = False
            response.set_data(response.get_data())  # a stream is not compressed for those who take gzip only
        if version_ == version():
            response.headers["Cache-Control"] = FOREVER
        return response

    app.jinja_env.globals["asset"] = asset
    app.add_url_rule("/static/v-<version_>/<path:filename>", "versioned", versioned)


def lay_own_style_over(app: Flask) -> None:
    """Give templates ``own_style()``: the address of the stylesheet the configuration names, or None.

    It stands after ours, so that what it says goes: other colours, another typeface.
    """

    def path() -> Path | None:
        named = app.config.get(OWN_STYLE)
        return Path(named).absolute() if named else None

    def own_style() -> str | None:
        style = path()
        if style is None or not style.is_file():
            return None
        digest = hashlib.sha256(style.read_bytes()).hexdigest()[:DIGEST]
        return url_for("own_style", version=digest)

    def served(version: str) -> Response:
        style = path()
        if style is None or not style.is_file():
            raise NotFound
        response = Response(style.read_text(encoding="utf-8"), mimetype="text/css")
        if hashlib.sha256(style.read_bytes()).hexdigest().startswith(version):
            response.headers["Cache-Control"] = FOREVER
        return response

    app.jinja_env.globals["own_style"] = own_style
    app.add_url_rule("/own-<version>.css", "own_style", served)


def _stamps(folder: str, within: str = "") -> Iterator[Stamp]:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = within + entry.name
            if entry.is_dir():
                yield from _stamps(entry.path, f"{name}/")
            elif entry.is_file():
                status = entry.stat()
                yield name, status.st_mtime_ns, status.st_size
