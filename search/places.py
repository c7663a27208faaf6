"""Articles and a query's terms → the stretches of their texts that matched, by the positions in the index.

No text is analysed again but the few chunks that matched: for each position of a text the index says where
its chunk begins.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

import numpy as np

from index.analyzer import Analyzer
from index.codec.fields import Field
from search.arrays import Docs, expanded
from search.columns import Columns
from search.highlight import Found
from search.phrases import spots
from search.segments import Segment
from search.terms import Terms

MOST = 1_000  # places of a leaf in one article: nobody reads on, and a text of 5 MB may have 100,000


class _Places(NamedTuple):
    """Where terms stand: the number of the article, the position in it, and the term's ordinal."""

    numbers: Docs
    positions: Docs
    ordinals: Docs


_NOWHERE = _Places(*(np.empty(0, np.int64) for _ in range(3)))


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

    def find(self, leaves: Sequence[Terms]) -> list[list[Found]]:
        """Return for each article where the leaves stand in its text."""
        for leaf, terms in enumerate(leaves):
            for prefix in terms.prefixes:
                self._mark(self._prefix_places(prefix), leaf)
            for sequence in terms.sequences:
                if len(sequence) == 1:
                    self._mark(self._term_places(sequence[0]), leaf)
                else:
                    self._mark_sequence(sequence, leaf)
        return self._found

    def _mark(self, places: _Places, leaf: int) -> None:
        places = _at_most(MOST, places)
        if not len(places.numbers):
            return
        plain_word_at, texts, found = self._analyzer.plain_word_at, self._texts, self._found
        columns = (array.tolist() for array in (*places, self._chunks_at(places)))
        for number, position, ordinal, start in zip(*columns, strict=True):
            word = plain_word_at(texts[number], start)
            if word and start >= 0:
                found[number].append(Found(*word, leaf))
            else:
                term = self._field.terms[ordinal].decode("utf-8")
                spans = self._spans(number, position, start, term)
                found[number] += [Found(*span, leaf) for span in spans]

    def _mark_sequence(self, sequence: tuple[str, ...], leaf: int) -> None:
        """Mark where the terms stand at positions that follow one another."""
        phrase = self._segment.phrase(self._name, sequence)
        if phrase is None:
            return
        numbers, positions = phrase.within(self._docs)
        places = _at_most(MOST, _Places(numbers, positions, np.zeros_like(positions)))
        if not len(places.numbers):
            return
        begins = [
            self._chunks_at(places._replace(positions=places.positions + n)).tolist()
            for n in range(len(sequence))
        ]
        for number, position, *starts in zip(
            places.numbers.tolist(), places.positions.tolist(), *begins, strict=True
        ):
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
            within = position - self._first_of_chunk(number, position)
            tokens = [token for token in tokens if token.position == within]
        return [(token.start, token.end) for token in tokens]

    def _first_of_chunk(self, number: int, position: int) -> int:
        """Return the first position of the chunk that a position belongs to."""
        assert self._chunks is not None
        starts, begin = self._chunks.starts, int(self._chunks.firsts[number])
        while position and starts[begin + position - 1] == starts[begin + position]:
            position -= 1
        return position

    # Where terms stand

    def _term_places(self, term: str) -> _Places:
        here = self._segment.ordinal(self._name, term.encode("utf-8"))
        if here is None:
            return _NOWHERE
        docs = self._field.docs[self._field.span(here[1])]
        postings = docs.searchsorted(self._docs)
        there = docs.take(postings, mode="clip") == self._docs
        return self._gathered(here[1], here[1] + 1, postings[there], there.nonzero()[0])

    def _prefix_places(self, prefix: str) -> _Places:
        ordinals = self._segment.within(self._name, prefix.encode("utf-8"))
        if not ordinals:
            return _NOWHERE
        span = slice(int(self._field.starts[ordinals.start]), int(self._field.starts[ordinals.stop]))
        docs, wanted = self._field.docs[span], np.zeros(self._segment.size, dtype=bool)
        wanted[self._docs] = True
        postings = np.flatnonzero(wanted[docs])
        numbers = self._docs.searchsorted(docs[postings])
        return self._gathered(ordinals.start, ordinals.stop, postings, numbers)

    def _gathered(self, first: int, stop: int, postings: Docs, numbers: Docs) -> _Places:
        """Return the positions in some postings of neighbouring terms; ``numbers`` are their articles."""
        field = self._field
        assert field.places is not None
        if not len(postings):
            return _NOWHERE
        begins, counts = spots(field, first, postings)
        positions = field.places.take(expanded(begins, counts))
        if stop - first == 1:
            ordinals = np.full(len(positions), first)
        else:
            seats = postings + int(field.starts[first])
            own = np.searchsorted(field.starts[first : stop + 1], seats, "right") - 1 + first
            ordinals = own.repeat(counts)
        return _Places(numbers.repeat(counts), positions.astype(np.int64), ordinals)

    # Where positions begin

    @cached_property
    def _chunks(self) -> _Chunks | None:
        return _chunks(self._field, self._docs)

    def _chunks_at(self, places: _Places) -> Docs:
        """Return where in its text the chunk of each place begins; -1 where the index does not say."""
        chunks = self._chunks
        if chunks is None:
            return np.full(len(places.numbers), -1)
        starts: Docs = chunks.starts[chunks.firsts[places.numbers] + places.positions]
        starts -= chunks.bases[places.numbers]
        return starts


def _at_most(number: int, places: _Places) -> _Places:
    """Return the first places of each article, so many at most."""
    if len(places.numbers) <= number:
        return places
    order = np.argsort(places.numbers, kind="stable")
    counts = np.bincount(places.numbers)
    kept = order[expanded(np.cumsum(counts) - counts, np.minimum(counts, number))]
    return _Places(*(array[kept] for array in places))


class _Chunks(NamedTuple):
    """Where the chunk of each position begins, one text after another, as if they were one text.

    ``firsts`` are where each text's positions begin, ``bases`` where the text itself does.
    """

    starts: Docs
    firsts: Docs
    bases: Docs


def _chunks(field: Field, docs: Docs) -> _Chunks | None:
    if field.gaps is None or field.gap_starts is None:
        return None
    begins, ends = field.gap_starts[docs].tolist(), field.gap_starts[docs + 1].tolist()
    gaps = [field.gaps[begin:end] for begin, end in zip(begins, ends, strict=True)]
    firsts = [0, *accumulate(map(len, gaps[:-1]))]
    starts = np.concatenate(([0], *gaps)).cumsum(dtype=np.int64)  # from the end of the one before each
    return _Chunks(starts[1:], np.array(firsts), starts[firsts])
