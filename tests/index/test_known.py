"""Descriptions that tell somebody already known by more than a noun."""

from __future__ import annotations

import pytest

from tests.index.conftest import Rows

MET = "Jane Doe met the council in the hall.\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (MET + "“It is dead,” the Gazette employee said.", "Jane Doe"),
        (MET + "“It is dead,” the Oslo law graduate said.", "Jane Doe"),
        (MET + "“It is dead,” said the former aide to Mayor Roe.", "Jane Doe"),
        (MET + "“It is dead,” said the longtime Oslo voter.", "Jane Doe"),
        (MET + "“It is dead,” the bespectacled, 71-year-old diplomat said.", "Jane Doe"),
        # A noun alone, one of several alike, who seldom has a name, and what is no person.
        (MET + "“It is dead,” the employee said.", None),
        (MET + "“It is dead,” the second Gazette employee said.", None),
        (MET + "“It is dead,” the Oslo campaign aide said.", None),
        (MET + "“It is dead,” the angry old choir said.", None),
        # Somebody without a name was called so, or the text speaks of nobody surely.
        (MET + "A Gazette employee came. Doe wept. “It is dead,” the Gazette employee said.", None),
        ("Jane Doe met Anna Berg.\n\nIt rained.\n\n“It is dead,” the Gazette employee said.", None),
    ],
)
def test_a_description_of_more_than_a_noun_means_whom_the_text_surely_speaks_of(
    rows_of: Rows, text: str, name: str | None
) -> None:
    assert rows_of(text)[-1].speaker == name
