"""The arrays that matching works on, and the few operations it is made of."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Docs = NDArray[Any]  # whole numbers, of 32 bits or 64
Mask = NDArray[np.bool_]
Floats = NDArray[np.float64]

POSITION_BITS = 24  # an article has at most 5 MB, so fewer than 2**24 words

FEW = 6  # one array is searched in another, so many times as long; nearer in length, a table is quicker
BLOCK = 256  # scores of which the best is told together


class Postings(NamedTuple):
    """The documents that hold a term, ascending, and how often."""

    docs: Docs
    freqs: Floats


class Entry(NamedTuple):
    """A term's postings over all segments: ascending documents and their marks, as the codec has them."""

    docs: Docs
    marks: Array


class Values(NamedTuple):
    """A field's values: for each pair the document and the place of its value in ``names``."""

    names: Sequence[Any]
    docs: Docs
    codes: Docs


class Found(NamedTuple):
    """What matches, ascending and each once, and what it scores."""

    slots: Docs
    scores: Floats


NO_SLOTS = np.empty(0, np.int64)
NOTHING = Found(NO_SLOTS, np.empty(0, np.float64))


def joined(entries: Sequence[Entry]) -> Entry:
    """Return postings of several segments, in their order, as one."""
    if len(entries) == 1:
        return entries[0]
    if not entries:
        return Entry(np.empty(0, np.int32), np.empty(0, np.uint16))
    return Entry(*(np.concatenate(arrays) for arrays in zip(*entries, strict=True)))


def unscored(slots: Docs) -> Found:
    """Return matches that score nothing."""
    return Found(slots, np.zeros(len(slots)))


def located(keys: Docs, wanted: Docs, size: int) -> tuple[Docs, Mask]:
    """Return for each wanted number its place among the keys, and whether it is there (else any number).

    The keys ascend and are unique; all numbers lie below ``size``.
    """
    if not len(keys) or not len(wanted):
        return np.zeros(len(wanted), np.int64), np.zeros(len(wanted), dtype=bool)
    if len(wanted) * FEW < len(keys):
        places = keys.searchsorted(wanted.astype(keys.dtype, copy=False))
    else:
        # What the table has of earlier calls does no harm: every place is looked at again. NumPy writes to
        # places of 32 bits, and reads by brackets from them, in twice the time of the cast and of ``take``.
        table, numbers = _tables(size)
        table[keys.astype(np.intp, copy=False)] = numbers[: len(keys)]
        places = table.take(wanted)
    return places, keys.take(places, mode="clip") == wanted


def places_among(keys: Docs, numbers: Docs, size: int) -> Docs:
    """Return the places of those of some numbers that are among the keys; all lie below ``size``."""
    held: Mask | None = getattr(_of_thread, "held", None)
    if held is None or len(held) < size:
        held = _of_thread.held = np.zeros(size, dtype=bool)
    held[keys] = True
    try:
        found: Docs = held.take(numbers).nonzero()[0]
    finally:
        held[keys] = False  # for the next call of this thread
    return found


_of_thread = threading.local()


def _tables(size: int) -> tuple[Array, Array]:
    """Return this thread's table of places (zeros, and what earlier calls have left), and the numbers."""
    before: tuple[Array, Array] | None = getattr(_of_thread, "tables", None)
    if before is None or len(before[0]) < size:
        before = _of_thread.tables = np.zeros(size, np.int32), np.arange(size, dtype=np.int32)
    return before


def added_up(parts: Sequence[Found], size: int) -> Found:
    """Return all that any part has, with the sum of its scores; a part may have a slot several times."""
    if 1 <= len(parts) <= 2 and all(_ascends(part.slots) for part in parts):
        few, many = sorted((NOTHING, *parts)[-2:], key=lambda part: len(part.slots))
        if len(few.slots) * FEW <= len(many.slots):
            return _with_few(many, few, size)
    count = sum(len(part.slots) for part in parts)
    if not count:
        return NOTHING
    slots = np.concatenate([part.slots for part in parts])
    scores = np.concatenate([part.scores for part in parts])
    if count * FEW > size:
        # A text always scores more than 0, so that its sum tells where it matched.
        if scores.all():
            sums = _sums(slots, scores, size)
            found = positive(sums)
            return Found(found, sums.take(found))
        held = np.zeros(size, dtype=bool)
        held[slots.astype(np.intp, copy=False)] = True
        found = np.flatnonzero(held)
        return Found(found, _sums(slots, scores, size).take(found))
    order = np.argsort(slots, kind="stable")  # merges the parts, each of which is in order
    slots, scores = slots.take(order), scores.take(order)
    begins = np.flatnonzero(np.concatenate(([True], slots[1:] != slots[:-1])))
    return Found(slots[begins], np.add.reduceat(scores, begins))


def _with_few(many: Found, few: Found, size: int) -> Found:
    """Return two parts added up, one of them far shorter, as a word has in titles beside in texts."""
    if not len(few.slots):
        return many
    places, there = located(many.slots, few.slots, size)
    scores = many.scores.copy()
    scores[places[there]] += few.scores[there]
    if there.all():
        return Found(many.slots, scores)
    more = few.slots[~there]
    at = many.slots.searchsorted(more.astype(many.slots.dtype, copy=False))
    return Found(np.insert(many.slots, at, more), np.insert(scores, at, few.scores[~there]))


def union(parts: Sequence[Docs]) -> Docs:
    """Return what stands in any of some arrays, each of which ascends and has it once; ascending, once."""
    if len(parts) == 1:
        return parts[0]
    return np.unique(np.concatenate(parts)) if parts else NO_SLOTS


def positive(counts: Array) -> Docs:
    """Return the places of the numbers that are not 0."""
    places: Docs = (counts != 0).nonzero()[0]  # twice as fast as the same without the comparison
    return places


def leading(keys: Array, count: int) -> Docs:
    """Return the places of the ``count`` largest keys, 1 or more, and of all that equal the last."""
    if len(keys) <= count:
        return np.arange(len(keys))
    blocks = len(keys) // BLOCK
    if blocks <= 2 * count:
        return _not_below(keys, keys, count)
    # The least of the best blocks' bests is a bound that ``count`` keys at least do not fall below.
    near = _not_below(keys, keys[: blocks * BLOCK].reshape(blocks, BLOCK).max(axis=1), count)
    close = keys.take(near)
    return near[_not_below(close, close, count)]


def _not_below(keys: Array, bounds: Array, count: int) -> Docs:
    """Return the places of the keys that are not less than the ``count``-th largest of some bounds."""
    place = len(bounds) - count
    places: Docs = (keys >= np.partition(bounds, place)[place]).nonzero()[0]
    return places


def expanded(starts: Docs, counts: Docs) -> Docs:
    """Return the places of stretches: ``counts[i]`` of them from ``starts[i]`` on."""
    ends = np.cumsum(counts)
    places: Docs = np.repeat(starts - (ends - counts), counts)
    places += np.arange(len(places))
    return places


def _sums(places: Docs, scores: Floats, size: int) -> Floats:
    """Return for each of ``size`` places the sum of its scores."""
    sums: Floats = np.bincount(places, scores, minlength=size)  # type: ignore[assignment]
    return sums


def _ascends(slots: Docs) -> bool:
    return bool((slots[1:] > slots[:-1]).all())
