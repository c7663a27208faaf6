"""A source's field in a merge: what stays of a range of its terms, and where it goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from struct import pack

import numpy as np

from index.codec.documents import Strings
from index.codec.errors import OtherFormat
from index.codec.fields import NO_MARK, Field, packed
from index.codec.files import Array
from index.codec.merged_documents import Source
from index.codec.scattering import ranges


class FieldPart:
    """A source's field. Its terms ``low`` up to ``high`` give what stays of them after the merge."""

    def __init__(self, field: Field, source: Source, base: int) -> None:
        self.field = field
        self.ordinals = np.empty(0, np.int64)  # of its terms among all
        self._starts = field.starts.astype(np.int64)
        self._alive: Array | None = None if source.is_whole else source.alive
        self._to_doc = np.cumsum(source.alive, dtype=np.int32) - np.int32(1) + np.int32(base)

    def counts_of(self) -> Array:
        """Return how many postings of each term stay."""
        return self._counts

    def place_counts_of(self) -> Array:
        """Return how many positions of each term stay."""
        return self._place_counts

    @cached_property
    def _counts(self) -> Array:
        return np.diff(self._starts) if self._alive is None else self._counted(self._kept)

    @cached_property
    def _place_counts(self) -> Array:
        if self._alive is None and self.field.place_starts is not None:
            return np.diff(self.field.place_starts.astype(np.int64))
        return self._counted(lambda span: self.field.frequencies(span) * self._kept(span))

    def docs(self, low: int, high: int) -> Array:
        """Return the postings' documents as they will be numbered."""
        span = self._span(low, high)
        return self._taken(self._to_doc[self.field.docs[span]], span)

    def marks(self, low: int, high: int) -> Array:
        """Return the postings' marks."""
        span = self._span(low, high)
        if self.field.marks is None:
            return self._taken(np.full(span.stop - span.start, NO_MARK, np.uint16), span)
        return self._taken(self.field.marks[span], span)

    def weights(self, low: int, high: int) -> Array:
        """Return the postings' weights."""
        span = self._span(low, high)
        return self._taken(self.field.weights_of(span), span)

    def values(self, low: int, high: int) -> Array:
        """Return the postings' values."""
        assert self.field.values is not None
        assert self.field.value_ends is not None
        span, strings = self._span(low, high), Strings(self.field.values, self.field.value_ends)
        found = np.array([strings[posting] for posting in range(span.start, span.stop)], object)
        return self._taken(found, span)

    def places(self, low: int, high: int) -> Array:
        """Return the postings' positions."""
        return self._of_places(self.field.places, low, high)

    def nexts(self, low: int, high: int) -> Array:
        """Return what follows the positions."""
        return self._of_places(self.field.nexts, low, high)

    def _of_places(self, array: Array | None, low: int, high: int) -> Array:
        assert array is not None
        assert self.field.place_starts is not None
        found: Array = array[int(self.field.place_starts[low]) : int(self.field.place_starts[high])]
        if self._alive is not None:
            span = self._span(low, high)
            found = found[np.repeat(self._kept(span), self.field.frequencies(span))]
        return found

    def _span(self, low: int, high: int) -> slice:
        return slice(int(self._starts[low]), int(self._starts[high]))

    def _kept(self, span: slice) -> Array:
        assert self._alive is not None
        kept: Array = self._alive[self.field.docs[span]]
        return kept

    def _taken(self, array: Array, span: slice) -> Array:
        return array if self._alive is None else array[self._kept(span)]

    def _counted(self, of: Callable[[slice], Array]) -> Array:
        """Return for each term the sum of something that each posting has."""
        found = [
            np.add.reduceat(
                of(self._span(low, high)), self._starts[low:high] - self._starts[low], dtype=np.int64
            )
            for low, high in ranges(self._starts)
        ]
        return np.concatenate(found) if found else np.empty(0, np.int64)


def of_one_kind(name: str, fields: Sequence[Field | None]) -> list[Field | None]:
    """Return the fields, their frequencies made values where others have values."""
    kinds = {field.kind for field in fields if field is not None}
    if len(kinds) <= 1:
        return list(fields)
    if kinds <= {"values", "frequency", "none"}:
        return [None if field is None else _with_values(field) for field in fields]
    raise OtherFormat(
        f"The field {name} was written in several ways ({', '.join(sorted(kinds))}), which cannot be merged. "
        "Index your sources anew."
    )


def _with_values(field: Field) -> Field:
    if field.kind == "values":
        return field
    frequencies = field.frequencies(slice(0, len(field.docs))).tolist()
    values, ends = packed([pack("!I", f) if field.kind == "frequency" else b"" for f in frequencies])
    return replace(field, kind="values", values=values, value_ends=ends)
