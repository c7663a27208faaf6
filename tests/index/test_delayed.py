"""Whom a lead means that gives no name, where the next sentence does."""

from __future__ import annotations

import pytest

from tests.index.conftest import Rows

SAYS = "A top Roe adviser says the mayor is on “a path to glory.”"
IS = "says the mayor is on “a path to glory.”"
BEFORE = "The rain came over the town.\n\nIt rained all day.\n\n"
NAMED = "Jane Doe spoke to reporters on Monday about it."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{SAYS}\n\n{NAMED}", "Jane Doe"),
        (f"{SAYS} {NAMED}", "Jane Doe"),
        (f"Adviser sees glory.\n\n{SAYS}\n\n{NAMED}", "Jane Doe"),
        (f"Paul Roe went home. It rained all day.\n\n2:40 p.m.\n\n{SAYS}\n\n{NAMED}", "Jane Doe"),
        (f"{SAYS}\n\nOslo lawyer Jane Doe spoke on Monday.", "Jane Doe"),
        # In the middle of a text, of somebody known, a surname alone, a body, or another speaker.
        (f"Paul Roe went home.\n\nIt rained all day.\n\n{SAYS}\n\n{NAMED}", None),
        (f"Jane Doe went home.\n\n{SAYS}\n\n{NAMED}", None),
        (f"{SAYS}\n\nDoe spoke to reporters on Monday.", None),
        (f"{SAYS}\n\nThe Oslo Council spoke on Monday.", None),
        (f"{SAYS}\n\n“No,” said Jane Doe.", None),
        # No person, several, and no subject.
        (f"An Oslo letter says the mayor is on “a path to glory.”\n\n{NAMED}", None),
        (f"Top advisers say the mayor is on “a path to glory.”\n\n{NAMED}", None),
        (f"The mayor is on “a path to glory,” says a top Roe adviser.\n\n{NAMED}", None),
        (SAYS, None),
        # Anywhere, of whom more is told than a noun; not behind another sentence, nor of just anybody.
        (f"{BEFORE}The Oslo ship welder {IS}\n\n{NAMED}", "Jane Doe"),
        (f"{BEFORE}Paul Roe’s public defender {IS}\n\n{NAMED}", "Jane Doe"),
        (f"{BEFORE}It snowed. The Oslo ship welder {IS}\n\n{NAMED}", None),
        (f"{BEFORE}The welder {IS}\n\n{NAMED}", None),
    ],
)
def test_a_lead_means_who_is_named_right_behind_it(rows_of: Rows, text: str, name: str | None) -> None:
    quotes = [row for row in rows_of(text) if row.content.startswith("a path")]
    assert [row.speaker for row in quotes] == [name]
