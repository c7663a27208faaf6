"""Static files whose address changes with their content, so that a browser may keep them for ever."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from flask import Flask, Response, request, url_for

FOREVER = "public, max-age=31536000, immutable"
DIGEST = 12  # hexadecimal digits


def version_static_files(app: Flask) -> None:
    """Give templates ``asset(name)``, and far-future caching to what they link to."""
    folder = Path(str(app.static_folder))

    @cache
    def digest(path: Path, _changed: int) -> str:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:DIGEST]

    def asset(name: str) -> str | None:
        """Return the address of a static file, None where the file is not there."""
        path = folder / name
        if not path.is_file():
            return None
        return url_for("static", filename=name, v=digest(path, path.stat().st_mtime_ns))

    def keep(response: Response) -> Response:
        if request.endpoint == "static" and "v" in request.args and response.status_code < 400:
            response.headers["Cache-Control"] = FOREVER
        return response

    app.jinja_env.globals["asset"] = asset
    app.after_request(keep)
