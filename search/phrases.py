"""A phrase's terms in one segment → where they follow one another, by the positions in the index."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from index.codec.fields import Field, print_of
from search.arrays import FEW, NO_SLOTS, POSITION_BITS, Docs, expanded, located

PRINTS = 255  # of places that a print is looked for among, one in so many has it by chance


@dataclass(frozen=True, slots=True)
class Phrase:
    """Where terms, given by their ``ordinals`` in ``field``, follow one another.

    ``postings`` are for each term the places of its postings in the documents where they do; ``shared`` are
    the documents that have all of the terms, ascending. ``keys`` says where the phrase begins, ascending: the
    place of the document among the shared ones × 2 ** POSITION_BITS + the position in it.
    """

    field: Field
    ordinals: tuple[int, ...]
    postings: tuple[Docs, ...]
    shared: Docs
    keys: Docs

    def within(self, docs: Docs) -> tuple[Docs, Docs]:
        """Return where it stands in some documents, ascending: their numbers among them, the positions."""
        places = self.shared.searchsorted(docs)
        there = (
            (self.shared.take(places, mode="clip") == docs).nonzero()[0] if len(self.shared) else places[:0]
        )
        first = places[there] << POSITION_BITS
        starts = self.keys.searchsorted(first)
        counts = self.keys.searchsorted(first + (1 << POSITION_BITS)) - starts
        return there.repeat(counts), self.keys[expanded(starts, counts)] & (1 << POSITION_BITS) - 1


def follow(field: Field, ordinals: Sequence[int], size: int) -> Phrase:
    """Return where two terms or more follow one another in a segment of ``size`` documents."""
    docs = [field.docs[field.span(ordinal)] for ordinal in ordinals]
    first, postings = _narrowest(field, ordinals)
    shared = docs[first].take(postings)
    held: dict[int, Docs] = {first: postings}
    for term, other in enumerate(docs):
        if term != first:
            places, there = located(other, shared, size)
            kept = there.nonzero()[0]
            held = {earlier: postings.take(kept) for earlier, postings in held.items()}
            held[term] = places.take(kept)
            shared = shared.take(kept)
    found = _keys(field, ordinals[0], held[0])
    for offset, ordinal in enumerate(ordinals[1:], 1):
        found = _common(found, _keys(field, ordinal, held[offset]) - offset)
    having = _distinct(found >> POSITION_BITS)
    return Phrase(
        field, tuple(ordinals), tuple(held[term].take(having) for term in range(len(docs))), shared, found
    )


def _narrowest(field: Field, ordinals: Sequence[int]) -> tuple[int, Docs]:
    """Return one of the terms, by its place in the phrase, and its postings that may have the phrase.

    What a segment knows of the next position rules out most places of a term before anything is looked up:
    then it is the term with the fewest places left. Else it is the rarest term, with all its postings.
    """
    sizes = [field.span(ordinal).stop - field.span(ordinal).start for ordinal in ordinals]
    rarest = min(range(len(sizes)), key=sizes.__getitem__)
    if field.nexts is not None and field.leads is not None and field.place_starts is not None:
        starts = field.place_starts
        told = {
            int(starts[one + 1]) - int(starts[one]): term
            for term, (one, after) in enumerate(pairwise(ordinals))
            if field.leads[after]
        }
        if told and min(told) < PRINTS * sizes[rarest]:
            term = told[min(told)]
            return term, _postings_before(field, ordinals[term], ordinals[term + 1])
    return rarest, np.arange(sizes[rarest])


def _postings_before(field: Field, ordinal: int, after: int) -> Docs:
    """Return the postings of a term with a place that another term, which leads all its own, may follow."""
    assert field.marks is not None
    assert field.nexts is not None
    assert field.place_starts is not None
    first, stop = int(field.place_starts[ordinal]), int(field.place_starts[ordinal + 1])
    places = (field.nexts[first:stop] == print_of(field.terms[after])).nonzero()[0]
    ends = np.cumsum(field.marks[field.span(ordinal)] >> 8, dtype=np.uint32)
    return _distinct(ends.searchsorted(places.astype(np.uint32), "right"))


def _distinct(ascending: Docs) -> Docs:
    """Return each of some numbers in order once."""
    return ascending[np.concatenate(([True], ascending[1:] != ascending[:-1]))[: len(ascending)]]


def _keys(field: Field, ordinal: int, postings: Docs) -> Docs:
    """Return where a term stands in some of its postings: their number here, and the position, in one.

    A position taken back past the start of its document lands on the last of the one before, which is never
    in use.
    """
    begins, counts = spots(field, ordinal, postings)
    keys = np.repeat(np.arange(len(postings)) << POSITION_BITS, counts)
    assert field.places is not None
    keys |= field.places.take(expanded(begins, counts))
    return keys


def spots(field: Field, ordinal: int, postings: Docs) -> tuple[Docs, Docs]:
    """Return where the positions of some postings begin among the field's, and how many each has.

    ``postings`` ascend and are counted from the first of the term; they may run on into those of later terms.
    """
    assert field.marks is not None
    assert field.place_starts is not None
    if not len(postings):
        return NO_SLOTS, NO_SLOTS
    start, before = int(field.starts[ordinal]), int(field.place_starts[ordinal])
    frequencies = field.marks[start : start + int(postings[-1]) + 1] >> 8
    counts = frequencies.take(postings).astype(np.int64)
    if len(postings) * FEW < len(frequencies):
        # The sums of the frequencies between them say how many positions stand before each.
        between = np.add.reduceat(frequencies, postings, dtype=np.int64)
        before += int(frequencies[: postings[0]].sum(dtype=np.int64))
        return before + np.cumsum(between) - between, counts
    return before + np.cumsum(frequencies, dtype=np.uint32).take(postings) - counts, counts


def _common(one: Docs, other: Docs) -> Docs:
    """Return what two ascending arrays have in common, each once where one of them has it once."""
    both = np.concatenate((one << 1, other << 1 | 1))  # the last bit says whose it is, for either may repeat
    both.sort(kind="stable")  # which merges two runs that are in order: 20 times as fast as sorting them
    firsts = both[:-1]
    beside = ((both[1:] - firsts == 1) & (firsts & 1 == 0)).nonzero()[0]
    common: Docs = firsts.take(beside) >> 1
    return common
