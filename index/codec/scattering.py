"""Stretches of several arrays → one array, each stretch to its place; nothing is sorted.

What is kept by term stands in each part in the order of its own terms. A term's stretch of the first part
comes before that of the second, so that where each goes is known from counts alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from index.codec.files import Array

MOVED = 2**21  # elements moved at a time: 16 MB of places


class Part(NamedTuple):
    """An array of stretches: ``counts`` are their lengths, ``ordinals`` the places they have among all."""

    ordinals: Array
    counts: Array
    array: Array


def starts_of(size: int, counted: Sequence[tuple[Array, Array]]) -> Array:
    """Return where each of ``size`` ordinals begins, and the end, given each part's ordinals and counts."""
    starts = np.zeros(size + 1, np.int64)
    for ordinals, counts in counted:
        starts[1:][ordinals] += counts
    return np.cumsum(starts, out=starts)


def scattered(starts: Array, parts: Sequence[Part], dtype: np.dtype[np.generic]) -> Array:
    """Return the parts' arrays as one; ``starts`` are where each ordinal's elements begin, and their end."""
    merged = np.empty(int(starts[-1]), dtype)
    filled = starts[:-1].astype(np.int64)
    for ordinals, counts, array in parts:
        ends = np.cumsum(counts, dtype=np.int64)
        to = np.repeat(filled[ordinals] - (ends - counts), counts)
        to += np.arange(len(to))
        merged[to] = array
        filled[ordinals] += counts
    return merged


def ranges(starts: Array) -> Iterator[tuple[int, int]]:
    """Yield all ordinals in ranges, half-open, that have up to MOVED elements each, or one that has more."""
    first, size = 0, len(starts) - 1
    while first < size:
        within = int(np.searchsorted(starts, starts[first] + MOVED, side="right")) - 1
        last = min(size, max(first + 1, within))
        yield first, last
        first = last
