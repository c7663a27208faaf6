"""Which segments a commit merges, and whether they all are what was written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import log

from whoosh.filedb.filestore import Storage
from whoosh.reading import SegmentReader
from whoosh.writing import SegmentWriter

from index.codec.files import ArrayFile
from index.codec.segment import ColumnarSegment

FAN = 4  # segments of about one size become one: a document is written again once for each power of 4
SMALLEST = 1_000  # documents: all segments up to it are of one size
MOST_DELETED = 0.3  # of a segment's documents; past it the segment is written again without them


def merge_tiers(writer: SegmentWriter, segments: Sequence[ColumnarSegment]) -> list[ColumnarSegment]:
    """Hand the segments to merge to the writer, as Whoosh's merge policies do; return the others."""
    tiers = defaultdict(list)
    for segment in segments:
        tiers[_tier(segment)].append(segment)
    chosen: list[ColumnarSegment] = []
    smaller: list[ColumnarSegment] = []
    for tier in sorted(tiers):
        smaller += tiers[tier]
        if len(tiers[tier]) >= FAN:
            chosen = list(smaller)
    chosen += [segment for segment in segments if segment not in chosen and _is_worn(segment)]
    for segment in chosen:
        reader = SegmentReader(writer.storage, writer.schema, segment)
        writer.add_reader(reader)
        reader.close()
    return [segment for segment in segments if segment not in chosen]


def verify(storage: Storage, segments: Sequence[ColumnarSegment]) -> None:
    """Read every byte of the segments; DamagedSegment names the first that is not as it was written."""
    for segment in segments:
        ArrayFile(storage, segment.file_name).verify()


def _tier(segment: ColumnarSegment) -> int:
    return max(0, int(log(max(segment.doc_count(), 1) / SMALLEST, FAN)) + 1)


def _is_worn(segment: ColumnarSegment) -> bool:
    return bool(segment.deleted_count() > MOST_DELETED * segment.doc_count_all())
