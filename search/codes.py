"""A field's values as small numbers by document: what facets count and filters look at."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from index.codec.fields import sizes
from search.arrays import Array, Docs, Mask, expanded

WIDTH = 4  # values of a document that stand in its row; the few that have more are listed beside


class Codes:
    """The values of each slot (a document, or an article), as places in ``names``.

    A row has the first WIDTH values of its slot, ``len(names)`` standing for none.
    """

    def __init__(self, names: Sequence[bytes], rows: Array, more_slots: Docs, more_codes: Docs) -> None:
        self.names = names
        self._rows = rows if rows.ndim == 1 or rows.shape[1] > 1 else rows[:, 0]
        self._more_slots = more_slots
        self._more_codes = more_codes

    def count(self, slots: Docs) -> tuple[Docs, int]:
        """Return how many of the slots have each value, and how many have none."""
        width = len(self.names)
        rows = self._rows[slots]
        counts = np.bincount(rows.ravel(), minlength=width + 1)
        if rows.ndim == 1:
            return counts[:width], int(counts[width])
        if len(self._more_slots):
            inside = np.zeros(len(self._rows), dtype=bool)
            inside[slots] = True
            counts += np.bincount(self._more_codes[inside[self._more_slots]], minlength=width + 1)
        return counts[:width], int((rows[:, 0] == width).sum())

    def having(self, slots: Docs, codes: Sequence[int]) -> Mask:
        """Return which of the slots have any of the values."""
        wanted = np.zeros(len(self.names) + 1, dtype=bool)
        wanted[list(codes)] = True
        rows: Mask = wanted[self._rows[slots]]
        if rows.ndim == 1:
            return rows
        mask: Mask = np.logical_or.reduce(rows, axis=1)
        if len(self._more_slots):
            more = np.zeros(len(self._rows), dtype=bool)
            more[self._more_slots[wanted[self._more_codes]]] = True
            mask |= more[slots]
        return mask

    @cached_property
    def first(self) -> Array:
        """The first value of each slot."""
        return self._rows if self._rows.ndim == 1 else self._rows[:, 0]

    def pairs(self) -> tuple[Docs, Docs]:
        """Return all pairs of a slot and a value, ordered by slot."""
        rows = self._rows.reshape(len(self._rows), -1)
        slots, places = np.nonzero(rows != len(self.names))
        codes = rows[slots, places].astype(np.int64)
        if len(self._more_slots):
            slots, codes = np.append(slots, self._more_slots), np.append(codes, self._more_codes)
            order = np.argsort(slots, kind="stable")
            slots, codes = slots[order], codes[order]
        return slots, codes


def codes_from(names: Sequence[bytes], starts: Array | None, codes: Array, slots: Docs | None) -> Codes:
    """Return the codes of some documents, each a slot (all documents where ``slots`` is None).

    Without ``starts`` there is one code a document; with them a document's stand between two of them.
    """
    none = len(names)
    nothing = np.empty(0, np.int64)
    if starts is None:
        return Codes(names, codes if slots is None else codes[slots], nothing, nothing)
    starts = starts.astype(np.int64)
    begins, counts = starts[:-1], sizes(starts)
    if slots is not None:
        begins, counts = begins[slots], counts[slots]
    width = min(WIDTH, int(counts.max(initial=1)))
    rows = np.full((len(counts), width), none, np.min_scalar_type(none))
    for place in range(width):
        has = np.flatnonzero(counts > place)
        rows[has, place] = codes[begins[has] + place]
    over = np.flatnonzero(counts > width)
    more = expanded(begins[over] + width, counts[over] - width)
    return Codes(names, rows, np.repeat(over, counts[over] - width), codes[more].astype(np.int64))
