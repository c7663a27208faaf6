"""Words that are spelt, accented or inflected differently, and the one term they have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.spelling import LONGEST, Spelling
from index.tables import load_tables

TABLE = load_tables().table("spellings")
SPELLING = Spelling(TABLE, lambda word: word.removesuffix("s"))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("O’Brien", "obrien"),
        ("ERDOĞAN", "erdogan"),
        ("İstanbul", "istanbul"),
        ("Łódź", "lodz"),
        ("Straße", "strasse"),
        ("Ærø", "aero"),
        ("ﬁne", "fine"),
        ("𝐀", "a"),
        ("de\u00adfence", "defence"),
        ("…", ""),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert SPELLING.fold(text) == folded


@pytest.mark.parametrize(
    ("word", "term"),
    [
        ("defences", "defense"),
        ("organise", "organize"),
        ("organising", "organizing"),
        ("analysed", "analyzed"),
        ("promise", "promise"),
        ("rise", "rise"),
        ("raised", "raised"),
        ("wise", "wise"),
        ("advised", "advised"),
    ],
)
def test_spelling(word: str, term: str) -> None:
    assert SPELLING.term(word) == term


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    once = SPELLING.fold(text)
    assert SPELLING.fold(once) == once
    assert len(once) <= LONGEST


@pytest.mark.parametrize("spelling", TABLE["words"])
def test_no_spelling_of_the_table_stands_for_one_that_stands_for_another(spelling: str) -> None:
    assert TABLE["words"][spelling] not in TABLE["words"]
    assert SPELLING.fold(spelling) == spelling
