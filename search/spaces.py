"""What a search decides on: the articles among themselves, or the quotes and articles as documents.

In the articles view all that is asked of texts, outlets, topics and days is a matter of whole articles,
each a *slot*. What is asked of quotes must be met by one and the same quote, so then the documents are the
slots: the quotes and, unless something is asked of quotes, the articles without any. A quote has what its
article has.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np

from search.arrays import Docs, Mask
from search.codes import Codes
from search.columns import Columns
from search.request import View
from search.values import QUOTE_FIELDS

Kind = Literal["articles", "quotes", "quotes of articles"]


class Space:
    """The slots of one commit that a search decides on. ``kind`` says which, as above."""

    def __init__(self, columns: Columns, kind: Kind) -> None:
        self.columns = columns
        self.kind = kind
        self.view: View = "quotes" if kind == "quotes" else "articles"
        self.whole = kind == "articles"
        self.size = len(columns.article_docs) if self.whole else columns.size

    @property
    def domain(self) -> Mask:
        """Which slots come into question: none that is deleted."""
        if self.whole:
            return self.columns.keep("living", lambda: self.columns.alive[self.columns.article_docs])
        return self.columns.quotes

    def everything(self) -> Docs:
        """Return all slots that come into question."""
        return self.columns.keep(("everything", self.kind), lambda: np.flatnonzero(self.domain))

    def living(self, slots: Docs) -> Docs | None:
        """Return which of the slots come into question, None for all."""
        if self.whole and not self.columns.has_deletions:
            return None
        return self.domain.take(slots)

    @property
    def texts(self) -> int:
        """How many texts there are: an article's has the number of the article, a quote's its document's."""
        return len(self.columns.article_docs) if self.view == "articles" else self.size

    def texts_of(self, slots: Docs) -> Docs:
        """Return the numbers of the slots' texts."""
        return self.columns.article_of.take(slots) if self.kind == "quotes of articles" else slots

    def lifted(self, texts: Docs) -> tuple[Docs, Docs]:
        """Return the quotes of some articles, both ascending, and for each the place of its article."""
        table = np.full(self.texts, -1, np.int32)
        table[texts] = np.arange(len(texts))
        places = table[self.columns.article_of]
        slots = np.flatnonzero(places >= 0)
        return slots, places.take(slots)

    def having(self, field: str, codes: Sequence[int], slots: Docs) -> Mask:
        """Return which of the slots have any of a facet's values."""
        found, seats = self._codes(field, slots)
        return found.having(field, seats, codes)

    def between(self, field: str, first: int, stop: int, slots: Docs) -> Mask:
        """Return which of the slots have a value from one code up to, not including, another; one a slot."""
        found, seats = self._codes(field, slots)
        codes = found.first(field, seats)
        return (codes >= first) & (codes < stop)

    def count(self, slots: Docs) -> Docs:
        """Return how many of the slots have each value of each facet, as ``codes.counted`` takes them.

        Of more than half of all slots the others are counted, and taken from the counts of everything.
        """
        everything = self.everything()
        if 2 * len(slots) <= len(everything):
            return self.codes.count(slots)
        whole = self.counts_of_all()
        if len(slots) == len(everything):
            return whole
        others = self.domain.copy()
        others[slots.astype(np.intp, copy=False)] = False
        counts: Docs = whole - self.codes.count(np.flatnonzero(others))
        return counts

    def counts_of_all(self) -> Docs:
        """Return how many slots have each value of each facet; kept for the commit."""
        return self.columns.keep(("counts", self.kind), lambda: self.codes.count(self.everything()))

    @property
    def codes(self) -> Codes:
        """The facets' values of each slot."""
        return self.columns.article_codes if self.whole else self.columns.codes

    def _codes(self, field: str, slots: Docs) -> tuple[Codes, Docs]:
        """Return the facets' values and where the slots' are among them: a quote has its article's."""
        if self.kind != "quotes of articles" or field in QUOTE_FIELDS:
            return self.codes, slots
        return self.columns.article_codes, self.columns.article_of.take(slots)

    def days(self, slots: Docs) -> Docs:
        """Return the slots' dates as ``date.toordinal()``, 0 where unknown."""
        found, seats = self._codes("date", slots)
        return self.columns.days_of_codes.take(found.first("date", seats))


def articles_among(columns: Columns, docs: Docs) -> tuple[Docs, Docs]:
    """Return the numbers of the articles that documents belong to, and where each one's documents begin."""
    articles = columns.article_of.take(docs)
    starts = np.flatnonzero(np.diff(articles, prepend=-1))
    return articles[starts], starts
