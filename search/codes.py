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

    def having_more(self, size: int, codes: Sequence[int]) -> Mask:
        """Return which of all slots have any of the values beyond their row."""
        mask = np.zeros(size, dtype=bool)
        slots = np.repeat(self.more_slots, np.diff(self.more_starts))
        mask[slots[np.isin(self.more_codes, codes)]] = True
        return mask


class Codes:
    """The values of each slot (a document, or an article) in all facets; of each facet, codes from 0 on."""

    def __init__(self, facets: Mapping[str, Owned], slots: Docs | None) -> None:
        """Take the facets' values by document; each of ``slots`` is a document, None for all of them."""
        stretches = {name: _stretches(owned, slots) for name, owned in facets.items()}
        self._facets: dict[str, _Facet] = {}
        first, width = 0, 0
        for name, (begins, counts) in stretches.items():
            columns = range(width, width + _width(counts))
            more = _more(facets[name].codes, begins, counts, len(columns))
            self._facets[name] = _Facet(first, len(facets[name].names), columns, *more)
            first, width = first + len(facets[name].names) + 1, columns.stop
        self._nothing = first
        size = max((len(counts) for _, counts in stretches.values()), default=0)
        # Kept twice: one facet is read from its columns in a third of the time that rows take, all from rows.
        self._columns = np.full((width, size), first, np.min_scalar_type(first))
        for name, (begins, counts) in stretches.items():
            self._fill(self._facets[name], facets[name].codes, begins, counts)
        self._rows = np.ascontiguousarray(self._columns.T)

    def _fill(self, facet: _Facet, codes: Array, begins: Array, counts: Array) -> None:
        first = self._columns.dtype.type(facet.first)
        for place, column in enumerate(self._of(facet)):
            if place == 0 and counts.all():
                column[:] = codes[begins] + first
                continue
            if place == 0:
                column[:] = first + facet.values
            has = np.flatnonzero(counts > place)
            column[has] = codes[begins[has] + place] + first

    def _of(self, facet: _Facet) -> Array:
        return self._columns[facet.columns.start : facet.columns.stop]

    def count(self, slots: Docs) -> Docs:
        """Return how many of the slots, ascending, have each number; ``counted`` tells a facet's."""
        counts = np.bincount(self._rows.take(slots, 0).ravel(), minlength=self._nothing + 1)
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
        own = self._of(facet).take(slots, 1).ravel()
        counts = np.bincount(own, minlength=self._nothing + 1)
        self._add_more(facet, slots, counts)
        return self.counted(name, counts)

    def _add_more(self, facet: _Facet, slots: Docs, counts: Docs) -> None:
        if len(facet.more_slots):
            more = np.bincount(facet.more_of(slots, len(self._rows)), minlength=facet.values)
            counts[facet.first : facet.first + facet.values] += more

    def first(self, name: str, slots: Docs) -> Docs:
        """Return the code of the first value of each slot, the number of values for none."""
        facet = self._facets[name]
        codes: Docs = self._of(facet)[0][slots] - self._columns.dtype.type(facet.first)
        return codes

    def having(self, name: str, slots: Docs, codes: Sequence[int]) -> Mask:
        """Return which of the slots have any of a facet's values."""
        facet = self._facets[name]
        mask = _any_of(self._of(facet).take(slots, 1), [facet.first + code for code in codes])
        if len(facet.more_slots):
            mask |= facet.having_more(len(self._rows), codes)[slots]
        return mask

    def all_having(self, name: str, codes: Sequence[int]) -> Docs:
        """Return all slots that have any of a facet's values."""
        facet = self._facets[name]
        mask = _any_of(self._of(facet), [facet.first + code for code in codes])
        if len(facet.more_slots):
            mask |= facet.having_more(len(self._rows), codes)
        return np.flatnonzero(mask)


def _any_of(columns: Array, numbers: Sequence[int]) -> Mask:
    """Return in which places any column has any of the numbers."""
    has = np.equal(columns, numbers[0]) if len(numbers) == 1 else np.isin(columns, numbers)
    mask: Mask = np.logical_or.reduce(has, axis=0)
    return mask


def _stretches(owned: Owned, slots: Docs | None) -> tuple[Array, Array]:
    """Return where each slot's codes begin, and how many there are; one where no document has several."""
    if owned.starts is None:
        begins = np.arange(len(owned.codes)) if slots is None else slots
        return begins, np.ones(len(begins), np.uint8)
    begins, ends = owned.starts[:-1], owned.starts[1:]
    return (begins, ends - begins) if slots is None else (begins[slots], ends[slots] - begins[slots])


def _width(counts: Array) -> int:
    """Return how many columns take all values of FULL of the slots, WIDTH at most."""
    below = np.cumsum(np.bincount(np.minimum(counts, WIDTH), minlength=1))
    return max(1, min(WIDTH, int(np.searchsorted(below, FULL * len(counts)))))


def _more(codes: Array, begins: Array, counts: Array, width: int) -> tuple[Docs, Docs, Docs]:
    """Return the slots that have more codes than ``width``, where theirs begin and end, and the codes."""
    over = np.flatnonzero(counts > width)
    further = counts[over].astype(np.int64) - width
    more = codes[expanded(begins[over].astype(np.int64) + width, further)]
    return over, np.concatenate(([0], np.cumsum(further))), more.astype(np.int64)
