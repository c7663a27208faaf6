"""Whose a campaign, an administration or an office is."""

from __future__ import annotations

import pytest

from tests.index.conftest import Rows


@pytest.mark.parametrize(
    ("lead", "mention", "name"),
    [
        ("Jane Doe met Paul Roe.", "the Doe campaign", "Jane Doe campaign"),
        ("Jane Doe met Paul Roe.", "Doe’s campaign", "Jane Doe campaign"),
        ("Jane Doe met Paul Roe.", "the campaign of nominee Jane Doe", "Jane Doe campaign"),
        ("Jane Ann Doe met Paul Roe.", "the Doe campaign", "Jane Doe campaign"),
        ("Jane Doe met the Harbour Campaign Centre.", "the Doe campaign", "Jane Doe campaign"),
        # Stated before, whoever the text speaks of since; else after.
        ("The Doe campaign of Jane Doe left. Then Paul Roe rose.", "the campaign", "Jane Doe campaign"),
        ("The Doe administration met. Then Paul Roe rose.", "the administration", "Doe administration"),
        # The president's, and nobody's else.
        (
            "President Jane Doe left. Then Senator Paul Roe rose.",
            "the administration",
            "Jane Doe administration",
        ),
        ("Senator Paul Roe rose, and so did Jane Doe.", "the administration", None),
        ("Vice President Jane Doe met Senator Paul Roe.", "the administration", None),
        # Whoever the text speaks of.
        ("Jane Doe met the council.", "her office", "Jane Doe office"),
        ("Jane Doe met the council.", "the office", "Jane Doe office"),
        # An office with a name of its own.
        ("The Oslo Budget Office met Jane Doe.", "the budget office", "Oslo Budget Office"),
    ],
)
def test_whose_the_campaign_is(rows_of: Rows, lead: str, mention: str, name: str | None) -> None:
    assert rows_of(f"{lead} “It is dead and gone,” {mention} said.")[-1].speaker == name
