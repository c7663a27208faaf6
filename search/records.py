"""The stored articles of one commit: by document, by id, and what their values are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property, lru_cache

from index.article import Article, Quote
from index.record import article_from
from search.columns import Columns
from search.names import display_names
from search.values import KIND_LABELS

CACHED_ARTICLES = 500  # decoded; some 30 kB each


class Records:
    """Reads articles out of an index, each speaker under one name. Safe between threads."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self.article = lru_cache(CACHED_ARTICLES)(self._article)
        self.label = lru_cache(None)(self._label)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What each speaker is called, by id."""
        return display_names(self._columns)

    def quote(self, doc: int) -> tuple[Article, Quote]:
        """Return the quote that a document stands for, with its article."""
        parent = int(self._columns.parent[doc])
        article = self.article(parent)
        return article, article.quotes[doc - parent - 1]

    def find(self, id: str) -> int | None:
        """Return the document of an article's or a quote's id; None where there is none."""
        return next(self._columns.find("id", id), None)

    def _article(self, doc: int) -> Article:
        article = article_from(self._columns.stored(doc)["record"])
        return replace(article, quotes=tuple(map(self._named, article.quotes)))

    def _named(self, quote: Quote) -> Quote:
        speaker = quote.speaker
        if speaker is None:
            return quote
        return replace(quote, speaker=replace(speaker, name=self.names.get(speaker.id, speaker.name)))

    def _label(self, field: str, value: str) -> str:
        """Return what people call a value; an outlet or a topic as the first article does that has it."""
        if field == "kind":
            return KIND_LABELS.get(value, value)
        if field == "speaker":
            return self.names.get(value, value)
        if field in ("verb", "implies"):
            return value.replace("-", " ").capitalize()
        doc = next(self._columns.find(field, value), None)
        if doc is None:
            return value
        article = self.article(int(self._columns.parent[doc]))
        if field == "outlet":
            return article.outlet or value
        return next((topic.name for topic in article.topics if topic.id == value), value)
