"""The operations that matching is made of, against plain Python."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import search.arrays
from search.arrays import Found, added_up, expanded, leading, located, places_among

SLOTS = st.lists(st.integers(0, 300), max_size=60)


@given(SLOTS.map(set).map(sorted), SLOTS.map(sorted))
def test_numbers_are_located_among_keys(keys: list[int], wanted: list[int]) -> None:
    places, there = located(np.array(keys, np.int32), np.array(wanted, np.int64), 301)
    assert there.tolist() == [number in keys for number in wanted]
    found = zip(places.tolist(), there.tolist(), wanted, strict=True)
    assert all(keys[place] == number for place, has, number in found if has)


@given(st.lists(st.tuples(SLOTS.map(set).map(sorted), SLOTS), max_size=4))
def test_numbers_among_some_keys_are_those_of_this_call_alone(
    calls: list[tuple[list[int], list[int]]],
) -> None:
    for keys, numbers in calls:
        found = places_among(np.array(keys, np.int32), np.array(numbers, np.int32), 301)
        assert found.tolist() == [place for place, number in enumerate(numbers) if number in keys]


@given(st.lists(st.lists(st.tuples(st.integers(0, 300), st.floats(0, 9)), max_size=40), max_size=4))
@pytest.mark.parametrize("size", [301, 100_000])
def test_scores_of_parts_add_up(size: int, parts: list[list[tuple[int, float]]]) -> None:
    expected: dict[int, float] = {}
    for slot, score in (pair for part in parts for pair in part):
        expected[slot] = expected.get(slot, 0.0) + score
    made = [
        Found(np.array([s for s, _ in sorted(part)], np.int64), np.array([x for _, x in sorted(part)], float))
        for part in parts
    ]
    found = added_up(made, size)
    assert found.slots.tolist() == sorted(expected)
    assert found.scores == pytest.approx([expected[slot] for slot in sorted(expected)])


@given(st.lists(st.integers(0, 50), max_size=400), st.integers(1, 12))
def test_the_leading_ones_are_the_largest_and_all_that_equal_the_last(keys: list[int], count: int) -> None:
    before, search.arrays.BLOCK = search.arrays.BLOCK, 4
    try:
        places = sorted(leading(np.array(keys, np.int64), count).tolist())
    finally:
        search.arrays.BLOCK = before
    least = sorted(keys, reverse=True)[:count][-1:]
    assert places == [place for place, key in enumerate(keys) if key >= least[0]]


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 5)), max_size=20))
def test_stretches_are_expanded(stretches: list[tuple[int, int]]) -> None:
    starts = np.array([start for start, _ in stretches], np.int64)
    counts = np.array([count for _, count in stretches], np.int64)
    expected = [place for start, count in stretches for place in range(start, start + count)]
    assert expanded(starts, counts).tolist() == expected
