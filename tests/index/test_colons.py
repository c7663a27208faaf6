"""Who is quoted behind a colon."""

from __future__ import annotations

import pytest

from tests.index.conftest import Quotes
from tests.index.test_clauses import speakers


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("More from Anna Berg: “The figures are only a beginning.”", "Anna Berg"),
        ("What this means for the vote - More from Anna Berg: “It is only a beginning.”", "Anna Berg"),
        ("This from Anna Berg: “The figures are only a beginning.”", "Anna Berg"),
        ("This from: “The figures are only a beginning.”", None),
        ("A headline - Anna Berg: “It is only a beginning.”", "Anna Berg"),
        ("Anna Berg had one word for it: “Dead.”", "Anna Berg"),
    ],
)
def test_who_is_quoted_behind_a_colon(quotes_of: Quotes, text: str, name: str | None) -> None:
    assert speakers(quotes_of, text) == [name]
