"""Whether an answer is a whole page or the part of it that htmx swaps."""

from __future__ import annotations

from flask import request
from htmx_flask.requests import HtmxHeaders


def wants_fragment() -> bool:
    """Whether htmx asks for the part it swaps. A page restored from history is a whole one."""
    htmx = HtmxHeaders(request.headers)
    return bool(htmx) and not htmx.history_restore_request
