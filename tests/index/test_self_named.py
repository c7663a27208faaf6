"""Somebody without a name who gives one."""

from __future__ import annotations

import pytest

from tests.index.conftest import Quotes


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“No,” wrote a man calling himself Paul Roe.", "Paul Roe"),
        ("“No,” a woman calling herself Jane Doe said.", "Jane Doe"),
        ("“No,” tweeted a user from Oslo going by the handle Zorblat.", "Zorblat"),
        ("“No,” said a guest who went by the name of Jane Doe.", "Jane Doe"),
        ("“No,” said a man who gave his name only as Bob.", "Bob"),
        ("“No,” said a woman who identified herself as Jane Doe.", "Jane Doe"),
        ("“No,” said the chief known as Bob.", "Bob"),
        ("“No,” said a hacker known online as Zorblat.", "Zorblat"),
        ("“No,” said a man going by Jane Doe’s house.", None),
        ("“No,” said a man calling on Jane Doe.", None),
        ("“No,” said a man going by the book.", None),
        ("“No,” said a man calling himself lucky.", None),
        ("“No,” said a man going by the", None),
    ],
)
def test_who_gives_a_name_has_it(quotes_of: Quotes, text: str, name: str | None) -> None:
    (quote,) = quotes_of(text)
    assert (quote.speaker.name if quote.speaker is not None else None) == name
