"""What a segment keeps by term: the terms in order, and a matcher over each one's documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from whoosh.codec.base import FieldCursor, TermsReader
from whoosh.fields import FieldType
from whoosh.formats import Format
from whoosh.reading import TermInfo, TermNotFound
from whoosh.scoring import BaseScorer

from index.codec.fields import LENGTHS, Field, read_field
from index.codec.files import ArrayFile
from index.codec.matcher import ArrayMatcher

Term = tuple[str, bytes]
"""A field's name and a term."""


class ArrayTermsReader(TermsReader):  # type: ignore[misc]  # Whoosh has no types
    """Reads the terms of a segment."""

    def __init__(self, file: ArrayFile) -> None:
        self._file = file
        self.field = lru_cache(None)(self._field)

    def _field(self, name: str) -> Field | None:
        return read_field(self._file, name) if name in self._file.meta["fields"] else None

    def __contains__(self, term: Term) -> bool:
        field = self.field(term[0])
        return field is not None and field.terms.find(term[1]) >= 0

    def indexed_field_names(self) -> list[str]:
        """Return the names of the fields, in order."""
        return sorted(self._file.meta["fields"])

    def cursor(self, fieldname: str, fieldobj: FieldType) -> Cursor:
        """Return a cursor on a field's first term."""
        return Cursor(self.field(fieldname), fieldobj)

    def terms(self) -> Iterator[Term]:
        """Yield all terms, field by field."""
        for name in self.indexed_field_names():
            for term in self._known(name).terms:
                yield name, term

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[Term]:
        """Yield the terms from one on: the rest of its field, then the fields after it."""
        for name, ordinals in self._from(fieldname, prefix):
            terms = self._known(name).terms
            yield from ((name, terms[ordinal]) for ordinal in ordinals)

    def items(self) -> Iterator[tuple[Term, TermInfo]]:
        """Yield all terms and what is known of each."""
        names = self.indexed_field_names()
        return self.items_from(names[0], b"") if names else iter(())

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[Term, TermInfo]]:
        """Yield the terms from one on, and what is known of each."""
        for name, ordinals in self._from(fieldname, prefix):
            field = self._known(name)
            yield from (((name, field.terms[ordinal]), term_info(field, ordinal)) for ordinal in ordinals)

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        """Return what is known of a term."""
        return term_info(*self._find(fieldname, text))

    def frequency(self, fieldname: str, text: bytes) -> float:
        """Return the sum of a term's weights; 0 where there is no such term."""
        if (fieldname, text) not in self:
            return 0.0
        field, ordinal = self._find(fieldname, text)
        return float(field.weights_of(field.span(ordinal)).sum())

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """Return how many documents have a term, deleted ones included."""
        if (fieldname, text) not in self:
            return 0
        field, ordinal = self._find(fieldname, text)
        return int(field.starts[ordinal + 1]) - int(field.starts[ordinal])

    def matcher(
        self, fieldname: str, text: bytes, format_: Format, scorer: BaseScorer | None = None
    ) -> ArrayMatcher:
        """Return a matcher over a term's documents, deleted ones included."""
        field, ordinal = self._find(fieldname, text)
        return ArrayMatcher(field, ordinal, format_, (fieldname, text), scorer)

    def _known(self, name: str) -> Field:
        field = self.field(name)
        assert field is not None
        return field

    def _find(self, fieldname: str, text: bytes) -> tuple[Field, int]:
        field = self.field(fieldname)
        ordinal = field.terms.find(text) if field else -1
        if field is None or ordinal < 0:
            raise TermNotFound(f"No term {fieldname}:{text!r}")
        return field, ordinal

    def _from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, Iterable[int]]]:
        for name in self.indexed_field_names():
            if name >= fieldname:
                terms = self._known(name).terms
                yield name, range(terms.at(prefix) if name == fieldname else 0, len(terms))


class Cursor(FieldCursor):  # type: ignore[misc]
    """A place among a field's terms. ``fieldobj`` turns their bytes into what Whoosh's callers expect."""

    def __init__(self, field: Field | None, fieldobj: FieldType) -> None:
        self._field = field
        self._fieldobj = fieldobj
        self._size = len(field.ends) if field else 0
        self._at = 0

    def first(self) -> Any:
        """Go to the first term, and return it."""
        self._at = 0
        return self.text()

    def find(self, string: Any) -> Any:
        """Go to the first term that is not less, and return it."""
        term = string if isinstance(string, bytes) else self._fieldobj.to_bytes(string)
        self._at = self._field.terms.at(term) if self._field else 0
        return self.text()

    def next(self) -> Any:
        """Go to the next term, and return it; None past the last."""
        self._at = min(self._at + 1, self._size)
        return self.text()

    def text(self) -> Any:
        """Return the term; None past the last."""
        if self._field is None or not self.is_valid():
            return None
        return self._fieldobj.from_bytes(self._field.terms[self._at])

    def term_info(self) -> TermInfo | None:
        """Return what is known of the term."""
        return term_info(self._field, self._at) if self._field and self.is_valid() else None

    def is_valid(self) -> bool:
        """Whether the cursor stands at a term."""
        return self._at < self._size


def term_info(field: Field, ordinal: int) -> TermInfo:
    """Return what Whoosh's searcher asks of a term, deleted documents included."""
    span = field.span(ordinal)
    docs, weights = field.docs[span], field.weights_of(span)
    lengths = LENGTHS[field.lengths[docs]] if field.lengths is not None else LENGTHS[:1]
    return TermInfo(
        weight=float(weights.sum()),
        df=len(docs),
        minlength=int(lengths.min()),
        maxlength=int(lengths.max()),
        maxweight=float(weights.max()),
        minid=int(docs[0]),
        maxid=int(docs[-1]),
    )
