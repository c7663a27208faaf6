"""The codec: what Whoosh asks for the parts that write and read a segment."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any, Protocol

from whoosh.codec.base import Codec, FieldWriter
from whoosh.fields import FieldType
from whoosh.filedb.filestore import Storage

from index.codec.building import Postings, owned, ranks_of
from index.codec.documents import DocumentReader, DocumentWriter
from index.codec.fields import Field
from index.codec.files import ArrayFile, ArrayWriter
from index.codec.segment import ColumnarSegment
from index.codec.terms import ArrayTermsReader


@dataclass(frozen=True)
class ColumnarCodec(Codec):  # type: ignore[misc]  # Whoosh has no types
    """Keeps a segment as arrays in one mapped file.

    ``owned`` names fields for which the segment also keeps each document's terms, ``ranks`` those for which
    it keeps each posting's place among the documents that have the field, ``gaps`` those for which it keeps
    where in a document's text its positions stand, ``nexts`` those for which it keeps a byte of what stands
    at the next position; reading needs none of them.
    """

    owned: Collection[str] = ()
    ranks: Collection[str] = ()
    gaps: Collection[str] = ()
    nexts: Collection[str] = ()

    length_stats = False  # the lengths are at hand when postings are written

    def per_document_writer(self, storage: Storage, segment: ColumnarSegment) -> DocumentWriter:
        """Return what collects the documents of a segment."""
        writer = DocumentWriter()
        segment.pending = writer
        return writer

    def field_writer(self, storage: Storage, segment: ColumnarSegment) -> PostingsWriter:
        """Return what collects the postings of a segment and, when it is closed, writes all of it."""
        return PostingsWriter(self, storage, segment)

    def per_document_reader(self, storage: Storage, segment: ColumnarSegment) -> DocumentReader:
        """Return what reads the documents of a segment."""
        return DocumentReader(ArrayFile(storage, segment.file_name), segment)

    def terms_reader(self, storage: Storage, segment: ColumnarSegment) -> ArrayTermsReader:
        """Return what reads the terms of a segment."""
        return ArrayTermsReader(ArrayFile(storage, segment.file_name))

    def new_segment(self, storage: Storage, indexname: str) -> ColumnarSegment:
        """Return a segment that is yet to be written."""
        return ColumnarSegment(indexname)

    def completed(self, name: str, field: Field, size: int) -> Field:
        """Return a field with each document's terms and the postings' ranks, where this codec keeps them."""
        if name in self.ranks and field.lengths is not None:
            field = replace(field, ranks=ranks_of(field.lengths).take(field.docs))
        if name not in self.owned:
            return field
        starts, ordinals = owned(field, size)
        return replace(field, owned_starts=starts, owned=ordinals)


class PostingsWriter(FieldWriter):  # type: ignore[misc]
    """Collects the postings that Whoosh's own writer hands over, in memory, until ``close``."""

    def __init__(self, codec: ColumnarCodec, storage: Storage, segment: ColumnarSegment) -> None:
        self.is_closed = False
        self._codec = codec
        self._storage = storage
        self._segment = segment
        self._postings: dict[str, Postings] = {}

    def start_field(self, fieldname: str, fieldobj: FieldType) -> None:
        """Begin the next field."""
        self._current = self._postings[fieldname] = Postings(fieldobj)

    def start_term(self, text: bytes) -> None:
        """Begin the next term."""
        self._current.start_term(text)

    def add(self, docnum: int, weight: float, vbytes: bytes | None, length: int) -> None:
        """Add a posting of the term."""
        self._current.add(docnum, weight, vbytes)

    def finish_term(self) -> None:
        """End the term."""

    def close(self) -> None:
        """Write the segment's file."""
        self.is_closed = True
        documents = self._segment.pending
        assert documents is not None
        fields = (
            (name, self._codec.completed(name, postings.field(*documents.lengths(name)), documents.size))
            for name, postings in self._postings.items()
        )
        with ArrayWriter(self._storage, self._segment.file_name) as file:
            documents.write(file)
            write_fields(file, fields, documents.size)
        self._segment.pending = None


class Writable(Protocol):
    """A field that can be written to a segment's file."""

    def write(self, name: str, file: ArrayWriter) -> dict[str, Any]:
        """Write the arrays; return what the file's directory is to say of the field."""


def write_fields(file: ArrayWriter, fields: Iterable[tuple[str, Writable]], size: int) -> None:
    """Write the fields of a segment, each as it comes, and end its file."""
    meta: dict[str, Any] = {name: field.write(name, file) for name, field in fields}
    file.finish({"documents": size, "fields": meta})
