"""The head of a noun phrase, and the name it ends with where that is its own."""

from __future__ import annotations

import pytest

from index.heads import final_name, head_of
from tests.index.conftest import Reader

LEAD = "On the hill, where the council votes today in the old town hall, we met "


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Jane Doe", "Jane Doe"),
        ("chairwoman Jane Doe", "Jane Doe"),
        ("Vice President for news Jane Doe", "Jane Doe"),
        ("secretary of state Jane Doe", "Jane Doe"),
        ("an aide to Jane Doe", None),
        ("a spokesman for Doe", None),
        ("the mayor of Oslo", None),
        ("the Doe", None),
        ("the old mayor", None),
        ("Jane Doe and Paul Roe", "Jane Doe"),
        ("Jane and Paul Roe", "Paul Roe"),
        ("Doe spokesman Paul Roe", "Paul Roe"),
        ("friends of the painter Jane Doe", None),
    ],
)
def test_the_name_a_phrase_ends_with(reader: Reader, phrase: str, name: str | None) -> None:
    article = reader(f"{LEAD}{phrase}.")
    first, last = len(reader(LEAD).words.form), len(article.words.form) - 1
    run = final_name(article.people, first, last)
    assert (article.words.cut(run.name, run.last) if run else None) == name


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("the old mayor", "mayor"),
        ("the mayor of Oslo", "mayor"),
        ("a spokesman for Doe", "spokesman"),
        ("the chairwoman, a friend of Doe", "chairwoman"),
        ("the man who left", "man"),
        ("the mayor and friends", "mayor"),
        ("an academic named Jane Doe", "academic"),
        ("the University of Oslo painter", "painter"),  # "of" within a name
        ("mayor", "mayor"),
    ],
)
def test_the_head_stands_before_the_first_preposition(reader: Reader, phrase: str, head: str) -> None:
    article = reader(f"{LEAD}{phrase}.")
    first, last = len(reader(LEAD).words.form), len(article.words.form) - 1
    assert article.words.form[head_of(article.people, first, last)] == head
