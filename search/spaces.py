"""What a search decides on: the articles among themselves, or the quotes and articles as documents.

In the articles view all that is asked of texts, outlets, topics and days is a matter of whole articles, each
a
*slot*. What is asked of quotes must be met by one and the same quote, so then the documents are the slots:
the
quotes and, unless something is asked of quotes, the articles without any. A quote has what its article has.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np

from index.schema import GATHERED
from search.arrays import FEW, Docs, Mask, located
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
        self._complement: tuple[Docs, Docs] | None = None

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
        return self.domain[slots]

    def slots(self, docs: Docs) -> Docs:
        """Return the slots of documents whose texts these are, both ascending."""
        return self.columns.article_of[docs] if self.whole else docs

    def docs(self, slots: Docs) -> Docs:
        """Return the documents that have the slots' texts."""
        if self.whole:
            return self.columns.article_docs[slots]
        return self.columns.parent[slots] if self.kind == "quotes of articles" else slots

    def locate(self, docs: Docs, slots: Docs) -> tuple[Docs, Mask]:
        """Return for each slot the place of its text's document among ``docs``, and whether it is there."""
        if self.whole and len(slots) * FEW >= len(docs):
            return located(self.columns.article_of[docs], slots, self.size)
        return located(docs, self.docs(slots), self.columns.size)

    def lifted(self, docs: Docs) -> tuple[Docs, Docs]:
        """Return the slots that have the documents' texts, and for each the place of its document."""
        if self.kind != "quotes of articles":
            return self.slots(docs), np.arange(len(docs))
        table = np.full(len(self.columns.article_docs), -1, np.int32)
        table[self.columns.article_of[docs]] = np.arange(len(docs))
        places = table[self.columns.article_of]
        slots = np.flatnonzero(places >= 0)
        return slots, places[slots]

    def having(self, field: str, codes: Sequence[int], slots: Docs) -> Mask:
        """Return which of the slots have any of a facet's values."""
        found, seats = self._codes(field, slots)
        return found.having(seats, codes)

    def between(self, field: str, first: int, stop: int, slots: Docs) -> Mask:
        """Return which of the slots have a value from one code up to, not including, another; one a slot."""
        found, seats = self._codes(field, slots)
        codes = found.first[seats]
        return (codes >= first) & (codes < stop)

    def count(self, field: str, slots: Docs) -> tuple[Docs, int]:
        """Return how many of the slots have each value of a facet, and how many have none.

        Of more than half of all slots the others are counted, and taken from the counts of everything.
        """
        found, seats = self._codes(field, slots)
        if 2 * len(slots) <= len(self.everything()):
            return found.count(seats)
        whole, missing = self.columns.keep(("counts", self.kind, field), lambda: self._whole(field))
        if len(slots) == len(self.everything()):
            return whole, missing
        counts, without = found.count(self._codes(field, self._others(slots))[1])
        return whole - counts, missing - without

    def _others(self, slots: Docs) -> Docs:
        """Return all slots but these; the facets of a page ask it of the same ones one after another."""
        before = self._complement
        if before is None or before[0] is not slots:
            mask = self.domain.copy()
            mask[slots] = False
            before = self._complement = (slots, np.flatnonzero(mask))
        return before[1]

    def gathers(self, field: str) -> bool:
        """Whether the slots have values of a facet that is of quotes."""
        return not self.whole or field in GATHERED

    def _whole(self, field: str) -> tuple[Docs, int]:
        found, seats = self._codes(field, self.everything())
        return found.count(seats)

    def _codes(self, field: str, slots: Docs) -> tuple[Codes, Docs]:
        """Return a facet's values, and where among them those of the slots are."""
        if self.kind == "quotes" or (field in QUOTE_FIELDS and not self.whole):
            return self.columns.codes(field), slots
        seats = slots if self.whole else self.columns.article_of[slots]
        return self.columns.article_codes(GATHERED.get(field, field)), seats

    def days(self, slots: Docs) -> Docs:
        """Return the slots' dates as ``date.toordinal()``, 0 where unknown."""
        codes, seats = self._codes("date", slots)
        return np.append(self.columns.day_values, 0)[codes.first[seats]]


def articles_among(columns: Columns, docs: Docs) -> tuple[Docs, Docs]:
    """Return the numbers of the articles that documents belong to, and where each one's documents begin."""
    articles = columns.article_of[docs]
    starts = np.flatnonzero(np.diff(articles, prepend=-1))
    return articles[starts], starts
