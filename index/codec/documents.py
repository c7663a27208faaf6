"""What a segment keeps by document: stored fields, Whoosh's columns, term vectors, lengths."""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import numpy as np
from whoosh.codec.base import PerDocumentReader, PerDocumentWriter
from whoosh.columns import Column, ColumnReader
from whoosh.fields import FieldType
from whoosh.filedb.structfile import BufferFile, StructFile
from whoosh.formats import Format
from whoosh.matching import ListMatcher

from index.codec.fields import LENGTHS, length_bytes, packed
from index.codec.files import Array, ArrayFile, ArrayWriter
from index.codec.segment import ColumnarSegment
from index.codec.stored import packed_fields, unpacked_fields

COLUMN, VECTOR = "column/", "vector/"
Item = tuple[str, float, bytes]
"""A term of a document's vector: the term, its weight, its value."""


@dataclass(frozen=True, slots=True)
class Strings:
    """A byte string for each document; empty for those without."""

    blob: Array
    ends: Array

    def __getitem__(self, doc: int) -> bytes:
        start = int(self.ends[doc - 1]) if doc else 0
        return self.blob[start : int(self.ends[doc])].tobytes()

    def write(self, name: str, file: ArrayWriter) -> None:
        """Write the two arrays."""
        file.add(f"{name}/blob", self.blob)
        file.add(f"{name}/ends", self.ends)


def read_strings(file: ArrayFile, name: str) -> Strings | None:
    """Return the strings of that name; None where the file has none."""
    if f"{name}/ends" not in file:
        return None
    return Strings(file[f"{name}/blob"], file[f"{name}/ends"])


def strings_of(found: Mapping[int, bytes], size: int) -> Strings:
    """Return a byte string for each of ``size`` documents."""
    return Strings(*packed([found.get(doc, b"") for doc in range(size)]))


class DocumentWriter(PerDocumentWriter):  # type: ignore[misc]
    """Collects what Whoosh's own writer says of each document, in memory, until ``write``."""

    def __init__(self) -> None:
        self.size = 0
        self.stored_bytes = 0
        self.is_closed = False
        self._stored: list[bytes] = []
        self._fields: dict[str, Any] = {}
        self._lengths: dict[str, dict[int, int]] = defaultdict(dict)
        self._columns: dict[str, tuple[StructFile, BytesIO, Any]] = {}
        self._vectors: dict[str, dict[int, bytes]] = defaultdict(dict)

    def start_doc(self, docnum: int) -> None:
        """Begin the next document."""
        if docnum != self.size:
            raise ValueError(f"Document {docnum} was begun where {self.size} was due.")
        self._fields = {}

    def add_field(self, fieldname: str, fieldobj: FieldType, value: Any, length: int) -> None:
        """Note a field's stored value, None for none, and its length in terms."""
        if value is not None:
            self._fields[fieldname] = value
        if length:
            self._lengths[fieldname][self.size] = length

    def add_column_value(self, fieldname: str, columnobj: Column, value: Any) -> None:
        """Note a document's value in a column."""
        if fieldname not in self._columns:
            buffer = BytesIO()
            file = StructFile(buffer)
            self._columns[fieldname] = (file, buffer, columnobj.writer(file))
        self._columns[fieldname][2].add(self.size, value)

    def add_vector_items(self, fieldname: str, fieldobj: FieldType, items: Iterable[Item]) -> None:
        """Note a document's term vector."""
        if kept := list(items):
            self._vectors[fieldname][self.size] = pickle.dumps(kept, pickle.HIGHEST_PROTOCOL)

    def finish_doc(self) -> None:
        """End the document."""
        stored = packed_fields(self._fields)
        self._stored.append(stored)
        self.stored_bytes += len(stored)
        self.size += 1

    def close(self) -> None:
        """Say that no document follows."""
        self.is_closed = True

    def lengths(self, fieldname: str) -> tuple[Array, int]:
        """Return each document's length byte in a field, and the sum of the lengths."""
        lengths = np.zeros(self.size, np.int64)
        for doc, length in self._lengths.get(fieldname, {}).items():
            lengths[doc] = length
        return length_bytes(lengths), int(lengths.sum())

    def write(self, file: ArrayWriter) -> None:
        """Write all but the lengths, which stand with their fields."""
        Strings(*packed(self._stored)).write("stored", file)
        for name, (_, buffer, writer) in self._columns.items():
            writer.finish(self.size)
            file.add(COLUMN + name, np.frombuffer(buffer.getvalue(), np.uint8))
        for name, vectors in self._vectors.items():
            strings_of(vectors, self.size).write(VECTOR + name, file)


class DocumentReader(PerDocumentReader):  # type: ignore[misc]
    """Reads what a segment keeps by document."""

    def __init__(self, file: ArrayFile, segment: ColumnarSegment) -> None:
        self._file = file
        self._segment = segment
        self._stored = read_strings(file, "stored")
        self._vectors: dict[str, Strings | None] = {}

    def doc_count(self) -> int:
        """Return the number of documents that are not deleted."""
        return int(self._segment.doc_count())

    def doc_count_all(self) -> int:
        """Return the number of documents."""
        return self._segment.doc_count_all()

    def has_deletions(self) -> bool:
        """Whether any document is deleted."""
        return bool(self._segment.has_deletions())

    def is_deleted(self, docnum: int) -> bool:
        """Whether a document is deleted."""
        return self._segment.is_deleted(docnum)

    def deleted_docs(self) -> Iterable[int]:
        """Return the deleted documents."""
        return self._segment.deleted_docs()

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        """Return a document's stored fields."""
        return unpacked_fields(self._stored[docnum]) if self._stored else {}

    # Columns

    def supports_columns(self) -> bool:
        """Whether there may be columns."""
        return True

    def has_column(self, fieldname: str) -> bool:
        """Whether there is a column of the name."""
        return COLUMN + fieldname in self._file

    def list_columns(self) -> list[str]:
        """Return the names of the columns."""
        return [name.removeprefix(COLUMN) for name in self._file.names() if name.startswith(COLUMN)]

    def column_reader(self, fieldname: str, column: Column) -> ColumnReader:
        """Return Whoosh's own reader of a column."""
        data = self._file[COLUMN + fieldname].tobytes()
        return column.reader(BufferFile(data), 0, len(data), self.doc_count_all())

    # Lengths

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """Return a document's length in a field, quantised; ``default`` where it has none."""
        lengths = self._file.get(f"{fieldname}/lengths")
        byte = int(lengths[docnum]) if lengths is not None else 0
        return int(LENGTHS[byte]) if byte else default

    def field_length(self, fieldname: str) -> int:
        """Return the sum of the documents' lengths in a field."""
        return int(self._file.meta["fields"].get(fieldname, {"total": 0})["total"])

    def min_field_length(self, fieldname: str) -> int:
        """Return the least length in a field, documents without it included."""
        lengths = self._file.get(f"{fieldname}/lengths")
        return int(LENGTHS[int(lengths.min())]) if lengths is not None and len(lengths) else 0

    def max_field_length(self, fieldname: str) -> int:
        """Return the greatest length in a field."""
        lengths = self._file.get(f"{fieldname}/lengths")
        return int(LENGTHS[int(lengths.max())]) if lengths is not None and len(lengths) else 0

    # Vectors

    def has_vector(self, docnum: int, fieldname: str) -> bool:
        """Whether a document has a term vector in a field."""
        return bool(self._vector(docnum, fieldname))

    def vector(self, docnum: int, fieldname: str, format_: Format) -> ListMatcher:
        """Return a matcher over the terms of a document's vector; KeyError where it has none."""
        found = self._vector(docnum, fieldname)
        if not found:
            raise KeyError(f"Document {docnum} has no term vector in {fieldname}.")
        terms, weights, values = zip(*pickle.loads(found), strict=True)
        return ListMatcher(terms, weights, values, format_)

    def _vector(self, docnum: int, fieldname: str) -> bytes:
        if fieldname not in self._vectors:
            self._vectors[fieldname] = read_strings(self._file, VECTOR + fieldname)
        vectors = self._vectors[fieldname]
        return vectors[docnum] if vectors else b""
