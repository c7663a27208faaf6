"""A table from keys of two whole numbers to numbers, asked for many keys at once."""

from __future__ import annotations

import secrets

import numpy as np

from index.codec.files import Array

EMPTY = -1
_BITS = 12  # a new table has 2 ** 12 slots
_FULL = 0.25  # of the slots: then nearly all keys stand where they are looked for first


class KeyTable:
    """Numbers by key: a number stands in its key's own slot or, where that is taken, in the next free one.

    What slot is a key's own is another in each table, so that no text can be made to fill one neighbourhood.
    """

    def __init__(self) -> None:
        self._factors = [np.uint64(secrets.randbits(64) | 1) for _ in range(3)]
        self._first, self._second = (np.zeros(1 << _BITS, np.uint64) for _ in range(2))  # by number
        self._size = 0
        self._clear(_BITS)

    def find(self, first: Array, second: Array) -> Array:
        """Return the number of each key, EMPTY for those that are not there."""
        at = self._own_slots(first, second)
        found = self._slots[at]
        going_on = self._others(found, first, second)
        while len(going_on):
            at[going_on] = (at[going_on] + 1) & self._mask
            found[going_on] = self._slots[at[going_on]]
            going_on = going_on[self._others(found[going_on], first[going_on], second[going_on])]
        return found

    def add(self, first: Array, second: Array, numbers: Array) -> None:
        """Add keys, each of them new and once, none of them (0, 0); the numbers are to be small ones."""
        while int(numbers.max(initial=0)) >= len(self._first):
            self._first, self._second = (
                np.concatenate((one, np.zeros_like(one))) for one in (self._first, self._second)
            )
        self._first[numbers], self._second[numbers] = first, second
        self._size += len(numbers)
        if self._size > _FULL * len(self._slots):
            self._clear(int(self._size / _FULL).bit_length())
            numbers = np.flatnonzero(self._first | self._second).astype(np.int32)
        self._put(numbers)

    def _clear(self, bits: int) -> None:
        self._mask = np.int64((1 << bits) - 1)
        self._shift = np.uint64(64 - bits)
        self._slots = np.full(1 << bits, EMPTY, np.int32)

    def _own_slots(self, first: Array, second: Array) -> Array:
        one, two, three = self._factors
        mixed = first * one ^ second * two
        mixed ^= mixed >> np.uint64(32)
        mixed *= three
        slots: Array = (mixed >> self._shift).astype(np.int64)
        return slots

    def _others(self, found: Array, first: Array, second: Array) -> Array:
        """Return which of the keys found a number that is another key's."""
        other = (self._first[found] != first) | (self._second[found] != second)
        return np.flatnonzero(other & (found != EMPTY))

    def _put(self, numbers: Array) -> None:
        at = self._own_slots(self._first[numbers], self._second[numbers])
        left = np.arange(len(numbers))
        while len(left):
            free = left[self._slots[at[left]] == EMPTY]
            self._slots[at[free]] = numbers[free]  # of several in one slot the last stays
            left = left[self._slots[at[left]] != numbers[left]]
            at[left] = (at[left] + 1) & self._mask
