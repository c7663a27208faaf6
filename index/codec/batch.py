"""The texts of one field, many documents at once → the arrays of the field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from index.codec.blocks import PLACE_BITS, Block, Neighbours, block_of, field_of
from index.codec.chunks import chunks_of
from index.codec.fields import Field, smallest
from index.codec.files import Array
from index.codec.vocabulary import Tokens, Vocabulary

PENDING = 1_000_000  # characters: enough for arrays to pay, few enough to stay in the processor's cache


class Texts:
    """The texts of one field, of documents in ascending order."""

    def __init__(self, vocabulary: Vocabulary, *, gaps: bool, nexts: bool) -> None:
        """Take the terms' numbers from a vocabulary; keep gaps and what follows each position, or not."""
        self._vocabulary = vocabulary
        self._keeps_gaps = gaps
        self._keeps_nexts = nexts
        self._docs: list[int] = []
        self._texts: list[str] = []
        self._characters = 0
        self._digested = 0  # documents
        self._blocks: list[Block] = []
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
        chunks = chunks_of(" ".join(texts), self._vocabulary.analyzer.longest_chunk)
        firsts = np.cumsum([0, *(len(text) + 1 for text in texts)])
        bounds = np.searchsorted(chunks.starts, firsts)  # of each text's chunks
        tokens = self._vocabulary.tokens(self._vocabulary.numbers(chunks))
        before = np.concatenate(([0], np.cumsum(tokens.positions, dtype=np.int64)))
        each = np.diff(bounds)
        seats = np.repeat((docs << PLACE_BITS) - before[bounds[:-1]], each) + before[:-1]
        neighbours = self._neighbours(tokens, before, bounds) if self._keeps_nexts else None
        self._blocks.append(
            block_of(tokens.terms, np.repeat(seats, tokens.counts) + tokens.places, neighbours)
        )
        self._lengths.append(_sums(tokens.counts, bounds))
        self.tokens += len(tokens.terms)
        if self._keeps_gaps:
            starts = chunks.starts - np.repeat(firsts[:-1], each)
            self._positions.append(np.diff(before[bounds]))
            self._gaps.append(smallest(_gaps(starts, tokens.positions, before[bounds])))

    def _neighbours(self, tokens: Tokens, before: Array, bounds: Array) -> Neighbours:
        """Return the neighbours of texts' tokens; ``before`` are the positions that precede each chunk."""
        if not len(tokens.terms):
            return Neighbours(np.empty(0, np.uint8), np.empty(0, bool))
        at = np.repeat(before[:-1], tokens.counts) + tokens.places
        numbers = np.arange(len(at))
        leaders = np.full(int(before[-1]), -1)
        leaders[at[::-1]] = numbers[::-1]  # of several at one position the first stays
        prints = self._vocabulary.prints(tokens.terms).take(leaders, mode="clip") * (leaders >= 0)
        nexts = np.append(prints[1:], np.uint8(0))
        nexts[before[bounds[1:]][np.diff(before[bounds]) > 0] - 1] = 0  # the last of a text
        return Neighbours(nexts[at], leaders[at] == numbers)

    def field(self, size: int) -> Field | None:
        """Return the arrays of the field for ``size`` documents; None where no text has a term."""
        self.digest()
        docs = np.array(self._docs, np.int64)
        lengths = np.zeros(size, np.int64)
        lengths[docs] = _joined(self._lengths)
        field = field_of(self._blocks, self._vocabulary.names, lengths)
        if field is None or not self._keeps_gaps:
            return field
        each = np.zeros(size, np.int64)
        each[docs] = _joined(self._positions)
        starts = np.concatenate(([0], np.cumsum(each)))
        return replace(field, gaps=_joined(self._gaps), gap_starts=smallest(starts))


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


def _joined(arrays: Sequence[Array]) -> Array:
    return np.concatenate(arrays) if arrays else np.empty(0, np.int64)
