"""Nouns for people, told by their endings."""

from __future__ import annotations

import pytest

from index.doers import is_doer, is_somebody
from index.lexicon import lexicon
from index.tables import load_tables


@pytest.mark.parametrize(
    "noun", ["welder", "regulators", "commenter", "employee", "correspondent", "people", "graduates"]
)
def test_those_who_do_something_are_people(noun: str) -> None:
    assert is_doer(noun)


@pytest.mark.parametrize("noun", ["number", "danger", "agreement", "letters", "plan", "earlier", "er"])
def test_what_merely_ends_so_is_none(noun: str) -> None:
    assert not is_doer(noun)


@pytest.mark.parametrize(
    ("noun", "somebody"),
    [
        ("welder", True),
        ("senator", True),
        ("welders", False),
        ("letter", False),
        ("newspaper", False),
        ("plan", False),
    ],
)
def test_somebody_is_one_by_a_table_or_an_ending_and_no_body_or_paper(noun: str, somebody: bool) -> None:
    assert is_somebody(noun, lexicon(load_tables())) == somebody
