"""The segments of one commit as one view: postings, positions, facet values, deletions, parents.

Documents are numbered as Whoosh numbers them, segment after segment; articles are also numbered among
themselves. With one segment all arrays are the file's own; with several they are joined when asked for.
"""

from __future__ import annotations

import threading
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar

import numpy as np

from index.codec.fields import LENGTHS, NO_MARK, Field
from index.schema import GATHERED
from search.arrays import Array, Docs, Entry, Floats, Mask, Postings, Values, joined
from search.codes import Codes
from search.owned import Owned, listed, owned, renamed
from search.request import COUNTED
from search.segments import Segment

T = TypeVar("T")


class Columns:
    """The segments of one commit end to end. Immutable but for what it keeps; safe between threads."""

    def __init__(
        self, segments: Sequence[Segment], deleted: Sequence[Sequence[int]], generation: int
    ) -> None:
        self.segments = tuple(segments)
        self.generation = generation
        self.bases = np.cumsum([0, *(segment.size for segment in segments)]).tolist()
        self.size: int = self.bases[-1]
        self.alive: Mask = np.ones(self.size, dtype=bool)
        for base, docs in zip(self.bases, deleted, strict=False):
            self.alive[base + np.array(docs, np.int64)] = False
        self.has_deletions = any(len(docs) for docs in deleted)
        self._kept: dict[Hashable, Any] = {}
        self._lock = threading.RLock()

    def keep(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what is kept under the key, made the first time: small things of this commit."""
        try:
            kept: T = self._kept[key]
        except KeyError:
            with self._lock:
                kept = self._kept[key] if key in self._kept else self._kept.setdefault(key, make())
        return kept

    # Documents

    @cached_property
    def is_article(self) -> Mask:
        """Which documents are articles; the others are quotes."""
        types = self.owned("type")
        wanted = np.array([name == b"article" for name in types.names] + [False])
        return wanted[types.codes]

    @cached_property
    def article_docs(self) -> Docs:
        """The documents of the articles, deleted ones included."""
        return np.flatnonzero(self.is_article).astype(np.int32)

    @cached_property
    def article_of(self) -> Docs:
        """For each document the number of its article among the articles."""
        return np.cumsum(self.is_article, dtype=np.int32) - np.int32(1)

    @cached_property
    def parent(self) -> Docs:
        """For each document the article it belongs to; for an article itself."""
        return self.article_docs[self.article_of]

    def parent_of(self, doc: int) -> int:
        """Return the article's document that a document belongs to."""
        return int(self.article_docs[self.article_of[doc]])

    @cached_property
    def quotes(self) -> Mask:
        """The quotes that are not deleted."""
        return self.alive & ~self.is_article

    @cached_property
    def articles(self) -> Mask:
        """The articles that are not deleted."""
        return self.alive & self.is_article

    @cached_property
    def days(self) -> Docs:
        """Each document's date as ``date.toordinal()``, 0 where it is unknown."""
        return self.days_of_codes[self.owned("date").codes]

    @cached_property
    def days_of_codes(self) -> Docs:
        """The date each code of the date field stands for, as ``date.toordinal()``; 0 at the end."""
        return np.append(self.day_values, 0)

    @cached_property
    def day_values(self) -> Docs:
        """The date each code of the date field stands for."""
        names = self.names("date")
        # As Whoosh writes a whole number of 32 bits: a byte of its own, then the number, moved up to 0.
        digits = np.frombuffer(b"".join(names), np.uint8).reshape(len(names), 5)[:, 1:]
        return np.ascontiguousarray(digits).view(">u4").ravel().astype(np.int64) - 2**31

    def stored(self, doc: int) -> bytes:
        """Return the stored fields of a document, as the codec keeps them."""
        place = bisect_right(self.bases, doc) - 1
        return self.segments[place].stored(doc - self.bases[place])

    def first(self, field: str, value: str) -> int | None:
        """Return the first document that holds the value and is not deleted, None where there is none."""
        docs = self.entry(field, value).docs
        if self.has_deletions:
            docs = docs[self.alive[docs]]
        return int(docs[0]) if len(docs) else None

    # Terms

    def entry(self, field: str, term: str, *, by_article: bool = False) -> Entry:
        """Return the term's postings, deleted documents included.

        ``by_article``: the numbers of their articles stand for the documents.
        """
        found = []
        for base, segment in zip(self.bases, self.segments, strict=False):
            if here := segment.ordinal(field, term.encode("utf-8")):
                span = here[0].span(here[1])
                found.append(self.stretch(field, here[0], span, base, by_article=by_article))
        return joined(found)

    def stretch(self, name: str, field: Field, span: slice, base: int, *, by_article: bool = False) -> Entry:
        """Return a stretch of a segment's postings, its documents or their articles numbered in this view."""
        if field.marks is None:
            marks: Array = np.full(span.stop - span.start, NO_MARK, np.uint16)
        else:
            marks = field.marks[span]
        if by_article and self.keep(("ranked", name, base), lambda: self._is_ranked(field, base)):
            assert field.ranks is not None
            ranks, first = field.ranks[span], self.article_of[base]
            return Entry(ranks + first if first else ranks, marks)
        docs = field.docs[span] + np.int32(base) if base else field.docs[span]
        return Entry(self.article_of.take(docs) if by_article else docs, marks)

    def ranges(self, field: str, prefix: str) -> Iterator[tuple[int, Field, range]]:
        """Yield each segment's first document, its field and the ordinals of the terms that begin so."""
        for base, segment in zip(self.bases, self.segments, strict=False):
            found = segment.field(field)
            ordinals = segment.within(field, prefix.encode("utf-8"))
            if found and ordinals:
                yield base, found, ordinals

    def terms(self, field: str, prefix: str) -> list[str]:
        """Return the field's terms that begin so, in order."""
        return sorted(
            {
                found.terms[ordinal].decode("utf-8")
                for _, found, ordinals in self.ranges(field, prefix)
                for ordinal in ordinals
            }
        )

    def ending(self, field: str, suffix: str) -> set[str]:
        """Return the field's terms that end so."""
        fields = [found for segment in self.segments if (found := segment.field(field))]
        return {
            found.terms[ordinal].decode("utf-8")
            for found in fields
            for ordinal in found.terms.ending(suffix.encode("utf-8"))
        }

    def postings(self, field: str, term: str) -> Postings:
        """Return the term's documents, deleted ones included, and how often each has it."""
        docs, marks = self.entry(field, term)
        return Postings(docs, (marks >> 8).astype(np.float64))

    def doc_frequency(self, field: str, term: str) -> int:
        """Return how many documents hold the term, deleted ones included, as Whoosh counts."""
        spans = (here[0].span(here[1]) for here in self._everywhere(field, term))
        return sum(span.stop - span.start for span in spans)

    def occurrences(self, field: str, term: str) -> float:
        """Return how often the term stands in the field."""
        return float((self.entry(field, term).marks >> 8).sum())

    def average_length(self, field: str) -> float:
        """Return the field's words a document, documents of every type and deleted ones counted."""
        return self.keep(("average", field), lambda: self._average_length(field))

    def lengths(self, field: str) -> Floats:
        """Return each document's length in the field, in the 256 steps Whoosh stores; 1 where it has none."""
        parts: list[Array] = [np.empty(0, np.uint8)]
        for segment in self.segments:
            found = segment.field(field)
            lengths = found.lengths if found else None
            parts.append(np.zeros(segment.size, np.uint8) if lengths is None else lengths)
        found_lengths: Floats = np.maximum(LENGTHS[np.concatenate(parts)], 1).astype(np.float64)
        return found_lengths

    # Values

    def names(self, field: str) -> Sequence[bytes]:
        """Return a facet's values in order: those that codes are places among."""
        return self.owned(field).names

    def owned(self, field: str) -> Owned:
        """Return a facet's values by document."""
        return self.keep(("owned", field), lambda: owned(self.segments, field))

    @cached_property
    def codes(self) -> Codes:
        """The facets' values of each document."""
        return Codes({str(name): self.owned(name) for name in COUNTED}, None)

    @cached_property
    def article_codes(self) -> Codes:
        """The facets' values of each article, those of its quotes included."""
        return Codes({str(name): self._gathered(name) for name in COUNTED}, self.article_docs)

    def _gathered(self, name: str) -> Owned:
        return renamed(self.owned(GATHERED.get(name, name)), self.names(name))

    def values(self, field: str) -> Values:
        """Return the values of a field whose terms are values, of the documents that are not deleted."""
        return self.keep(("values", field), lambda: listed(self.segments, self.alive, field))

    def codes_of(self, field: str, values: Sequence[str]) -> list[int]:
        """Return the codes of a facet's values, those left out that no document has."""
        names = self.names(field)
        places = (bisect_left(names, value.encode("utf-8")) for value in values)
        found = zip(places, values, strict=False)
        return [
            place for place, value in found if place < len(names) and names[place] == value.encode("utf-8")
        ]

    def places_of(self, field: str) -> Mapping[str, int]:
        """Return the values of a facet that documents which are not deleted have, and their codes."""
        return self.keep(("places", field), lambda: self._places_of(field))

    def _everywhere(self, field: str, term: str) -> Iterator[tuple[Field, int]]:
        for segment in self.segments:
            if here := segment.ordinal(field, term.encode("utf-8")):
                yield here

    def _is_ranked(self, field: Field, base: int) -> bool:
        """Whether the ranks of a segment's postings number its articles: each has the field, and no quote."""
        if field.ranks is None or field.lengths is None:
            return False
        return np.array_equal(field.lengths > 0, self.is_article[base : base + len(field.lengths)])

    def _average_length(self, field: str) -> float:
        fields = (segment.field(field) for segment in self.segments)
        return sum(found.total for found in fields if found) / (self.size or 1) or 1.0

    def _places_of(self, field: str) -> dict[str, int]:
        names = [name.decode("utf-8") for name in self.names(field)]
        if not self.has_deletions:
            return {name: place for place, name in enumerate(names)}
        counts, _ = self.codes.count_one(field, np.flatnonzero(self.alive))
        return {name: place for place, name in enumerate(names) if counts[place]}
