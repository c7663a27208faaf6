"""What a segment knows of one field, as arrays: the terms in order, and for each its documents.

With T terms and P postings (pairs of a term and a document), all ordered by term, then document:

    blob, ends          the terms' bytes one after the other, and where each ends (T)
    starts              where each term's postings begin, and the end of the last (T + 1)
    docs                a posting's document (P)
    ranks               its document's place among those that have any length in the field (P), kept where a
                        codec is asked to
    marks               its frequency × 256 + its document's length byte (P); absent: all are 256
    weights             its weight (P); absent: it is the frequency
    place_starts        where each term's positions begin (T + 1); a posting has as many as its frequency
    places              the positions (of all postings, in their order)
    value_ends, values  a posting's value as its Whoosh format writes it, where it has characters or boosts
    lengths             a length byte for each document, as Whoosh quantises them
    owned_starts, owned for each document the ordinals of its terms, kept where a codec is asked to; where no
                        document has several there are no starts: one ordinal a document, T for none
    gap_starts, gaps    for each document and position how many characters its chunk begins after the one
                        before, kept where a codec is asked to
    nexts               for each place the ``print_of`` the term that leads the position after it, 0 where
                        the document has none; kept where a codec is asked to
    leads               for each term 1 where it leads at all its positions, that is, comes first of the terms
                        that stand there (T); kept with ``nexts``
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from whoosh.util.numeric import byte_to_length

from index.codec.files import Array, ArrayFile, ArrayWriter

LENGTHS = np.array([byte_to_length(byte) for byte in range(256)])
"""What each length byte stands for."""

SAMPLES = 300  # terms kept as bytes, to find the others from: made in 1 ms, they save half the steps
NO_MARK = 256  # frequency 1, no length

_ARRAYS = (
    *("blob", "ends", "starts", "docs", "ranks", "marks", "weights", "place_starts", "places"),
    *("value_ends", "values", "lengths", "owned_starts", "owned", "gap_starts", "gaps", "nexts", "leads"),
)


class Terms(Sequence[bytes]):
    """A field's terms, in order of their bytes."""

    def __init__(self, blob: Array, ends: Array) -> None:
        # An array is a buffer. Looked at one by one, its numbers cost half of what the array's own do.
        self._blob: memoryview = memoryview(blob)  # type: ignore[arg-type]
        native = ends.astype(ends.dtype.newbyteorder("="), copy=False)
        self._ends: memoryview = memoryview(native)  # type: ignore[arg-type]

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, ordinal: Any) -> Any:
        start = self._ends[ordinal - 1] if ordinal else 0
        return self._blob[start : self._ends[ordinal]].tobytes()

    def __iter__(self) -> Iterator[bytes]:
        blob, start = bytes(self._blob), 0
        for end in self._ends.tolist():
            yield blob[start:end]
            start = end

    @cached_property
    def _samples(self) -> tuple[int, list[bytes]]:
        step = max(1, len(self) // SAMPLES)
        return step, [self[ordinal] for ordinal in range(0, len(self), step)]

    def at(self, term: bytes) -> int:
        """Return the ordinal of the first term that is not less."""
        step, samples = self._samples
        near = bisect_left(samples, term)
        return bisect_left(self, term, max(0, near - 1) * step, min(near * step, len(self)))

    def find(self, term: bytes) -> int:
        """Return the term's ordinal, -1 where it is none."""
        place = self.at(term)
        return place if place < len(self) and self[place] == term else -1

    def within(self, prefix: bytes) -> range:
        """Return the ordinals of the terms that begin so."""
        first = self.at(prefix)
        after = _after(prefix)
        return range(first, self.at(after) if after else len(self))

    def ending(self, suffix: bytes) -> list[int]:
        """Return the ordinals of the terms that end so, in order."""
        blob, ends = np.frombuffer(self._blob, np.uint8), np.asarray(self._ends).astype(np.int64)
        found = np.flatnonzero(np.diff(ends, prepend=0) >= len(suffix))
        for place, byte in enumerate(reversed(suffix), 1):
            found = found[blob[ends[found] - place] == byte]
        ordinals: list[int] = found.tolist()
        return ordinals


@dataclass(frozen=True, kw_only=True)
class Field:
    """The arrays of a field; see above. ``kind`` is what a posting's value is made from."""

    kind: str
    total: int  # the sum of the documents' lengths
    blob: Array
    ends: Array
    starts: Array
    docs: Array
    ranks: Array | None = None
    marks: Array | None = None
    weights: Array | None = None
    place_starts: Array | None = None
    places: Array | None = None
    value_ends: Array | None = None
    values: Array | None = None
    lengths: Array | None = None
    owned_starts: Array | None = None
    owned: Array | None = None
    gap_starts: Array | None = None
    gaps: Array | None = None
    nexts: Array | None = None
    leads: Array | None = None

    @cached_property
    def terms(self) -> Terms:
        """The field's terms."""
        return Terms(self.blob, self.ends)

    def span(self, ordinal: int) -> slice:
        """Return where a term's postings lie."""
        return slice(int(self.starts[ordinal]), int(self.starts[ordinal + 1]))

    def frequencies(self, span: slice) -> Array:
        """Return how often the term stands in each document of a stretch of postings."""
        if self.marks is None:
            return np.ones(span.stop - span.start, np.int64)
        return (self.marks[span] >> 8).astype(np.int64)

    def weights_of(self, span: slice) -> Array:
        """Return the weights of a stretch of postings."""
        return self.frequencies(span).astype(float) if self.weights is None else self.weights[span]

    def positions(self, ordinal: int) -> tuple[Array, Array]:
        """Return a term's positions, and where each of its postings' begin among them, and their end."""
        assert self.places is not None
        assert self.place_starts is not None
        frequencies = self.frequencies(self.span(ordinal))
        first, last = int(self.place_starts[ordinal]), int(self.place_starts[ordinal + 1])
        return self.places[first:last], np.concatenate(([0], np.cumsum(frequencies)))

    def write(self, name: str, file: ArrayWriter) -> dict[str, Any]:
        """Write the arrays; return what the file's directory is to say of the field."""
        for part in _ARRAYS:
            if (array := getattr(self, part)) is not None:
                file.add(f"{name}/{part}", array)
        return {"kind": self.kind, "total": self.total}


def read_field(file: ArrayFile, name: str) -> Field:
    """Return a field of an open file."""
    arrays = {part: file.get(f"{name}/{part}") for part in _ARRAYS}
    return Field(**file.meta["fields"][name], **arrays)  # type: ignore[arg-type]


def print_of(term: bytes) -> int:
    """Return a byte, not 0, that tells a term from all but one in 255."""
    return crc32(term) % 255 + 1


def packed(strings: Sequence[bytes]) -> tuple[Array, Array]:
    """Return byte strings one after the other, and where each ends."""
    ends = np.cumsum([len(string) for string in strings], dtype=np.int64)
    return np.frombuffer(b"".join(strings), np.uint8), smallest(ends)


def smallest(array: Array) -> Array:
    """Return whole numbers, none below 0, in the smallest type that holds them."""
    largest = int(array.max(initial=0))
    for size in (np.uint8, np.uint16, np.uint32):
        if largest <= np.iinfo(size).max:
            return array.astype(size, copy=False)
    return array.astype(np.int64, copy=False)


def length_bytes(lengths: Array) -> Array:
    """Return documents' lengths as Whoosh quantises them, upwards to one of 256."""
    found: Array = np.searchsorted(LENGTHS, np.minimum(lengths, LENGTHS[-1])).astype(np.uint8)
    return found


def sizes(starts: Array) -> NDArray[np.int64]:
    """Return how long the stretches are that begin at ``starts``, the last of which is their end."""
    whole = starts.astype(np.int64)
    lengths: NDArray[np.int64] = whole[1:] - whole[:-1]
    return lengths


def _after(prefix: bytes) -> bytes:
    """Return the least string past all that begin so; nothing where there is none."""
    kept = prefix.rstrip(b"\xff")
    return kept[:-1] + bytes([kept[-1] + 1]) if kept else b""


assert {field.name for field in fields(Field)} == {"kind", "total", *_ARRAYS}
