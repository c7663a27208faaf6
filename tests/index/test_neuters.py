"""Whom "it" and "they" mean where a body goes on speaking."""

from __future__ import annotations

import pytest

from tests.index.conftest import Rows


@pytest.mark.parametrize(
    ("lead", "pronoun", "name"),
    [
        # The subject since a body spoke, before the one that did.
        (
            "“No,” the Oslo Herald said. The Bergen Council opposed the plan.",
            "it",
            "Bergen Council",
        ),
        ("The State Department has called for calm, according to the Oslo Union.", "it", "Oslo Union"),
        ("“No,” the Oslo Herald said. Nobody saw the Bergen Council.", "it", "Oslo Herald"),
        # One named just before, unless in passing.
        ("Nobody saw the Bergen Council.", "it", "Bergen Council"),
        ("Nobody stayed at the Bergen Council.", "it", None),
        ("Nobody stayed at a Bergen Council.", "it", None),
        # A body by what stands beside its name.
        ("In the end Zorblat magazine began it all.", "it", "Zorblat"),
        ("Zorblat, a drugmaker from Bergen, began it all.", "it", "Zorblat"),
        ("Last September, it began for the first time.", "it", None),
        # By a noun for a body or a paper that is the subject.
        ("We met Jane Doe. Doe’s campaign went home, putting out a note.", "it", "Jane Doe campaign"),
        ("The Oslo Council met. Monday’s memo from the council was long.", "it", "Oslo Council"),
        ("A letter from the head, Jane Doe, to us was long.", "it", "Jane Doe"),
        ("“No,” said Paul Roe. The email, which we saw, was sent at noon by Jane Doe.", "it", "Jane Doe"),
        ("The email was sent by Jane Doe. Two Danes were hurt.", "it", "Jane Doe"),
        ("The email was sent by Jane Doe. The Oslo Union wept.", "it", "Oslo Union"),
        ("The letter was long.", "it", None),
        # Of a newspaper or a board "they" goes on.
        ("“No,” the Oslo Herald said.", "they", "Oslo Herald"),
        ("“No,” the Oslo Union said.", "they", None),
    ],
)
def test_whom_it_and_they_mean(rows_of: Rows, lead: str, pronoun: str, name: str | None) -> None:
    assert rows_of(f"{lead} “It is dead and gone,” {pronoun} said.")[-1].speaker == name


def test_no_he_means_what_is_called_a_company(rows_of: Rows) -> None:
    rows = rows_of("Paul Roe rose. Zorblat, a drugmaker from Bergen, began it all. “No,” he said.")
    assert rows[-1].speaker == "Paul Roe"


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("Jane Doe sent the board a letter.", "Jane Doe"),
        ("A coalition of groups sent the board a letter.", None),
        ("There was a letter.", "Paul Roe"),
        ("He rose.", "Paul Roe"),
    ],
)
def test_what_reads_is_the_paper_of_whoever_sent_it(rows_of: Rows, lead: str, name: str | None) -> None:
    assert rows_of(f"“No,” said Paul Roe. {lead} “It is dead and gone,” it read.")[-1].speaker == name
