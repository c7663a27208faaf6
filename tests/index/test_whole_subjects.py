"""The whole of a subject, from the words before its verb."""

from __future__ import annotations

import pytest

from index.subjects import subject_before
from index.tables import Tables
from index.verbs import verb_forms
from index.words import split_words


def subject_in(text: str, tables: Tables) -> str:
    """Return the subject of the verb that ends a text."""
    words = split_words(text)
    found = subject_before(words, len(words.form) - 1, 0, verb_forms(tables))
    assert not isinstance(found, str)
    assert found is not None
    return words.cut(*found)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Jane Doe of Columbia, South Carolina said", "Jane Doe of Columbia"),
        ("An academic named Jane Doe said", "An academic named Jane Doe"),
        ("Jane Doe, president of the firm said", "Jane Doe"),
        # A clause behind "who" ends with other words than the subject's.
        ("The groups who wrote to us on two days say", "The groups"),
        ("People who have fought other threats say", "People"),
        ("A man who lately backed her plan said", "A man"),
        ("“Yes,” Jane Doe, the old guru who founded the firm said", "Jane Doe"),
        # A verb of speech has a clause after it, whose subject is its own.
        ("Jane Doe is one who said the mayor said", "the mayor"),
        ("The plan that the mayor said", "the mayor"),
        ("An evening at which virtually all the guests said", "virtually all the guests"),
    ],
)
def test_the_subject_is_found_whole(tables: Tables, text: str, subject: str) -> None:
    assert subject_in(text, tables) == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The last word came from a young child, who said", "a young child, who"),
        ("It was unlike that of her aides, who said", "her aides, who"),
        ("Al From, who said", "Al From, who"),
        ("All of them said", "All of them"),
    ],
)
def test_a_preposition_is_no_part_of_who_does_it(tables: Tables, text: str, subject: str) -> None:
    assert subject_in(text, tables) == subject
