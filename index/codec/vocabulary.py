"""What is known of an analyzer's chunks: each has a number, and each number its terms.

An analyzer that reads a text chunk by chunk (``text.split()``), each without regard to the others, may say
so by two more members: ``longest_chunk``, how many characters it takes at once, and ``chunk(text)``, the
number of positions a chunk takes and its terms with the position of each. Then every distinct chunk is
analysed once, and a text becomes a row of numbers.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

import numpy as np

from index.codec.chunks import SHORT, Chunks
from index.codec.fields import print_of
from index.codec.files import Array
from index.codec.keys import EMPTY, KeyTable

KNOWN_CHUNKS = 250_000  # some 350 bytes each; English news has 100,000 that come twice


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
        self._prints = array("B")  # of the same
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
        at = np.flatnonzero(numbers == EMPTY)
        if not len(at):
            return numbers
        asked = chunks.bytes_at(at)
        known = {chunk: self._long.get(chunk, EMPTY) for chunk in asked}
        new = [chunk for chunk, number in known.items() if number == EMPTY]
        known.update(zip(new, self._analysed(new), strict=True))
        numbers[at] = [known[chunk] for chunk in asked]
        self._long.update((chunk, known[chunk]) for chunk in new if len(chunk) > SHORT)
        short = at[chunks.ends[at] - chunks.firsts[at] <= SHORT]
        distinct, places = np.unique(numbers[short], return_index=True)
        self._short.add(first[short[places]], second[short[places]], distinct)
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

    def prints(self, terms: Array) -> Array:
        """Return the prints of some terms, given by their numbers."""
        return np.frombuffer(self._prints, np.uint8)[terms] if self._prints else np.empty(0, np.uint8)

    def _analysed(self, new: Sequence[bytes]) -> range:
        """Return the numbers of chunks that are new."""
        known, names, prints, chunk = self._terms, self.names, self._prints, self.analyzer.chunk
        positions, counts, terms, places = (
            self._positions,
            self._counts,
            self._token_terms,
            self._token_places,
        )
        before = len(self)
        for one in new:
            taken, tokens = chunk(one.decode("utf-8", "surrogatepass"))
            self._firsts.append(len(terms))
            for place, term in tokens:
                number = known.get(term)
                if number is None:
                    number = known[term] = len(names)
                    names.append(name := term.encode("utf-8"))
                    prints.append(print_of(name))
                terms.append(number)
                places.append(place)
            positions.append(taken)
            counts.append(len(terms) - self._firsts[-1])
        return range(before, before + len(new))
