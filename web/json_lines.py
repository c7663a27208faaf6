"""Hits as JSON lines: each the object that /api/v1/search has of it, the links as there."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from search.page import HitStream, QuoteHit
from web.answers import article_hit, quote_hit


def json_lines(stream: HitStream) -> Iterator[str]:
    """Yield an object for each hit, on a line of its own."""
    for hit in stream.hits:
        shape = quote_hit(hit) if isinstance(hit, QuoteHit) else article_hit(hit)
        yield msgspec.json.encode(shape).decode() + "\n"
