"""A writer that holds documents in arrays, writes a segment when they are many, and merges whole arrays."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from whoosh.index import FileIndex
from whoosh.reading import IndexReader, SegmentReader
from whoosh.writing import SegmentWriter

from index.codec.codec import ColumnarCodec
from index.codec.files import ArrayFile, ArrayWriter
from index.codec.merged_documents import Source
from index.codec.merging import merge
from index.codec.pending import Pending, Vocabularies
from index.codec.plans import plan_for
from index.codec.segment import ColumnarSegment
from index.codec.vocabulary import KNOWN_CHUNKS

MergePolicy = Callable[[SegmentWriter, list[ColumnarSegment]], list[ColumnarSegment]]


class ColumnarWriter(SegmentWriter):  # type: ignore[misc]  # Whoosh has no types
    """Adds documents to an index, as Whoosh's own writer does, and merges segments as arrays.

    Documents of one group stay in one segment.
    """

    def __init__(
        self, ix: FileIndex, codec: ColumnarCodec, vocabularies: Vocabularies | None = None, **options: Any
    ) -> None:
        """Begin to write; ``vocabularies`` are kept by the caller from one writer to the next."""
        super().__init__(ix, codec=codec, compound=False, **options)
        self._index = ix
        self._written: list[ColumnarSegment] = []
        self._fresh: set[str] = set()
        self._to_merge: list[ColumnarSegment] = []
        self._vocabularies = {} if vocabularies is None else vocabularies
        self._depth = 0
        self._plans = {name: plan_for(name, field) for name, field in self.schema.items()}
        self._begin()

    def _begin(self) -> None:
        self.docnum = 0
        self._pending = Pending(self._plans, self.codec, self._vocabularies)

    # Documents

    def add_document(self, **fields: Any) -> None:
        """Add a document, all of it or, where a value is wrong, nothing."""
        self._check_state()
        self._pending.add(fields)
        self._added = True
        self.docnum += 1
        self._flush_if_full()

    def start_group(self) -> None:
        """Begin a group: its documents stay together."""
        self._depth += 1

    def end_group(self) -> None:
        """End a group."""
        self._depth -= 1
        self._flush_if_full()

    def _flush_if_full(self) -> None:
        if not self._depth and self._pending.is_full:
            self._flush()

    def _flush(self) -> None:
        """Write what was added as a segment of its own."""
        if not self.docnum:
            return
        segment = self.codec.new_segment(self.storage, self.indexname)
        segment.set_doc_count(self.docnum)
        with ArrayWriter(self.storage, segment.file_name) as file:
            self._pending.write(file)
        self._written.append(segment)
        self._fresh.add(segment.segment_id())
        if any(len(known) > KNOWN_CHUNKS for known in self._vocabularies.values()):
            self._vocabularies.clear()
        self._begin()

    # Merging

    def add_reader(self, reader: IndexReader) -> None:
        """Take in what is alive in another reader; its arrays as they are where it has some."""
        self._check_state()
        if self._is_ours(reader):
            self._to_merge.append(reader.segment())
            return
        for leaf, _ in reader.leaf_readers():
            stock = SegmentWriter(self._index, codec=self.codec, compound=False, _lk=False)
            stock.add_reader(leaf)
            self._written.append(stock._finalize_segment())
            stock._finish()

    def commit(
        self, mergetype: MergePolicy | None = None, optimize: bool | None = None, merge: bool | None = None
    ) -> None:
        """Write what was added, merge by the policy, and make it the index's new state at once."""
        self._check_state()
        self._flush()
        self.segments += self._written
        self._written = []
        left = self._merge_segments(mergetype, optimize, merge)
        if self._to_merge:
            left = [*left, *self._merged()]
        self._commit_toc(left + self._written)
        self._close_segment()
        self._finish()

    def cancel(self) -> None:
        """Drop what was added since the last commit."""
        self._check_state()
        for segment in self._written:
            with suppress(OSError):
                self.storage.delete_file(segment.file_name)
        self._close_segment()
        self._finish()

    def _is_ours(self, reader: IndexReader) -> bool:
        return (
            isinstance(reader, SegmentReader)
            and isinstance(reader.codec(), ColumnarCodec)
            and reader.storage() is self.storage
        )

    def _merged(self) -> list[ColumnarSegment]:
        """Return the segments to merge as one; none where nothing is alive in them."""
        if len(self._to_merge) == 1 and not self._to_merge[0].has_deletions():
            return self._to_merge
        sources = [
            Source(
                ArrayFile(self.storage, segment.file_name), segment, fresh=segment.segment_id() in self._fresh
            )
            for segment in self._to_merge
        ]
        segment = self.codec.new_segment(self.storage, self.indexname)
        with ArrayWriter(self.storage, segment.file_name) as file:
            segment.set_doc_count(merge(sources, self.schema, self.codec, file))
        return [segment] if segment.doc_count_all() else []

    def _close_segment(self) -> None:
        """End what Whoosh's writer has begun; ours is written by then, or not to be."""
        self.pool.cleanup()
