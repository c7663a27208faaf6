"""The tokens of a few texts in the order of a field, and several such blocks as one field.

A block is so small that it is put in order in the processor's cache. Texts come in order, so within a term
its tokens are in order already, and the places of all blocks' stretches in the field follow from counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from index.codec.building import marks_of
from index.codec.fields import Field, length_bytes, packed, smallest
from index.codec.files import Array
from index.codec.scattering import Part, scattered, starts_of

PLACE_BITS = 32  # a token's seat is its document << PLACE_BITS | its position
_PLACE = (1 << PLACE_BITS) - 1


class Block(NamedTuple):
    """The tokens of some texts, ordered by term, then document, then position.

    terms        the numbers of the terms that occur, ascending
    counts       in how many documents each occurs
    place_counts how often it occurs
    docs         a posting's document
    frequencies  and its frequency
    places       the positions of all postings
    nexts, leads what follows them, and which terms lead, as in fields.py; None where nobody asked
    """

    terms: Array
    counts: Array
    place_counts: Array
    docs: Array
    frequencies: Array
    places: Array
    nexts: Array | None = None
    leads: Array | None = None


class Neighbours(NamedTuple):
    """For each token the print of what leads the next position, and whether it leads its own."""

    nexts: Array
    leading: Array


def block_of(terms: Array, seats: Array, neighbours: Neighbours | None = None) -> Block:
    """Return the block of tokens whose seats do not descend within a term."""
    size = int(terms.max(initial=-1)) + 1
    occurs = np.zeros(size, dtype=bool)
    occurs[terms] = True
    distinct = np.flatnonzero(occurs).astype(np.int32)
    rank = np.empty(size, np.uint16 if len(distinct) <= 2**16 else np.int32)  # 16 bits: a sort by counting
    rank[distinct] = np.arange(len(distinct))
    ranks = rank[terms]
    place_counts = np.bincount(ranks, minlength=len(distinct))
    order = np.argsort(ranks, kind="stable")
    seats = seats[order]
    docs = (seats >> PLACE_BITS).astype(np.int32)
    begins = np.ones(len(docs), dtype=bool)
    np.not_equal(docs[1:], docs[:-1], out=begins[1:])
    token_starts = np.cumsum(place_counts) - place_counts
    begins[token_starts] = True
    firsts = np.flatnonzero(begins)
    return Block(
        terms=distinct,
        counts=np.diff(np.searchsorted(firsts, token_starts), append=len(firsts)).astype(np.int32),
        place_counts=place_counts.astype(np.int32),
        docs=docs[firsts],
        frequencies=smallest(np.diff(firsts, append=len(docs))),
        places=smallest(seats & _PLACE),
        nexts=None if neighbours is None else neighbours.nexts[order],
        leads=None if neighbours is None else _leads(ranks[~neighbours.leading], len(distinct)),
    )


def leading(size: int, parts: Iterable[tuple[Array, Array | None]]) -> Array:
    """Return which of ``size`` terms lead in all parts, given each one's ordinals and which lead there."""
    leads = np.ones(size, np.uint8)
    for ordinals, here in parts:
        assert here is not None
        leads[ordinals] &= here
    return leads


def _leads(following: Array, size: int) -> Array:
    """Return for each of ``size`` ranks whether it is not among those that follow another."""
    leads = np.ones(size, np.uint8)
    leads[following] = 0
    return leads


def field_of(blocks: Sequence[Block], every: Sequence[bytes], lengths: Array) -> Field | None:
    """Return the field of blocks in the order of their documents; None where no term occurs in them.

    ``every`` are the terms by number, ``lengths`` the documents' lengths in tokens.
    """
    occurs = np.zeros(len(every), dtype=bool)
    for block in blocks:
        occurs[block.terms] = True
    numbers = sorted(np.flatnonzero(occurs).tolist(), key=every.__getitem__)
    if not numbers:
        return None
    rank = np.empty(len(every), np.int32)
    rank[numbers] = np.arange(len(numbers))
    ordinals = [rank[block.terms] for block in blocks]
    counts = [block.counts for block in blocks]
    place_counts = [block.place_counts for block in blocks]
    starts, place_starts = (
        starts_of(len(numbers), list(zip(ordinals, each, strict=True))) for each in (counts, place_counts)
    )

    def joined(starts: Array, counts: Sequence[Array], arrays: Sequence[Array]) -> Array:
        parts = [Part(*part) for part in zip(ordinals, counts, arrays, strict=True)]
        return scattered(starts, parts, np.result_type(*arrays))

    docs = joined(starts, counts, [block.docs for block in blocks])
    frequencies = joined(starts, counts, [block.frequencies for block in blocks])
    quantised = length_bytes(lengths)
    nexts = [block.nexts for block in blocks if block.nexts is not None]
    blob, ends = packed([every[number] for number in numbers])
    return Field(
        kind="positions",
        total=int(lengths.sum()),
        blob=blob,
        ends=ends,
        starts=smallest(starts),
        docs=docs,
        marks=marks_of(frequencies, quantised[docs]),
        place_starts=smallest(place_starts),
        places=joined(place_starts, place_counts, [block.places for block in blocks]),
        lengths=quantised,
        nexts=joined(place_starts, place_counts, nexts) if nexts else None,
        leads=leading(len(numbers), zip(ordinals, (block.leads for block in blocks), strict=True))
        if nexts
        else None,
    )
