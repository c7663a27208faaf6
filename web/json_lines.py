"""Hits as JSON lines: each the object that /api/v1/search has of it, the links as there."""

from __future__ import annotations

import json
from collections.abc import Iterator

from search.page import HitStream
from web.api import hit_json


def json_lines(stream: HitStream) -> Iterator[str]:
    """Yield an object for each hit, on a line of its own."""
    for hit in stream.hits:
        yield json.dumps(hit_json(hit), ensure_ascii=False, separators=(",", ":")) + "\n"
