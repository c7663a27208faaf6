"""The open segments' arrays as one view: postings, positions, lengths, facet values, deletions, parents.

Whoosh's segments never change once they are written, so a ``Segment`` decodes what is asked of it once,
keeps it, and serves every later view of the index it is still part of; ``Columns`` puts the segments of one
commit end to end and lays that commit's deletions over them. Documents are numbered as Whoosh numbers them.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
from whoosh.codec.whoosh3 import LENGTHS_COLUMN
from whoosh.reading import SegmentReader, TermNotFound
from whoosh.util.numeric import byte_to_length

from search.arrays import NO_POSTINGS, POSITION_BITS, Docs, Floats, Mask, Postings, Values

CACHED_BYTES = 128 * 2**20  # a segment; a posting takes 16, each of its positions 8

_LENGTHS = np.array([byte_to_length(byte) or 1 for byte in range(256)], dtype=np.float64)

T = TypeVar("T")


class Segment:
    """What one segment holds, decoded when first asked for. Safe to share between threads."""

    def __init__(self, reader: SegmentReader) -> None:
        self.id: str = reader.segment().segment_id()
        self.size: int = reader.doc_count_all()
        self._reader = reader
        self._terms = reader.codec().terms_reader(reader.storage(), reader.segment())
        self._per_document = reader.codec().per_document_reader(reader.storage(), reader.segment())
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._bytes = 0
        self._lock = threading.RLock()
        if self.size:
            # Opens the file: a merge may remove it while this segment is still read.
            self._per_document.stored_fields(0)

    def postings(self, field: str, term: str) -> Postings:
        """Return the term's postings, deleted documents included."""
        return self._keep(("postings", field, term), lambda: self._postings(field, term))

    def positions(self, field: str, term: str) -> Docs:
        """Return where the term stands, ascending: ``document << POSITION_BITS | position``."""
        return self._keep(("positions", field, term), lambda: self._positions(field, term))

    def lengths(self, field: str) -> Floats:
        """Return each document's length in the field, in the 256 steps Whoosh stores."""
        return self._keep(("lengths", field), lambda: self._lengths(field))

    def values(self, field: str) -> Values:
        """Return the values of a field whose terms are values."""
        return self._keep(("values", field), lambda: self._values(field))

    def doc_frequency(self, field: str, term: str) -> int:
        """Return how many documents hold the term, deleted ones included, as Whoosh counts."""
        with self._lock:
            return int(self._reader.doc_frequency(field, term))

    def occurrences(self, field: str, term: str) -> float:
        """Return how often the term stands in the field."""
        with self._lock:
            return float(self._reader.frequency(field, term))

    def field_length(self, field: str) -> float:
        """Return the words of all documents in the field."""
        return float(self._reader.field_length(field))

    def terms(self, field: str, prefix: str) -> list[str]:
        """Return the field's terms that begin so, in order."""
        with self._lock:
            return [term.decode("utf-8") for term in self._reader.expand_prefix(field, prefix)]

    def stored(self, doc: int) -> dict[str, Any]:
        """Return the stored fields of a document."""
        with self._lock:
            return dict(self._per_document.stored_fields(doc))

    def close(self) -> None:
        """Close the segment's files."""
        with self._lock:
            self._terms.close()
            self._per_document.close()
            self._reader.close()

    def _keep(self, key: Hashable, decode: Callable[[], T]) -> T:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                kept: T = self._kept[key]
                return kept
            value = self._kept[key] = decode()
            self._bytes += _size(value)
            while self._bytes > CACHED_BYTES:
                _, dropped = self._kept.popitem(last=False)
                self._bytes -= _size(dropped)
            return value

    def _matcher(self, field: str, term: bytes) -> Any:
        """Whoosh's own matcher over the term, deletions not yet taken out; None for no such term."""
        try:
            return self._terms.matcher(field, term, self._reader.schema[field].format)
        except TermNotFound:
            return None

    def _postings(self, field: str, term: str) -> Postings:
        matcher = self._matcher(field, term.encode("utf-8"))
        if matcher is None:
            return NO_POSTINGS
        docs, freqs = [], []
        while matcher.is_active():
            docs.append(matcher.id())
            freqs.append(matcher.weight())
            matcher.next()
        return Postings(np.array(docs, np.int64), np.array(freqs, np.float64))

    def _positions(self, field: str, term: str) -> Docs:
        matcher = self._matcher(field, term.encode("utf-8"))
        places: list[int] = []
        while matcher is not None and matcher.is_active():
            first = matcher.id() << POSITION_BITS
            places.extend(first | position for position in matcher.value_as("positions"))
            matcher.next()
        return np.unique(np.array(places, np.int64))

    def _lengths(self, field: str) -> Floats:
        column = f"_{field}_len"
        if not self._per_document.has_column(column):
            return np.ones(self.size)
        steps = np.array(self._per_document.column_reader(column, LENGTHS_COLUMN).load(), dtype=np.uint8)
        return _LENGTHS[steps]

    def _values(self, field: str) -> Values:
        names: list[Any] = []
        docs: list[int] = []
        codes: list[int] = []
        kind = self._reader.schema[field]
        for code, term in enumerate(kind.sortable_terms(self._reader, field)):
            names.append(kind.from_bytes(term))
            matcher = self._matcher(field, term)
            found = list(matcher.all_ids())
            docs.extend(found)
            codes.extend([code] * len(found))
        return Values(names, np.array(docs, np.int64), np.array(codes, np.int64))


class Columns:
    """The segments of one commit end to end. Immutable but for what it keeps; safe between threads."""

    def __init__(
        self, segments: Sequence[Segment], deleted: Sequence[Sequence[int]], generation: int
    ) -> None:
        self.segments = tuple(segments)
        self.generation = generation
        self.bases = np.cumsum([0, *(segment.size for segment in segments)])
        self.size = int(self.bases[-1])
        self.alive: Mask = np.ones(self.size, dtype=bool)
        for base, docs in zip(self.bases, deleted, strict=False):
            self.alive[base + np.array(docs, np.int64)] = False
        self._values: dict[str, Values] = {}
        self._lengths: dict[str, Floats] = {}

    @cached_property
    def is_article(self) -> Mask:
        """Which documents are articles; the others are quotes, or deleted."""
        types = self.values("type")
        mask = np.zeros(self.size, dtype=bool)
        if "article" in types.names:
            mask[types.docs[types.codes == list(types.names).index("article")]] = True
        return mask

    @cached_property
    def parent(self) -> Docs:
        """For each document the article it belongs to; for an article itself."""
        numbers = np.arange(self.size)
        return np.maximum.accumulate(np.where(self.is_article, numbers, 0))

    @cached_property
    def quotes(self) -> Mask:
        """The quotes that are not deleted."""
        return self.alive & ~self.is_article

    @cached_property
    def articles(self) -> Mask:
        """The articles that are not deleted."""
        return self.alive & self.is_article

    @cached_property
    def leaves(self) -> Mask:
        """The quotes, and the articles that have none: each article has one leaf at least."""
        quoted = np.zeros(self.size, dtype=bool)
        quoted[self.parent[self.quotes]] = True
        return self.quotes | (self.articles & ~quoted)

    @cached_property
    def days(self) -> Docs:
        """Each document's date as ``date.toordinal()``, 0 where it is unknown."""
        dates = self.values("date")
        days = np.zeros(self.size, dtype=np.int64)
        if len(dates.docs):
            days[dates.docs] = np.array(dates.names, np.int64)[dates.codes]
        return days

    def postings(self, field: str, term: str) -> Postings:
        """Return the term's postings over all segments, deleted documents included."""
        parts = [segment.postings(field, term) for segment in self.segments]
        return Postings(
            _joined([part.docs + base for part, base in zip(parts, self.bases, strict=False)]),
            np.concatenate([np.empty(0), *(part.freqs for part in parts)]),
        )

    def positions(self, field: str, term: str) -> Docs:
        """Return where the term stands: ``document << POSITION_BITS | position``, ascending."""
        return _joined(
            [
                segment.positions(field, term) + (int(base) << POSITION_BITS)
                for segment, base in zip(self.segments, self.bases, strict=False)
            ]
        )

    def lengths(self, field: str) -> Floats:
        """Return each document's length in the field, in the 256 steps Whoosh stores."""
        if field not in self._lengths:
            parts = [segment.lengths(field) for segment in self.segments]
            self._lengths[field] = np.concatenate([np.empty(0), *parts])
        return self._lengths[field]

    def values(self, field: str) -> Values:
        """Return the values of a field whose terms are values, of the documents that are not deleted."""
        if field not in self._values:
            self._values[field] = self._joined_values(field)
        return self._values[field]

    def doc_frequency(self, field: str, term: str) -> int:
        """Return how many documents hold the term, deleted ones included, as Whoosh counts."""
        return sum(segment.doc_frequency(field, term) for segment in self.segments)

    def occurrences(self, field: str, term: str) -> float:
        """Return how often the term stands in the field."""
        return sum(segment.occurrences(field, term) for segment in self.segments)

    def average_length(self, field: str) -> float:
        """Return the field's words a document, documents of every type and deleted ones counted."""
        return sum(segment.field_length(field) for segment in self.segments) / (self.size or 1) or 1.0

    def terms(self, field: str, prefix: str) -> list[str]:
        """Return the field's terms that begin so, in order."""
        return sorted({term for segment in self.segments for term in segment.terms(field, prefix)})

    def stored(self, doc: int) -> dict[str, Any]:
        """Return the stored fields of a document."""
        place = int(np.searchsorted(self.bases, doc, side="right")) - 1
        return self.segments[place].stored(int(doc - self.bases[place]))

    def find(self, field: str, value: str) -> Iterator[int]:
        """Yield the documents that hold the value and are not deleted."""
        yield from (int(doc) for doc in self.postings(field, value).docs if self.alive[doc])

    def _joined_values(self, field: str) -> Values:
        parts = [segment.values(field) for segment in self.segments]
        names = sorted({name for part in parts for name in part.names})
        places = {name: place for place, name in enumerate(names)}
        codes = [np.array([places[n] for n in part.names], np.int64)[part.codes] for part in parts]
        docs = _joined([part.docs + base for part, base in zip(parts, self.bases, strict=False)])
        alive = self.alive[docs]
        used, living = np.unique(_joined(codes)[alive], return_inverse=True)
        return Values(tuple(names[code] for code in map(int, used)), docs[alive], living)


def _size(value: object) -> int:
    """Return the bytes of an array, or of the arrays of a tuple."""
    if isinstance(value, np.ndarray):
        return value.nbytes
    return sum(map(_size, value)) if isinstance(value, tuple) else 0


def _joined(parts: Sequence[Docs]) -> Docs:
    return np.concatenate([np.empty(0, np.int64), *parts])
