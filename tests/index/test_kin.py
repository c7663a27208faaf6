"""Kin of whom an article gives a first name alone."""

from __future__ import annotations

import pytest

from tests.index.conftest import Reader


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Berg left. Berg’s husband, Paul, stayed.", "Paul Berg"),
        ("Anna Berg took her 3-year-old son, Paul, there.", "Paul Berg"),
        ("Anna Berg left. In the hall her late first husband, Paul, stayed.", "Paul Berg"),
        ("Carl Roe says John Berg came with his son Paul, a smith.", "Paul Berg"),
        ("John Berg came with Carl Roe. He said his son, Paul, left.", "Paul Berg"),
        ("John Berg Jr. came. His brother, Paul, left.", "Paul Berg"),
        ("Anna Berg, whose son Paul left, stayed.", "Paul Berg"),
        ("The Oslo Union came. Its father, Paul, left.", "Paul"),
        ("Anna Berg met the mayor. His father, Paul, stayed.", "Paul"),
        ("Anna Berg left. Berg’s aide, Paul, stayed.", "Paul"),
        ("Anna left. Anna’s husband, Paul, stayed.", "Paul"),
        ("Anna Berg left. Berg’s husband, Paul Roe, stayed.", "Paul Roe"),
    ],
)
def test_kin_have_the_surname_of_whose_they_are(reader: Reader, text: str, name: str) -> None:
    people = reader(text).people.everybody
    assert [person.name for person in people if person.words[0] == "paul"] == [name]
