"""The table of keys tells what a dictionary tells."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.codec.files import Array
from index.codec.keys import EMPTY, KeyTable

NUMBERS = st.integers(0, 2**64 - 1) | st.integers(0, 3)
KEYS = st.tuples(NUMBERS, NUMBERS).filter(any)


def columns(keys: list[tuple[int, int]]) -> tuple[Array, Array]:
    return np.array([key[0] for key in keys], np.uint64), np.array([key[1] for key in keys], np.uint64)


@given(st.lists(st.lists(KEYS, max_size=30), max_size=5), st.lists(KEYS, max_size=30))
def test_keys_are_found_with_their_numbers_and_others_are_not(
    batches: list[list[tuple[int, int]]], others: list[tuple[int, int]]
) -> None:
    table, known = KeyTable(), dict[tuple[int, int], int]()
    for batch in batches:
        new = [key for key in dict.fromkeys(batch) if key not in known]
        numbers = np.arange(len(known), len(known) + len(new))
        known.update(zip(new, numbers.tolist(), strict=True))
        table.add(*columns(new), numbers)
    asked = [*known, *others]
    assert table.find(*columns(asked)).tolist() == [known.get(key, EMPTY) for key in asked]


def test_a_table_grows_with_its_keys_however_many_come_at_once() -> None:
    table, count = KeyTable(), 50_000
    keys = np.arange(1, count + 1, dtype=np.uint64), np.full(count, 7, np.uint64)
    table.add(keys[0][:1000], keys[1][:1000], np.arange(1000))
    table.add(keys[0][1000:], keys[1][1000:], np.arange(1000, count))
    assert (table.find(*keys) == np.arange(count)).all()
    assert (table.find(keys[0], keys[1] + np.uint64(1)) == EMPTY).all()


def test_each_table_has_slots_of_its_own_for_the_same_keys() -> None:
    keys = np.arange(1, 4_000, dtype=np.uint64), np.ones(3_999, np.uint64)
    one, other = (table._own_slots(*keys) for table in (KeyTable(), KeyTable()))
    assert not np.array_equal(one, other)
