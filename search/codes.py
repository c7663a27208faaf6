"""The facets' values as small numbers, a row for each document: what facets count and filters look at.

The values of all facets are numbered through, so that one pass over the rows of some slots counts everything:

    slot    speaker     kind    topic
    0       17   9999   2001    2010   2013
    1       2000 9999   2002    9999   9999

Of a facet with ``n`` values the numbers are ``first`` up to ``first + n``; ``first + n`` in its first column
says that the slot has none (speaker 2000 above), the greatest number in its other columns says nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from search.arrays import FEW, Array, Docs, Mask, expanded
from search.owned import Owned

WIDTH = 8  # columns of a facet at most: a slot's further values are listed beside
FULL = 0.9  # of the slots have all their values in the row: wider rows would be empty for the most part

Counted = tuple[Docs, int]
"""How many slots have each value of a facet, by its code, and how many have none."""


@dataclass(frozen=True, slots=True)
class _Facet:
    """Where a facet stands in the rows, and the values of slots that have more than its columns take."""

    first: int
    values: int
    columns: range
    more_slots: Docs
    more_starts: Docs
    more_codes: Docs

    def more_of(self, slots: Docs, size: int) -> Docs:
        """Return the further values of the slots, which ascend."""
        if not len(self.more_slots):
            return self.more_codes
        if len(slots) * FEW < len(self.more_slots):
            places = np.minimum(np.searchsorted(self.more_slots, slots), len(self.more_slots) - 1)
            places = places[self.more_slots[places] == slots]
        else:
            inside = np.zeros(size, dtype=bool)
            inside[slots] = True
            places = np.flatnonzero(inside[self.more_slots])
        starts = self.more_starts[places]
        further: Docs = self.more_codes[expanded(starts, self.more_starts[places + 1] - starts)]
        return further


class Codes:
    """The values of each slot (a document, or an article) in all facets; of each facet, codes from 0 on."""

    def __init__(self, facets: Mapping[str, Owned], slots: Docs | None) -> None:
        """Take the facets' values by document; each of ``slots`` is a document, None for all of them."""
        parts = {name: _columns(owned, slots) for name, owned in facets.items()}
        self._facets: dict[str, _Facet] = {}
        first, width = 0, 0
        for name, (columns, *more) in parts.items():
            values = len(facets[name].names)
            self._facets[name] = _Facet(first, values, range(width, width + len(columns)), *more)
            first, width = first + values + 1, width + len(columns)
        self._nothing = first
        size = max((len(columns[0]) for columns, *_ in parts.values()), default=0)
        self.rows: Array = np.empty((size, width), np.min_scalar_type(first))
        for name, (columns, *_) in parts.items():
            self._fill(self._facets[name], columns)

    def _fill(self, facet: _Facet, columns: Sequence[Array]) -> None:
        self.rows[:, facet.columns[0]] = columns[0]
        self.rows[:, facet.columns[0]] += self.rows.dtype.type(facet.first)
        for place, column in zip(facet.columns[1:], columns[1:], strict=True):
            self.rows[:, place] = column
            self.rows[:, place] += self.rows.dtype.type(facet.first)
            self.rows[column == facet.values, place] = self._nothing

    def count(self, slots: Docs) -> Docs:
        """Return how many of the slots, ascending, have each number; ``counted`` tells a facet's."""
        counts = np.bincount(self.rows.take(slots, 0).ravel(), minlength=self._nothing + 1)
        for facet in self._facets.values():
            self._add_more(facet, slots, counts)
        return counts

    def counted(self, name: str, counts: Docs) -> Counted:
        """Return a facet's counts among those of all."""
        facet = self._facets[name]
        none = facet.first + facet.values
        return counts[facet.first : none], int(counts[none])

    def count_one(self, name: str, slots: Docs) -> Counted:
        """Return how many of the slots, ascending, have each value of a single facet, and how many none."""
        facet = self._facets[name]
        own = np.concatenate([self.rows[:, column][slots] for column in facet.columns])
        counts = np.bincount(own, minlength=self._nothing + 1)
        self._add_more(facet, slots, counts)
        return self.counted(name, counts)

    def _add_more(self, facet: _Facet, slots: Docs, counts: Docs) -> None:
        if len(facet.more_slots):
            more = np.bincount(facet.more_of(slots, len(self.rows)), minlength=facet.values)
            counts[facet.first : facet.first + facet.values] += more

    def first(self, name: str, slots: Docs) -> Docs:
        """Return the code of the first value of each slot, the number of values for none."""
        facet = self._facets[name]
        codes: Docs = self.rows[:, facet.columns[0]][slots] - self.rows.dtype.type(facet.first)
        return codes

    def having(self, name: str, slots: Docs, codes: Sequence[int]) -> Mask:
        """Return which of the slots, ascending, have any of a facet's values."""
        facet = self._facets[name]
        wanted = np.zeros(self._nothing + 1, dtype=bool)
        wanted[[facet.first + code for code in codes]] = True
        mask: Mask = wanted[self.rows[:, facet.columns[0]][slots]]
        for column in facet.columns[1:]:
            mask |= wanted[self.rows[:, column][slots]]
        if len(facet.more_slots):
            more = np.zeros(len(self.rows), dtype=bool)
            counts = np.diff(facet.more_starts)
            more[np.repeat(facet.more_slots, counts)[wanted[facet.first + facet.more_codes]]] = True
            mask |= more[slots]
        return mask


def _columns(owned: Owned, slots: Docs | None) -> tuple[list[Array], Docs, Docs, Docs]:
    """Return each slot's first code, second code, …, then which slots have more, and what."""
    none, codes = len(owned.names), owned.codes
    nothing = np.zeros(0, np.int64)
    if owned.starts is None:
        return [codes if slots is None else codes[slots]], nothing, nothing, nothing
    begins = owned.starts[:-1] if slots is None else owned.starts[slots]
    counts = (owned.starts[1:] if slots is None else owned.starts[1:][slots]) - begins
    width = _width(counts)
    columns = [np.full(len(counts), none, np.min_scalar_type(none)) for _ in range(width)]
    for place, column in enumerate(columns):
        has = np.flatnonzero(counts > place)
        column[has] = codes[begins[has] + place]
    over = np.flatnonzero(counts > width)
    further = counts[over].astype(np.int64) - width
    starts = np.concatenate((nothing, [0], np.cumsum(further)))
    return columns, over, starts, codes[expanded(begins[over] + width, further)].astype(np.int64)


def _width(counts: Array) -> int:
    """Return how many columns take all values of FULL of the slots, WIDTH at most."""
    below = np.cumsum(np.bincount(np.minimum(counts, WIDTH), minlength=1))
    return max(1, min(WIDTH, int(np.searchsorted(below, FULL * len(counts)))))
