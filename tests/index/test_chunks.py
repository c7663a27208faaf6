"""A chunk of text and the words it is taken apart into."""

from __future__ import annotations

import pytest

from index.chunks import Scanner
from index.tables import load_tables

SCANNER = Scanner(load_tables().table("spellings"))


@pytest.mark.parametrize(
    ("chunk", "words"),
    [
        ("Rutte's", ["Rutte"]),
        ("U.S.’s", ["U.S."]),
        ("“O’Brien,”", ["O’Brien"]),
        ("e.g.", ["e.g."]),
        ("end.Next", ["end", "Next"]),
        ("don't", ["do", "not"]),
        ("DON’T", ["DO", "not"]),
        ("They'd've", ["They'd", "have"]),
        ("1990s", ["1990"]),
        ("20th", ["20"]),
        ("1,000.5", ["1000.5"]),
        ("1,00", ["1", "00"]),
        ("5%", ["5", "percent"]),
        ("%", []),
        ("20bn", ["20", "bn"]),
        ("3tn", ["3", "trillion"]),
        ("100m", ["100", "m"]),
        ("$5m", ["5", "million"]),
        ("—and/or…", ["and", "or"]),
        ("snake_case", ["snake", "case"]),
        ("...", []),
        ("1" * 500, ["1" * 100]),
    ],
)
def test_the_words_of_a_chunk(chunk: str, words: list[str]) -> None:
    assert [piece.word for piece in SCANNER.pieces(chunk)] == words


@pytest.mark.parametrize(
    ("chunk", "sign"),
    [("$5", "$"), ("US$5", "$"), ("€5", "€"), ("EUR5", "€"), ("£5", "£"), ("5", None), ("#5", None)],
)
def test_the_currency_of_an_amount(chunk: str, sign: str | None) -> None:
    assert [piece.sign for piece in SCANNER.pieces(chunk)] == [sign]


@pytest.mark.parametrize(
    ("chunk", "linked"),
    [
        ("Indo-Pacific", [False, True]),
        ("F16", [False, True]),
        ("up-to-date", [False, True, True]),
        ("word--word", [False, False]),
        ("word—word", [False, False]),
        ("and/or", [False, False]),
        ("5%", [False, False]),
        ("don't", [False, False]),
    ],
)
def test_parts_of_a_compound_are_linked(chunk: str, linked: list[bool]) -> None:
    assert [piece.linked for piece in SCANNER.pieces(chunk)] == linked


def test_the_words_of_a_contraction_share_its_place() -> None:
    assert [(piece.start, piece.end) for piece in SCANNER.pieces("(don't)")] == [(1, 6), (1, 6)]
