"""Answers that are not sent twice: a weak ETag of what decides them, and how long caches may keep them."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from flask import Response, request

from web.installation import readable, settings, stated
from web.rendering import as_html
from web.static_files import asset, own_style

TAG = 20  # hexadecimal digits
PROGRAM = ("index", "search", "web")
"""The folders beside this one's whose files are the program."""


def conditional(
    decides: object, make: Callable[[], Response], modified: dt.datetime | None = None
) -> Response:
    """Return what ``make`` gives; 304, and nothing is made, where the asker has this very answer.

    ``decides`` is all that the answer depends on beside host and path, the settings, the index and the
    program: the request as it was understood and the remarks on it. It is known before anything is searched.
    Where ``modified`` is given, an asker without a tag may have the answer of that time.
    """
    tag = _tag(decides)
    asked = request.if_none_match
    known = asked.contains_weak(tag) and not asked.star_tag  # what "*" asks for may not be there
    if modified and not asked and request.if_modified_since:
        known = modified.replace(microsecond=0) <= request.if_modified_since
    response = Response(status=304) if known else make()
    response.set_etag(tag, weak=True)
    if modified:  # of None, werkzeug would make the present time
        response.last_modified = modified
    return kept(response)


def conditional_page(decides: object, template: str, fill: Callable[[], Mapping[str, Any]]) -> Response:
    """Return a template filled in, by the rules of ``conditional``; what it looks like decides too."""
    looks = (template, asset("onrecord.css"), own_style())
    return conditional((decides, looks), lambda: as_html(template, **fill()))


def kept(response: Response) -> Response:
    """Return the response with what the settings say of caches."""
    chosen = settings()
    control = response.cache_control
    if chosen.cache == "public":
        control.public = True
    else:
        control.private = True
    if chosen.cache_seconds:
        control.max_age = chosen.cache_seconds
    else:
        control.no_cache = True
    return response


def _tag(decides: object) -> str:
    index = readable()  # where none can be read, the answer itself may say so
    said = repr((_program(), index and index.version, stated(), request.url_root, request.path, decides))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:TAG]


@cache
def _program() -> int:
    """Return when the newest of the program's files was written: another program, other answers."""
    root = Path(__file__).parents[1]
    files = (path for folder in PROGRAM for path in (root / folder).rglob("*") if path.is_file())
    return max(path.stat().st_mtime_ns for path in files if path.suffix != ".pyc")
