"""Articles and a query's terms → the stretches of their texts that matched, by the positions in the index.

No text is analysed again but the few chunks that matched: for each position of a text the index says where
its chunk begins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

import numpy as np

from index.analyzer import Analyzer
from index.codec.fields import Field
from search.arrays import Array, Docs
from search.columns import Columns
from search.highlight import Found
from search.segments import Segment
from search.terms import Terms

MOST = 1_000  # places of a leaf in one article: nobody reads on, and a text of 5 MB may have 100,000

Span = tuple[int, int]
Places = dict[int, list[tuple[int, str]]]
"""For each article, by its place among those asked about, the positions of terms, and which term."""


def found_in(
    columns: Columns, analyzer: Analyzer, leaves: Sequence[Terms], name: str, texts: Mapping[int, str]
) -> dict[int, tuple[Found, ...]]:
    """Return for each article's document what matched in its text or title, in the order of the text.

    ``texts`` are what the articles have in the field called ``name``. Stretches of two leaves may overlap.
    """
    found: dict[int, tuple[Found, ...]] = dict.fromkeys(texts, ())
    docs = np.array(sorted(texts), np.int64)
    for place, segment in enumerate(columns.segments):
        base = columns.bases[place]
        here = docs[(docs >= base) & (docs < columns.bases[place + 1])]
        field = segment.field(name) if len(here) else None
        if field is not None:
            finder = _Finder(segment, name, field, (here - base).astype(np.int32), analyzer)
            for number, doc in enumerate(here.tolist()):
                if stretches := set(finder.stretches(leaves, number, texts[doc])):
                    found[doc] = tuple(sorted(stretches))
    return found


class _Finder:
    """Looks leaves up in some articles of one segment; ``docs`` ascend."""

    def __init__(
        self, segment: Segment, name: str, field: Field, docs: Docs, analyzer: Analyzer
    ) -> None:
        self._segment = segment
        self._name = name
        self._field = field
        self._docs = docs
        self._analyzer = analyzer
        self._of_term = lru_cache(None)(self._term_places)
        self._of_prefix = lru_cache(None)(self._prefix_places)

    def stretches(self, leaves: Sequence[Terms], number: int, text: str) -> Iterator[Found]:
        """Yield where the leaves stand in the text of one article: first and last character, and the leaf."""
        chars = _Characters(lambda: self._starts(number), text, self._analyzer)
        for leaf, terms in enumerate(leaves):
            for prefix in terms.prefixes:
                for position, term in self._of_prefix(prefix).get(number, ())[:MOST]:
                    yield from (Found(start, end, leaf) for start, end in chars.of(position, term))
            for sequence in terms.sequences:
                for start, end in self._sequence(sequence, number, chars):
                    yield Found(start, end, leaf)

    def _sequence(self, sequence: Sequence[str], number: int, chars: _Characters) -> Iterator[Span]:
        firsts = self._of_term(sequence[0]).get(number, ())
        others = [{position for position, _ in self._of_term(term).get(number, ())} for term in sequence[1:]]
        for position, term in firsts[:MOST]:
            if all(position + n in places for n, places in enumerate(others, 1)):
                ends = [
                    end
                    for n, word in enumerate(sequence[1:], 1)
                    for _, end in chars.of(position + n, word)[-1:]
                ]
                yield from (
                    (start, max(end, *ends) if ends else end) for start, end in chars.of(position, term)
                )

    def _term_places(self, term: str) -> Places:
        here = self._segment.ordinal(self._name, term.encode("utf-8"))
        if here is None:
            return {}
        ordinal = here[1]
        docs = self._field.docs[self._field.span(ordinal)]
        places = np.minimum(np.searchsorted(docs, self._docs), len(docs) - 1)
        numbers = np.flatnonzero(docs[places] == self._docs)
        return self._gathered(ordinal, ordinal + 1, places[numbers], numbers)

    def _prefix_places(self, prefix: str) -> Places:
        ordinals = self._field.terms.within(prefix.encode("utf-8"))
        if not ordinals:
            return {}
        span = slice(int(self._field.starts[ordinals.start]), int(self._field.starts[ordinals.stop]))
        numbers = np.full(self._segment.size, -1, np.int32)
        numbers[self._docs] = np.arange(len(self._docs))
        of_postings = numbers[self._field.docs[span]]
        places = np.flatnonzero(of_postings >= 0)
        return self._gathered(ordinals.start, ordinals.stop, places, of_postings[places])

    def _gathered(self, first: int, stop: int, postings: Docs, numbers: Docs) -> Places:
        """Return the positions in some postings of neighbouring terms; ``numbers`` are their articles."""
        field = self._field
        assert field.places is not None
        assert field.place_starts is not None
        start = int(field.starts[first])
        frequencies = field.frequencies(slice(start, int(field.starts[stop])))
        ends = np.cumsum(frequencies)
        base = int(field.place_starts[first])
        terms = np.searchsorted(field.starts[first : stop + 1], postings + start, side="right") - 1 + first
        found: Places = defaultdict(list)
        for posting, number, ordinal in zip(postings.tolist(), numbers.tolist(), terms.tolist(), strict=True):
            term = field.terms[ordinal].decode("utf-8")
            end = base + int(ends[posting])
            for position in field.places[end - int(frequencies[posting]) : end].tolist():
                found[number].append((position, term))
        return found

    def _starts(self, number: int) -> Array:
        """Return where the chunk of each position of an article's text begins."""
        field, doc = self._field, self._docs[number]
        if field.gaps is None or field.gap_starts is None:
            return np.empty(0, np.int64)
        return np.cumsum(
            field.gaps[int(field.gap_starts[doc]) : int(field.gap_starts[doc + 1])], dtype=np.int64
        )


class _Characters:
    """The characters of a text that its positions stand for."""

    def __init__(self, starts: Callable[[], Array], text: str, analyzer: Analyzer) -> None:
        self._read = starts
        self._text = text
        self._analyzer = analyzer

    @cached_property
    def _starts(self) -> Array:
        """Where the chunk of each position begins, read when the first is asked for."""
        return self._read()

    def of(self, position: int, term: str) -> list[Span]:
        """Return the characters of the tokens at a position that have the term."""
        if position >= len(self._starts):
            return []
        start = int(self._starts[position])
        if word := self._analyzer.plain_word_at(self._text, start):
            return [word]
        first = position
        while first and self._starts[first - 1] == start:
            first -= 1
        return [
            (token.start, token.end)
            for token in self._analyzer.tokens_from(self._text, start)
            if token.position == position - first and term in token.terms
        ]
