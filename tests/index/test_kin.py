"""Relatives who are named by their first name alone."""

from __future__ import annotations

import pytest

from tests.index.conftest import Reader, Rows


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Paul Roe left. Roe’s wife, Anna, said “it is as dead as can be.”", "Anna Roe"),
        ("Bill de Blasio left. De Blasio’s wife, Anna, said “it is as dead as can be.”", "Anna de Blasio"),
        ("Paul Roe Jr. left the hall. His 30-year-old daughter Anna said “it is dead.”", "Anna Roe"),
        ("Jane Doe left. Her husband, Paul, said “it is as dead as can be.” Doe stayed.", "Paul Doe"),
        ("Paul Roe, whose sister Anna said “it is as dead as can be,” left the hall.", "Anna Roe"),
        ("Jane Doe met Paul Roe in the hall. Her brother, John, said “it is dead.”", "John Doe"),
        # One who is named in full, nobody’s relative, and nobody near whose relative it could be.
        ("Jane Doe left. Her husband, Paul Roe, spoke. “It is as dead as can be,” Paul said.", "Paul Roe"),
        ("Jane Doe left the old hall. Her lawyer, Paul, said “it is as dead as can be.”", "Paul"),
        ("Jane Doe left the old hall.\nIn Oslo, his son Paul said “it is as dead as can be.”", "Paul"),
        ("Jane Doe left. The newspaper’s wife, Anna, said “it is as dead as can be.”", "Anna"),
    ],
)
def test_a_relative_has_the_surname_unless_another_is_given(rows_of: Rows, text: str, name: str) -> None:
    assert rows_of(text)[-1].speaker == name


def test_a_surname_alone_is_still_whose_it_was(reader: Reader) -> None:
    article = reader("Paul Roe left. Roe’s wife, Anna, stayed in the hall. Roe said so.")
    assert [person.name for person in article.people.family("roe")] == ["Paul Roe"]
