"""An article as JSON and back: the one full copy of it that the index keeps.

Spans are ``[start, end]``; what is None or empty is left out. Beside what an article has, its record says of
each quote which characters a reader sees, for most are looked at and few are shown: a quote is decoded when
it is first asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec

from index.article import Article, Quote, replace
from index.lazy import Lazy


class _Record(Article, frozen=True, kw_only=True, omit_defaults=True):
    """What is written."""

    shown: tuple[tuple[int, int], ...] = ()


class _Undecoded(Article, frozen=True, kw_only=True):
    """What is read, its quotes not yet decoded. Older records say nothing of what is shown."""

    quotes: tuple[msgspec.Raw, ...] = ()  # type: ignore[assignment]  # no Article until they are
    shown: tuple[tuple[int, int], ...] = ()


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(_Undecoded).decode
_decode_quote = msgspec.json.Decoder(Quote).decode


class Read(NamedTuple):
    """An article and, of each of its quotes, the characters a reader sees: a clause or the words quoted."""

    article: Article
    shown: Sequence[tuple[int, int]]


def record_of(article: Article, *, with_text: bool = True) -> bytes:
    """Return the article as one line of JSON, its text included or kept elsewhere."""
    fields = {name: getattr(article, name) for name in article.__struct_fields__}
    fields |= {"text": article.text if with_text else "", "quotes": tuple(article.quotes)}
    return _encode(_Record(**fields, shown=tuple(map(_shown, article.quotes))))


def article_from(record: bytes | str, text: str | None = None) -> Article:
    """Return the article of a record; ``article_from(record_of(article)) == article``.

    ``text`` is the article's where the record has none.
    """
    article = read(record, text).article
    return replace(article, quotes=tuple(article.quotes))


def read(record: bytes | str, text: str | None, finished: Callable[[Quote], Quote] | None = None) -> Read:
    """Return the article of a record and where its quotes stand; each quote as ``finished`` makes it.

    What is no article raises msgspec.DecodeError at once, what is no quote when the quote is asked for.
    """
    found = _decode(record)
    made = (lambda raw: finished(_decode_quote(raw))) if finished else _decode_quote
    quotes = Lazy(made, found.quotes)
    article = Article(
        id=found.id,
        text=found.text if text is None else text,
        path=found.path,
        title=found.title,
        outlet=found.outlet,
        date=found.date,
        url=found.url,
        author=found.author,
        quotes=quotes,
        topics=found.topics,
        indexed=found.indexed,
    )
    return Read(article, found.shown if len(found.shown) == len(quotes) else [*map(_shown, quotes)])


def _shown(quote: Quote) -> tuple[int, int]:
    return quote.shown.start, quote.shown.end
