"""Misspelt words → what the index has instead: the commonest word one or two slips away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from index.analyzer import Analyzer
from index.codec.fields import Field, packed, sizes
from index.word_terms import SURFACE
from search.arrays import Array
from search.columns import Columns

FIELD = "body"
MIN_LETTERS = 3
TWO_SLIPS_FROM = 6  # letters: in a shorter word two slips lead to another word altogether
MAX_LETTERS = 30
Counts = np.ndarray[Any, np.dtype[np.int8]]
_KINDS = 27  # of bytes: a to z, and all others of letters as one
_BLOCK = 20_000  # terms whose letters are counted at a time


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
        terms = self._near(folded, slips)
        distances = slips_to(folded, [term.removeprefix(SURFACE) for term in terms]).tolist()
        near = [
            (distance, -self._articles(term), term.removeprefix(SURFACE), term)
            for distance, term in zip(distances, terms, strict=True)
            if 0 < distance <= slips
        ]
        return next((written for *_, written, term in sorted(near) if self._is_written(term)), None)

    def _near(self, word: str, slips: int) -> list[str]:
        """Return the terms whose letters, counted, differ from the word's by no more than the slips may."""
        counts = _Letters(packed([word.encode("utf-8")])).counts[:, 0].tolist()
        found = {
            field.terms[ordinal].decode("utf-8")
            for _, field, _ in self._columns.ranges(FIELD, "")
            for ordinal in self._letters(field).near(counts, 2 * slips)
        }
        return sorted(found)

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

    def _letters(self, field: Field) -> _Letters:
        return self._columns.keep(("letters", id(field)), lambda: _Letters((field.blob, field.ends)))


class _Letters:
    """How often each term of a field has each letter, told from their bytes; of lower-case words alone."""

    def __init__(self, terms: tuple[Array, Array]) -> None:
        blob, ends = terms
        self._is_word = np.empty(len(ends), dtype=bool)
        self.counts: Counts = np.empty((_KINDS, len(ends)), np.int8)
        start = 0
        for first in range(0, len(ends), _BLOCK):
            here = slice(first, first + _BLOCK)
            stop = int(ends[here][-1])
            self._count(here, blob[start:stop], ends[here].astype(np.int64) - start)
            start = stop

    def _count(self, here: slice, blob: Array, ends: Array) -> None:
        starts = np.concatenate(([0], ends))
        owners = np.repeat(np.arange(len(ends)), sizes(starts))
        mark = np.zeros(len(blob), dtype=bool)  # of a word as it is written
        mark[starts[:-1]] = blob[starts[:-1]] == ord(SURFACE)
        kinds = np.where(blob >= 0x80, _KINDS - 1, blob.astype(np.int16) - ord("a"))
        strange = ((kinds < 0) | (kinds >= _KINDS)) & ~mark
        self._is_word[here] = np.bincount(owners[strange], minlength=len(ends)) == 0
        kinds[mark] = -1
        for kind, row in enumerate(self.counts):
            row[here] = np.bincount(owners[kinds == kind], minlength=len(ends))

    def near(self, counts: list[int], most: int) -> list[int]:
        """Return the ordinals of the words whose counts differ from these by so much at most."""
        distance = np.zeros(len(self._is_word), np.int16)
        for letters, count in zip(self.counts, counts, strict=True):
            distance += np.abs(letters - count)
        found: list[int] = np.flatnonzero((distance <= most) & self._is_word).tolist()
        return found


def slips_to(word: str, others: Sequence[str]) -> Counts:
    """Return for each other word how many letters were dropped, added, mistaken or swapped with the next.

    The optimal string alignment distance, to all words at once.

    >>> slips_to("goverment", ["government", "goverment", "movement"]).tolist()
    [1, 0, 2]
    >>> slips_to("rutet", ["rutte"]).tolist()
    [1]
    """
    if not others:
        return np.empty(0, np.int8)
    lengths = np.array([len(other) for other in others])
    letters = np.array(others).view(np.uint32).reshape(len(others), -1).T
    older: list[Counts] = []
    before: list[Counts] = []
    row = [np.full(len(others), j, np.int8) for j in range(len(letters) + 1)]
    for i, letter in enumerate(map(ord, word), 1):
        older, before, row = before, row, [np.full(len(others), i, np.int8)]
        for j, wanted in enumerate(letters, 1):
            best = np.minimum(before[j], row[j - 1]) + np.int8(1)
            np.minimum(best, before[j - 1] + (wanted != letter), out=best)
            if i > 1 and j > 1:
                swapped = (letters[j - 2] == letter) & (wanted == ord(word[i - 2]))
                best = np.where(swapped, np.minimum(best, older[j - 2] + np.int8(1)), best)
            row.append(best)
    slips: Counts = np.array(row)[lengths, np.arange(len(others))]
    return slips
