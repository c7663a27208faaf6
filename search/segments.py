"""One segment's arrays, as its file has them: nothing is decoded, and hardly anything kept."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np

from index.codec import ColumnarSegment
from index.codec.documents import read_strings
from index.codec.fields import Field, sizes
from index.codec.files import Array, ArrayFile
from index.codec.terms import ArrayTermsReader
from search.phrases import Phrase, follow

REMEMBERED = 5_000  # terms and prefixes looked up: a search asks for each of its own several times
PHRASES = 8  # matched, and then marked in what is shown


class Segment:
    """A segment of a commit, and of every later one until it is merged away. Safe between threads."""

    def __init__(self, storage: Any, segment: ColumnarSegment) -> None:
        self.id: str = segment.segment_id()
        self.size: int = segment.doc_count_all()
        file = ArrayFile(storage, segment.file_name)
        self.field = ArrayTermsReader(file).field
        self.ordinal = lru_cache(REMEMBERED)(self._ordinal)
        self.within = lru_cache(REMEMBERED)(self._within)
        self.phrase = lru_cache(PHRASES)(self._phrase)
        self.value_of = lru_cache(None)(self._value_of)
        self._stored = read_strings(file, "stored")

    def _ordinal(self, field: str, term: bytes) -> tuple[Field, int] | None:
        """Return a field and the ordinal of a term in it; None where it has no such term."""
        found: Field | None = self.field(field)
        ordinal = found.terms.find(term) if found else -1
        return (found, ordinal) if found and ordinal >= 0 else None

    def _within(self, field: str, prefix: bytes) -> range:
        """Return the ordinals of a field's terms that begin so."""
        found: Field | None = self.field(field)
        return found.terms.within(prefix) if found else range(0)

    def _phrase(self, field: str, sequence: tuple[str, ...]) -> Phrase | None:
        """Return where terms follow one another in a field; None where one of them is not in it."""
        here = [self.ordinal(field, term.encode("utf-8")) for term in sequence]
        found = [place for place in here if place is not None]
        if len(found) < len(here):
            return None
        return follow(found[0][0], [ordinal for _, ordinal in found], self.size)

    def _value_of(self, field: str) -> Array:
        """Return for each document its one term in a field, as its ordinal; the number of terms for none."""
        found = self.field(field)
        none = len(found.ends) if found else 0
        values: Array = np.full(self.size, none, np.min_scalar_type(none))
        if found:
            values[found.docs] = np.repeat(np.arange(none, dtype=values.dtype), sizes(found.starts))
        return values

    def stored(self, doc: int) -> bytes:
        """Return the stored fields of a document, as the codec keeps them."""
        return self._stored[doc] if self._stored else b""
