"""Text leaves and columns → the documents that match, and their BM25F scores as Whoosh defines them.

For a term in a field: ``idf = ln(N / (df + 1)) + 1`` and
``score = idf * tf * (K1 + 1) / (tf + K1 * ((1 - B) + B * length / average))``, where N and df count deleted
documents as well, ``length`` is quantised and ``average`` is exact. A phrase scores the sum of its words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import log
from typing import NamedTuple

import numpy as np

from search.arrays import POSITION_BITS, Docs, Floats, Mask
from search.columns import Columns
from search.request import View
from search.terms import Terms

WEIGHTS: Mapping[View, Mapping[str, float]] = {
    "quotes": {"quote": 1.0, "name": 1.0, "context": 0.3, "heading": 0.3},
    "articles": {"title": 2.0, "body": 1.0},
}
K1, B = 1.2, 0.75  # Whoosh's own


class Scored(NamedTuple):
    """Which documents match, and what each scores; 0 where it does not match."""

    mask: Mask
    scores: Floats


def score(columns: Columns, terms: Terms, weights: Mapping[str, float]) -> Scored:
    """Return the documents where any of the fields has the terms, scores summed over the fields."""
    mask = np.zeros(columns.size, dtype=bool)
    scores = np.zeros(columns.size)
    for field, weight in weights.items():
        for sequence in terms.sequences:
            for docs, points in _scored(columns, field, sequence):
                mask[docs] = True
                scores[docs] += weight * points
    return Scored(mask, scores)


def _scored(columns: Columns, field: str, sequence: Sequence[str]) -> Iterator[tuple[Docs, Floats]]:
    """Yield for each term the documents with the whole sequence, and what the term scores there."""
    if len(sequence) == 1:
        yield _bm25(columns, field, sequence[0])
        return
    holding = np.zeros(columns.size, dtype=bool)
    holding[_side_by_side(columns, field, sequence)] = True
    for term in sequence if holding.any() else ():
        docs, points = _bm25(columns, field, term)
        yield docs[holding[docs]], points[holding[docs]]


def _bm25(columns: Columns, field: str, term: str) -> tuple[Docs, Floats]:
    """Return the term's documents and what it scores in each."""
    docs, freqs = columns.postings(field, term)
    idf = log(columns.size / (len(docs) + 1)) + 1 if len(docs) else 0.0
    relative = columns.lengths(field)[docs] / columns.average_length(field)
    return docs, idf * freqs * (K1 + 1) / (freqs + K1 * ((1 - B) + B * relative))


def _side_by_side(columns: Columns, field: str, sequence: Sequence[str]) -> Docs:
    """Return the documents where the terms stand one after the other, once for each place.

    A position taken back past the start of its document lands on the last of the document before, which
    is never in use.
    """
    found = columns.positions(field, sequence[0])
    for place, term in enumerate(sequence[1:], 1):
        if not len(found):
            break
        found = _common(found, columns.positions(field, term) - place)
    return found >> POSITION_BITS


def _common(one: Docs, other: Docs) -> Docs:
    """Return what two ascending arrays have in common: the few looked up among the many."""
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    places = np.searchsorted(many, few)
    common: Docs = few[np.append(many, -1)[places] == few]
    return common
