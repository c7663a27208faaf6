"""Nouns for people, told by their endings."""

from __future__ import annotations

import pytest

from index.doers import is_doer


@pytest.mark.parametrize(
    "noun", ["welder", "regulators", "commenter", "employee", "correspondent", "people", "graduates"]
)
def test_those_who_do_something_are_people(noun: str) -> None:
    assert is_doer(noun)


@pytest.mark.parametrize("noun", ["number", "danger", "agreement", "letters", "plan", "earlier", "er"])
def test_what_merely_ends_so_is_none(noun: str) -> None:
    assert not is_doer(noun)
