"""A line of JSON for each request: when, which view, how it went, how long it took; its id, to find it by.

What somebody reads and searches for is nobody else's business, so who asked and for what is left out
unless the settings say otherwise.
"""

from __future__ import annotations

import datetime as dt
import json
import logging
import re
import time
import uuid
from typing import Any, TextIO

from flask import Response, g, request

from web.addresses import view_name
from web.installation import settings
from web.proxies import peer
from web.sign_on import reader

HEADER = "X-Request-ID"

_ID = re.compile(r"[A-Za-z0-9._:+/=-]{1,128}")
_log = logging.getLogger("onrecord.requests")


def begin_request() -> None:
    """Note when the request began, and its id: that of a trusted proxy, or a new one."""
    g.onrecord_begun = time.perf_counter()
    given = request.headers.get(HEADER, "")
    believed = peer(request.environ) in settings().trusted_proxies and _ID.fullmatch(given)
    g.onrecord_id = given if believed else uuid.uuid4().hex


def request_id() -> str:
    """Return the id of the request; "" before it has begun."""
    return str(g.get("onrecord_id", ""))


def seconds_taken() -> float | None:
    """Return how long the request has taken so far, None where it never came to us."""
    begun = g.get("onrecord_begun")
    return None if begun is None else time.perf_counter() - begun


def log_request(response: Response, seconds: float) -> None:
    """Write the line of a request; a streamed answer has only begun by then."""
    if _log.isEnabledFor(logging.INFO):
        fields = {**_line(response, seconds), **(_reading() if settings().log_reading else {})}
        _log.info(json.dumps(fields))  # in ASCII: nothing in it commands a terminal or ends the line


def write_lines_to(stream: TextIO) -> None:
    """Have the lines written to a stream, and nowhere else."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(message)s"))
    _log.handlers[:] = [handler]
    _log.setLevel(logging.INFO)
    _log.propagate = False


def _line(response: Response, seconds: float) -> dict[str, Any]:
    return {
        "time": dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "id": request_id(),
        "method": request.method,
        "view": view_name(),
        "status": response.status_code,
        "ms": round(seconds * 1000, 1),
    }


def _reading() -> dict[str, Any]:
    signed = reader()
    return {
        "reader": signed.name if signed else None,
        "from": request.remote_addr,
        "address": request.full_path.removesuffix("?"),
    }
