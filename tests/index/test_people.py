"""Everybody an article names, found again."""

from __future__ import annotations

import pytest

from tests.index.conftest import TAIL, Reader


@pytest.mark.parametrize(
    ("forms", "name"),
    [
        (["Jane", "Doe"], "Jane Doe"),
        (["Doe"], "Jane Doe"),
        (["Mrs.", "Doe"], "Jane Doe"),
        (["Jane"], "Jane Doe"),
        (["Anna", "Doe"], None),
        (["Roe"], None),
    ],
)
def test_finds_again_who_is_called_so(reader: Reader, forms: list[str], name: str | None) -> None:
    person = reader(f"They met Jane Doe{TAIL}").people.called(forms)
    assert (person.name if person else None) == name


def test_common_words_are_places_bodies_and_what_stands_in_small_letters(reader: Reader) -> None:
    people = reader(f"They met Jane Doe{TAIL}").people
    assert [people.is_common(key) for key in ("florida", "herald", "hill", "doe")] == [
        True,
        True,
        True,
        False,
    ]
