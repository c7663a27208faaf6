"""What goes on from what was typed, and what a misspelt word was meant to be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import Engine
from search.spelling import slips_to


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("rey", [("speaker", "Tom Reyes", 3), ("word", "reyes", 2)]),
        ("tom re", [("speaker", "Tom Reyes", 3), ("word", "review", 1)]),
        ("harbour speaker:ber", [("speaker", "Anna Berg", 2), ("word", "berg", 1)]),
        ("coas", [("outlet", "Coast Daily", 3)]),
        ("weath", [("topic", "Weather", 1)]),
        ("polici", [("word", "policies", 1)]),
        ("h", []),
        ("", []),
        ('"', []),
        ("zz", []),
    ],
)
def test_completions(engine: Engine, typed: str, expected: list[tuple[str, str, int]]) -> None:
    found = [(item.kind, item.label, item.count) for item in engine.suggest(typed)]
    assert [item for item in found if item[0] != "word" or item in expected] == expected


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [("a", "a", 0), ("ab", "ba", 1), ("rute", "rutte", 1), ("goverment", "government", 1), ("abc", "xyz", 3)],
)
def test_slips(one: str, other: str, slips: int) -> None:
    assert min(slips_to(one, [other])[0], 3) == slips


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_slips_are_counted_alike_from_either_side(one: str, other: str) -> None:
    assert slips_to(one, [other, one]).tolist() == [slips_to(other, [one])[0], 0]
    assert (slips_to(one, [other])[0] == 0) == (one == other)
