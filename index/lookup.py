"""The documents of an index by an exact value, without a searcher: what a writer asks for each article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from whoosh.index import FileIndex

from index.codec.documents import DocumentReader
from index.codec.fields import Field
from index.codec.terms import ArrayTermsReader
from index.schema import CODEC


class Lookup:
    """One state of an index. Documents are numbered as Whoosh numbers them, segment after segment."""

    def __init__(self, index: FileIndex, before: Lookup | None = None) -> None:
        """Open the latest commit; ``before`` is an earlier look-up whose open segments may serve again."""
        self._segments = index._segments()
        self.bases = np.cumsum([0, *(segment.doc_count_all() for segment in self._segments)]).tolist()
        known = before._terms if before else {}
        storage = index.storage
        self._terms: dict[str, ArrayTermsReader] = {
            id: known.get(id) or CODEC.terms_reader(storage, segment)
            for id, segment in ((segment.segment_id(), segment) for segment in self._segments)
        }
        self._documents = [CODEC.per_document_reader(storage, segment) for segment in self._segments]

    def find(self, field: str, value: str) -> Iterator[int]:
        """Yield the documents that have the value and are not deleted."""
        term = value.encode("utf-8")
        for base, segment in zip(self.bases, self._segments, strict=False):
            found: Field | None = self._terms[segment.segment_id()].field(field)
            ordinal = found.terms.find(term) if found else -1
            if found is None or ordinal < 0:
                continue
            for doc in found.docs[found.span(ordinal)].tolist():
                if not segment.is_deleted(doc):
                    yield base + doc

    def stored(self, doc: int) -> dict[str, Any]:
        """Return the stored fields of a document."""
        place = int(np.searchsorted(self.bases, doc, side="right")) - 1
        documents: DocumentReader = self._documents[place]
        return documents.stored_fields(doc - self.bases[place])
