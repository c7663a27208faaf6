"""A segment as the table of contents keeps it: a name, a number of documents, which of them are deleted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from whoosh.codec.base import Segment

if TYPE_CHECKING:
    from index.codec.codec import ColumnarCodec
    from index.codec.documents import DocumentWriter

EXTENSION = ".arrays"


class ColumnarSegment(Segment):  # type: ignore[misc]  # Whoosh has no types
    """A segment. Whoosh pickles it by its module's name, which therefore is part of the format."""

    def __init__(self, indexname: str) -> None:
        super().__init__(indexname)
        self._size = 0
        self._deleted: set[int] = set()
        self.pending: DocumentWriter | None = None  # its documents, while its file is yet to be written

    @property
    def file_name(self) -> str:
        """The name of the segment's one file."""
        return str(self.make_filename(EXTENSION))

    def codec(self) -> ColumnarCodec:
        """Return a codec that reads the segment."""
        from index.codec.codec import ColumnarCodec

        return ColumnarCodec()

    def should_assemble(self) -> bool:
        """Whether Whoosh is to join the segment's files into one: there is one already."""
        return False

    def set_doc_count(self, count: int) -> None:
        """Set how many documents the segment has."""
        self._size = count

    def doc_count_all(self) -> int:
        """Return the number of documents, deleted ones included."""
        return self._size

    def deleted_count(self) -> int:
        """Return the number of deleted documents."""
        return len(self._deleted)

    def deleted_docs(self) -> Iterable[int]:
        """Return the deleted documents, in order."""
        return sorted(self._deleted)

    def delete_document(self, docnum: int, delete: bool = True) -> None:
        """Delete a document, or take its deletion back."""
        if not 0 <= docnum < self._size:
            raise KeyError(f"There is no document {docnum} in {self.segment_id()}, which has {self._size}.")
        if delete:
            self._deleted.add(docnum)
        else:
            self._deleted.discard(docnum)

    def is_deleted(self, docnum: int) -> bool:
        """Whether a document is deleted."""
        return docnum in self._deleted
