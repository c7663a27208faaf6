"""Matches → how often each value of each facet stands among them, the facet's own condition left out."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from search.arrays import Docs
from search.codes import Counted
from search.columns import Columns
from search.matching import Matches
from search.spaces import Space, articles_among
from search.values import QUOTE_FIELDS


class Tally:
    """The facets' counts of one search, all those without a condition of their own counted in one pass."""

    def __init__(self, columns: Columns, matches: Matches) -> None:
        self._columns = columns
        self._matches = matches
        self._counts = lru_cache(None)(self._count)
        self._articles = lru_cache(None)(self._articles_of)

    def of(self, name: str) -> Counted:
        """Return how many matches have each value, by its code, and how many have none."""
        without = name if name in self._matches.conditions else None
        space = self._matches.selection(without).space
        if self._matches.view == "quotes" or space.whole:
            return space.codes.counted(name, self._counts(without))
        if name in QUOTE_FIELDS:
            return self._count_of_quotes(name, without)
        return self._columns.article_codes.counted(name, self._counts(without))

    def _count(self, without: str | None) -> Docs:
        selection = self._matches.selection(without)
        if self._matches.view == "quotes" or selection.space.whole:
            return selection.space.count(selection.slots)
        return Space(self._columns, "articles").count(self._articles(without))

    def _articles_of(self, without: str | None) -> Docs:
        return articles_among(self._columns, self._matches.selection(without).slots)[0]

    def _count_of_quotes(self, name: str, without: str | None) -> Counted:
        """Count the articles that have a value in any of the quotes that match, each once a value."""
        docs = self._matches.selection(without).slots
        width = len(self._columns.names(name))
        values = self._columns.codes.first(name, docs).astype(np.int64)
        pairs = np.unique(self._columns.article_of[docs] * np.int64(width + 1) + values)
        having, found = np.divmod(pairs, width + 1)
        has = found < width
        counts = np.bincount(found[has], minlength=width)
        return counts, len(self._articles(without)) - len(np.unique(having[has]))
