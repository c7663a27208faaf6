"""A table from keys of two whole numbers to numbers, asked for many keys at once."""

from __future__ import annotations

import secrets

import numpy as np

from index.codec.files import Array

EMPTY = -1
_BITS = 12  # a new table has 2 ** 12 slots
_FULL = 0.5  # of the slots: then most keys stand where they are looked for first


class KeyTable:
    """Numbers by key, in open addressing: a key stands in its own slot or, where taken, in the next free.

    What slot is a key's own is another in each table, so that no text can be made to fill one neighbourhood.
    """

    def __init__(self) -> None:
        self._factors = [np.uint64(secrets.randbits(64) | 1) for _ in range(3)]
        self._size = 0
        self._clear(_BITS)

    def find(self, first: Array, second: Array) -> Array:
        """Return the number of each key, EMPTY for those that are not there."""
        at = self._slots(first, second)
        found, going_on = self._compared(at, first, second)
        while len(going_on):
            at[going_on] = (at[going_on] + 1) & self._mask
            more, further = self._compared(at[going_on], first[going_on], second[going_on])
            found[going_on] = more
            going_on = going_on[further]
        return found

    def add(self, first: Array, second: Array, numbers: Array) -> None:
        """Add keys, each of them new and once, none of them (0, 0)."""
        self._size += len(numbers)
        if self._size > _FULL * len(self._numbers):
            used = self._numbers != EMPTY
            before = self._first[used], self._second[used], self._numbers[used]
            self._clear(max(_BITS, int(self._size / _FULL).bit_length()))
            self._put(*before)
        self._put(first, second, numbers)

    def _clear(self, bits: int) -> None:
        self._mask = np.int64((1 << bits) - 1)
        self._shift = np.uint64(64 - bits)
        self._first = np.zeros(1 << bits, np.uint64)
        self._second = np.zeros(1 << bits, np.uint64)
        self._numbers = np.full(1 << bits, EMPTY, np.int32)

    def _slots(self, first: Array, second: Array) -> Array:
        one, two, three = self._factors
        mixed = first * one ^ second * two
        mixed ^= mixed >> np.uint64(32)
        mixed *= three
        slots: Array = (mixed >> self._shift).astype(np.int64)
        return slots

    def _compared(self, at: Array, first: Array, second: Array) -> tuple[Array, Array]:
        """Return the numbers in some slots, and which of the keys are to be looked for further on."""
        found = self._numbers[at]
        other = (self._first[at] != first) | (self._second[at] != second)
        going_on = np.flatnonzero(other & (found != EMPTY))
        found[going_on] = EMPTY
        return found, going_on

    def _put(self, first: Array, second: Array, numbers: Array) -> None:
        at = self._slots(first, second)
        left = np.arange(len(numbers))
        while len(left):
            free = left[self._numbers[at[left]] == EMPTY]
            self._numbers[at[free]] = numbers[free]  # of several in one slot the last stays
            won = free[self._numbers[at[free]] == numbers[free]]
            self._first[at[won]], self._second[at[won]] = first[won], second[won]
            left = left[self._numbers[at[left]] != numbers[left]]
            at[left] = (at[left] + 1) & self._mask
