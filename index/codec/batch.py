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
from typing import Protocol

import numpy as np

from index.codec.building import from_tokens
from index.codec.fields import Field, smallest
from index.codec.files import Array

KNOWN_CHUNKS = 400_000  # some 250 bytes each; English news has 100,000 that come twice
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
        self.terms: dict[str, int] = {}
        self._positions = array("i")
        self._counts = array("i")
        self._token_terms = array("i")
        self._token_places = array("i")

    def __missing__(self, chunk: str) -> int:
        positions, tokens = self.analyzer.chunk(chunk)
        before = len(self._token_terms)
        for place, term in tokens:
            self._token_terms.append(self.terms.setdefault(term, len(self.terms)))
            self._token_places.append(place)
        self._positions.append(positions)
        self._counts.append(len(self._token_terms) - before)
        self[chunk] = number = len(self)
        return number

    def tables(self) -> tuple[Array, Array, Array, Array]:
        """Return each chunk's positions and number of tokens, then each token's term and place."""
        arrays = (self._positions, self._counts, self._token_terms, self._token_places)
        return tuple(np.array(values, np.int64) for values in arrays)  # type: ignore[return-value]


class Texts:
    """The texts of one field, of documents in ascending order."""

    def __init__(self, vocabulary: Vocabulary, gaps: bool) -> None:
        self._vocabulary = vocabulary
        self._gaps = gaps
        self._long = re.compile(rf"\S{{1,{vocabulary.analyzer.longest_chunk}}}")
        self._docs: list[int] = []
        self._texts: list[str] = []
        self._characters = 0
        self._numbers: list[Array] = []  # of chunks
        self._chunks: list[Array] = []  # how many each text has
        self._starts: list[Array] = []  # of chunks, in characters of their text
        self.tokens = 0  # at least

    def add(self, doc: int, text: str) -> None:
        """Take a document's text in."""
        self._docs.append(doc)
        self._texts.append(text)
        self._characters += len(text) + 1
        if self._characters > PENDING:
            self.digest()

    def digest(self) -> None:
        """Turn the texts taken in into numbers."""
        texts, self._texts, self._characters = self._texts, [], 0
        if not texts:
            return
        joined = " ".join(texts)
        starts, ends = chunk_bounds(joined)
        if len(starts) and int((ends - starts).max()) > self._vocabulary.analyzer.longest_chunk:
            found = list(self._long.finditer(joined))
            chunks = [match[0] for match in found]
            starts = np.array([match.start() for match in found], np.int64)
        else:
            chunks = joined.split()
        firsts = np.cumsum([0, *(len(text) + 1 for text in texts)])
        bounds = np.searchsorted(starts, firsts)
        self._numbers.append(np.array(list(map(self._vocabulary.__getitem__, chunks)), np.int32))
        self._chunks.append(np.diff(bounds))
        if self._gaps:
            self._starts.append((starts - np.repeat(firsts[:-1], np.diff(bounds))).astype(np.int32))
        self.tokens += len(chunks)

    def field(self, size: int) -> Field | None:
        """Return the arrays of the field for ``size`` documents; None where no text has a term."""
        self.digest()
        positions, counts, token_terms, token_places = self._vocabulary.tables()
        numbers, chunks = _joined(self._numbers), _joined(self._chunks)
        docs = np.array(self._docs, np.int64)
        doc_of_chunk = np.repeat(docs, chunks)
        taken = positions[numbers]
        place_of_chunk = _restarting(taken, chunks)
        count = counts[numbers]
        token_starts = np.cumsum(counts) - counts
        token = np.repeat(token_starts[numbers] - (np.cumsum(count) - count), count)
        token += np.arange(len(token))
        lengths = np.bincount(doc_of_chunk, count, minlength=size).astype(np.int64)
        terms = token_terms[token]
        names, terms = _used(self._vocabulary.terms, terms)
        if not names:
            return None
        places = np.repeat(place_of_chunk, count) + token_places[token]
        field = from_tokens(names, terms, np.repeat(doc_of_chunk, count), places, lengths)
        return field if not self._gaps else self._with_gaps(field, docs, chunks, taken, size)

    def _with_gaps(self, field: Field, docs: Array, chunks: Array, taken: Array, size: int) -> Field:
        has = taken > 0
        starts = _joined(self._starts)[has]
        text = np.repeat(np.arange(len(docs)), chunks)[has]
        gaps = np.diff(starts, prepend=0)
        begins = np.flatnonzero(np.diff(text, prepend=-1))
        gaps[begins] = starts[begins]
        spread = np.zeros(int(taken.sum()), np.int64)
        spread[np.cumsum(taken[has]) - taken[has]] = gaps
        each = np.zeros(size, np.int64)
        each[docs] = np.bincount(np.repeat(np.arange(len(docs)), chunks), taken, minlength=len(docs))
        return replace(
            field, gaps=smallest(spread), gap_starts=smallest(np.concatenate(([0], np.cumsum(each))))
        )


def chunk_bounds(text: str) -> tuple[Array, Array]:
    """Return where each of ``text.split()`` begins and ends."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    solid = ~_IS_SPACE[np.minimum(codes, len(_IS_SPACE) - 1)]
    edges = np.flatnonzero(np.diff(solid, prepend=False, append=False))
    return edges[::2], edges[1::2]


def _used(numbers: dict[str, int], terms: Array) -> tuple[list[bytes], Array]:
    """Return the terms that occur, and the tokens' places among them."""
    occurs = np.zeros(len(numbers), dtype=bool)
    occurs[terms] = True
    every = list(numbers)
    names = [every[number].encode("utf-8") for number in np.flatnonzero(occurs).tolist()]
    return names, (np.cumsum(occurs) - 1)[terms]


def _restarting(counts: Array, sizes: Array) -> Array:
    """Return the sum of the counts before each, begun anew in each stretch of the given sizes."""
    before = np.cumsum(counts) - counts
    stops = np.cumsum(sizes)
    firsts = np.concatenate((before, [0]))[stops - sizes]
    place: Array = before - np.repeat(firsts, sizes)
    return place


def _joined(arrays: Sequence[Array]) -> Array:
    return np.concatenate([np.empty(0, np.int64), *arrays]) if arrays else np.empty(0, np.int64)
