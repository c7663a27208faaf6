"""Articles and a query's terms → the stretches of their texts that matched, by the positions in the index.

No text is analysed again but the few chunks that matched: for each position of a text the index says where
its chunk begins.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

import numpy as np

from index.analyzer import Analyzer
from index.codec.fields import Field
from search.arrays import Docs, expanded, located
from search.chunk_starts import ChunkStarts
from search.columns import Columns
from search.highlight import Found
from search.phrases import spots
from search.segments import Segment
from search.terms import Terms

MOST = 1_000  # places of a leaf in one article: nobody reads on, and a text of 5 MB may have 100,000


class _Postings(NamedTuple):
    """Some postings of a leaf: for each the number of its article and the ordinal of its term.

    ``begins`` and ``counts`` say where its positions are among the field's.
    """

    numbers: list[int]
    ordinals: list[int]
    begins: Docs
    counts: Docs


def found_in(
    columns: Columns, analyzer: Analyzer, leaves: Sequence[Terms], name: str, texts: Mapping[int, str]
) -> dict[int, Sequence[Found]]:
    """Return for each article's document what matched in its text or title, in the order of the text.

    ``texts`` are what the articles have in the field called ``name``. Stretches of two leaves may overlap.
    """
    found: dict[int, Sequence[Found]] = dict.fromkeys(texts, ())
    ordered = sorted(texts)
    docs = np.array(ordered, np.int32)
    bounds = [bisect_left(ordered, base) for base in columns.bases]
    for base, segment, first, stop in zip(columns.bases, columns.segments, bounds, bounds[1:], strict=False):
        field = segment.field(name) if first < stop else None
        if field is None:
            continue
        here = ordered[first:stop]
        own = docs[first:stop] - np.int32(base) if base else docs[first:stop]
        finder = _Finder(segment, name, field, own, [texts[doc] for doc in here], analyzer)
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
        docs: Docs,
        texts: Sequence[str],
        analyzer: Analyzer,
    ) -> None:
        self._segment = segment
        self._name = name
        self._field = field
        self._docs = docs
        self._texts = texts
        self._analyzer = analyzer
        self._found: list[list[Found]] = [[] for _ in texts]

    @cached_property
    def _chunks(self) -> ChunkStarts:
        return ChunkStarts(self._field, self._docs)

    def find(self, leaves: Sequence[Terms]) -> list[list[Found]]:
        """Return for each article where the leaves stand in its text."""
        postings: list[_Postings] = []
        owners: list[int] = []
        for leaf, terms in enumerate(leaves):
            held = [*map(self._of_prefix, terms.prefixes)]
            for sequence in terms.sequences:
                if len(sequence) == 1:
                    held.append(self._of_term(sequence[0]))
                else:
                    self._mark_sequence(sequence, leaf)
            for one in held:
                if one:
                    postings.append(one)
                    owners += [leaf] * len(one.numbers)
        if postings:
            self._mark(_joined(postings), owners)
        return self._found

    def _mark(self, postings: _Postings, leaves: Sequence[int]) -> None:
        """Mark the positions of the postings, each with its leaf: all at once, for each step costs a call."""
        numbers, ordinals, begins, counts = postings
        which = np.arange(len(counts)).repeat(counts)
        if len(which) > MOST:
            counts = _at_most(MOST, list(zip(leaves, numbers, strict=True)), counts)
            which = np.arange(len(counts)).repeat(counts)
        assert self._field.places is not None
        positions = self._field.places.take(expanded(begins, counts)).astype(np.int64)
        starts = self._chunks.at(np.array(numbers).take(which), positions)
        plain_word_at, texts, found = self._analyzer.plain_word_at, self._texts, self._found
        for posting, position, start in zip(which.tolist(), positions.tolist(), starts.tolist(), strict=True):
            number = numbers[posting]
            word = plain_word_at(texts[number], start) if start >= 0 else None
            if word:
                found[number].append(Found(*word, leaves[posting]))
            else:
                term = self._field.terms[ordinals[posting]].decode("utf-8")
                spans = self._spans(number, position, start, term)
                found[number] += [Found(*span, leaves[posting]) for span in spans]

    def _mark_sequence(self, sequence: tuple[str, ...], leaf: int) -> None:
        """Mark where the terms stand at positions that follow one another."""
        phrase = self._segment.phrase(self._name, sequence)
        if phrase is None:
            return
        numbers, positions = phrase.within(self._docs)
        if len(numbers) > MOST:
            kept = _at_most(MOST, numbers.tolist(), np.ones_like(numbers)).nonzero()[0]
            numbers, positions = numbers[kept], positions[kept]
        if not len(numbers):
            return
        begins = [self._chunks.at(numbers, positions + n).tolist() for n in range(len(sequence))]
        for number, position, *starts in zip(numbers.tolist(), positions.tolist(), *begins, strict=True):
            spans = [
                self._spans_of_any(number, position + n, start, term)
                for n, (start, term) in enumerate(zip(starts, sequence, strict=True))
            ]
            end = max((last[-1][1] for last in spans[1:] if last), default=0)
            self._found[number] += [Found(start, max(end, stop), leaf) for start, stop in spans[0]]

    def _spans_of_any(self, number: int, position: int, start: int, term: str) -> list[tuple[int, int]]:
        """Return the same as ``_spans``, sooner where the chunk is a plain word, as most are."""
        word = self._analyzer.plain_word_at(self._texts[number], start) if start >= 0 else None
        return [word] if word else self._spans(number, position, start, term)

    def _spans(self, number: int, position: int, start: int, term: str) -> list[tuple[int, int]]:
        """Return the characters of the tokens that have the term in the chunk that begins at ``start``."""
        if start < 0:
            return []
        tokens = self._analyzer.tokens_with(self._texts[number], start, term)
        if len(tokens) > 1:  # which of the chunk's positions is meant?
            within = position - self._chunks.first_of_chunk(number, position)
            tokens = [token for token in tokens if token.position == within]
        return [(token.start, token.end) for token in tokens]

    def _of_term(self, term: str) -> _Postings | None:
        """Return the term's postings in the articles, None where none of them has it."""
        here = self._segment.ordinal(self._name, term.encode("utf-8"))
        if here is None:
            return None
        ordinal = here[1]
        docs = self._field.docs[self._field.span(ordinal)]
        places = docs.searchsorted(self._docs)
        there = (docs.take(places, mode="clip") == self._docs).nonzero()[0]
        if not len(there):
            return None
        numbers = there.tolist()
        return _Postings(numbers, [ordinal] * len(numbers), *spots(self._field, ordinal, places.take(there)))

    def _of_prefix(self, prefix: str) -> _Postings | None:
        """Return the same of all terms that begin so."""
        ordinals = self._segment.within(self._name, prefix.encode("utf-8"))
        if not ordinals:
            return None
        starts = self._field.starts[ordinals.start : ordinals.stop + 1].astype(np.int64)
        numbers, there = located(self._docs, self._field.docs[starts[0] : starts[-1]], self._segment.size)
        postings = there.nonzero()[0]
        if not len(postings):
            return None
        own = ordinals.start - 1 + (starts - starts[0]).searchsorted(postings, "right")
        found = spots(self._field, ordinals.start, postings)
        return _Postings(numbers.take(postings).tolist(), own.tolist(), *found)


def _joined(postings: Sequence[_Postings]) -> _Postings:
    """Return the postings of several leaves as one."""
    if len(postings) == 1:
        return postings[0]
    numbers, ordinals, begins, counts = zip(*postings, strict=True)
    return _Postings(
        list(chain.from_iterable(numbers)),
        list(chain.from_iterable(ordinals)),
        np.concatenate(begins),
        np.concatenate(counts),
    )


def _at_most(number: int, owners: Sequence[Hashable], counts: Docs) -> Docs:
    """Return the counts cut so that those of one owner add up to no more than a number."""
    left = dict.fromkeys(owners, number)
    kept = []
    for owner, count in zip(owners, counts.tolist(), strict=True):
        kept.append(min(count, left[owner]))
        left[owner] -= kept[-1]
    return np.array(kept)
