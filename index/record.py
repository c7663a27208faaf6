"""An article as JSON and back: the one full copy of it that the index keeps.

Spans are ``[start, end]``; what is None or empty is left out. The bytes are decoded into structs, not
into dictionaries, in a third of the time: a page of results reads ten articles with all their quotes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec

from index.article import Article, Kind, Quote, Span, Speaker, Topic
from index.lazy import Lazy

_Pair = tuple[int, int]


class _Quote(msgspec.Struct, omit_defaults=True):
    """A quote; its speaker's id, name, role and, where it has one, form."""

    kind: Kind
    content: _Pair
    id: str = ""
    clause: _Pair | None = None
    cue: _Pair | None = None
    source: _Pair | None = None
    verb: str | None = None
    implies: str | None = None
    speaker: Sequence[str | None] | None = None
    confidence: float = 0.0
    reason: str = ""
    mentions: list[str] = []
    topics: list[str] = []


class _Topic(msgspec.Struct, array_like=True):
    id: str
    name: str
    evidence: list[_Pair]


class _Record(msgspec.Struct, omit_defaults=True):
    """An article, of which the text may be kept elsewhere."""

    id: str = ""
    text: str | None = None
    path: str = ""
    title: str | None = None
    outlet: str | None = None
    date: dt.date | None = None
    url: str | None = None
    author: str | None = None
    quotes: list[_Quote] = []
    topics: list[_Topic] = []
    indexed: dt.datetime | None = None


_DECODER = msgspec.json.Decoder(_Record)
_ENCODER = msgspec.json.Encoder()


def record_of(article: Article, *, with_text: bool = True) -> bytes:
    """Return the article as one line of JSON, its text included or kept elsewhere."""
    return _ENCODER.encode(
        _Record(
            id=article.id,
            text=article.text if with_text else None,
            path=article.path,
            title=article.title,
            outlet=article.outlet,
            date=article.date,
            url=article.url,
            author=article.author,
            quotes=[_quote_record(quote) for quote in article.quotes],
            topics=[
                _Topic(topic.id, topic.name, [_pair(span) for span in topic.evidence])
                for topic in article.topics
            ],
            indexed=article.indexed,
        )
    )


def article_from(record: bytes | str, text: str | None = None) -> Article:
    """Return the article of a record; ``article_from(record_of(article)) == article``.

    ``text`` is the article's where the record has none. Quotes and topics are made when asked for.
    """
    return read(record, text).article


class Read(NamedTuple):
    """An article and, of each of its quotes, the characters a reader sees: a clause or the words quoted."""

    article: Article
    shown: Sequence[_Pair]


def read(
    record: bytes | str, text: str | None = None, finished: Callable[[Quote], Quote] | None = None
) -> Read:
    """Return the article of a record and where its quotes stand; each quote as ``finished`` makes it."""
    found = _DECODER.decode(record)
    make = _quote_from if finished is None else lambda quote: finished(_quote_from(quote))
    article = Article(
        id=found.id,
        text=found.text or "" if text is None else text,
        path=found.path,
        title=found.title,
        outlet=found.outlet,
        date=found.date,
        url=found.url,
        author=found.author,
        quotes=Lazy(make, found.quotes),
        topics=Lazy(_topic_from, found.topics),
        indexed=found.indexed,
    )
    return Read(article, [quote.clause or quote.content for quote in found.quotes])


def _quote_record(quote: Quote) -> _Quote:
    return _Quote(
        kind=quote.kind,
        content=_pair(quote.content),
        id=quote.id,
        clause=_pair_or_none(quote.clause),
        cue=_pair_or_none(quote.cue),
        source=_pair_or_none(quote.source),
        verb=quote.verb,
        implies=quote.implies,
        speaker=_speaker_record(quote.speaker),
        confidence=quote.confidence,
        reason=quote.reason,
        mentions=list(quote.mentions),
        topics=list(quote.topics),
    )


def _speaker_record(speaker: Speaker | None) -> Sequence[str | None] | None:
    if speaker is None:
        return None
    record = (speaker.id, speaker.name, speaker.role)
    return (*record, speaker.form) if speaker.form is not None else record


def _quote_from(record: _Quote) -> Quote:
    return Quote(
        kind=record.kind,
        content=Span(*record.content),
        clause=_span(record.clause),
        cue=_span(record.cue),
        source=_span(record.source),
        verb=record.verb,
        implies=record.implies,
        speaker=Speaker(*record.speaker) if record.speaker else None,  # type: ignore[arg-type]
        confidence=record.confidence,
        reason=record.reason,
        mentions=tuple(record.mentions),
        topics=tuple(record.topics),
        id=record.id,
    )


def _topic_from(record: _Topic) -> Topic:
    return Topic(record.id, record.name, tuple(Span(*pair) for pair in record.evidence))


def _pair(span: Span) -> _Pair:
    return span.start, span.end


def _pair_or_none(span: Span | None) -> _Pair | None:
    return _pair(span) if span else None


def _span(pair: _Pair | None) -> Span | None:
    return Span(*pair) if pair else None
