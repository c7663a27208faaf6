"""A field's values as small numbers by document: what facets count and filters look at."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from search.arrays import Array, Docs, Mask, expanded

WIDTH = 4  # values of a document that stand in its row; the few that have more are listed beside


class Codes:
    """The values of each slot (a document, or an article), as places in ``names``.

    There are WIDTH columns at most, as long as the slots: a slot's first value, its second, …, with
    ``len(names)`` for none. One array each: to gather from them takes a third of the time that rows take.
    """

    def __init__(
        self, names: Sequence[bytes], columns: Sequence[Array], more_slots: Docs, more_codes: Docs
    ) -> None:
        self.names = names
        self.first = columns[0]
        self._columns = columns
        self._more_slots = more_slots
        self._more_codes = more_codes

    def count(self, slots: Docs) -> tuple[Docs, int]:
        """Return how many of the slots have each value, and how many have none."""
        width = len(self.names)
        first = np.bincount(self.first[slots], minlength=width + 1)
        missing = int(first[width])
        for column in self._columns[1:]:
            first += np.bincount(column[slots], minlength=width + 1)
        if len(self._more_slots):
            inside = np.zeros(len(self.first), dtype=bool)
            inside[slots] = True
            first += np.bincount(self._more_codes[inside[self._more_slots]], minlength=width + 1)
        return first[:width], missing

    def having(self, slots: Docs, codes: Sequence[int]) -> Mask:
        """Return which of the slots have any of the values."""
        wanted = np.zeros(len(self.names) + 1, dtype=bool)
        wanted[list(codes)] = True
        mask: Mask = wanted[self.first[slots]]
        for column in self._columns[1:]:
            mask |= wanted[column[slots]]
        if len(self._more_slots):
            more = np.zeros(len(self.first), dtype=bool)
            more[self._more_slots[wanted[self._more_codes]]] = True
            mask |= more[slots]
        return mask

    def pairs(self) -> tuple[Docs, Docs]:
        """Return all pairs of a slot and a value, ordered by slot."""
        found = [np.flatnonzero(column != len(self.names)) for column in self._columns]
        slots = np.concatenate([*found, self._more_slots])
        codes = [column[has].astype(np.int64) for column, has in zip(self._columns, found, strict=True)]
        order = np.argsort(slots, kind="stable")
        return slots[order], np.concatenate([*codes, self._more_codes])[order]


def codes_from(names: Sequence[bytes], starts: Array | None, codes: Array, slots: Docs | None) -> Codes:
    """Return the codes of some documents, each a slot (all documents where ``slots`` is None).

    Without ``starts`` there is one code a document; with them a document's stand between two of them.
    """
    none = len(names)
    nothing = np.empty(0, np.int64)
    if starts is None:
        return Codes(names, [codes if slots is None else codes[slots]], nothing, nothing)
    places = slice(None, -1) if slots is None else slots
    begins = starts[places].astype(np.int64)
    counts = starts[1:][slice(None) if slots is None else slots].astype(np.int64) - begins
    width = max(1, min(WIDTH, int(counts.max(initial=1))))
    columns = [np.full(len(counts), none, np.min_scalar_type(none)) for _ in range(width)]
    for place, column in enumerate(columns):
        has = np.flatnonzero(counts > place)
        column[has] = codes[begins[has] + place]
    over = np.flatnonzero(counts > width)
    more = expanded(begins[over] + width, counts[over] - width)
    return Codes(names, columns, np.repeat(over, counts[over] - width), codes[more].astype(np.int64))
