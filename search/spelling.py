"""Misspelt words → what the index has instead: the commonest word one or two slips away."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from index.analyzer import SURFACE, Analyzer
from search.columns import Columns

FIELD = "body"
MIN_LETTERS = 3
TWO_SLIPS_FROM = 6  # letters: in a shorter word two slips lead to another word altogether
MAX_LETTERS = 30
_KINDS = 27  # of letters: a to z, and all others as one


class Vocabulary:
    """The words of one commit's articles as they are written, in folded form."""

    def __init__(self, columns: Columns, analyzer: Analyzer) -> None:
        self._columns = columns
        self._analyzer = analyzer

    def words(self, prefix: str, limit: int) -> list[tuple[str, int]]:
        """Return the commonest words that begin so, with the number of articles that have them."""
        starts = self._analyzer.prefix_terms(prefix)
        terms = {term for start in starts for term in self._columns.terms(FIELD, start)}
        common = sorted(terms, key=lambda term: (-self._articles(term), term))
        found: dict[str, int] = {}
        for term in common:
            if len(found) < limit and self._is_written(term):
                found.setdefault(term.removeprefix(SURFACE), self._articles(term))
        return list(found.items())

    def correct(self, word: str) -> str | None:
        """Return the word that was probably meant, in lower case; None where nothing is near."""
        folded = self._analyzer.prefix_terms(word)[0] if self._analyzer.prefix_terms(word) else ""
        if not MIN_LETTERS <= len(folded) <= MAX_LETTERS or not folded.isalpha():
            return None
        slips = 2 if len(folded) >= TWO_SLIPS_FROM else 1
        best: tuple[int, int, str] | None = None
        for term in self._near(folded, slips):
            written = term.removeprefix(SURFACE)
            distance = slips_between(folded, written, slips)
            if written == folded or distance > slips:
                continue
            candidate = (distance, -self._articles(term), written)
            if (best is None or candidate < best) and self._is_written(term):
                best = candidate
        return best[2] if best else None

    def _near(self, word: str, slips: int) -> list[str]:
        """Return the terms whose letters, counted, differ from the word's by no more than the slips may."""
        if not len(self._terms):
            return []
        counts = _letter_counts([word])[0].astype(np.int16)
        distance = np.abs(self._letters.astype(np.int16) - counts).sum(axis=1)
        return [self._terms[place] for place in map(int, np.flatnonzero(distance <= 2 * slips))]

    def _articles(self, term: str) -> int:
        return self._columns.doc_frequency(FIELD, term)

    def _is_written(self, term: str) -> bool:
        """Whether the term is a word of the texts, and not merely the stem of some."""
        if term.startswith(SURFACE):
            return True
        forms = self._columns.terms(FIELD, SURFACE + term[: max(MIN_LETTERS, len(term) - 1)])
        inflected = (form for form in forms if (term,) in self._analyzer.query_phrase(form[1:]))
        return self._columns.occurrences(FIELD, term) > sum(
            self._columns.occurrences(FIELD, form) for form in inflected
        )

    @cached_property
    def _terms(self) -> list[str]:
        return [
            term
            for term in self._columns.terms(FIELD, "")
            if term.removeprefix(SURFACE).isalpha() and term == term.lower()
        ]

    @cached_property
    def _letters(self) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
        return _letter_counts([term.removeprefix(SURFACE) for term in self._terms])


def slips_between(one: str, other: str, limit: int) -> int:
    """Return how many letters were dropped, added, mistaken or swapped with the next; limit + 1 for more.

    The optimal string alignment distance.

    >>> slips_between("goverment", "government", 2), slips_between("rutet", "rutte", 2)
    (1, 1)
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                best = min(best, older[j - 2] + 1)
            row.append(best)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def _letter_counts(words: list[str]) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    """Return for each word how often it has each letter: a row of 27 a word."""
    letters = np.frombuffer("".join(words).encode("utf-32-le"), dtype=np.uint32).astype(np.int64) - ord("a")
    kinds = np.where((letters >= 0) & (letters < _KINDS - 1), letters, _KINDS - 1)
    owners = np.repeat(np.arange(len(words)), [len(word) for word in words])
    counts = np.bincount(owners * _KINDS + kinds, minlength=len(words) * _KINDS)
    return counts.reshape(len(words), _KINDS).astype(np.uint8)
