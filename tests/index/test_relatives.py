"""Kin spoken of by whose they are."""

from __future__ import annotations

import pytest

from tests.index.conftest import Rows

MET = "Jane Doe met Paul Doe in Oslo. Anna Berg was there."


@pytest.mark.parametrize(
    ("lead", "source", "name"),
    [
        (MET, "Jane Doe’s husband", "Paul Doe"),
        (MET, "Doe’s youngest brother", "Paul Doe"),
        (MET, "the husband of Jane Doe", "Paul Doe"),
        ("Paul Doe met Jane Doe. He went home.", "his wife", "Jane Doe"),
        ("Jane Doe met Paul Doe. His wife, Anna Doe, wept. Paul Doe spoke.", "Paul Doe’s wife", "Anna Doe"),
        # Nobody of the surname, of the gender, more than one, and whoever is no kin.
        (MET, "Anna Berg’s husband", None),
        (MET, "Paul Doe’s father", None),
        ("Jane Doe met Paul Doe and Karl Doe.", "Jane Doe’s brother", None),
        (MET, "Jane Doe’s friend", None),
        (MET, "a brother", None),
    ],
)
def test_kin_are_who_has_the_surname(rows_of: Rows, lead: str, source: str, name: str | None) -> None:
    assert rows_of(f"{lead}\n\n“It is dead and gone,” {source} said.")[-1].speaker == name
