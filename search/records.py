"""The stored articles of one commit: by document, by id, and what their values are called."""

from __future__ import annotations

from functools import lru_cache

from index.article import Article, Quote
from index.schema import stored_article
from search.columns import Columns
from search.values import KIND_LABELS

CACHED_ARTICLES = 500  # decoded; some 30 kB each


class Records:
    """Reads articles out of an index. Safe between threads."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self.article = lru_cache(CACHED_ARTICLES)(self._article)
        self.label = lru_cache(None)(self._label)

    def quote(self, doc: int) -> tuple[Article, Quote]:
        """Return the quote that a document stands for, with its article."""
        parent = self._columns.parent_of(doc)
        article = self.article(parent)
        return article, article.quotes[doc - parent - 1]

    def find(self, id: str) -> int | None:
        """Return the document of an article's or a quote's id; None where there is none."""
        return self._columns.first("id", id)

    def _article(self, doc: int) -> Article:
        return stored_article(self._columns.stored(doc))

    def _label(self, field: str, value: str) -> str:
        """Return what people call a value: the name in the first article that has it, else the value."""
        if field == "kind":
            return KIND_LABELS.get(value, value)
        doc = self._columns.first(field, value)
        if doc is None:
            return value
        owner = doc if field == "speaker" else self._columns.parent_of(doc)
        names: dict[str, dict[str, str]] = self._columns.stored(owner)["names"]
        return names[field].get(value) or value
