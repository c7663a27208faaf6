"""Stretches of a text that matched → the ranges to mark in a part of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from search.page import Range


class Found(NamedTuple):
    """Characters ``start`` up to ``end`` that matched, and which leaf of the query they are for."""

    start: int
    end: int
    leaf: int


def ranges(found: Iterable[Found], start: int, end: int) -> tuple[Range, ...]:
    """Return the stretches as ranges of ``text[start:end]``, cut to it, none touching another."""
    merged: list[Range] = []
    for begin, stop, _ in found:
        if stop <= start or begin >= end:
            continue
        first, last = max(begin, start) - start, min(stop, end) - start
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return tuple(merged)
