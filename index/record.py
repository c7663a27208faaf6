"""An article as JSON and back: the one full copy of it that the index keeps.

Spans are ``[start, end]``; what is None or empty is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec

from index.article import Article, Quote, Span, replace
from index.lazy import Lazy

_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Article)


def record_of(article: Article, *, with_text: bool = True) -> bytes:
    """Return the article as one line of JSON, its text included or kept elsewhere."""
    text = article.text if with_text else ""
    return _ENCODER.encode(replace(article, text=text, quotes=tuple(article.quotes)))


def article_from(record: bytes | str, text: str | None = None) -> Article:
    """Return the article of a record; ``article_from(record_of(article)) == article``.

    ``text`` is the article's where the record has none.
    """
    found = _DECODER.decode(record)
    return replace(found, text=found.text if text is None else text, quotes=tuple(found.quotes))


class Read(NamedTuple):
    """An article and, of each of its quotes, the characters a reader sees: a clause or the words quoted."""

    article: Article
    shown: Sequence[Span]


def read(record: bytes | str, text: str | None, finished: Callable[[Quote], Quote]) -> Read:
    """Return the article of a record and where its quotes stand; each quote as ``finished`` makes it."""
    found = _DECODER.decode(record)
    article = replace(found, text=found.text if text is None else text, quotes=Lazy(finished, found.quotes))
    return Read(article, [quote.clause or quote.content for quote in found.quotes])
