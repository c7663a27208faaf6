"""What several segments keep by document, as one keeps it: strings, Whoosh's columns, gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

import numpy as np
from whoosh.columns import Column
from whoosh.filedb.structfile import StructFile

from index.codec.documents import COLUMN, DocumentReader, read_strings
from index.codec.fields import sizes, smallest
from index.codec.files import Array, ArrayFile, ArrayWriter
from index.codec.segment import ColumnarSegment


@dataclass(frozen=True)
class Source:
    """A segment to be merged. ``fresh``: no merge has been through it, so its sums of lengths are exact."""

    file: ArrayFile
    segment: ColumnarSegment
    fresh: bool = False

    @property
    def size(self) -> int:
        """The number of its documents."""
        return self.segment.doc_count_all()

    @cached_property
    def alive(self) -> Array:
        """Which of its documents are not deleted."""
        mask = np.ones(self.size, dtype=bool)
        mask[np.array(list(self.segment.deleted_docs()), np.int64)] = False
        return mask

    @cached_property
    def living(self) -> int:
        """How many those are."""
        return int(np.count_nonzero(self.alive))

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it is deleted."""
        return self.living == self.size


def merge_strings(name: str, sources: Sequence[Source], target: ArrayWriter) -> None:
    """Write the strings of what is alive, without holding them in memory."""
    lengths = []
    for source in sources:
        strings = read_strings(source.file, name)
        ends = strings.ends.astype(np.int64) if strings else np.zeros(source.size, np.int64)
        lengths.append(np.diff(ends, prepend=0)[source.alive])
    target.add_parts(f"{name}/blob", (blob for source in sources for blob in _living_blobs(name, source)))
    target.add(f"{name}/ends", smallest(np.cumsum(np.concatenate(lengths))))


def merge_column(
    name: str, sources: Sequence[Source], column: Column | None, size: int, target: ArrayWriter
) -> None:
    """Write the values of one of Whoosh's columns, by its own reader and writer."""
    if not column or all(COLUMN + name not in source.file for source in sources):
        return
    buffer, doc = BytesIO(), 0
    writer = column.writer(StructFile(buffer))
    for source in sources:
        documents = DocumentReader(source.file, source.segment)
        reader = documents.column_reader(name, column) if documents.has_column(name) else None
        for old in np.flatnonzero(source.alive).tolist():
            if reader is not None:
                writer.add(doc, reader[old])
            doc += 1
    writer.finish(size)
    target.add(COLUMN + name, np.frombuffer(buffer.getvalue(), np.uint8))


def merge_gaps(name: str, sources: Sequence[Source], target: ArrayWriter) -> None:
    """Write the gaps of what is alive; documents of a source that keeps none have no positions."""
    keeping = [source for source in sources if f"{name}/gaps" in source.file]
    if not keeping:
        return
    counts = [
        sizes(source.file[f"{name}/gap_starts"])[source.alive]
        if source in keeping
        else np.zeros(source.living, np.int64)
        for source in sources
    ]
    starts = np.concatenate(([0], np.cumsum(np.concatenate(counts))))
    dtype = np.result_type(*(source.file[f"{name}/gaps"] for source in keeping))
    target.add(f"{name}/gap_starts", smallest(starts))
    target.add_parts(f"{name}/gaps", (_living_gaps(name, source).astype(dtype) for source in keeping))


def _living_gaps(name: str, source: Source) -> Array:
    gaps: Array = source.file[f"{name}/gaps"]
    return (
        gaps if source.is_whole else gaps[np.repeat(source.alive, sizes(source.file[f"{name}/gap_starts"]))]
    )


def _living_blobs(name: str, source: Source) -> Iterator[Array]:
    """Yield the strings of each run of documents that are not deleted."""
    strings = read_strings(source.file, name)
    if strings is None:
        return
    ends = np.concatenate(([0], strings.ends.astype(np.int64)))
    edges = np.flatnonzero(np.diff(source.alive, prepend=False, append=False))
    for first, stop in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        yield strings.blob[ends[first] : ends[stop]]
