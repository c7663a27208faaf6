"""What is known of an analyzer's chunks: each has a number, and each number its terms.

An analyzer that reads a text chunk by chunk (``text.split()``), each without regard to the others, may say
so by two more members: ``longest_chunk``, how many characters it takes at once, and ``chunk(text)``, the
number of positions a chunk takes and its terms with the position of each. Then every distinct chunk is
analysed once, and a text becomes a row of numbers.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import NamedTuple, Protocol

import numpy as np

from index.codec.chunks import SHORT, Chunks
from index.codec.files import Array
from index.codec.keys import EMPTY, KeyTable

KNOWN_CHUNKS = 250_000  # some 200 bytes each; English news has 100,000 that come twice


class ChunkAnalyzer(Protocol):
    """What an analyzer has that may be asked for chunks."""

    longest_chunk: int

    def chunk(self, text: str) -> tuple[int, Iterable[tuple[int, str]]]:
        """Return how many positions a chunk takes, and its terms, each with its position from 0."""


class Tokens(NamedTuple):
    """For each chunk its positions and number of tokens; for each token its term and place in its chunk."""

    positions: Array
    counts: Array
    terms: Array
    places: Array


class Vocabulary:
    """The numbers of the chunks an analyzer was asked about, and their tokens."""

    def __init__(self, analyzer: ChunkAnalyzer) -> None:
        self.analyzer = analyzer
        self.names: list[bytes] = []  # of the terms
        self._terms: dict[str, int] = {}
        self._short = KeyTable()
        self._long: dict[bytes, int] = {}
        self._positions = array("i")
        self._firsts = array("i")
        self._counts = array("i")
        self._token_terms = array("i")
        self._token_places = array("i")

    def __len__(self) -> int:
        return len(self._positions)

    def numbers(self, chunks: Chunks) -> Array:
        """Return the chunks' numbers; what is new is analysed."""
        first, second = chunks.as_keys()
        numbers = self._short.find(first, second)
        new: dict[bytes, int] = {}
        places = []  # where each new chunk stands first
        for place in np.flatnonzero(numbers == EMPTY).tolist():
            chunk = chunks.bytes_of(place)
            known = new if len(chunk) <= SHORT else self._long
            number = known.get(chunk)
            if number is None:
                number = known[chunk] = self._analysed(chunk.decode("utf-8", "surrogatepass"))
                if known is new:
                    places.append(place)
            numbers[place] = number
        if places:
            self._short.add(first[places], second[places], numbers[places])
        return numbers

    def tokens(self, numbers: Array) -> Tokens:
        """Return the tokens of some chunks, in their order."""
        # The arrays cannot grow while NumPy looks at them, so that nothing of these leaves this method.
        positions, firsts, counts, terms, places = (
            np.frombuffer(values, np.int32) if values else np.empty(0, np.int32)
            for values in (self._positions, self._firsts, self._counts, self._token_terms, self._token_places)
        )
        count = counts[numbers]
        ends = np.cumsum(count, dtype=np.int32)
        token = np.repeat(firsts[numbers] - (ends - count), count)
        token += np.arange(len(token), dtype=np.int32)
        return Tokens(positions[numbers], count, terms[token], places[token])

    def _analysed(self, chunk: str) -> int:
        """Return the number of a chunk that is new."""
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
        return len(self._positions) - 1
