"""Spouses of somebody with an office, whose surname alone means the other."""

from __future__ import annotations

import pytest

from tests.index.conftest import Rows

WIFE = "Gov. Roe came to Oslo. His wife, Jane Roe, sat down."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (WIFE + " “It is dead,” Gov. Roe said.", "Roe"),
        (WIFE + " “It is dead,” Roe said.", "Roe"),
        (WIFE + " “It is dead,” the governor said.", "Roe"),
        (WIFE + " “It is dead,” Jane Roe said.", "Jane Roe"),
        (WIFE + " “It is dead,” Mrs. Roe said.", "Jane Roe"),
        ("Jane Roe, the first lady, sat down. “It is dead,” President Roe said.", "Roe"),
        ("Sen. Roe came with her husband, Paul Roe. “It is dead,” Sen. Roe said.", "Roe"),
        # Both have full names; nobody else has an office; and who was it once, or of whom more is said.
        ("Paul Roe came with his wife, Jane Roe. “It is dead,” Gov. Roe said.", "Paul Roe"),
        ("Anna Berg’s wife, Jane Roe, sat down. “It is dead,” Roe said.", "Jane Roe"),
        ("Jane Roe, the former first lady, sat down. “It is dead,” Sen. Roe said.", "Jane Roe"),
        ("Jane Roe, wife of a banker, sat down. “It is dead,” Sen. Roe said.", "Jane Roe"),
        ("First came Sen. Jane Roe, a tired wife. “It is dead,” Sen. Roe said.", "Jane Roe"),
    ],
)
def test_a_title_and_a_surname_are_not_the_spouse(rows_of: Rows, text: str, name: str) -> None:
    assert rows_of(text)[-1].speaker == name
