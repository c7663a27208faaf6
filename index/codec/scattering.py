"""Stretches of several arrays → one array, each stretch to its place; nothing is sorted.

What is kept by term stands in each part in the order of its own terms. A term's stretch of the first part
comes before that of the second, so that where each goes is known from counts alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from index.codec.files import Array

BLOCK = 2**22  # elements moved at a time: 32 MB of places


class Part(NamedTuple):
    """An array of stretches: ``counts`` are their lengths, ``ordinals`` the places they have among all."""

    ordinals: Array
    counts: Array
    array: Array


def summed(size: int, counted: Sequence[tuple[Array, Array]]) -> Array:
    """Return for each of ``size`` ordinals the sum of its counts, given ordinals and counts of each part."""
    total = np.zeros(size, np.int64)
    for ordinals, counts in counted:
        total[ordinals] += counts
    return total


def scattered(starts: Array, parts: Sequence[Part], dtype: np.dtype[np.generic]) -> Array:
    """Return the parts' arrays as one; ``starts`` are where each ordinal's elements begin, and their end."""
    merged = np.empty(int(starts[-1]), dtype)
    filled = starts[:-1].astype(np.int64)
    for ordinals, counts, array in parts:
        for stretch, to in _destinations(filled[ordinals], counts):
            merged[to] = array[stretch]
        filled[ordinals] += counts
    return merged


def _destinations(firsts: Array, counts: Array) -> Iterator[tuple[slice, Array]]:
    """Yield pieces of a part's array, whole stretches each, and the places their elements go to."""
    ends = np.cumsum(counts, dtype=np.int64)
    first = 0
    while first < len(counts):
        before = int(ends[first - 1]) if first else 0
        last = max(first + 1, int(np.searchsorted(ends, before + BLOCK, side="right")))
        shift = firsts[first:last] - (ends[first:last] - counts[first:last])
        piece = slice(before, int(ends[last - 1]))
        to = np.repeat(shift, counts[first:last])
        to += np.arange(piece.start, piece.stop)
        yield piece, to
        first = last
