"""Articles and a query's terms → the stretches of their texts that matched, by the positions in the index.

No text is analysed again but the few chunks that matched: for each position of a text the index says where
its chunk begins. A page has ten texts with a few matches each, for which arrays would gain nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import numpy as np

from index.analyzer import Analyzer
from index.codec.fields import Field
from search.arrays import places_among
from search.chunk_starts import chunk_starts, first_of_chunk
from search.columns import Columns
from search.highlight import Found
from search.phrases import spots
from search.segments import Segment
from search.terms import Terms

MOST = 1_000  # places of a leaf in one article: nobody reads on, and a text of 5 MB may have 100,000

Posting = tuple[int, str, int, int]
"""The number of a text, a term in it, where its positions begin among the field's, and how many they are."""


def found_in(
    columns: Columns, analyzer: Analyzer, leaves: Sequence[Terms], name: str, texts: Mapping[int, str]
) -> dict[int, Sequence[Found]]:
    """Return for each article's document what matched in its text or title, in the order of the text.

    ``texts`` are what the articles have in the field called ``name``. Stretches of two leaves may overlap.
    """
    found: dict[int, Sequence[Found]] = dict.fromkeys(texts, ())
    ordered = sorted(texts)
    bounds = [bisect_left(ordered, base) for base in columns.bases]
    for base, segment, first, stop in zip(columns.bases, columns.segments, bounds, bounds[1:], strict=False):
        field = segment.field(name) if first < stop else None
        if field is None:
            continue
        here = ordered[first:stop]
        finder = _Finder(
            segment, name, field, [doc - base for doc in here], [texts[doc] for doc in here], analyzer
        )
        for doc, stretches in zip(here, finder.find(leaves), strict=True):
            if stretches:
                found[doc] = sorted(set(stretches)) if len(stretches) > 1 else stretches
    return found


class _Finder:
    """Looks leaves up in some articles of one segment; ``docs`` ascend, and are numbered from 0 on."""

    def __init__(
        self,
        segment: Segment,
        name: str,
        field: Field,
        docs: Sequence[int],
        texts: Sequence[str],
        analyzer: Analyzer,
    ) -> None:
        self._segment = segment
        self._name = name
        self._field = field
        self._docs = np.array(docs, np.int32)
        self._texts = texts
        self._analyzer = analyzer
        self._starts = cache(lambda number: chunk_starts(field, docs[number]))
        self._found: list[list[Found]] = [[] for _ in texts]

    def find(self, leaves: Sequence[Terms]) -> list[list[Found]]:
        """Return for each article where the leaves stand in its text."""
        for leaf, terms in enumerate(leaves):
            left = [MOST] * len(self._texts)
            for prefix in terms.prefixes:
                self._mark(self._of_prefix(prefix), leaf, left)
            for sequence in terms.sequences:
                if len(sequence) == 1:
                    self._mark(self._of_term(sequence[0]), leaf, left)
                else:
                    self._mark_sequence(sequence, leaf, left)
        return self._found

    def _mark(self, postings: Iterator[Posting], leaf: int, left: list[int]) -> None:
        """Mark the positions of some postings, in each text as many as are left to mark."""
        places, plain_word_at = self._field.places, self._analyzer.plain_word_at
        assert places is not None
        for number, term, begin, count in postings:
            text, starts, found = self._texts[number], self._starts(number), self._found[number]
            kept = min(count, left[number]) if starts else 0
            left[number] -= kept
            for position in places[begin : begin + kept].tolist():
                word = plain_word_at(text, starts[position])
                if word:
                    found.append(Found(*word, leaf))
                else:
                    found += [Found(*span, leaf) for span in self._within_chunk(number, position, term)]

    def _mark_sequence(self, sequence: tuple[str, ...], leaf: int, left: list[int]) -> None:
        """Mark where the terms stand at positions that follow one another."""
        phrase = self._segment.phrase(self._name, sequence)
        if phrase is None:
            return
        for number, position in zip(*[found.tolist() for found in phrase.within(self._docs)], strict=True):
            if left[number] and self._starts(number):
                left[number] -= 1
                spans = [self._spans(number, position + n, term) for n, term in enumerate(sequence)]
                end = max((last[-1][1] for last in spans[1:] if last), default=0)
                self._found[number] += [Found(start, max(end, stop), leaf) for start, stop in spans[0]]

    def _spans(self, number: int, position: int, term: str) -> list[tuple[int, int]]:
        """Return the characters of the tokens that have the term in the chunk that has the position."""
        word = self._analyzer.plain_word_at(self._texts[number], self._starts(number)[position])
        return [word] if word else self._within_chunk(number, position, term)

    def _within_chunk(self, number: int, position: int, term: str) -> list[tuple[int, int]]:
        """Return the same where the chunk is no plain word."""
        text, starts = self._texts[number], self._starts(number)
        tokens = self._analyzer.tokens_with(text, starts[position], term)
        if len(tokens) > 1:  # which of the chunk's positions is meant?
            within = position - first_of_chunk(starts, position)
            tokens = [token for token in tokens if token.position == within]
        return [(token.start, token.end) for token in tokens]

    def _of_term(self, term: str) -> Iterator[Posting]:
        """Yield the term's postings in the texts."""
        here = self._segment.ordinal(self._name, term.encode("utf-8"))
        if here is None:
            return
        ordinal = here[1]
        docs = self._field.docs[self._field.span(ordinal)]
        places = docs.searchsorted(self._docs)
        there = (docs.take(places, mode="clip") == self._docs).nonzero()[0]
        begins, counts = spots(self._field, ordinal, places.take(there))
        for number, begin, count in zip(there.tolist(), begins.tolist(), counts.tolist(), strict=True):
            yield number, term, begin, count

    def _of_prefix(self, prefix: str) -> Iterator[Posting]:
        """Yield the same of all terms that begin so."""
        ordinals = self._segment.within(self._name, prefix.encode("utf-8"))
        if not ordinals:
            return
        starts = self._field.starts[ordinals.start : ordinals.stop + 1].astype(np.int64)
        docs = self._field.docs[starts[0] : starts[-1]]
        postings = places_among(self._docs, docs, self._segment.size)
        own = ordinals.start - 1 + (starts - starts[0]).searchsorted(postings, "right")
        numbers = self._docs.searchsorted(docs.take(postings))
        found = (numbers, own, *spots(self._field, ordinals.start, postings))
        for number, ordinal, begin, count in zip(*[array.tolist() for array in found], strict=True):
            yield number, self._field.terms[ordinal].decode("utf-8"), begin, count
