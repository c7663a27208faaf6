"""A text leaf → the postings it stands for, and BM25F scores as Whoosh defines them.

For a term in a field: ``idf = ln(N / (df + 1)) + 1`` and
``score = idf * tf * (K1 + 1) / (tf + K1 * ((1 - B) + B * length / average))``, where N and df count deleted
documents as well, ``length`` is quantised and ``average`` is exact. A phrase scores the sum of its words.

All but idf depends on a posting's mark alone, so that a table for each field turns marks into scores.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from index.codec.fields import LENGTHS, Field, sizes
from search.arrays import Array, Docs, Entry, Floats, joined
from search.columns import Columns
from search.request import View
from search.terms import Terms

WEIGHTS: Mapping[View, Mapping[str, float]] = {
    # Who types a name asks for its owner before those who mention it: a name is commoner among speakers
    # than in what they say, so that its idf alone would say the reverse.
    "quotes": {"quote": 1.0, "name": 4.0, "context": 0.3, "heading": 0.3},
    "articles": {"title": 2.0, "body": 1.0},
}
K1, B = 1.2, 0.75  # Whoosh's own

_OFTEN = 256  # a table has the marks of terms that stand fewer times in a document


@dataclass(frozen=True, slots=True)
class Part:
    """Documents that match, ascending, their marks, and what a mark's score is multiplied with.

    Those may be articles by their numbers. ``factors`` is one number, or one for each document. ``unique``:
    no document stands here twice.
    """

    docs: Docs
    marks: Array
    factors: float | Floats
    table: Floats
    average: float
    unique: bool = True

    def scores(self, places: Docs | None = None) -> Floats:
        """Return what the documents score, or those at some places."""
        marks, factors = self.marks, self.factors
        if places is not None:
            marks = marks.take(places)
            factors = factors if isinstance(factors, float) else factors.take(places)
        if marks.dtype.itemsize > 2:
            return factors * _impact(marks >> 8, np.maximum(LENGTHS, 1)[marks & 255], self.average)
        scores: Floats = self.table.take(marks)
        scores *= factors
        return scores


def parts_of(columns: Columns, terms: Terms, weights: Mapping[str, float], *, by_article: bool) -> list[Part]:
    """Return the postings of all that a leaf may stand for, in any of the fields.

    ``by_article``: the fields are those of articles, which are told by their numbers.
    """
    found = []
    for field, weight in weights.items():
        for sequence in terms.sequences:
            if len(sequence) == 1:
                entry = columns.entry(field, sequence[0], by_article=by_article)
                found.append(_part(columns, field, weight, entry))
            else:
                found += _phrase(columns, field, weight, sequence, by_article)
        for prefix in terms.prefixes:
            found += _prefix(columns, field, weight, prefix, by_article)
    return [part for part in found if len(part.docs)]


def _part(columns: Columns, field: str, weight: float, entry: Entry) -> Part:
    return Part(entry.docs, entry.marks, weight * _idf(columns, len(entry.docs)), *_table(columns, field))


def _idf(columns: Columns, frequency: int) -> float:
    return log(columns.size / (frequency + 1)) + 1 if frequency else 0.0


def _table(columns: Columns, field: str) -> tuple[Floats, float]:
    """Return what each mark scores in the field, and the field's average length."""
    average = columns.average_length(field)
    return columns.keep(("table", field), lambda: _table_of(average)), average


def _table_of(average: float) -> Floats:
    return _impact(np.arange(_OFTEN)[:, None], np.maximum(LENGTHS, 1), average).ravel()


def _impact(frequencies: Array, lengths: Array, average: float) -> Floats:
    scores: Floats = frequencies * (K1 + 1) / (frequencies + K1 * ((1 - B) + B * lengths / average))
    return scores


# Prefixes: their terms stand side by side, and so do the postings


def _prefix(columns: Columns, field: str, weight: float, prefix: str, by_article: bool) -> Iterator[Part]:
    stretches = list(columns.ranges(field, prefix))
    frequencies = [sizes(f.starts[o.start : o.stop + 1]) for _, f, o in stretches]
    totals = _totals(stretches, frequencies) if len(stretches) > 1 else frequencies
    for (base, found, ordinals), each, total in zip(stretches, frequencies, totals, strict=True):
        span = slice(int(found.starts[ordinals.start]), int(found.starts[ordinals.stop]))
        entry = columns.stretch(field, found, span, base, by_article=by_article)
        factors = np.repeat(weight * (np.log(columns.size / (total + 1)) + 1), each)
        yield Part(entry.docs, entry.marks, factors, *_table(columns, field), unique=len(ordinals) == 1)


def _totals(stretches: Sequence[tuple[int, Field, range]], frequencies: Sequence[Docs]) -> list[Docs]:
    """Return for each segment's terms how many documents of all segments have them."""
    total: dict[bytes, int] = {}
    names = [[found.terms[ordinal] for ordinal in ordinals] for _, found, ordinals in stretches]
    for terms, counts in zip(names, frequencies, strict=True):
        for term, count in zip(terms, counts.tolist(), strict=True):
            total[term] = total.get(term, 0) + count
    return [np.array([total[term] for term in terms], np.int64) for terms in names]


# Phrases: where their terms follow one another


def _phrase(
    columns: Columns, field: str, weight: float, sequence: tuple[str, ...], by_article: bool
) -> Iterator[Part]:
    """Yield for each term the documents with the whole sequence, and what the term scores there."""
    holding: list[list[Entry]] = [[] for _ in sequence]
    for base, segment in zip(columns.bases, columns.segments, strict=False):
        if found := segment.phrase(field, sequence):
            for entries, ordinal, postings in zip(holding, found.ordinals, found.postings, strict=True):
                span = found.field.span(ordinal)
                entry = columns.stretch(field, found.field, span, base, by_article=by_article)
                entries.append(Entry(entry.docs.take(postings), entry.marks.take(postings)))
    for entries, term in zip(holding, sequence, strict=True):
        entry = joined(entries)
        if len(entry.docs):
            factor = weight * _idf(columns, columns.doc_frequency(field, term))
            yield Part(entry.docs, entry.marks, factor, *_table(columns, field))
