"""Which capitals may be a name's, and which lines are headings whose capitals tell nothing."""

from __future__ import annotations

import pytest

from index.capitals import is_capital, is_title_case
from index.words import read


@pytest.mark.parametrize(
    ("form", "named"),
    [
        ("Doe", True),
        ("Will", True),
        ("Österberg", True),
        ("doe", False),
        ("The", False),
        ("They’re", False),
        ("They're", False),
        ("Meanwhile", False),
        ("A-list", False),
        ("5th", False),
    ],
)
def test_a_capital_may_be_a_names_unless_the_word_is_a_small_one(form: str, named: bool) -> None:
    assert is_capital(form) is named


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Jane Doe Says Paul Roe Is Right About Bridges", True),
        ("Council Says “We Will Build” More Bridges Soon", True),
        ("Jane Doe says Paul Roe is right about bridges", False),
        ("Jane Doe, Paul Roe, Anna Berg, Oslo Herald.", False),  # commas: a list in prose
        ("Jane Doe Met Paul Roe. Anna Berg went.", False),
        ("Jane Doe", False),  # too short to tell
    ],
)
def test_a_line_with_capitals_nearly_everywhere_is_a_heading(line: str, heading: bool) -> None:
    words, sentences = read(f"{line}\nThe council votes today.")
    first = sentences[0]
    capitals = sum(form[0].isupper() for form in words.form[first.first : first.last])
    assert is_title_case(words, first, capitals) is heading
