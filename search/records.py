"""The stored articles of one commit: by document, by id, and what their values are called."""

from __future__ import annotations

from functools import lru_cache

from index.article import Article, Quote, replace
from index.record import Read
from index.stored_articles import read_stored, stored_names
from search.columns import Columns
from search.names import Names
from search.values import KIND_LABELS

# For who reads on. Letting go of one that has left the processor’s caches takes longer than decoding it.
CACHED_ARTICLES = 50


class Records:
    """Reads articles out of an index, each speaker under one name. Safe between threads."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self.names = Names(columns)
        self.read = lru_cache(CACHED_ARTICLES)(self._read)
        self.label = lru_cache(None)(self._label)

    def quote(self, doc: int) -> tuple[Article, Quote]:
        """Return the quote that a document stands for, with its article."""
        parent = self._columns.parent_of(doc)
        article = self.article(parent)
        return article, article.quotes[doc - parent - 1]

    def find(self, id: str) -> int | None:
        """Return the document of an article's or a quote's id; None where there is none."""
        return self._columns.first("id", id)

    def article(self, doc: int) -> Article:
        """Return the article that a document stands for."""
        return self.read(doc).article

    def _read(self, doc: int) -> Read:
        """Return the same, and where its quotes stand."""
        return read_stored(self._columns.stored(doc), self._named)

    def _named(self, quote: Quote) -> Quote:
        speaker = quote.speaker
        name = self.names.of(speaker.id) if speaker else None
        if speaker is None or name is None or name == speaker.name:
            return quote
        return replace(quote, speaker=replace(speaker, name=name))

    def _label(self, field: str, value: str) -> str:
        """Return what people call a value; an outlet or a topic as the first article does that has it."""
        if field == "kind":
            return KIND_LABELS.get(value, value)
        if field == "speaker":
            return self.names.of(value) or value
        if field in ("verb", "implies"):
            return value.replace("-", " ").capitalize()
        doc = self._columns.first(field, value)
        if doc is None:
            return value
        names = stored_names(self._columns.stored(self._columns.parent_of(doc)))
        return names[field].get(value) or value
