"""People without a name: whom a pronoun means then, so that nobody who has a name is given their words."""

from __future__ import annotations

import pytest

from tests.index.conftest import Quotes, Rows


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jane Doe came to Oslo. One voter shook her head. “It is dead,” she said.", None),
        ("Jane Doe came to Oslo. In the street, a tired baker shook his head. “It is dead,” he said.", None),
        ("Jane Doe came. “No,” said one voter. She added that “it is as dead as can be.”", None),
        (
            "Jane Doe came. A reporter for the Herald called it “dead as can be.”\n“It was hell,” she said.",
            None,
        ),
        ("Paul Roe came. “No,” said a spokeswoman for the town. “It is dead,” she said.", None),
        # Of the other gender, what he is, a part of many, a paper, and somebody who is named beside it.
        ("Paul Roe came to Oslo. “No,” said a spokeswoman for the town. “It is dead,” he said.", "Paul Roe"),
        ("Paul Roe came to Oslo. Himself a baker, he shook his head. “It is dead,” he said.", "Paul Roe"),
        ("Paul Roe came to Oslo. One of the bakers shook his head. “It is dead,” he said.", "Paul Roe"),
        ("Paul Roe came to Oslo. A letter was sent to the town. “It is dead,” he said.", "Paul Roe"),
        ("Anna Berg came. One voter, Jane Doe, 35, shook her head. “It is dead,” she said.", "Jane Doe"),
        # Only the person beside a pronoun has no name; "the mayor" is still who is called so.
        ("Mayor Jane Doe came. One voter shook her head. “It is dead,” the mayor said.", "Jane Doe"),
        ("Jane Doe came. One voter shook her head. Doe spoke. “It is dead,” she said.", "Jane Doe"),
    ],
)
def test_a_pronoun_means_who_was_introduced_without_a_name(
    rows_of: Rows, text: str, name: str | None
) -> None:
    assert rows_of(text)[-1].speaker == name


def test_the_reason_says_who_it_is(quotes_of: Quotes) -> None:
    quote = quotes_of("Jane Doe came to Oslo. One young voter of many wept. “It is dead,” she said.")[-1]
    assert quote.reason == "“she” is One young voter, who stays without a name"
