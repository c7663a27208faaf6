"""Stored fields come back as they were, of the same types, whichever way they are kept."""

import datetime as dt
import pickle
from enum import IntEnum
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.codec.stored import packed_fields, reader_of, unpacked_fields

PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.binary()
ODD = st.tuples(st.integers()) | st.dates() | st.sampled_from(["\ud800", 2**70, {1: "one"}, {"a"}])
VALUES = st.recursive(
    PLAIN | ODD, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=10
)


class Level(IntEnum):
    """A whole number, and more."""

    LOW = 1


def types(value: Any) -> Any:
    """Return the types of a value and of all within it."""
    if isinstance(value, dict):
        return type(value), {key: types(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return type(value), [types(inner) for inner in value]
    return type(value)


@given(st.dictionaries(st.text(), VALUES, max_size=5))
def test_fields_come_back_as_they_were(fields: dict[str, Any]) -> None:
    found = unpacked_fields(packed_fields(fields))
    assert found == fields
    assert types(found) == types(fields)


@pytest.mark.parametrize(
    ("value", "pickled"),
    [
        ("Rutte", False),
        (["a", {"b": [1, 2.5, None, True, b"c"]}], False),
        (2**63, False),
        (2**64, True),
        ("\ud800", True),
        ((1, 2), True),
        ({1: 2}, True),
        (Level.LOW, True),
        (dt.date(2025, 4, 3), True),
        ([[(1,)]], True),
    ],
)
def test_what_messagepack_would_change_is_pickled(value: Any, pickled: bool) -> None:
    stored = packed_fields({"field": value})
    assert stored.startswith(b"\x80") == pickled
    assert types(unpacked_fields(stored)["field"]) == types(value)


def test_no_fields_take_no_bytes() -> None:
    assert packed_fields({}) == b""
    assert unpacked_fields(b"") == {}


class Part(msgspec.Struct):
    """Some of the fields."""

    name: str
    count: int = 0


@pytest.mark.parametrize("fields", [{"name": "Oslo", "more": [1]}, {"name": "Oslo", "more": (1,)}])
def test_a_part_of_the_fields_is_read_from_either(fields: dict[str, Any]) -> None:
    assert reader_of(Part)(packed_fields(fields)) == Part("Oslo")


def test_fields_that_were_pickled_before_are_read() -> None:
    stored = pickle.dumps({"name": "Oslo", "count": 3}, pickle.HIGHEST_PROTOCOL)
    assert unpacked_fields(stored) == {"name": "Oslo", "count": 3}
    assert reader_of(Part)(stored) == Part("Oslo", 3)
