"""Verbs whose subject is another verb's: “and said”, “led her to say”, “having called”, “adding that”."""

from __future__ import annotations

import pytest

from tests.index.conftest import Quotes
from tests.index.test_clauses import speakers


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # Whoever is moved speaks.
        ("The meeting was so dull that Anna Berg was prompted to say, “I hear the clock.”", "Anna Berg"),
        (
            "Paul Roe lost by a margin that led Anna Berg to declare that all was “over and done.”",
            "Anna Berg",
        ),
        ("Anna Berg won by a margin that led her to declare that all was “over and done.”", "Anna Berg"),
        (
            "It was shared, leading advisers like Anna Berg to counter that “each penny was spent.”",
            "Anna Berg",
        ),
        ("The club denied it, with Paul Roe rushing to call the report “quite mistaken.”", "Paul Roe"),
        ("Anna Berg went on to say, “I hear the clock.”", "Anna Berg"),
        # A clause before the main one keeps its subject.
        ("As the crowd began to sing, Anna Berg was joined by Paul Roe and joked, “Too loud.”", "Anna Berg"),
        ("After the Paris attacks, Anna Berg released an advert calling it “a danger to us.”", "Anna Berg"),
        ("Anna Berg mocked the plan and joked, “Too loud.”", "Anna Berg"),
        # A participle goes on with the first who told something.
        ("Anna Berg misjudged the general, having referred to him as a “man of peace.”", "Anna Berg"),
        (
            "Anna Berg said her plight recalls the book titled “The Fall of Kings,” adding, “So be it.”",
            "Anna Berg",
        ),
    ],
)
def test_whose_verb_goes_on(quotes_of: Quotes, text: str, name: str) -> None:
    assert speakers(quotes_of, text)[-1] == name
