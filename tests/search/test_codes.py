"""Rows of codes, and sets of few values, against the lists of values that they were made from."""

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from search.codes import WIDTH, Codes
from search.owned import Owned

ONE = [b"a", b"b", b"c"]
MANY = [bytes([place]) for place in range(40)]
SLOTS = st.lists(
    st.tuples(
        st.integers(0, len(ONE)),
        st.lists(st.integers(0, len(MANY) - 1), max_size=2 * WIDTH, unique=True),
        st.booleans(),
    ),
    min_size=1,
    max_size=60,
)


@given(SLOTS)
def test_counts_and_filters_are_those_of_the_lists(slots: list[tuple[int, list[int], bool]]) -> None:
    many = [sorted(values) for _, values, _ in slots]
    starts = np.cumsum([0, *map(len, many)])
    facets = {
        "one": Owned(ONE, None, np.array([code for code, *_ in slots], np.uint8)),
        "many": Owned(MANY, starts, np.array([code for values in many for code in values], np.uint8)),
    }
    codes = Codes(facets, None)
    wanted = np.flatnonzero([chosen for *_, chosen in slots])
    counts = codes.count(wanted)
    expected = Counter(code for slot in wanted for code in many[slot])
    found, missing = codes.counted("many", counts)
    assert dict(enumerate(found.tolist())) == {code: expected[code] for code in range(len(MANY))}
    assert missing == sum(not many[slot] for slot in wanted)
    found, missing = codes.counted("one", counts)
    assert [*found.tolist(), missing] == [
        sum(slots[slot][0] == code for slot in wanted) for code in range(len(ONE) + 1)
    ]
    assert codes.first("one", wanted).tolist() == [slots[slot][0] for slot in wanted]
    assert codes.first("many", wanted).tolist() == [min(many[slot], default=len(MANY)) for slot in wanted]
    for name in facets:
        assert [part.tolist() for part in map(np.asarray, codes.count_one(name, wanted))] == [
            part.tolist() for part in map(np.asarray, codes.counted(name, counts))
        ]
    for code in range(len(ONE)):
        assert codes.having("one", wanted, [code]).tolist() == [slots[slot][0] == code for slot in wanted]
        assert codes.all_having("one", [code]).tolist() == [
            number for number, (one, *_) in enumerate(slots) if one == code
        ]
    for chosen in ([0], [39], [7, 0, 39]):
        assert codes.having("many", wanted, chosen).tolist() == [
            not set(chosen).isdisjoint(many[slot]) for slot in wanted
        ]
        assert codes.all_having("many", chosen).tolist() == [
            number for number, values in enumerate(many) if not set(chosen).isdisjoint(values)
        ]
    part = Codes(facets, wanted)
    alone = part.count(np.arange(len(wanted)))
    for name in facets:
        found, missing = part.counted(name, alone)
        assert (found.tolist(), missing) == (
            codes.counted(name, counts)[0].tolist(),
            codes.counted(name, counts)[1],
        )
