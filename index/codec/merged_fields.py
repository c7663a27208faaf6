"""A field of several segments, written as one, a few million postings at a time.

Each source's terms are in order, so that a range of all terms is a stretch of each source's arrays: it is
read, put in place in memory and written before the next. Nothing is sorted but the terms.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from heapq import merge as in_order
from itertools import repeat
from typing import Any

import numpy as np

from index.codec.blocks import leading
from index.codec.building import owned as owned_terms
from index.codec.building import ranks_of
from index.codec.fields import LENGTHS, Field, packed, smallest
from index.codec.files import Array, ArrayWriter
from index.codec.merged_documents import Source, merge_gaps
from index.codec.merged_parts import FieldPart, of_one_kind
from index.codec.scattering import Part, ranges, scattered, starts_of


class MergedField:
    """A field of some sources, of which ``fields`` are the arrays, None where a source lacks it."""

    def __init__(
        self,
        name: str,
        sources: Sequence[Source],
        fields: Sequence[Field | None],
        *,
        owned: bool,
        ranked: bool,
    ) -> None:
        self._sources = sources
        self._owned = owned
        self._ranked = ranked
        bases = np.cumsum([0, *(source.living for source in sources)]).tolist()
        self._parts = [
            FieldPart(field, source, base)
            for field, source, base in zip(of_one_kind(name, fields), sources, bases, strict=False)
            if field is not None
        ]
        self._lengths = np.concatenate(
            [_living_lengths(field, source) for field, source in zip(fields, sources, strict=True)]
        )
        self._total = sum(map(_total, fields, sources))
        self._blob, self._ends = _merge_terms(self._parts)
        self._terms = len(self._ends)  # those of which nothing stays included
        self._starts = self._starts_by(FieldPart.counts_of)
        self.size = int(self._starts[-1])

    def write(self, name: str, file: ArrayWriter) -> dict[str, Any]:
        """Write the arrays; return what the file's directory is to say of the field."""
        living = self._starts[1:] > self._starts[:-1]
        if not living.all():
            lengths = np.diff(self._ends, prepend=0)
            self._blob, self._ends = self._blob[np.repeat(living, lengths)], np.cumsum(lengths[living])
        file.add(f"{name}/blob", self._blob)
        file.add(f"{name}/ends", smallest(self._ends))
        file.add(f"{name}/starts", _of_living(self._starts, living))
        self._write_postings(name, file, living)
        if self._lengths.any():
            file.add(f"{name}/lengths", self._lengths)
        merge_gaps(name, self._sources, file)
        return {"kind": self._parts[0].field.kind, "total": self._total}

    def _write_postings(self, name: str, file: ArrayWriter, living: Array) -> None:
        fields = [part.field for part in self._parts]
        docs = self._moved(FieldPart.docs, np.dtype(np.int32))
        if self._owned:  # in memory: it is told from all of them
            docs = iter((self._write_owned(name, file, np.concatenate(list(docs)), living),))
        file.add_parts(f"{name}/docs", docs)
        if self._ranked and self._lengths.any():
            ranks = ranks_of(self._lengths)
            moved = self._moved(FieldPart.docs, np.dtype(np.int32))
            file.add_parts(f"{name}/ranks", (ranks.take(docs) for docs in moved))
        marks = [field.marks for field in fields if field.marks is not None]
        if marks:
            file.add_parts(f"{name}/marks", self._moved(FieldPart.marks, np.result_type(*marks)))
        if any(field.weights is not None for field in fields):
            file.add_parts(f"{name}/weights", self._moved(FieldPart.weights, np.dtype(np.float64)))
        if fields[0].kind == "positions":
            self._write_positions(name, file, living)
        if fields[0].kind == "values":
            found = np.concatenate(list(self._moved(FieldPart.values, np.dtype(object))))
            values, ends = packed(found.tolist())
            file.add(f"{name}/value_ends", ends)
            file.add(f"{name}/values", values)

    def _write_positions(self, name: str, file: ArrayWriter, living: Array) -> None:
        fields, counts = [part.field for part in self._parts], FieldPart.place_counts_of
        starts = self._starts_by(counts)
        dtype = np.result_type(*(field.places for field in fields if field.places is not None))
        file.add(f"{name}/place_starts", _of_living(starts, living))
        file.add_parts(f"{name}/places", self._moved(FieldPart.places, dtype, starts, counts))
        if all(field.nexts is not None for field in fields):
            file.add_parts(f"{name}/nexts", self._moved(FieldPart.nexts, np.dtype(np.uint8), starts, counts))
            leads = leading(self._terms, ((part.ordinals, part.field.leads) for part in self._parts))
            file.add(f"{name}/leads", leads[living])

    def _write_owned(self, name: str, file: ArrayWriter, docs: Array, living: Array) -> Array:
        starts = _of_living(self._starts, living)
        field = Field(kind="", total=0, blob=self._blob, ends=self._ends, starts=starts, docs=docs)
        owned_starts, ordinals = owned_terms(field, len(self._lengths))
        if owned_starts is not None:
            file.add(f"{name}/owned_starts", owned_starts)
        file.add(f"{name}/owned", ordinals)
        return docs

    def _starts_by(self, counts: Callable[[FieldPart], Array]) -> Array:
        return starts_of(self._terms, [(part.ordinals, counts(part)) for part in self._parts])

    def _moved(
        self,
        of: Callable[[FieldPart, int, int], Array],
        dtype: np.dtype[np.generic],
        starts: Array | None = None,
        counts: Callable[[FieldPart], Array] | None = None,
    ) -> Iterator[Array]:
        """Yield what the parts have of each range of terms; ``starts`` and ``counts`` are the postings'."""
        starts = self._starts if starts is None else starts
        counts = counts or FieldPart.counts_of
        for first, last in ranges(starts):
            moved = []
            for part in self._parts:
                low, high = np.searchsorted(part.ordinals, (first, last)).tolist()
                ordinals = part.ordinals[low:high] - first
                moved.append(Part(ordinals, counts(part)[low:high], of(part, low, high)))
            yield scattered(starts[first : last + 1] - starts[first], moved, dtype)


def _merge_terms(parts: Sequence[FieldPart]) -> tuple[Array, Array]:
    """Tell each part where its terms are among all; return all, one after the other, and their ends."""
    blob, ends, last = bytearray(), array("q"), None
    ordinals = [array("i") for _ in parts]
    for term, number in in_order(*(zip(part.field.terms, repeat(n)) for n, part in enumerate(parts))):
        if term != last:
            blob += term
            ends.append(len(blob))
            last = term
        ordinals[number].append(len(ends) - 1)
    for part, found in zip(parts, ordinals, strict=True):
        part.ordinals = np.array(found, np.int64)
    return np.frombuffer(blob, np.uint8), np.array(ends, np.int64)


def _of_living(starts: Array, living: Array) -> Array:
    """Return the starts of those of which there is something, and the end."""
    return smallest(np.append(starts[:-1][living], starts[-1]))


def _living_lengths(field: Field | None, source: Source) -> Array:
    if field is None or field.lengths is None:
        return np.zeros(source.living, np.uint8)
    return field.lengths[source.alive]


def _total(field: Field | None, source: Source) -> int:
    """Return the sum of the lengths of what is alive.

    Whoosh adds up what it has quantised, once documents go through a merge; scores are to be the same.
    """
    if field is not None and source.fresh and source.is_whole:
        return field.total
    return int(LENGTHS[_living_lengths(field, source)].sum())
