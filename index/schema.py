"""The field table, and what the index holds of an article: one document for it, one for each of its quotes.

The article's document comes first, its quotes follow in text order, all in one group. The article's
``record`` and ``text`` are the one full copy of everything; the other fields are for finding it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol

from whoosh.fields import ID, NUMERIC, STORED, TEXT, FieldType, Schema

from index.analyzer import Analyzer
from index.article import Article, Quote, Span, Speaker
from index.codec import ColumnarCodec
from index.identity import article_key, slug, wording_key
from index.record import record_of

CONTEXT = 300  # characters on either side of a quote that its words are also looked for in

GATHERED: Mapping[str, str] = MappingProxyType(
    {"speaker": "speakers", "kind": "kinds", "verb": "verbs", "implies": "implied"}
)
"""The facets of quotes, and the field of an article that has the values of all its quotes."""

_NONE: Mapping[str, str] = MappingProxyType({})

Document = dict[str, Any]
"""Whoosh's field names and their values."""


class Identified(Protocol):
    """What an article is known again by; an Article and a Source have it."""

    @property
    def path(self) -> str:
        """Where it was read from."""

    @property
    def url(self) -> str | None:
        """Where it was published."""

    @property
    def outlet(self) -> str | None:
        """Who published it."""

    @property
    def date(self) -> dt.date | None:
        """When it was published."""

    @property
    def title(self) -> str | None:
        """Its headline."""


class Field(NamedTuple):
    """A field: its Whoosh type, and whether its values are counted as a facet."""

    type: FieldType
    facet: bool = False


def fields(analyzer: Analyzer) -> dict[str, Field]:
    """Return the field table."""
    text = Field(TEXT(analyzer=analyzer, phrase=True))
    both = {
        "type": Field(ID()),  # "article" or "quote"
        "id": Field(ID(unique=True, stored=True)),
        "article": Field(ID(stored=True)),  # the article's id, on its quotes as well
        "outlet": Field(ID(), facet=True),  # slug
        "date": Field(NUMERIC(int, shift_step=0), facet=True),  # date.toordinal(); absent when unknown
        "topic": Field(ID(), facet=True),  # ids: a quote's own, an article's
        "names": Field(STORED()),  # of articles: facet → id → what people call it
    }
    of_articles = {
        "title": text,
        "body": text,
        "path": Field(ID()),  # of every edition
        "url": Field(ID(stored=True)),  # as identity.article_key gives it
        "key": Field(ID(stored=True)),  # outlet, date and title as identity.article_key gives them
        "editions": Field(STORED()),  # path → fingerprint of what was read there: copies of one article
        "record": Field(STORED()),  # all of it but the text
        "text": Field(STORED()),
        "speakers": Field(ID()),  # of its quotes
        "kinds": Field(ID()),
        "verbs": Field(ID()),
        "implied": Field(ID()),
    }
    of_quotes = {
        "quote": text,  # the words a reader sees: of a mixed quote the whole clause
        "name": text,  # the speaker's names and role
        "context": text,  # its paragraph, itself included, up to CONTEXT characters either side
        "heading": text,  # the article's title
        "about": text,  # full names of the people it mentions
        "speaker": Field(ID(), facet=True),
        "named": Field(ID()),  # the speaker's name, of which the index shows the most frequent
        "form": Field(ID()),  # the name as the article gives it, where the table gives another
        "kind": Field(ID(), facet=True),
        "verb": Field(ID(), facet=True),
        "implies": Field(ID(), facet=True),
        "wording": Field(ID()),  # identity.wording_key of the quoted words
    }
    return both | of_articles | of_quotes


def whoosh_schema(analyzer: Analyzer) -> Schema:
    """Return the field table as Whoosh takes it. The analyzer is stored with the index."""
    return Schema(**{name: field.type for name, field in fields(analyzer).items()})


CODEC = ColumnarCodec(
    owned=frozenset({"type", "outlet", "date", "topic", *GATHERED, *GATHERED.values()}),
    ranks=frozenset({"title", "body"}),
    gaps=frozenset({"title", "body"}),
    nexts=frozenset({"body", "quote", "context"}),
)
"""How the fields are kept: facets by document as well, articles numbered, and where the words stand."""


def documents_for(article: Article, fingerprint: str, editions: Mapping[str, str] = _NONE) -> list[Document]:
    """Return the article's document and those of its quotes. Fields without a value are absent.

    ``editions`` are the fingerprints of the same article at other paths.
    """
    documents = [_article_document(article, fingerprint, editions)]
    documents += [_quote_document(article, quote) for quote in article.quotes]
    return [{name: value for name, value in document.items() if value} for document in documents]


def identity_fields(article: Identified) -> dict[str, str]:
    """Return the fields an article is known again by, as far as they are known: url, key, path."""
    path = article.path
    found = {"path": path}
    if article.url:
        found["url"] = article_key(path=path, url=article.url)
    if article.outlet and article.date and article.title:
        found["key"] = article_key(path=path, outlet=article.outlet, date=article.date, title=article.title)
    return {name: _term(value) for name, value in found.items()}


def _article_document(article: Article, fingerprint: str, editions: Mapping[str, str]) -> Document:
    identity = identity_fields(article)
    all_editions = {**editions, identity["path"]: fingerprint}
    return {
        **_common(article, "article", article.id),
        "topic": [topic.id for topic in article.topics],
        "title": article.title,
        "body": article.text,
        **identity,
        "path": list(all_editions),
        "editions": all_editions,
        "record": record_of(article, with_text=False),
        "text": article.text,
        "speakers": _each_once(quote.speaker.id for quote in article.quotes if quote.speaker),
        "kinds": _each_once(quote.kind for quote in article.quotes),
        "verbs": _each_once(slug(quote.verb) for quote in article.quotes if quote.verb),
        "implied": _each_once(slug(quote.implies) for quote in article.quotes if quote.implies),
        "names": _names(article),
    }


def _each_once(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))


def _names(article: Article) -> dict[str, dict[str, str]]:
    return {
        "outlet": {slug(article.outlet): article.outlet} if article.outlet else {},
        "topic": {topic.id: topic.name for topic in article.topics},
    }


def _quote_document(article: Article, quote: Quote) -> Document:
    speaker = quote.speaker
    return {
        **_common(article, "quote", quote.id),
        "topic": list(quote.topics),
        "quote": quote.shown.cut(article.text),
        "name": _names_and_role(speaker) if speaker else None,
        "context": context_of(article.text, quote.shown).cut(article.text),
        "heading": article.title,
        "about": "\n".join(quote.mentions),
        "speaker": speaker.id if speaker else None,
        "named": _term(speaker.name) if speaker else None,
        "form": _term(speaker.form) if speaker and speaker.form else None,
        "kind": quote.kind,
        "verb": slug(quote.verb) if quote.verb else None,
        "implies": slug(quote.implies) if quote.implies else None,
        "wording": wording_key(quote.content.cut(article.text)),
    }


def _names_and_role(speaker: Speaker) -> str:
    """Return the words a speaker is found by; those of a second form of the name that the first lacks."""
    name = speaker.name.split()
    more = [word for word in (speaker.form or "").split() if word not in name]
    return " ".join([*name, *more, speaker.role or ""]).strip()


def _term(value: str) -> str:
    """Return a value as it can be written: half a surrogate pair, as in the name of a file, is no term."""
    return value.encode("utf-8", "backslashreplace").decode()


def _common(article: Article, kind: str, document_id: str) -> Document:
    return {
        "type": kind,
        "id": document_id,
        "article": article.id,
        "outlet": slug(article.outlet) if article.outlet else None,
        "date": article.date.toordinal() if article.date else None,
    }


def context_of(text: str, span: Span) -> Span:
    """Return the span with the rest of its paragraph, whole words up to CONTEXT characters either side."""
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - CONTEXT)
    while 0 < start < span.start and not text[start - 1].isspace():
        start += 1
    line_end = text.find("\n", span.end)
    end = min(len(text) if line_end < 0 else line_end, span.end + CONTEXT)
    while span.end < end < len(text) and not text[end].isspace():
        end -= 1
    return Span(start, end)
