"""Texts → tokens, many texts at once.

An analyzer that reads a text chunk by chunk (``text.split()``), each without regard to the others, may say
so by
two more members: ``longest_chunk``, how many characters it takes at once, and ``chunk(text)``, the number of
positions a chunk takes and its terms with the position of each. Then every distinct chunk is analysed once,
and a text becomes a row of numbers by one look-up a chunk.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import NamedTuple, Protocol

import numpy as np

from index.codec.building import from_tokens
from index.codec.fields import Field, smallest
from index.codec.files import Array

KNOWN_CHUNKS = 250_000  # some 400 bytes each; English news has 100,000 that come twice
PLACE_BITS = 24  # a text has at most 16 million positions
PENDING = 250_000  # characters: enough for arrays to pay, few enough to stay in the processor's cache

_SPACES = [0x20, *range(0x09, 0x0E), *range(0x1C, 0x20), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B)]
_SPACES += [0x2028, 0x2029, 0x202F, 0x205F, 0x3000]
_IS_SPACE = np.zeros(0x3002, dtype=bool)  # the last stands for all after it
_IS_SPACE[_SPACES] = True


class ChunkAnalyzer(Protocol):
    """What an analyzer has that may be asked for chunks."""

    longest_chunk: int

    def chunk(self, text: str) -> tuple[int, Iterable[tuple[int, str]]]:
        """Return how many positions a chunk takes, and its terms, each with its position from 0."""


class Vocabulary(dict[str, int]):
    """The numbers of the chunks an analyzer was asked about, and their tokens.

    A look-up analyses what is new.
    """

    def __init__(self, analyzer: ChunkAnalyzer) -> None:
        super().__init__()
        self.analyzer = analyzer
        self.names: list[bytes] = []  # of the terms
        self._terms: dict[str, int] = {}
        self._positions = array("i")
        self._firsts = array("i")
        self._counts = array("i")
        self._token_terms = array("i")
        self._token_places = array("i")

    def __missing__(self, chunk: str) -> int:
        positions, tokens = self.analyzer.chunk(chunk)
        first = len(self._token_terms)
        for place, term in tokens:
            number = self._terms.get(term)
            if number is None:
                number = self._terms[term] = len(self.names)
                self.names.append(term.encode("utf-8"))
            self._token_terms.append(number)
            self._token_places.append(place)
        self._positions.append(positions)
        self._firsts.append(first)
        self._counts.append(len(self._token_terms) - first)
        found = self[chunk] = len(self)
        return found

    def numbers(self, chunks: Sequence[str]) -> Array:
        """Return the chunks' numbers."""
        if len(chunks) < 2:
            return np.array([self[chunk] for chunk in chunks], np.int32)
        return np.array(itemgetter(*chunks)(self), np.int32)

    def tokens(self, numbers: Array) -> Tokens:
        """Return the tokens of some chunks, in their order."""
        # The arrays cannot grow while NumPy looks at them, so that nothing of these leaves this method.
        positions, firsts, counts, terms, places = (
            np.frombuffer(values, np.int32) if values else np.empty(0, np.int32)
            for values in (self._positions, self._firsts, self._counts, self._token_terms, self._token_places)
        )
        count = counts[numbers]
        ends = np.cumsum(count, dtype=np.int64)
        token = np.repeat(firsts[numbers] - (ends - count), count)
        token += np.arange(len(token))
        return Tokens(positions[numbers], count, terms[token], places[token])


class Tokens(NamedTuple):
    """For each chunk its positions and number of tokens; for each token its term and place in its chunk."""

    positions: Array
    counts: Array
    terms: Array
    places: Array


class Texts:
    """The texts of one field, of documents in ascending order."""

    def __init__(self, vocabulary: Vocabulary, gaps: bool) -> None:
        self._vocabulary = vocabulary
        self._keeps_gaps = gaps
        self._long = re.compile(rf"\S{{1,{vocabulary.analyzer.longest_chunk}}}")
        self._docs: list[int] = []
        self._texts: list[str] = []
        self._characters = 0
        self._digested = 0  # documents
        self._terms: list[Array] = []  # of the tokens
        self._seats: list[Array] = []  # of the tokens: document << PLACE_BITS | position
        self._lengths: list[Array] = []  # of the texts, in tokens
        self._gaps: list[Array] = []
        self._positions: list[Array] = []  # of the texts: how many gaps
        self.tokens = 0

    def add(self, doc: int, text: str) -> None:
        """Take a document's text in."""
        self._docs.append(doc)
        self._texts.append(text)
        self._characters += len(text) + 1
        if self._characters > PENDING:
            self.digest()

    def digest(self) -> None:
        """Turn the texts taken in into numbers, while they are few enough for the processor's cache."""
        texts, self._texts, self._characters = self._texts, [], 0
        docs = np.array(self._docs[self._digested :], np.int64)
        self._digested += len(docs)
        if not texts:
            return
        joined = " ".join(texts)
        starts, ends = chunk_bounds(joined)
        chunks: Sequence[str] = joined.split()
        if len(starts) and int((ends - starts).max()) > self._vocabulary.analyzer.longest_chunk:
            found = list(self._long.finditer(joined))
            chunks = [match[0] for match in found]
            starts = np.array([match.start() for match in found], np.int64)
        firsts = np.cumsum([0, *(len(text) + 1 for text in texts)])
        bounds = np.searchsorted(starts, firsts)  # of each text's chunks
        tokens = self._vocabulary.tokens(self._vocabulary.numbers(chunks))
        before = np.concatenate(([0], np.cumsum(tokens.positions, dtype=np.int64)))
        each = np.diff(bounds)
        seats = np.repeat((docs << PLACE_BITS) - before[bounds[:-1]], each) + before[:-1]
        self._terms.append(tokens.terms)
        self._seats.append(np.repeat(seats, tokens.counts) + tokens.places)
        self._lengths.append(_sums(tokens.counts, bounds))
        self.tokens += len(tokens.terms)
        if self._keeps_gaps:
            self._positions.append(np.diff(before[bounds]))
            self._gaps.append(_gaps(starts - np.repeat(firsts[:-1], each), tokens.positions, before[bounds]))

    def field(self, size: int) -> Field | None:
        """Return the arrays of the field for ``size`` documents; None where no text has a term."""
        self.digest()
        names, terms = _used(self._vocabulary.names, _joined(self._terms, np.int32))
        if not names:
            return None
        docs = np.array(self._docs, np.int64)
        lengths = np.zeros(size, np.int64)
        lengths[docs] = _joined(self._lengths)
        seats = _joined(self._seats)
        self._terms, self._seats = [], []
        field = from_tokens(names, terms, seats, PLACE_BITS, lengths)
        if not self._keeps_gaps:
            return field
        each = np.zeros(size, np.int64)
        each[docs] = _joined(self._positions)
        starts = np.concatenate(([0], np.cumsum(each)))
        return replace(field, gaps=smallest(_joined(self._gaps)), gap_starts=smallest(starts))


def chunk_bounds(text: str) -> tuple[Array, Array]:
    """Return where each of ``text.split()`` begins and ends."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    solid = ~_IS_SPACE[np.minimum(codes, len(_IS_SPACE) - 1)]
    edges = np.flatnonzero(np.diff(solid, prepend=False, append=False))
    return edges[::2], edges[1::2]


def _used(every: Sequence[bytes], terms: Array) -> tuple[list[bytes], Array]:
    """Return the terms that occur, and the tokens' places among them."""
    occurs = np.zeros(len(every), dtype=bool)
    occurs[terms] = True
    names = [every[number] for number in np.flatnonzero(occurs).tolist()]
    return names, (np.cumsum(occurs, dtype=np.int32) - np.int32(1))[terms]


def _gaps(starts: Array, positions: Array, bounds: Array) -> Array:
    """Return for each position of some texts how far its chunk begins after the chunk of the one before.

    ``starts`` are the chunks' in their texts, ``bounds`` those of the texts' positions.
    """
    has = positions > 0
    seats = np.cumsum(positions[has]) - positions[has]
    gaps = np.zeros(int(bounds[-1]), np.int64)
    gaps[seats] = np.diff(starts[has], prepend=0)
    opening = bounds[:-1][np.diff(bounds) > 0]
    gaps[opening] = starts[has][np.searchsorted(seats, opening)]
    return gaps


def _sums(counts: Array, bounds: Array) -> Array:
    sums = np.concatenate(([0], np.cumsum(counts, dtype=np.int64)))[bounds]
    return np.diff(sums)


def _joined(arrays: Sequence[Array], dtype: type[np.generic] = np.int64) -> Array:
    return np.concatenate(arrays) if arrays else np.empty(0, dtype)
