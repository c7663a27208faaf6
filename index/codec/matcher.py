"""Whoosh's matcher over a term's documents: the searcher's way through the arrays, one after another."""

from __future__ import annotations

from collections.abc import Iterator
from struct import pack

import numpy as np
from whoosh.formats import Format
from whoosh.matching import LeafMatcher, ReadTooFar
from whoosh.scoring import BaseScorer

from index.codec.fields import LENGTHS, Field

BLOCK = (
    128  # postings whose best score is told together: as many as in Whoosh's own blocks, for the same skips
)


class ArrayMatcher(LeafMatcher):  # type: ignore[misc]  # Whoosh has no types
    """The documents of a term, in order."""

    def __init__(
        self,
        field: Field,
        ordinal: int,
        format_: Format,
        term: tuple[str, bytes],
        scorer: BaseScorer | None,
    ) -> None:
        self.format = format_
        self.scorer = scorer
        self._term = term
        self._field = field
        self._ordinal = ordinal
        self._span = field.span(ordinal)
        self._docs = field.docs[self._span]
        self._size = len(self._docs)
        self._weights = field.weights_of(self._span)
        self._positions: tuple[list[int], list[int]] | None = None
        self._to(0)

    def copy(self) -> ArrayMatcher:
        """Return another matcher at the same place."""
        other = ArrayMatcher(self._field, self._ordinal, self.format, self._term, self.scorer)
        other._to(self._at)
        return other

    def is_active(self) -> bool:
        """Whether there is a document here."""
        return self._at < self._size

    def reset(self) -> None:
        """Go back to the first document."""
        self._to(0)

    def id(self) -> int:
        """Return the document; past the end the last, for some of Whoosh's own matchers ask all the same."""
        return self._block_docs[min(self._at - self._block, len(self._block_docs) - 1)]

    def all_ids(self) -> Iterator[int]:
        """Yield all documents."""
        return iter(self._docs.tolist())

    def all_items(self) -> Iterator[tuple[int, bytes]]:
        """Yield all documents with their values."""
        return ((doc, self._value(at)) for at, doc in enumerate(self._docs.tolist()))

    def next(self) -> bool:
        """Go to the next document; whether that begins a new block, or ends the last."""
        if not self.is_active():
            raise ReadTooFar
        self._at += 1
        if self._at - self._block < BLOCK and self._at < self._size:
            return False
        self._to(self._at)
        return True

    def skip_to(self, id: int) -> None:
        """Go on to the first document that is not less."""
        if not self.is_active():
            raise ReadTooFar
        if id > self.id():
            self._to(self._at + int(np.searchsorted(self._docs[self._at :], id)))

    def skip_to_quality(self, minquality: float) -> int:
        """Go on past the blocks that cannot score more; return how many those are."""
        skipped = 0
        while self.is_active() and self.block_quality() <= minquality:
            self._to(min(self._block + BLOCK, self._size))
            skipped += 1
        return skipped

    def weight(self) -> float:
        """Return the term's weight in the document."""
        return float(self._weights[self._at])

    def value(self) -> bytes:
        """Return the posting's value as the field's format writes it."""
        return self._value(self._at)

    def block_min_id(self) -> int:
        """Return the block's first document."""
        return self._block_docs[0]

    def block_max_id(self) -> int:
        """Return the block's last document."""
        return self._block_docs[-1]

    def block_min_length(self) -> int:
        """Return the least length of the block's documents in the field."""
        return int(self._block_lengths().min())

    def block_max_length(self) -> int:
        """Return the greatest length of the block's documents in the field."""
        return int(self._block_lengths().max())

    def block_max_weight(self) -> float:
        """Return the block's greatest weight."""
        return float(self._weights[self._block : self._block + BLOCK].max())

    def _to(self, at: int) -> None:
        self._at = min(at, self._size)
        self._block = min(self._at, self._size - 1) // BLOCK * BLOCK
        self._block_docs: list[int] = self._docs[self._block : self._block + BLOCK].tolist()

    def _block_lengths(self) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
        if self._field.lengths is None:
            return LENGTHS[:1]
        return LENGTHS[self._field.lengths[self._docs[self._block : self._block + BLOCK]]]

    def _value(self, at: int) -> bytes:
        field, posting = self._field, self._span.start + at
        match field.kind:
            case "none":
                return b""
            case "frequency":
                frequency = int(field.marks[posting]) >> 8 if field.marks is not None else 1
                return pack("!I", frequency)
            case "positions":
                if self._positions is None:
                    places, starts = field.positions(self._ordinal)
                    self._positions = places.tolist(), starts.tolist()
                found, ends = self._positions
                return bytes(self.format.encode(found[ends[at] : ends[at + 1]]))
        assert field.values is not None
        assert field.value_ends is not None
        start = int(field.value_ends[posting - 1]) if posting else 0
        return field.values[start : int(field.value_ends[posting])].tobytes()
