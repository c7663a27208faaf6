"""The gender of people, by first names, titles and pronouns."""

from __future__ import annotations

import pytest

from tests.index.conftest import Reader

TAIL = " in the old town hall on the hill, where the council votes today."


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("They met Jane Doe{}", "female"),
        ("They met Paul Doe{}", "male"),
        ("They met Zorblat Doe{}", "either"),
        ("They met Zorblat Doe and her friends{}", "female"),
        ("They met Mr. Zorblat Doe{}", "male"),
        ("They met Zorblat Doe and Jane Roe and his friends{}", "either"),  # somebody else stands between
    ],
)
def test_first_names_titles_and_pronouns_tell_the_gender(reader: Reader, text: str, gender: str) -> None:
    people = reader(text.format(TAIL)).people
    (person,) = (person for person in people.everybody if person.words[-1] == "doe")
    assert person.gender == gender
