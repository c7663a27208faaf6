"""A writer that holds documents in arrays, writes a segment when they are many, and merges whole arrays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import lru_cache
from typing import Any

from whoosh.fields import FieldType
from whoosh.index import FileIndex
from whoosh.reading import IndexReader, SegmentReader
from whoosh.writing import SegmentWriter

from index.codec.batch import Texts
from index.codec.building import Postings, from_documents
from index.codec.codec import ColumnarCodec, write_fields
from index.codec.documents import DocumentWriter
from index.codec.fields import Field
from index.codec.files import ArrayFile, ArrayWriter
from index.codec.matcher import ArrayMatcher
from index.codec.merging import Source, merge
from index.codec.plans import Plan, plan_for
from index.codec.segment import ColumnarSegment
from index.codec.vocabulary import KNOWN_CHUNKS, Vocabulary

BATCH_TOKENS = 4_000_000  # of one field before a segment is written: its sort then takes some 150 MB
BATCH_STORED = 64 * 2**20  # bytes of stored fields
REMEMBERED = 50_000  # values of a field whose terms are remembered while a batch is filled

Item = tuple[bytes, int, float, bytes]
"""What Whoosh's fields give for a term: the term, its frequency, weight and value."""
Vocabularies = dict[Any, Vocabulary]
"""What is known of each analyzer's chunks."""
MergePolicy = Callable[[SegmentWriter, list[ColumnarSegment]], list[ColumnarSegment]]


class ColumnarWriter(SegmentWriter):  # type: ignore[misc]  # Whoosh has no types
    """Adds documents to an index, as Whoosh's own writer does, and merges segments as arrays.

    Documents of one group stay in one segment.
    """

    def __init__(
        self, ix: FileIndex, codec: ColumnarCodec, vocabularies: Vocabularies | None = None, **options: Any
    ) -> None:
        """Begin to write; ``vocabularies`` are kept by the caller from one writer to the next."""
        super().__init__(ix, codec=codec, compound=False, **options)
        self._index = ix
        self._written: list[ColumnarSegment] = []
        self._fresh: set[str] = set()
        self._to_merge: list[ColumnarSegment] = []
        self._vocabularies = {} if vocabularies is None else vocabularies
        self._depth = 0
        self._plans = {name: plan_for(field) for name, field in self.schema.items()}
        self._begin()

    def _begin(self) -> None:
        self.docnum = 0
        self._documents = DocumentWriter()
        self._texts: dict[str, Texts] = {}
        self._exact: dict[str, dict[bytes, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._loose: dict[str, list[tuple[bytes, int, float, bytes]]] = defaultdict(list)
        self._items = {
            name: lru_cache(REMEMBERED)(lambda value, field=field: tuple(field.index(value)))
            for name, field in self.schema.items()
        }

    # Documents

    def add_document(self, **fields: Any) -> None:
        """Add a document, all of it or, where a value is wrong, nothing."""
        self._check_state()
        boosts = any(name.startswith("_") and name.endswith("boost") for name in fields)
        names = sorted(name for name in fields if not name.startswith("_") and fields[name] is not None)
        self._check_fields(self.schema, names)
        self._added = True
        analysed = [(name, self._analysed(name, fields[name], fields if boosts else {})) for name in names]
        self._documents.start_doc(self.docnum)
        for name, (items, vector) in analysed:
            self._add_field(name, fields[name], fields.get(f"_stored_{name}", fields[name]), items, vector)
        self._documents.finish_doc()
        self.docnum += 1
        self._flush_if_full()

    def start_group(self) -> None:
        """Begin a group: its documents stay together."""
        self._depth += 1

    def end_group(self) -> None:
        """End a group."""
        self._depth -= 1
        self._flush_if_full()

    def _analysed(self, name: str, value: Any, boosts: dict[str, Any]) -> tuple[list[Item] | None, list[Any]]:
        """Return a field's terms, None where its text is taken in whole, and its term vector."""
        plan = self._plans[name]
        if not plan.indexed:
            return [], []
        if not boosts and plan.is_text and isinstance(value, str):
            return None, []
        field = plan.field
        vector = self._vector(field, value) if field.vector else []
        if plan.is_id and not boosts:
            values = value if isinstance(value, list | tuple) else [value]
            return [(one.encode("utf-8"), 1, plan.boost, b"") for one in dict.fromkeys(values)], vector
        if isinstance(value, str | int) and not boosts:
            return list(self._items[name](value)), vector
        boost = self._field_boost(boosts, name, self._doc_boost(boosts)) if boosts else 1.0
        return [(term, freq, weight * boost, data) for term, freq, weight, data in field.index(value)], vector

    def _vector(self, field: FieldType, value: Any) -> list[tuple[str, float, bytes]]:
        values = field.vector.word_values(value, field.analyzer, mode="index")
        return sorted((text, weight, data) for text, _, weight, data in values)

    def _add_field(
        self, name: str, value: Any, stored: Any, items: list[Item] | None, vector: list[Any]
    ) -> None:
        plan, doc = self._plans[name], self.docnum
        length = 0
        if items is None:
            self._texts_of(name, plan.field).add(doc, value)
        elif items:
            length = sum(item[1] for item in items) if plan.scorable else 0
            self._add_items(name, plan, items)
        if plan.stored or length:
            self._documents.add_field(name, plan.field, stored if plan.stored else None, length)
        if plan.has_more:
            self._add_more(name, plan.field, value, stored, items or [], vector)

    def _add_more(
        self, name: str, field: FieldType, value: Any, stored: Any, items: list[Item], vector: list[Any]
    ) -> None:
        """Add what few fields have: words for spelling, a term vector, a column."""
        if field.separate_spelling():
            last = items[-1][3] if items else b""
            words = [(word.encode("utf-8"), 0, 1.0, last) for word in field.spellable_words(value)]
            self._loose[field.spelling_fieldname(name)] += words
        self._documents.add_vector_items(name, field, vector)
        if field.column_type and stored is not None:
            self._documents.add_column_value(name, field.column_type, field.to_column_value(stored))

    def _add_items(self, name: str, plan: Plan, items: list[Item]) -> None:
        doc = self.docnum
        if plan.is_exact and name not in self._loose:
            if all(item[2] == 1.0 for item in items):
                exact = self._exact[name]
                for item in items:
                    exact[item[0]].append(doc)
                return
            for term, docs in self._exact.pop(name, {}).items():
                self._loose[name] += [(term, other, 1.0, b"") for other in docs]
        self._loose[name] += [(term, doc, weight, data) for term, _, weight, data in items]

    def _texts_of(self, name: str, field: FieldType) -> Texts:
        if name not in self._texts:
            analyzer = field.analyzer
            if analyzer not in self._vocabularies:
                self._vocabularies[analyzer] = Vocabulary(analyzer)
            self._texts[name] = Texts(self._vocabularies[analyzer], name in self.codec.gaps)
        return self._texts[name]

    # Segments

    def _flush_if_full(self) -> None:
        full = self._documents.stored_bytes > BATCH_STORED or any(
            texts.tokens > BATCH_TOKENS for texts in self._texts.values()
        )
        if full and not self._depth:
            self._flush()

    def _flush(self) -> None:
        """Write what was added as a segment of its own."""
        if not self.docnum:
            return
        segment = self.codec.new_segment(self.storage, self.indexname)
        segment.set_doc_count(self.docnum)
        with ArrayWriter(self.storage, segment.file_name) as file:
            self._documents.write(file)
            write_fields(file, self._fields(), self.docnum)
        self._written.append(segment)
        self._fresh.add(segment.segment_id())
        if any(len(known) > KNOWN_CHUNKS for known in self._vocabularies.values()):
            self._vocabularies.clear()
        self._begin()

    def _fields(self) -> Iterator[tuple[str, Field]]:
        """Yield the fields of the documents added, each released once it is taken."""
        for name in sorted({*self._texts, *self._exact, *self._loose}):
            field: Field | None
            if name in self._texts:
                field = self._texts.pop(name).field(self.docnum)
                if name in self._loose:
                    field = self._postings(name, field)
            elif name in self._loose:
                field = self._postings(name, None)
            else:
                field = from_documents(self._exact.pop(name))
            if field is not None:
                yield name, self.codec.completed(name, field, self.docnum)

    def _postings(self, name: str, texts: Field | None) -> Field:
        """Return the field of terms taken in one by one, with those of the documents taken in as texts."""
        schema_field = self.schema[name]
        items = self._loose.pop(name)
        lengths, total = self._documents.lengths(name)
        if texts is not None:
            items += _items_of(name, texts, schema_field)
            lengths, total = (
                lengths if texts.lengths is None else lengths | texts.lengths,
                total + texts.total,
            )
        postings = Postings(schema_field)
        for term, doc, weight, data in sorted(items, key=lambda item: item[:2]):
            if not postings.terms or postings.terms[-1] != term:
                postings.start_term(term)
            postings.add(doc, weight, data)
        return postings.field(lengths, total)

    # Merging

    def add_reader(self, reader: IndexReader) -> None:
        """Take in what is alive in another reader; its arrays as they are where it has some."""
        self._check_state()
        if self._is_ours(reader):
            self._to_merge.append(reader.segment())
            return
        for leaf, _ in reader.leaf_readers():
            stock = SegmentWriter(self._index, codec=self.codec, compound=False, _lk=False)
            stock.add_reader(leaf)
            self._written.append(stock._finalize_segment())
            stock._finish()

    def commit(
        self, mergetype: MergePolicy | None = None, optimize: bool | None = None, merge: bool | None = None
    ) -> None:
        """Write what was added, merge by the policy, and make it the index's new state at once."""
        self._check_state()
        self._flush()
        self.segments += self._written
        self._written = []
        left = self._merge_segments(mergetype, optimize, merge)
        if self._to_merge:
            left = [*left, *self._merged()]
        self._commit_toc(left + self._written)
        self._close_segment()
        self._finish()

    def cancel(self) -> None:
        """Drop what was added since the last commit."""
        self._check_state()
        for segment in self._written:
            with suppress(OSError):
                self.storage.delete_file(segment.file_name)
        self._close_segment()
        self._finish()

    def _is_ours(self, reader: IndexReader) -> bool:
        return (
            isinstance(reader, SegmentReader)
            and isinstance(reader.codec(), ColumnarCodec)
            and reader.storage() is self.storage
        )

    def _merged(self) -> list[ColumnarSegment]:
        """Return the segments to merge as one; none where nothing is alive in them."""
        if len(self._to_merge) == 1 and not self._to_merge[0].has_deletions():
            return self._to_merge
        sources = [
            Source(
                ArrayFile(self.storage, segment.file_name), segment, fresh=segment.segment_id() in self._fresh
            )
            for segment in self._to_merge
        ]
        segment = self.codec.new_segment(self.storage, self.indexname)
        with ArrayWriter(self.storage, segment.file_name) as file:
            segment.set_doc_count(merge(sources, self.schema, self.codec, file))
        return [segment] if segment.doc_count_all() else []

    def _close_segment(self) -> None:
        """End what Whoosh's writer has begun; ours is written by then, or not to be."""
        self.pool.cleanup()


def _items_of(name: str, field: Field, schema_field: FieldType) -> Iterator[tuple[bytes, int, float, bytes]]:
    for ordinal, term in enumerate(field.terms):
        matcher = ArrayMatcher(field, ordinal, schema_field.format, (name, term), None)
        while matcher.is_active():
            yield term, matcher.id(), matcher.weight(), matcher.value()
            matcher.next()
