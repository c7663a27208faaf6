"""Articles and a query's terms → the stretches of their texts that matched, by the positions in the index.

No text is analysed again but the few chunks that matched: for each position of a text the index says where
its chunk begins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache, partial

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
            numbered = here.tolist()
            finder = _Finder(segment, name, field, (here - base).astype(np.int32), analyzer)
            for number, stretches in finder.find(leaves, [texts[doc] for doc in numbered]).items():
                found[numbered[number]] = tuple(sorted(set(stretches)))
    return found


class _Finder:
    """Looks leaves up in some articles of one segment; ``docs`` ascend."""

    def __init__(self, segment: Segment, name: str, field: Field, docs: Docs, analyzer: Analyzer) -> None:
        self._segment = segment
        self._name = name
        self._field = field
        self._docs = docs
        self._analyzer = analyzer
        self._of_term = lru_cache(None)(self._term_places)
        self._of_prefix = lru_cache(None)(self._prefix_places)

    def find(self, leaves: Sequence[Terms], texts: Sequence[str]) -> dict[int, list[Found]]:
        """Return for each article that has any of the leaves where they stand in its text."""
        found: dict[int, list[Found]] = defaultdict(list)
        chars = [
            _Characters(partial(self._starts, number), text, self._analyzer)
            for number, text in enumerate(texts)
        ]
        for leaf, terms in enumerate(leaves):
            for places in map(self._of_prefix, terms.prefixes):
                _mark(places, leaf, chars, found)
            for sequence in terms.sequences:
                if len(sequence) == 1:
                    _mark(self._of_term(sequence[0]), leaf, chars, found)
                else:
                    self._mark_sequence(sequence, leaf, chars, found)
        return found

    def _mark_sequence(
        self, sequence: Sequence[str], leaf: int, chars: Sequence[_Characters], found: dict[int, list[Found]]
    ) -> None:
        for number, firsts in self._of_term(sequence[0]).items():
            others = [{at for at, _ in self._of_term(term).get(number, ())} for term in sequence[1:]]
            text = chars[number]
            for position, term in firsts[:MOST]:
                if all(position + n in places for n, places in enumerate(others, 1)):
                    last = [text.of(position + n, word)[-1:] for n, word in enumerate(sequence[1:], 1)]
                    end = max((end for spans in last for _, end in spans), default=0)
                    found[number] += [
                        Found(first, max(end, stop), leaf) for first, stop in text.of(position, term)
                    ]

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
        assert field.marks is not None
        if not len(postings):
            return {}
        start = int(field.starts[first])
        frequencies = field.marks[start : int(field.starts[stop])] >> 8
        # How many positions stand before each posting: the sums of the frequencies between them.
        between = np.add.reduceat(frequencies, postings, dtype=np.int64)
        before = int(field.place_starts[first]) + int(frequencies[: postings[0]].sum(dtype=np.int64))
        begins = before + np.cumsum(between) - between
        terms = np.searchsorted(field.starts[first : stop + 1], postings + start, side="right") - 1 + first
        columns = (array.tolist() for array in (begins, frequencies[postings], numbers, terms))
        found: Places = defaultdict(list)
        for begin, frequency, number, ordinal in zip(*columns, strict=True):
            term = field.terms[ordinal].decode("utf-8")
            found[number] += [
                (position, term) for position in field.places[begin : begin + frequency].tolist()
            ]
        return found

    def _starts(self, number: int) -> Array:
        """Return where the chunk of each position of an article's text begins."""
        field, doc = self._field, self._docs[number]
        if field.gaps is None or field.gap_starts is None:
            return np.empty(0, np.int64)
        return np.cumsum(
            field.gaps[int(field.gap_starts[doc]) : int(field.gap_starts[doc + 1])], dtype=np.int64
        )


def _mark(places: Places, leaf: int, chars: Sequence[_Characters], found: dict[int, list[Found]]) -> None:
    for number, positions in places.items():
        text, marked = chars[number], found[number]
        for position, term in positions[:MOST]:
            marked += [Found(start, end, leaf) for start, end in text.of(position, term)]


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
