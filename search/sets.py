"""The values of facets that have few, a slot's set of them as one number: counted in one pass, not in many.

Each value is a bit. Of the sets of bits there can be, those that some slot has are numbered from 0 on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from search.arrays import Array, Docs, Mask

BITS = 16  # values of all the facets together

Coded = Iterable[tuple[int, Docs | slice, Array]]
"""How many codes the slots had before, the slots, and of each of them a code; one past the values is none."""


class Sets:
    """Which set of values each slot has: ``numbers``, of ``size`` sets."""

    def __init__(self, slots: int, values: Mapping[str, int], codes: Mapping[str, Coded]) -> None:
        """Take how many slots there are, and for each facet how many values it has and the slots' codes.

        All the values are BITS at most.
        """
        found, shifts, shift = np.zeros(slots, np.uint16), {}, 0
        for name, pairs in codes.items():
            bits = np.append(1 << np.arange(shift, shift + values[name]), 0).astype(np.uint16)
            for _, here, own in pairs:
                found[here] |= bits[own]
            shifts[name] = shift
            shift += values[name]
        there = np.bincount(found, minlength=1 << shift) > 0
        sets = there.nonzero()[0]
        self.size = len(sets)
        self.numbers: Docs = (there.cumsum() - 1)[found]
        self._has = {name: _has(sets >> shifts[name], values[name]) for name in codes}

    def __contains__(self, name: str) -> bool:
        return name in self._has

    def counted(self, name: str, counts: Docs) -> tuple[Docs, int]:
        """Return from how many slots have each set how many have each value of a facet, and how many none."""
        found = (counts @ self._has[name]).astype(np.int64)  # exact below 2**53
        return found[:-1], int(found[-1])

    def first(self, name: str) -> Docs:
        """Return for each set the code of a facet's first value in it, the number of values for none."""
        first: Docs = np.argmax(self._has[name], axis=1)
        return first

    def having(self, name: str, codes: Sequence[int]) -> Mask:
        """Return which of the sets have any of a facet's values."""
        mask: Mask = np.logical_or.reduce(self._has[name][:, list(codes)], axis=1)
        return mask


def small(values: Mapping[str, int]) -> list[str]:
    """Return the facets whose values fit into the bits, those of the fewest values first."""
    chosen, left = [], BITS
    for name in sorted(values, key=lambda name: values[name]):
        if values[name] <= left:
            chosen.append(name)
            left -= values[name]
    return chosen


def _has(sets: Docs, values: int) -> Array:
    """Return for each set which of the lowest bits it has, and whether it has none: 1.0 or 0.0."""
    has = (sets[:, None] >> np.arange(values)) & 1
    return np.hstack((has, ~has.any(axis=1, keepdims=True))).astype(np.float64)
