"""A chunk of text, free of white space, taken apart into the words it stands for.

Rutte's      Rutte                   U.S.-led     U.S. + led (linked)
don't        do, not                 F16          F + 16 (linked)
$20bn        20 dollars, billion     5%           5, percent
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from index.spelling import LONGEST

PERCENT = "percent"

_HYPHENS = "-‐‑–"
_APOSTROPHES = "'’‘ʼ´`"
# A letter with the accents and invisible characters (soft hyphen, zero-width space) that may follow it.
_LETTER = r"[^\W\d_][\u0300-\u036f\u00ad\u200b-\u200d\u2060]*"
_END = r"(?![^\W_])"
_TO_PLAIN_APOSTROPHE = dict.fromkeys(map(ord, _APOSTROPHES), "'")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a chunk: ``word`` as written or as it is to be read, from ``start`` to ``end``.

    ``sign`` is the currency of an amount, else None. A piece is ``linked`` to the one before by a hyphen or
    by nothing at all.
    """

    start: int
    end: int
    word: str
    sign: str | None = None
    linked: bool = False


class Scanner:
    """Takes chunks apart by the tables of spellings.toml."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._contractions: Mapping[str, list[str]] = table["contractions"]
        self._contracted: Mapping[str, str] = table["contracted"]
        self._scales: Mapping[str, str] = table["scales"]
        self._money_scales: Mapping[str, str] = {**table["scales"], **table["money_scales"]}
        self._signs: dict[str, str] = {
            code: sign for sign, money in table["currencies"].items() for code in money["codes"]
        }
        self._pattern = _pattern([sign for sign in table["currencies"] if sign != "$"], list(self._signs))

    def pieces(self, chunk: str) -> Iterator[Piece]:
        """Yield the words of a chunk in order; those of a contraction share its span."""
        before: Piece | None = None
        for match in self._pattern.finditer(chunk):
            for piece in self._read(match):
                if before and _is_linked(chunk, before, piece):
                    piece = self._scaled(replace(piece, linked=True), before, chunk)
                yield piece
                before = piece

    def _read(self, match: re.Match[str]) -> Iterator[Piece]:
        start, end = match.span()
        if match["digits"]:
            number = match["digits"].replace(",", "") + (match["decimals"] or "")
            yield Piece(start, end, number[:LONGEST], self._sign(match))
        elif match["percent"]:
            yield Piece(start, end, PERCENT)
        elif match["word"]:
            for word in self._spoken(match["word"]):
                yield Piece(start, end, word)

    def _sign(self, match: re.Match[str]) -> str | None:
        sign: str | None = match["sign"]
        if not sign:
            return None
        return self._signs.get(sign, sign[-1])  # US$ and A$ are dollars

    def _spoken(self, word: str) -> list[str]:
        """The words a contraction is made of; any other word itself."""
        plain = word.casefold().translate(_TO_PLAIN_APOSTROPHE)
        if plain in self._contractions:
            return self._contractions[plain]
        for ending, meaning in self._contracted.items():
            if plain.endswith(ending) and len(plain) > len(ending):
                return [word[: -len(ending)], meaning]
        return [word]

    def _scaled(self, piece: Piece, before: Piece, chunk: str) -> Piece:
        """The piece read as a scale ("bn") where it stands directly behind a number."""
        if before.end != piece.start or not chunk[before.end - 1].isdigit():
            return piece
        scales = self._money_scales if before.sign else self._scales
        return replace(piece, word=scales.get(piece.word.casefold(), piece.word))


def _is_linked(chunk: str, before: Piece, piece: Piece) -> bool:
    gap = chunk[before.end : piece.start]
    return (
        piece.word != PERCENT
        and before.end <= piece.start
        and (not gap or (len(gap) == 1 and gap in _HYPHENS))
    )


def _pattern(signs: list[str], codes: list[str]) -> re.Pattern[str]:
    return re.compile(
        rf"""
          (?<=[\w.]) [{_APOSTROPHES}] [sS] {_END}                   # the 's of Rutte's: no word
        | (?P<sign> [A-Z]{{0,3}}\$ | [{"".join(signs)}] | (?:{"|".join(codes)})(?=\d) )?
          (?P<digits> \d{{1,3}}(?:,\d{{3}})+(?!\d) | \d+ )           # 1,000
          (?P<decimals> \.\d+ )?
          (?: (?: s | st | nd | rd | th ) {_END} )?                  # 1990s, 4th
        | (?<=\d) (?P<percent> % )
        | (?P<word> (?<![^\W_]) (?:{_LETTER}) (?: \.{_LETTER} )+ {_END} \.?       # U.S.
                  | (?:{_LETTER})+ (?: [{_APOSTROPHES}](?![sS]{_END}) (?:{_LETTER})+ )* )   # O'Brien, don't
        """,
        re.VERBOSE,
    )
