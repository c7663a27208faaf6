"""Whom "they" and "the two" mean where people were named together: the first of them."""

from __future__ import annotations

import pytest

from tests.index.conftest import Rows

JOINED = "Jane Doe and Paul Roe wrote a book."
APART = "Jane Doe, head of the Oslo bank, and Senator Paul Roe (R-Ohio) met."
LISTED = "Two bakers - Jane Doe of Oslo and Paul Roe of Bergen - wrote a book."


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        (JOINED, "Jane Doe"),
        (APART, "Jane Doe"),
        (LISTED, "Jane Doe"),
        (f"{JOINED} Wages rose. The United States has grown, they say. It rained.", "Jane Doe"),
        # Others were the subject since, of whom no name is known; a body; one person alone.
        (f"{JOINED} The bakers went home.", None),
        (f"{JOINED} Anna Berg supporters are angry.", None),
        ("Jane Doe and the Oslo Council wrote a book.", None),
        ("Jane Doe wrote a book and met Paul Roe.", None),
    ],
)
def test_they_are_those_named_together_before(rows_of: Rows, lead: str, name: str | None) -> None:
    assert rows_of(f"{lead} “It is dead and gone,” they said.")[-1].speaker == name


@pytest.mark.parametrize(
    ("lead", "source", "name"),
    [
        (f"{JOINED} It rained. Lawyers came.", "the two lawyers", "Jane Doe"),
        (f"{JOINED} It rained.", "the two", "Jane Doe"),
        (f"{JOINED} It rained.", "both", "Jane Doe"),
        (f"{JOINED} It rained.", "the happy couple", "Jane Doe"),
        ("Jane Doe wrote a book.", "both", None),
        ("Chairman Jane Doe and Chairman Paul Roe met. It rained.", "the chairmen", "Jane Doe"),
        (JOINED, "the old friends", "Jane Doe"),
        # Farther back, nobody of the sort, or others spoken of so.
        (f"{JOINED} It rained.", "the old friends", None),
        (f"Old friends came. {JOINED}", "the old friends", None),
        (JOINED, "two old friends", None),
        (JOINED, "the crowd", None),
    ],
)
def test_a_noun_of_several_may_be_those_named_together(
    rows_of: Rows, lead: str, source: str, name: str | None
) -> None:
    assert rows_of(f"{lead} “It is dead and gone,” {source} wrote.")[-1].speaker == name
