"""The values of a field by document, as the segments' files have them, joined over those of a commit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from index.codec.fields import Field, sizes
from search.arrays import Array, Mask, Values
from search.segments import Segment


class Owned(NamedTuple):
    """A facet's values in order, and for each document the places of its own among them.

    Without ``starts`` there is one code a document, ``len(names)`` for none; with them a document's codes
    stand between two of them.
    """

    names: Sequence[bytes]
    starts: Array | None
    codes: Array


def owned(segments: Sequence[Segment], field: str) -> Owned:
    """Return a facet's values by document; with one segment the arrays are the file's own."""
    found = [segment.field(field) for segment in segments]
    if len(found) == 1 and found[0] is not None:
        assert found[0].owned is not None, f"{field} is no facet"
        return Owned(found[0].terms, found[0].owned_starts, found[0].owned)
    if not any(found):
        return Owned([], None, np.zeros(sum(segment.size for segment in segments), np.uint8))
    names = sorted({name for part in found if part for name in part.terms})
    places = {name: place for place, name in enumerate(names)}
    several = any(part is not None and part.owned_starts is not None for part in found)
    codes: list[Array] = [np.empty(0, np.min_scalar_type(len(names)))]
    counts: list[Array] = [np.zeros(1, np.int64)]
    for part, segment in zip(found, segments, strict=True):
        moved = np.array([*(places[name] for name in (part.terms if part else ())), len(names)])
        mine = moved.astype(codes[0].dtype)[_of_segment(part, segment)]
        if not several:
            codes.append(mine)
        elif part is None or part.owned_starts is None:
            counts.append(np.asarray(mine != len(names), np.int64))
            codes.append(mine[mine != len(names)])
        else:
            counts.append(sizes(part.owned_starts))
            codes.append(mine)
    starts = np.cumsum(np.concatenate(counts)) if several else None
    return Owned(names, starts, np.concatenate(codes))


def _of_segment(part: Field | None, segment: Segment) -> Array:
    """Return the segment's own codes; of a field it has not, none for each document."""
    return part.owned if part is not None and part.owned is not None else np.zeros(segment.size, np.int8)


def renamed(own: Owned, names: Sequence[bytes]) -> Owned:
    """Return the values with the codes they have among other names; those that are not there are left out."""
    if len(own.names) == len(names):
        return own  # nearly always: the same values, in order
    places = {name: place for place, name in enumerate(names)}
    moved = np.array([*(places.get(name, len(names)) for name in own.names), len(names)])
    return Owned(names, own.starts, moved.astype(np.min_scalar_type(len(names)))[own.codes])


def listed(segments: Sequence[Segment], alive: Mask, field: str) -> Values:
    """Return the values of any field of whole terms, of documents that are ``alive``, from its postings."""
    names: dict[bytes, int] = {}
    docs, codes = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    base = 0
    for segment in segments:
        if found := segment.field(field):
            places = np.array([names.setdefault(name, len(names)) for name in found.terms], np.int64)
            docs.append(found.docs.astype(np.int64) + base)
            codes.append(np.repeat(places, sizes(found.starts)))
        base += segment.size
    all_docs, all_codes = np.concatenate(docs), np.concatenate(codes)
    living = alive[all_docs]
    order = sorted(names)
    rank = np.empty(len(names), np.int64)
    rank[[names[name] for name in order]] = np.arange(len(names))
    used, kept = np.unique(rank[all_codes[living]], return_inverse=True)
    return Values([order[place].decode("utf-8") for place in used.tolist()], all_docs[living], kept)
