"""Documents that were added and are yet to be written as a segment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from whoosh.fields import FieldType, UnknownFieldError

from index.codec.batch import Texts
from index.codec.building import Postings, from_documents
from index.codec.codec import ColumnarCodec, write_fields
from index.codec.documents import DocumentWriter
from index.codec.fields import Field
from index.codec.files import ArrayWriter
from index.codec.matcher import ArrayMatcher
from index.codec.plans import Item, Plan
from index.codec.vocabulary import Vocabulary

BATCH_TOKENS = 4_000_000  # of one field: 24 MB, and as much again when they are joined
BATCH_STORED = 64 * 2**20  # bytes of stored fields

Vocabularies = dict[Any, Vocabulary]
"""What is known of each analyzer's chunks."""
_Posting = tuple[bytes, int, float, bytes]
"""A term, a document, the weight and the value it has there."""


class Pending:
    """Documents held in arrays until they are written; ``vocabularies`` outlive them."""

    def __init__(self, plans: Mapping[str, Plan], codec: ColumnarCodec, vocabularies: Vocabularies) -> None:
        self._plans = plans
        self._codec = codec
        self._vocabularies = vocabularies
        self._documents = DocumentWriter()
        self._texts: dict[str, Texts] = {}
        self._exact: dict[str, dict[bytes, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._loose: dict[str, list[_Posting]] = defaultdict(list)

    @property
    def size(self) -> int:
        """How many documents there are."""
        return self._documents.size

    @property
    def is_full(self) -> bool:
        """Whether it is time to write them."""
        return self._documents.stored_bytes > BATCH_STORED or any(
            texts.tokens > BATCH_TOKENS for texts in self._texts.values()
        )

    def add(self, fields: Mapping[str, Any]) -> None:
        """Add a document, all of it or, where a value is wrong, nothing."""
        special = {name: value for name, value in fields.items() if name.startswith("_")}
        read = [
            self._read(name, value, special)
            for name, value in fields.items()
            if value is not None and name not in special
        ]
        self._documents.start_doc(self.size)
        for plan, value, terms, items in read:
            self._add(plan, value, terms, items, special)
        self._documents.finish_doc()

    def write(self, file: ArrayWriter) -> None:
        """Write the documents as a segment's file."""
        self._documents.write(file)
        write_fields(file, self._fields(), self.size)

    def _read(
        self, name: str, value: Any, special: Mapping[str, Any]
    ) -> tuple[Plan, Any, Sequence[bytes] | None, Sequence[Item] | None]:
        """Return the plan for a value and, unless it is taken as a text, its terms or its items."""
        plan = self._plans.get(name)
        if plan is None:
            raise UnknownFieldError(f"There is no field {name!r}.")
        if plan.taken == "nothing":
            return plan, value, (), None
        boost = _boost(name, special) if special else None
        if boost is not None:
            weighted = [(term, freq, w * boost, data) for term, freq, w, data in plan.field.index(value)]
            return plan, value, None, weighted
        if plan.taken == "terms":
            return plan, value, plan.terms(value), None
        if plan.taken == "text" and isinstance(value, str):
            return plan, value, None, None
        return plan, value, None, plan.items(value)

    def _add(
        self,
        plan: Plan,
        value: Any,
        terms: Sequence[bytes] | None,
        items: Sequence[Item] | None,
        special: Mapping[str, Any],
    ) -> None:
        length = 0
        if terms is not None:
            length = len(terms)
            self._add_terms(plan.name, terms)
        elif items is not None:
            length = sum(item[1] for item in items)
            self._add_items(plan.name, items)
        else:
            self._texts_of(plan).add(self.size, value)
        stored = special.get(f"_stored_{plan.name}", value) if special else value
        length = length if plan.scorable else 0
        if plan.stored or length:
            self._documents.add_field(plan.name, plan.field, stored if plan.stored else None, length)
        if plan.has_more:
            self._add_more(plan.name, plan.field, value, stored, items or ())

    def _add_terms(self, name: str, terms: Sequence[bytes]) -> None:
        doc = self.size
        if name in self._loose:
            self._loose[name] += [(term, doc, 1.0, b"") for term in terms]
        elif terms:
            exact = self._exact[name]
            for term in terms:
                exact[term].append(doc)

    def _add_items(self, name: str, items: Sequence[Item]) -> None:
        doc = self.size
        for term, docs in self._exact.pop(name, {}).items():
            self._loose[name] += [(term, other, 1.0, b"") for other in docs]
        self._loose[name] += [(term, doc, weight, data) for term, _, weight, data in items]

    def _texts_of(self, plan: Plan) -> Texts:
        if plan.name not in self._texts:
            analyzer = plan.field.analyzer
            if analyzer not in self._vocabularies:
                self._vocabularies[analyzer] = Vocabulary(analyzer)
            self._texts[plan.name] = Texts(
                self._vocabularies[analyzer],
                gaps=plan.name in self._codec.gaps,
                nexts=plan.name in self._codec.nexts,
            )
        return self._texts[plan.name]

    def _add_more(self, name: str, field: FieldType, value: Any, stored: Any, items: Sequence[Item]) -> None:
        """Add what few fields have: words for spelling, a term vector, a column."""
        if field.separate_spelling():
            last = items[-1][3] if items else b""
            words = [(word.encode("utf-8"), 0, 1.0, last) for word in field.spellable_words(value)]
            self._loose[field.spelling_fieldname(name)] += words
        if field.vector:
            values = field.vector.word_values(value, field.analyzer, mode="index")
            vector = sorted((text, weight, data) for text, _, weight, data in values)
            self._documents.add_vector_items(name, field, vector)
        if field.column_type and stored is not None:
            self._documents.add_column_value(name, field.column_type, field.to_column_value(stored))

    def _fields(self) -> Iterator[tuple[str, Field]]:
        """Yield the fields of the documents added, each released once it is taken."""
        for name in sorted({*self._texts, *self._exact, *self._loose}):
            field: Field | None
            if name in self._texts:
                field = self._texts.pop(name).field(self.size)
                if name in self._loose:
                    field = self._postings(name, field)
            elif name in self._loose:
                field = self._postings(name, None)
            else:
                field = from_documents(self._exact.pop(name))
            if field is not None:
                yield name, self._codec.completed(name, field, self.size)

    def _postings(self, name: str, texts: Field | None) -> Field:
        """Return the field of terms taken in one by one, with those of the documents taken in as texts."""
        schema_field = self._plans[name].field
        found = self._loose.pop(name)
        lengths, total = self._documents.lengths(name)
        if texts is not None:
            found += _postings_of(name, texts, schema_field)
            lengths = lengths if texts.lengths is None else lengths | texts.lengths
            total += texts.total
        postings = Postings(schema_field)
        for term, doc, weight, data in sorted(found, key=lambda posting: posting[:2]):
            if not postings.terms or postings.terms[-1] != term:
                postings.start_term(term)
            postings.add(doc, weight, data)
        return postings.field(lengths, total)


def _boost(name: str, special: Mapping[str, Any]) -> float | None:
    """Return what a document's weights in a field are multiplied by; None where nothing is said of that."""
    found = special.get(f"_{name}_boost", special.get("_boost"))
    return None if found is None else float(found)


def _postings_of(name: str, field: Field, schema_field: FieldType) -> Iterator[_Posting]:
    for ordinal, term in enumerate(field.terms):
        matcher = ArrayMatcher(field, ordinal, schema_field.format, (name, term), None)
        while matcher.is_active():
            yield term, matcher.id(), matcher.weight(), matcher.value()
            matcher.next()
