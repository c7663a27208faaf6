"""Matches → how often each value of each facet stands among them, the facet's own condition left out."""

from __future__ import annotations

from functools import cached_property

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
        self._counted: dict[str | None, tuple[Space, Docs]] = {}

    def of(self, name: str) -> Counted:
        """Return how many matches have each value, by its code, and how many have none."""
        without = name if name in self._matches.conditions else None
        space, slots = self._counted_among(without)
        if name in QUOTE_FIELDS and self._matches.view == "articles":
            selection = self._matches.selection(without)
            if not selection.space.whole:
                return self._count_of_quotes(name, selection.slots, len(slots))
        if without:
            return space.codes.count_one(name, slots)
        return space.codes.counted(name, self._whole)

    @cached_property
    def _whole(self) -> Docs:
        """The counts of all facets among the matches."""
        space, slots = self._counted_among(None)
        return space.count(slots)

    def _counted_among(self, without: str | None) -> tuple[Space, Docs]:
        """Return what is counted: the matches with a condition left out, of quotes their articles."""
        if without not in self._counted:
            selection = self._matches.selection(without)
            self._counted[without] = selection.space, selection.slots
            if self._matches.view == "articles" and not selection.space.whole:
                articles, _ = articles_among(self._columns, selection.slots)
                self._counted[without] = Space(self._columns, "articles"), articles
        return self._counted[without]

    def _count_of_quotes(self, name: str, docs: Docs, articles: int) -> Counted:
        """Count the articles, so many, that have a value in any of the matching quotes, each once a value."""
        width = len(self._columns.names(name))
        values = self._columns.codes.first(name, docs).astype(np.int64)
        pairs = np.unique(self._columns.article_of[docs] * np.int64(width + 1) + values)
        having, found = np.divmod(pairs, width + 1)
        has = found < width
        counts = np.bincount(found[has], minlength=width)
        return counts, articles - len(np.unique(having[has]))
