"""The facets' values as small numbers, a row for each slot: what facets count and filters look at.

The values of all facets are numbered through, so that one pass over the rows of some slots counts everything:

    slot    kind…   speaker     topic
    0       2       20   9999   2010   2013
    1       0       2003 9999   2011   9999

The first column numbers the sets of values of the facets that have few. Of another one with ``n`` values the
numbers are ``first`` up to ``first + n``; ``first + n`` in its first column says that the slot has none
(speaker 2003 above), the greatest number in its other columns says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial

import numpy as np

from search.arrays import FEW, NO_SLOTS, Array, Docs, Mask, expanded, places_among
from search.inverted import Inverted, inverted
from search.owned import Owned
from search.sets import Coded, Sets, small

WIDTH = 8  # columns of a facet at most: a slot's further values are listed beside
PAGE = 200  # slots that are not many
BLOCK = 8_192  # slots worked on at a time, in memory that is in use already
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
            places = places_among(slots, self.more_slots, size)
        starts = self.more_starts[places]
        further: Docs = self.more_codes[expanded(starts, self.more_starts[places + 1] - starts)]
        return further

    def having_more(self, size: int, codes: Sequence[int]) -> Mask:
        """Return which of all slots have any of the values beyond their row."""
        mask = np.zeros(size, dtype=bool)
        mask[self.slot_of_each_more()[np.isin(self.more_codes, codes)]] = True
        return mask

    def slot_of_each_more(self) -> Docs:
        """Return the slot that each further value is of."""
        return np.repeat(self.more_slots, np.diff(self.more_starts))


class Codes:
    """The values of each slot (a document, or an article) in all facets; of each facet, codes from 0 on."""

    def __init__(self, facets: Mapping[str, Owned], slots: Docs | None) -> None:
        """Take the facets' values by document; each of ``slots`` is a document, None for all of them."""
        values = {name: len(owned.names) for name, owned in facets.items()}
        coded = {name: partial(_coded, owned, slots) for name, owned in facets.items()}
        few = small(values)
        self._size = len(_docs(next(iter(facets.values())), slots))
        self._sets = Sets(self._size, values, {name: coded[name]() for name in few})
        widths = {name: _width(owned, slots) for name, owned in facets.items() if name not in few}
        self._nothing = self._sets.size + sum(values[name] + 1 for name in widths)
        shape = self._size, 1 + sum(widths.values())
        self._rows = np.full(shape, self._nothing, np.min_scalar_type(self._nothing))
        self._rows[:, 0] = self._sets.numbers
        self._facets: dict[str, _Facet] = {}
        first, at = self._sets.size, 1
        for name, width in widths.items():
            columns = range(at, at + width)
            more = _filled(self._rows[:, at : at + width], first, values[name], coded[name]())
            self._facets[name] = _Facet(first, values[name], columns, *more)
            first, at = first + values[name] + 1, at + width
        self._inverted = lru_cache(None)(self._inverted_facet)  # made when a filter first asks for it

    @cached_property
    def _columns(self) -> Array:
        """The rows' columns: one facet is read from them in a third of the time that it is read from rows."""
        return np.ascontiguousarray(self._rows.T)

    def _of(self, facet: _Facet) -> Array:
        return self._columns[facet.columns.start : facet.columns.stop]

    def count(self, slots: Docs) -> Docs:
        """Return how many of the slots, ascending, have each number; ``counted`` tells a facet's values."""
        numbers = self._numbers_among(slots[:BLOCK])
        for start in range(BLOCK, len(slots), BLOCK):
            numbers += self._numbers_among(slots[start : start + BLOCK])
        for facet in self._facets.values():
            self._add_more(facet, slots, numbers)
        return numbers

    def _numbers_among(self, slots: Docs) -> Docs:
        return np.bincount(self._rows.take(slots, 0).ravel(), minlength=self._nothing + 1)

    def counted(self, name: str, counts: Docs) -> Counted:
        """Return a facet's counts among those of all."""
        if name in self._sets:
            return self._sets.counted(name, counts[: self._sets.size])
        facet = self._facets[name]
        none = facet.first + facet.values
        return counts[facet.first : none], int(counts[none])

    def count_one(self, name: str, slots: Docs) -> Counted:
        """Return how many of the slots, ascending, have each value of a single facet, and how many none."""
        if name in self._sets:
            numbers = np.bincount(self._columns[0].take(slots), minlength=self._sets.size)
            return self._sets.counted(name, numbers)
        facet = self._facets[name]
        numbers = np.bincount(self._of(facet).take(slots, 1).ravel(), minlength=self._nothing + 1)
        self._add_more(facet, slots, numbers)
        return self.counted(name, numbers)

    def _add_more(self, facet: _Facet, slots: Docs, numbers: Docs) -> None:
        if len(facet.more_slots):
            more = np.bincount(facet.more_of(slots, self._size), minlength=facet.values)
            numbers[facet.first : facet.first + facet.values] += more

    def first(self, name: str, slots: Docs) -> Docs:
        """Return the code of the first value of each slot, the number of values for none."""
        # Of a page's few slots the rows are read, so that no column is made for them.
        columns = self._rows.T if len(slots) < PAGE else self._columns
        if name in self._sets:
            codes: Docs = self._sets.first(name)[columns[0][slots]]
        else:
            facet = self._facets[name]
            codes = columns[facet.columns.start][slots] - columns.dtype.type(facet.first)
        return codes

    def having(self, name: str, slots: Docs, codes: Sequence[int]) -> Mask:
        """Return which of the slots have any of a facet's values."""
        if name in self._sets:
            has: Mask = self._sets.having(name, codes).take(self._columns[0].take(slots))
            return has
        facet = self._facets[name]
        mask = _any_of(self._of(facet).take(slots, 1), [facet.first + code for code in codes])
        if len(facet.more_slots):
            mask |= facet.having_more(self._size, codes).take(slots)
        return mask

    def all_having(self, name: str, codes: Sequence[int]) -> Docs:
        """Return all slots that have any of a facet's values."""
        if name in self._sets:
            return np.flatnonzero(self._sets.having(name, codes).take(self._columns[0]))
        return self._inverted(name).having(codes)

    def _inverted_facet(self, name: str) -> Inverted:
        """Return for each of a facet's values the slots that have it."""
        facet = self._facets[name]
        numbers = self._rows[:, facet.columns.start : facet.columns.stop].reshape(-1)
        there = (numbers < facet.first + facet.values).nonzero()[0]
        slots, codes = there // len(facet.columns), numbers.take(there) - numbers.dtype.type(facet.first)
        return inverted(
            np.concatenate((slots, facet.slot_of_each_more())),
            np.concatenate((codes, facet.more_codes.astype(codes.dtype))),
            facet.values,
        )


def _any_of(columns: Array, numbers: Sequence[int]) -> Mask:
    """Return in which places any column has any of the numbers."""
    has = np.equal(columns, numbers[0]) if len(numbers) == 1 else np.isin(columns, numbers)
    mask: Mask = np.logical_or.reduce(has, axis=0)
    return mask


def _docs(owned: Owned, slots: Docs | None) -> Docs:
    if slots is not None:
        return slots
    return np.arange(len(owned.codes) if owned.starts is None else len(owned.starts) - 1)


def _stretches(owned: Owned, slots: Docs | None) -> Iterator[tuple[int, Array, Array]]:
    """Yield for a block of slots its first, where each slot's codes begin, and how many there are.

    There is one where no document has several. A block's arrays are small enough to be made where the last
    ones were: memory that is fresh costs more than what is done in it.
    """
    docs = _docs(owned, slots)
    for start in range(0, len(docs), BLOCK):
        here = docs[start : start + BLOCK]
        if owned.starts is None:
            yield start, here, np.ones(len(here), np.uint8)
        else:
            begins = owned.starts[here]
            yield start, begins, owned.starts[here + 1] - begins


def _coded(owned: Owned, slots: Docs | None) -> Coded:
    """Yield a place in a row, slots that have a code for it, and the codes."""
    for start, begins, counts in _stretches(owned, slots):
        if counts.all():
            yield 0, slice(start, start + len(counts)), owned.codes[begins]
        for place in range(int(counts.all()), int(counts.max())):
            has = (counts > place).nonzero()[0]
            yield place, has + start, owned.codes[begins[has] + place]


def _width(owned: Owned, slots: Docs | None) -> int:
    """Return how many columns take all values of FULL of the slots, WIDTH at most."""
    if owned.starts is None:
        return 1
    having = np.zeros(WIDTH + 1, np.int64)
    for _, _, counts in _stretches(owned, slots):
        having += np.bincount(np.minimum(counts, WIDTH), minlength=WIDTH + 1)
    return max(1, min(WIDTH, int(np.searchsorted(having.cumsum(), FULL * having.sum()))))


def _filled(rows: Array, first: int, values: int, coded: Coded) -> tuple[Docs, Docs, Docs]:
    """Fill a facet's part of the rows with numbers from ``first`` on.

    Return the slots that have more codes than there are columns, where theirs begin and end, and the codes.
    """
    rows[:, 0] = first + values
    more: list[tuple[Docs, Docs]] = [(NO_SLOTS, NO_SLOTS)]
    for place, slots, codes in coded:
        if place < rows.shape[1]:
            rows[slots, place] = codes + rows.dtype.type(first)
        elif not isinstance(slots, slice):
            more.append((slots, codes))
    over, further = (np.concatenate(arrays) for arrays in zip(*more, strict=True))
    order = over.argsort(kind="stable")
    own, starts = np.unique(over[order], return_index=True)
    return own, np.append(starts, len(over)), further[order].astype(np.int64)
