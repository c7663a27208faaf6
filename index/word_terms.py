"""A word of a text → the terms that stand for it, in the index and in a query.

The index has the stem of the folded word, the word itself behind "=" where it differs, and of a word in
cased.toml the form in its capitals; a query looks for one of these.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.amounts import Terms
from index.chunks import Piece
from index.spelling import Spelling

SURFACE = "="
"""Begins the term of a word as it is written."""

MAX_JOINED = 4  # parts of a compound that are also indexed joined


class WordTerms:
    """The terms of words: by their spelling, and by the ``forms`` that capitals tell apart."""

    def __init__(self, spelling: Spelling, forms: Mapping[str, str]) -> None:
        self._spelling, self._forms = spelling, forms

    def of_piece(self, piece: Piece) -> Terms:
        """Return what the index has of a word, or of a number with its currency."""
        if piece.word[0].isdigit():
            return (piece.word, piece.sign + piece.word) if piece.sign else (piece.word,)
        return self.of_word(piece.word, self._spelling.fold(piece.word))

    def of_word(self, word: str, folded: str) -> Terms:
        """Return what the index has of a word that is no number."""
        cased = self._cased(word)
        term = self.stem(cased) if cased else self._spelling.term(folded)
        terms = (term, cased) if cased else (term,)
        return terms if folded == term else (*terms, SURFACE + folded)

    def joined(self, pieces: Sequence[Piece]) -> Terms:
        """Return what the index has of the parts of a compound as one word."""
        folded = self._spelling.fold("".join(piece.word for piece in pieces))
        term = self._spelling.term(folded)
        return (term,) if term == folded else (term, SURFACE + folded)

    def asked(self, piece: Piece) -> str:
        """Return the one term that a query looks for."""
        if piece.word[0].isdigit():
            return (piece.sign or "") + piece.word
        return self.asked_word(piece.word)

    def asked_word(self, word: str) -> str:
        """Return the same of a word that is no number."""
        return self._cased(word) or self.stem(word)

    def stem(self, word: str) -> str:
        """Return the term of a word without regard to its capitals."""
        return self._spelling.term(self._spelling.fold(word))

    def _cased(self, word: str) -> str | None:
        """The cased term of a word as written; initials are capitals whether typed so or not."""
        return self._forms.get(word.replace(".", "").upper() if "." in word else word)


def compounds(pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    """Return the runs of linked pieces, from the first up to, not including, the last, that are joined."""
    firsts = [place for place, piece in enumerate(pieces) if place == 0 or not piece.linked]
    return [
        (first, stop)
        for first, stop in zip(firsts, [*firsts[1:], len(pieces)], strict=False)
        if 2 <= stop - first <= MAX_JOINED and pieces[first].word[0].isalpha()
    ]
