"""An article as JSON and back: the one full copy of it that the index keeps.

Spans are ``[start, end]``; what is None, an empty list or 0 is left out.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from index.article import Article, Quote, Span, Speaker, Topic
from index.lazy import Lazy

Json = dict[str, Any]
_ENCODER = json.JSONEncoder(
    separators=(",", ":"), ensure_ascii=False
)  # made once: json.dumps makes one a call


def record_of(article: Article, *, with_text: bool = True) -> str:
    """Return the article as one line of JSON, its text included or kept elsewhere."""
    record = {
        "id": article.id,
        "text": article.text if with_text else None,
        "path": article.path,
        "title": article.title,
        "outlet": article.outlet,
        "date": article.date.isoformat() if article.date else None,
        "url": article.url,
        "author": article.author,
        "quotes": [_quote_record(quote) for quote in article.quotes],
        "topics": [
            [topic.id, topic.name, [_pair(span) for span in topic.evidence]] for topic in article.topics
        ],
        "indexed": article.indexed.isoformat() if article.indexed else None,
    }
    return _ENCODER.encode(_without_nothing(record))


def article_from(record: str, text: str | None = None) -> Article:
    """Return the article of a record; ``article_from(record_of(article)) == article``.

    ``text`` is the article's where the record has none. Quotes and topics are decoded when asked for.
    """
    return read(record, text).article


class Read(NamedTuple):
    """An article and, of each of its quotes, the characters a reader sees: a clause or the words quoted."""

    article: Article
    shown: Sequence[Sequence[int]]


def read(record: str, text: str | None = None, finished: Callable[[Quote], Quote] | None = None) -> Read:
    """Return the article of a record and where its quotes stand; each quote as ``finished`` makes it."""
    found: Json = json.loads(record)
    quotes = found.get("quotes", ())
    make = _quote_from if finished is None else lambda quote: finished(_quote_from(quote))
    shown = [quote.get("clause") or quote["content"] for quote in quotes]
    return Read(_article(found, text, Lazy(make, quotes)), shown)


def _article(found: Json, text: str | None, quotes: Sequence[Quote]) -> Article:
    date, indexed = found.get("date"), found.get("indexed")
    return Article(
        id=found.get("id", ""),
        text=found.get("text", "") if text is None else text,
        path=found.get("path", ""),
        title=found.get("title"),
        outlet=found.get("outlet"),
        date=dt.date.fromisoformat(date) if date else None,
        url=found.get("url"),
        author=found.get("author"),
        quotes=quotes,
        topics=Lazy(_topic_from, found.get("topics", ())),
        indexed=dt.datetime.fromisoformat(indexed) if indexed else None,
    )


def _quote_record(quote: Quote) -> Json:
    return _without_nothing(
        {
            "id": quote.id,
            "kind": quote.kind,
            "content": _pair(quote.content),
            "clause": _pair(quote.clause),
            "cue": _pair(quote.cue),
            "source": _pair(quote.source),
            "verb": quote.verb,
            "implies": quote.implies,
            "speaker": _speaker_record(quote.speaker),
            "confidence": quote.confidence,
            "reason": quote.reason,
            "mentions": list(quote.mentions),
            "topics": list(quote.topics),
        }
    )


def _speaker_record(speaker: Speaker | None) -> list[str | None] | None:
    if speaker is None:
        return None
    record = [speaker.id, speaker.name, speaker.role]
    return [*record, speaker.form] if speaker.form is not None else record


def _quote_from(record: Json) -> Quote:
    speaker = record.get("speaker")
    return Quote(
        kind=record["kind"],
        content=Span(*record["content"]),
        clause=_span(record.get("clause")),
        cue=_span(record.get("cue")),
        source=_span(record.get("source")),
        verb=record.get("verb"),
        implies=record.get("implies"),
        speaker=Speaker(*speaker) if speaker else None,
        confidence=record.get("confidence", 0.0),
        reason=record.get("reason", ""),
        mentions=tuple(record.get("mentions", ())),
        topics=tuple(record.get("topics", ())),
        id=record.get("id", ""),
    )


def _topic_from(record: list[Any]) -> Topic:
    id, name, evidence = record
    return Topic(id, name, tuple(Span(*pair) for pair in evidence))


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _span(pair: list[int] | None) -> Span | None:
    return Span(*pair) if pair else None


def _without_nothing(record: Json) -> Json:
    """The record less what is None, an empty list or 0; "" stays, for it is not None."""
    return {
        name: value for name, value in record.items() if value is not None and value != [] and value != 0.0
    }
