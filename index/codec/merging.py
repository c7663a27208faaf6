"""Several segments → one, without what is deleted: each one's postings are scattered to their new places.

A term's postings of the first segment come before those of the second, so where each goes is known from
counts alone; nothing is sorted but the terms.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from io import BytesIO
from struct import pack

import numpy as np
from whoosh.fields import Schema
from whoosh.filedb.structfile import StructFile

from index.codec.codec import ColumnarCodec, write_fields
from index.codec.documents import COLUMN, VECTOR, DocumentReader, Strings, read_strings
from index.codec.errors import OtherFormat
from index.codec.fields import LENGTHS, NO_MARK, Field, packed, read_field, sizes, smallest
from index.codec.files import Array, ArrayFile, ArrayWriter
from index.codec.segment import ColumnarSegment

BLOCK = 2**22  # postings or positions moved at a time: 32 MB of places


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


def merge(sources: Sequence[Source], schema: Schema, codec: ColumnarCodec, target: ArrayWriter) -> int:
    """Write what is alive in the sources, in their order; return how many documents that is.

    DamagedSegment where a source does not meet its checksums.
    """
    for source in sources:
        source.file.verify()
    size = sum(int(source.alive.sum()) for source in sources)
    known = {name for source in sources for name in source.file.meta["fields"]}
    _merge_strings("stored", sources, target)
    for name in schema.names():
        _merge_column(name, sources, schema, size, target)
        if any(f"{VECTOR}{name}/ends" in source.file for source in sources):
            _merge_strings(VECTOR + name, sources, target)
    # One field at a time is held in memory.
    merged = ((name, _merge_field(name, sources)) for name in sorted(known & set(schema.names())))
    completed = ((name, codec.completed(name, field, size)) for name, field in merged if len(field.ends))
    write_fields(target, completed, size)
    return size


class _Part:
    """A source's field, and where each of its terms goes."""

    def __init__(self, field: Field, source: Source, base: int) -> None:
        self.field = field
        self.starts = field.starts.astype(np.int64)
        self.kept: Array | None = None if source.alive.all() else source.alive[field.docs]
        self.to_doc = np.cumsum(source.alive, dtype=np.int64) - 1 + base
        self.ordinals = np.empty(0, np.int64)  # of its terms among all

    @cached_property
    def counts(self) -> Array:
        """How many postings of each term stay."""
        return self._counted(None)

    @cached_property
    def place_counts(self) -> Array:
        """How many positions of each term stay."""
        return self._counted(self._frequencies)

    @property
    def _frequencies(self) -> Array:
        return self.field.frequencies(slice(0, len(self.field.docs)))

    def docs(self) -> Array:
        """The postings' documents as they will be numbered."""
        return self._taken(self.to_doc[self.field.docs])

    def of_postings(self, array: Array) -> Array:
        """What stays of an array as long as the postings."""
        return self._taken(array)

    def places(self) -> Array:
        """The positions that stay."""
        assert self.field.places is not None
        return (
            self.field.places
            if self.kept is None
            else self.field.places[np.repeat(self.kept, self._frequencies)]
        )

    def _taken(self, array: Array) -> Array:
        return array if self.kept is None else array[self.kept]

    def _counted(self, weights: Array | None) -> Array:
        if weights is None and self.kept is None:
            return np.diff(self.starts)
        each = np.ones(len(self.field.docs), np.int64) if weights is None else weights
        each = each if self.kept is None else np.where(self.kept, each, 0)
        return np.diff(np.concatenate(([0], np.cumsum(each)))[self.starts])


def _merge_field(name: str, sources: Sequence[Source]) -> Field:
    parts, base = [], 0
    lengths, total = [], 0
    for source in sources:
        alive, size = int(source.alive.sum()), source.size
        field = read_field(source.file, name) if name in source.file.meta["fields"] else None
        if field is not None:
            parts.append(_Part(field, source, base))
        kept = (
            field.lengths[source.alive] if field and field.lengths is not None else np.zeros(alive, np.uint8)
        )
        lengths.append(kept)
        # Whoosh adds up what it has quantised, once documents go through a merge; scores are to be the same.
        total += field.total if field and source.fresh and alive == size else _sum_of(kept)
        base += alive
    parts = _of_one_kind(name, parts)
    blob, ends, counts = _merge_terms(parts)
    living = counts > 0
    starts = np.concatenate(([0], np.cumsum(counts)))
    all_lengths = np.concatenate(lengths)
    return Field(
        kind=parts[0].field.kind,
        total=total,
        blob=blob,
        ends=ends,
        starts=smallest(np.append(starts[:-1][living], starts[-1])),
        docs=_scattered(parts, starts, [part.docs() for part in parts], np.dtype(np.int32)),
        marks=_merge_marks(parts, starts),
        weights=_merge_weights(parts, starts),
        lengths=all_lengths if all_lengths.any() else None,
        **_merge_places(parts, living),
        **_merge_values(parts, starts),
        **_merge_gaps(name, sources),
    )


def _merge_terms(parts: Sequence[_Part]) -> tuple[Array, Array, Array]:
    """Tell each part where its terms go; return those that stay, and the postings of each of all terms."""
    terms = sorted(set().union(*(part.field.terms for part in parts)))
    ordinals = {term: ordinal for ordinal, term in enumerate(terms)}
    for part in parts:
        part.ordinals = np.array([ordinals[term] for term in part.field.terms], np.int64)
    counts = _summed(len(terms), parts, [part.counts for part in parts])
    return *packed([term for term, count in zip(terms, counts.tolist(), strict=True) if count]), counts


def _sum_of(lengths: Array) -> int:
    return int(LENGTHS[lengths].sum())


def _summed(size: int, parts: Sequence[_Part], counts: Sequence[Array]) -> Array:
    """Return for each of all terms how much the parts have of it together."""
    total = np.zeros(size, np.int64)
    for part, count in zip(parts, counts, strict=True):
        total[part.ordinals] += count
    return total


def _scattered(
    parts: Sequence[_Part],
    starts: Array,
    arrays: Sequence[Array],
    dtype: np.dtype[np.generic],
    counts: Sequence[Array] | None = None,
) -> Array:
    """Return the parts' arrays as one, each term's stretch of it the parts' stretches one after the other."""
    merged = np.empty(int(starts[-1]), dtype)
    filled = starts[:-1].copy()
    for part, array, count in zip(parts, arrays, counts or [part.counts for part in parts], strict=True):
        for stretch, to in _destinations(filled[part.ordinals], count):
            merged[to] = array[stretch]
        filled[part.ordinals] += count
    return merged


def _destinations(firsts: Array, counts: Array) -> Iterator[tuple[slice, Array]]:
    """Yield stretches of a part's array, whole terms each, and the places its elements go to."""
    ends = np.cumsum(counts)
    first = 0
    while first < len(counts):
        before = int(ends[first - 1]) if first else 0
        last = max(first + 1, int(np.searchsorted(ends, before + BLOCK, side="right")))
        shift = firsts[first:last] - (ends[first:last] - counts[first:last])
        stretch = slice(before, int(ends[last - 1]))
        yield stretch, np.repeat(shift, counts[first:last]) + np.arange(stretch.start, stretch.stop)
        first = last


def _merge_marks(parts: Sequence[_Part], starts: Array) -> Array | None:
    if all(part.field.marks is None for part in parts):
        return None
    arrays = [
        part.of_postings(part.field.marks)
        if part.field.marks is not None
        else np.full(int(part.counts.sum()), NO_MARK, np.uint16)
        for part in parts
    ]
    return _scattered(parts, starts, arrays, np.result_type(*arrays))


def _merge_weights(parts: Sequence[_Part], starts: Array) -> Array | None:
    if all(part.field.weights is None for part in parts):
        return None
    arrays = [part.of_postings(part.field.weights_of(slice(0, len(part.field.docs)))) for part in parts]
    return _scattered(parts, starts, arrays, np.dtype(np.float64))


def _merge_places(parts: Sequence[_Part], living: Array) -> dict[str, Array]:
    if parts[0].field.kind != "positions":
        return {}
    counts = [part.place_counts for part in parts]
    starts = np.concatenate(([0], np.cumsum(_summed(len(living), parts, counts))))
    arrays = [part.places() for part in parts]
    return {
        "place_starts": smallest(np.append(starts[:-1][living], starts[-1])),
        "places": _scattered(parts, starts, arrays, np.result_type(*arrays), counts),
    }


def _merge_values(parts: Sequence[_Part], starts: Array) -> dict[str, Array]:
    if parts[0].field.kind != "values":
        return {}
    arrays = []
    for part in parts:
        assert part.field.values is not None
        assert part.field.value_ends is not None
        strings = Strings(part.field.values, part.field.value_ends)
        found = np.array([strings[posting] for posting in range(len(part.field.docs))], object)
        arrays.append(part.of_postings(found))
    values, value_ends = packed(_scattered(parts, starts, arrays, np.dtype(object)).tolist())
    return {"values": values, "value_ends": value_ends}


def _of_one_kind(name: str, parts: list[_Part]) -> list[_Part]:
    """Return the parts, their frequencies made values where others have values."""
    kinds = {part.field.kind for part in parts}
    if kinds <= {"values", "frequency", "none"} and len(kinds) > 1:
        for part in parts:
            part.field = _with_values(part.field)
    elif len(kinds) > 1:
        raise OtherFormat(
            f"The field {name} was written in several ways ({', '.join(sorted(kinds))}), which "
            f"cannot be merged. "
            "Index your sources anew."
        )
    return parts


def _with_values(field: Field) -> Field:
    if field.kind == "values":
        return field
    frequencies = field.frequencies(slice(0, len(field.docs))).tolist()
    values, ends = packed([pack("!I", f) if field.kind == "frequency" else b"" for f in frequencies])
    return replace(field, kind="values", values=values, value_ends=ends)


def _merge_gaps(name: str, sources: Sequence[Source]) -> dict[str, Array]:
    """Return the gaps of the sources' documents; those of a source that has none have no positions."""
    if all(f"{name}/gaps" not in source.file for source in sources):
        return {}
    gaps, counts = [], []
    for source in sources:
        starts = source.file.get(f"{name}/gap_starts")
        if starts is None:
            counts.append(np.zeros(int(source.alive.sum()), np.int64))
            continue
        each = sizes(starts)
        kept = source.file[f"{name}/gaps"]
        gaps.append(kept if source.alive.all() else kept[np.repeat(source.alive, each)])
        counts.append(each[source.alive])
    return {
        "gap_starts": smallest(np.concatenate(([0], np.cumsum(np.concatenate(counts))))),
        "gaps": np.concatenate(gaps),
    }


def _merge_strings(name: str, sources: Sequence[Source], target: ArrayWriter) -> None:
    """Write the strings of what is alive, without holding them in memory."""
    sizes = []
    for source in sources:
        strings = read_strings(source.file, name)
        ends = strings.ends.astype(np.int64) if strings else np.zeros(source.size, np.int64)
        sizes.append(np.diff(ends, prepend=0)[source.alive])
    target.add_parts(f"{name}/blob", (blob for source in sources for blob in _living_blobs(name, source)))
    target.add(f"{name}/ends", smallest(np.cumsum(np.concatenate(sizes))))


def _living_blobs(name: str, source: Source) -> Iterator[Array]:
    """Yield the strings of each run of documents that are not deleted."""
    strings = read_strings(source.file, name)
    if strings is None:
        return
    ends = np.concatenate(([0], strings.ends.astype(np.int64)))
    edges = np.flatnonzero(np.diff(source.alive, prepend=False, append=False))
    for first, stop in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        yield strings.blob[ends[first] : ends[stop]]


def _merge_column(
    name: str, sources: Sequence[Source], schema: Schema, size: int, target: ArrayWriter
) -> None:
    """Write the values of one of Whoosh's columns, by its own reader and writer."""
    column = schema[name].column_type
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
