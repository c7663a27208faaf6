"""Values turned round: for each code the slots that it stands beside."""

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.inverted import inverted

VALUES = 4
PAIRS = st.sets(st.tuples(st.integers(0, 30), st.integers(0, VALUES - 1)))


@given(PAIRS, st.sets(st.integers(0, VALUES - 1)), st.randoms(use_true_random=False))
def test_the_slots_of_some_codes_ascend_and_are_there_once(
    pairs: set[tuple[int, int]], codes: set[int], chance: Random
) -> None:
    shuffled = sorted(pairs)
    chance.shuffle(shuffled)
    slots = np.array([slot for slot, _ in shuffled], np.int32)
    found = inverted(slots, np.array([code for _, code in shuffled], np.uint16), VALUES)
    expected = sorted({slot for slot, code in pairs if code in codes})
    assert found.having(sorted(codes)).tolist() == expected


def test_what_is_handed_out_cannot_be_written_to() -> None:
    found = inverted(np.array([3, 1], np.int32), np.array([0, 0], np.uint16), 1).having([0])
    with pytest.raises(ValueError, match="read-only"):
        found[0] = 7
