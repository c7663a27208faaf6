"""Names of things: whom no "he" or "she" means."""

from __future__ import annotations

import pytest

from tests.index.conftest import Reader, Rows


@pytest.mark.parametrize(
    ("text", "name", "thing"),
    [
        ("We flew to the old town in Ann Arbor.", "Ann Arbor", True),
        ("We saw the Rose Bowl on the hill.", "Rose Bowl", True),
        ("A crowd near Sandy Vale met Ann Arbor.", "Sandy Vale", True),
        ("A crowd near Sandy Vale met Ann Arbor.", "Ann Arbor", False),
        ("Sandy Vale Primary School fell. Sandy Vale changed us all.", "Sandy Vale", True),
        ("Sandy Vale Primary School fell. Sandy Vale wept, and Vale left.", "Sandy Vale", False),
        ("She asked us about Zorblat Waltz music and left.", "Zorblat Waltz", True),
        ("She asked us about Jane Doe and left.", "Jane Doe", False),
        ("The crowd was for Zorblat Vex, the mayor of Oslo.", "Zorblat Vex", False),  # who has a role
        ("It was near Zorblat Vex, who said that he would leave.", "Zorblat Vex", False),  # or a pronoun
    ],
)
def test_a_thing_is_what_stands_only_behind_the_or_in(
    reader: Reader, text: str, name: str, thing: bool
) -> None:
    assert reader(text).person(name).thing == thing


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Paul Roe left the old hall. They ate in Ann Arbor. “It is dead,” he said.", "Paul Roe"),
        ("Jane Doe left. The old town is proud of the Rose Bowl. “It is dead,” she said.", "Jane Doe"),
        ("Nobody spoke of it in Ann Arbor. “It is dead,” she said.", None),
        ("Neither Jane Doe nor the council knew. “It is dead,” she said.", "Jane Doe"),
        ("Jane Doe loves the same Zorblat Waltz, 98 songs and all. “It is dead,” she said.", "Jane Doe"),
    ],
)
def test_a_pronoun_means_no_thing(rows_of: Rows, text: str, name: str | None) -> None:
    assert rows_of(text)[-1].speaker == name
