"""The arrays of an index's segments, against Whoosh's own reader."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from whoosh.index import open_dir
from whoosh.reading import IndexReader

from index.article import Article, replace
from index.codec.stored import unpacked_fields
from search import open_engine
from search.columns import Columns
from search.segments import Segment

Write = Callable[..., None]


@pytest.fixture
def reader(segmented_folder: Path) -> Iterator[IndexReader]:
    with open_dir(str(segmented_folder)).reader() as opened:
        yield opened


@pytest.fixture
def columns(segmented_folder: Path) -> Columns:
    reader = open_dir(str(segmented_folder)).reader()
    leaves = [leaf for leaf, _ in reader.leaf_readers()]
    deleted = [sorted(leaf.segment().deleted_docs()) for leaf in leaves]
    return Columns([Segment(leaf.storage(), leaf.segment()) for leaf in leaves], deleted, generation=1)


@pytest.mark.parametrize(
    ("field", "term"), [("body", "harbour"), ("quote", "defens"), ("name", "berg"), ("body", "x")]
)
def test_postings_are_whooshs(columns: Columns, reader: IndexReader, field: str, term: str) -> None:
    docs, freqs = columns.postings(field, term)
    alive = [(int(doc), float(freq)) for doc, freq in zip(docs, freqs, strict=True) if columns.alive[doc]]
    expected: list[tuple[int, float]] = []
    if (field, term) in reader:
        matcher = reader.postings(field, term)
        while matcher.is_active():
            expected.append((matcher.id(), matcher.weight()))
            matcher.next()
    assert alive == expected
    assert columns.doc_frequency(field, term) == reader.doc_frequency(field, term)


@pytest.mark.parametrize("titled", [True, False])
def test_postings_by_article_are_those_by_document(
    tmp_path: Path, corpus: tuple[Article, ...], write: Write, titled: bool
) -> None:
    articles = [replace(one, title=one.title or "Harbour" if titled else None) for one in corpus]
    write(tmp_path, *articles[::2])
    write(tmp_path, *articles[1::2], replace(corpus[0], id="other", path="other", title="Harbour"))
    with open_engine(tmp_path) as engine:
        columns = engine._current().columns
        for field in ("title", "body"):
            for term in columns.terms(field, ""):
                docs, marks = columns.entry(field, term)
                numbers, same = columns.entry(field, term, by_article=True)
                assert numbers.tolist() == columns.article_of[docs].tolist()
                assert same.tolist() == marks.tolist()


def test_lengths_and_statistics_are_whooshs(columns: Columns, reader: IndexReader) -> None:
    for field in ("body", "title", "quote", "name", "context", "heading"):
        lengths = [reader.doc_field_length(doc, field, 1) or 1 for doc in range(reader.doc_count_all())]
        assert columns.lengths(field).tolist() == lengths
        assert columns.average_length(field) == reader.field_length(field) / reader.doc_count_all()


def test_each_quote_knows_its_article(columns: Columns) -> None:
    for doc in range(columns.size):
        if columns.alive[doc]:
            parent = int(columns.parent[doc])
            assert columns.is_article[parent]
            own, its = unpacked_fields(columns.stored(doc)), unpacked_fields(columns.stored(parent))
            assert own["article"] == its["id"]


def test_what_deleted_documents_have_is_no_value(columns: Columns) -> None:
    assert columns.alive[columns.values("article").docs].all()
    assert len(columns.values("article").names) == 7


@pytest.mark.parametrize("field", ["speaker", "topic", "outlet", "kind", "verb", "implies"])
def test_codes_are_the_values_of_each_document(columns: Columns, field: str) -> None:
    codes, values, names = columns.codes, columns.values(field), columns.names(field)
    for doc in np.flatnonzero(columns.alive).tolist():
        counts, missing = codes.counted(field, codes.count(np.array([doc])))
        found = [names[code].decode() for code in np.flatnonzero(counts).tolist()]
        assert found == [values.names[code] for code in sorted(values.codes[values.docs == doc].tolist())]
        assert missing == (not found)


@pytest.mark.parametrize("suffix", ["-berg", "g", "berg", "anna-berg", "x", "reyes-tom-reyes"])
def test_terms_are_found_by_their_ends(columns: Columns, suffix: str) -> None:
    everybody = columns.places_of("speaker")
    assert columns.ending("speaker", suffix) == {id for id in everybody if id.endswith(suffix)}
