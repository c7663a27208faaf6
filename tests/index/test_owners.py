"""Whose a thing is, which speaks for its owner."""

from __future__ import annotations

import pytest

from tests.index.conftest import Quotes

LEAD = "Senator Jane Doe of Ohio met the Oslo Union in the hall. "


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        # A noun says who the owner is.
        ("the Ohio senator’s answer", "Jane Doe"),
        ("the senator’s website", "Jane Doe"),
        ("the union’s site", "Oslo Union"),
        ("her website", "Jane Doe"),
        ("the senator’s letter", "Jane Doe"),
        ("the union’s answer", "Oslo Union"),
        ("the nurse’s answer", None),  # of whom nothing is said
        ("the senator’s aides", None),
        # What is said of a part is said of the whole.
        ("one of her ads", "Jane Doe"),
        ("one of her aides", None),
        ("an old version of the Bergen Foundation website", "Bergen Foundation website"),
        ("a copy of a copy of the Oslo Union’s letter", "Oslo Union"),
        ("a copy of", None),
    ],
)
def test_whose_a_thing_is(quotes_of: Quotes, mention: str, name: str | None) -> None:
    speaker = quotes_of(f"{LEAD}“It is dead and gone,” according to {mention}.")[-1].speaker
    assert (speaker.name if speaker is not None else None) == name


def test_a_long_row_of_parts_is_read(quotes_of: Quotes) -> None:
    speaker = quotes_of(f"{LEAD}“It is dead,” according to {'a copy of ' * 3000}the letter.")[-1].speaker
    assert speaker is None or speaker.name in ("Jane Doe", "Oslo Union")


def test_no_other_website_is_meant_by_its(quotes_of: Quotes) -> None:
    text = "“No,” Jane Doe’s website says. The Oslo Union met. “It is dead,” according to its website."
    assert quotes_of(text)[-1].speaker is None
