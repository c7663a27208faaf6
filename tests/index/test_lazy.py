"""A sequence whose items are made when asked for: once, and as a tuple's would be."""

import pickle

import pytest

from index.lazy import Lazy


@pytest.fixture
def made() -> list[str]:
    return []


@pytest.fixture
def letters(made: list[str]) -> Lazy[str, str]:
    def make(source: str) -> str:
        made.append(source)
        return source.upper()

    return Lazy(make, ("a", "b", "c"))


def test_only_what_is_asked_for_is_made_and_only_once(letters: Lazy[str, str], made: list[str]) -> None:
    assert len(letters) == 3
    assert (letters[1], letters[1], letters[-2]) == ("B", "B", "B")
    assert made == ["b"]


def test_slices_and_iteration_give_items_in_order(letters: Lazy[str, str]) -> None:
    assert letters[:2] == ("A", "B")
    assert letters[::-1] == ("C", "B", "A")
    assert list(letters) == ["A", "B", "C"]
    assert "C" in letters


def test_a_place_past_the_end_is_an_error(letters: Lazy[str, str]) -> None:
    with pytest.raises(IndexError):
        letters[3]


def test_it_equals_a_tuple_of_the_same_items_and_nothing_else(letters: Lazy[str, str]) -> None:
    same = ("A", "B", "C")
    assert letters == same
    assert same == letters
    assert hash(letters) == hash(same)
    assert letters != ("A", "B")
    assert letters != {"A", "B", "C"}


def test_it_is_pickled_as_a_tuple(letters: Lazy[str, str]) -> None:
    assert pickle.loads(pickle.dumps(letters)) == ("A", "B", "C")
    assert repr(letters) == "('A', 'B', 'C')"
