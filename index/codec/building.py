"""Postings → a field's arrays: from Whoosh's own postings one by one, or from documents by term."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from struct import unpack

import numpy as np
from whoosh.fields import FieldType
from whoosh.formats import Existence, Format, Frequency, Positions

from index.codec.errors import TooLarge
from index.codec.fields import NO_MARK, Field, packed, sizes, smallest
from index.codec.files import Array

MAX_FREQUENCY = 2**24 - 1  # of a term in a document: a mark has 32 bits, 8 of them the length

KINDS: Mapping[type[Format], str] = {Existence: "none", Frequency: "frequency", Positions: "positions"}
"""How a posting's value is made from the other arrays; of any other format it is kept as it is: "values"."""


class Postings:
    """The postings of one field as Whoosh hands them over: ordered by term, then document."""

    def __init__(self, field: FieldType) -> None:
        self._format = field.format
        self.terms: list[bytes] = []
        self.counts: list[int] = []
        self.docs: list[int] = []
        self.weights: list[float] = []
        self.values: list[bytes] = []

    def start_term(self, term: bytes) -> None:
        """Begin the next term."""
        self.terms.append(term)
        self.counts.append(0)

    def add(self, doc: int, weight: float, value: bytes | None) -> None:
        """Add a posting of the term."""
        self.counts[-1] += 1
        self.docs.append(doc)
        self.weights.append(weight)
        self.values.append(value or b"")

    def field(self, lengths: Array, total: int) -> Field:
        """Return the arrays; ``lengths`` are the documents' length bytes."""
        kind, frequencies, positions = self._decoded()
        blob, ends = packed(self.terms)
        starts = np.concatenate(([0], np.cumsum(self.counts, dtype=np.int64)))
        weights = np.array(self.weights, np.float64)
        docs = np.array(self.docs, np.int32)
        value_ends, values = (None, None)
        if kind == "values":
            values, value_ends = packed(self.values)
        return Field(
            kind=kind,
            total=total,
            blob=blob,
            ends=ends,
            starts=smallest(starts),
            docs=docs,
            marks=marks_of(frequencies, lengths[docs]),
            weights=None if np.array_equal(weights, frequencies) else weights,
            place_starts=place_starts(starts, frequencies) if positions is not None else None,
            places=positions,
            value_ends=value_ends,
            values=values,
            lengths=lengths if lengths.any() else None,
        )

    def _decoded(self) -> tuple[str, Array, Array | None]:
        """Return the kind, each posting's frequency, and all positions where they are kept."""
        ones = np.ones(len(self.docs), np.int64)
        kind = KINDS.get(type(self._format), "values")
        if kind == "positions":
            places = [self._format.decode_positions(value) for value in self.values]
            frequencies = np.array([len(found) for found in places], np.int64)
            return kind, frequencies, smallest(np.array([p for found in places for p in found], np.int64))
        if kind == "frequency":
            # Whoosh gives words for spelling the value of another field: no frequency, and no four bytes.
            if any(len(value) != 4 for value in self.values):
                return "values", ones, None
            return kind, np.array([unpack("!I", value)[0] for value in self.values], np.int64), None
        if kind == "none" and any(self.values):
            return "values", ones, None
        return kind, ones, None


def marks_of(frequencies: Array, lengths: Array) -> Array | None:
    """Return frequency × 256 + length byte for each posting, None where all are 256."""
    if int(frequencies.max(initial=0)) > MAX_FREQUENCY:
        raise TooLarge(
            f"A term stands {int(frequencies.max()):,} times in one document; {MAX_FREQUENCY:,} fit."
        )
    marks = frequencies.astype(np.int64) << 8 | lengths
    if not len(marks) or (marks.min() == marks.max() == NO_MARK):
        return None
    return marks.astype(np.uint16 if int(marks.max()) < 2**16 else np.uint32)


def place_starts(starts: Array, frequencies: Array) -> Array:
    """Return where each term's positions begin, and their end."""
    return smallest(np.concatenate(([0], np.cumsum(frequencies, dtype=np.int64)))[starts])


def from_documents(documents: Mapping[bytes, Sequence[int]]) -> Field:
    """Return the arrays of a field that keeps no more than which documents, ascending, have a term."""
    terms = sorted(documents)
    blob, ends = packed(terms)
    counts = [len(documents[term]) for term in terms]
    docs = [doc for term in terms for doc in documents[term]]
    starts = np.concatenate(([0], np.cumsum(counts, dtype=np.int64)))
    return Field(
        kind="none", total=0, blob=blob, ends=ends, starts=smallest(starts), docs=np.array(docs, np.int32)
    )


def ranks_of(lengths: Array) -> Array:
    """Return for each document, given its length byte, its place among those of any length."""
    ranks: Array = np.cumsum(lengths > 0, dtype=np.int32) - np.int32(1)
    return ranks


def owned(field: Field, size: int) -> tuple[Array | None, Array]:
    """Return each of ``size`` documents' terms by ordinal, and where they start if some have several."""
    count = len(field.ends)
    ordinals = np.repeat(np.arange(count), sizes(field.starts))
    each = np.bincount(field.docs, minlength=size)
    if each.max(initial=0) <= 1:
        single = np.full(size, count)
        single[field.docs] = ordinals
        return None, smallest(single)
    starts = np.concatenate(([0], np.cumsum(each)))
    return smallest(starts), smallest(ordinals[np.argsort(field.docs, kind="stable")])
