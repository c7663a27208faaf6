"""What the index stores of an article → the article, and what people call its values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from index.article import Article, Quote
from index.codec.stored import reader_of
from index.record import Read, article_from, read


def stored_article(document: Mapping[str, Any]) -> Article:
    """Return the article of an article's stored fields."""
    return article_from(document["record"], document.get("text"))


class _Stored(msgspec.Struct):
    """What an article is read from, of all that its document stores."""

    record: Any  # bytes; in indexes of the first months a str, which no struct takes beside them
    text: str | None = None


class _StoredNames(msgspec.Struct):
    names: dict[str, dict[str, str]]


_read_stored, _read_names = reader_of(_Stored), reader_of(_StoredNames)


def read_stored(stored: bytes, finished: Callable[[Quote], Quote] | None = None) -> Read:
    """Return the article of stored fields, as the codec keeps them, and where its quotes stand.

    Each quote is as ``finished`` makes it, by itself as it was written.
    """
    found = _read_stored(stored)
    return read(found.record, found.text, finished)


def stored_names(stored: bytes) -> Mapping[str, Mapping[str, str]]:
    """Return of the stored fields of an article, facet by facet, its ids and what people call them."""
    return _read_names(stored).names
