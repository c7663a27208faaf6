"""What Whoosh's own searcher answers on our segments is what it answers on its own, exactly."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from whoosh import query as q
from whoosh import scoring, sorting
from whoosh.highlight import WholeFragmenter
from whoosh.index import FileIndex
from whoosh.query import spans
from whoosh.searching import Searcher

from tests.index.codec.corpora import schema

QUERIES = {
    "every": q.Every(),
    "every with a field": q.Every("key"),
    "term": q.Term("text", "run"),
    "term of chunks": q.Term("chunked", "alpha"),
    "compound": q.Term("chunked", "halfopen"),
    "boosted term": q.Term("text", "alpha", boost=3.0),
    "boosted field": q.Term("boosted", "beta"),
    "unknown term": q.Term("text", "nowhere"),
    "key": q.Term("key", "a"),
    "tag": q.Term("tags", "two"),
    "and": q.And([q.Term("text", "alpha"), q.Term("chunked", "beta")]),
    "or": q.Or([q.Term("text", "alpha"), q.Term("chunked", "beta"), q.Term("chars", "gamma")]),
    "or of many": q.Or([q.Term("grams", gram) for gram in ("al", "be", "ga", "ta", "pha", "mma")]),
    "disjunction max": q.DisjunctionMax([q.Term("text", "alpha"), q.Term("chunked", "alpha")]),
    "not": q.And([q.Term("text", "alpha"), q.Not(q.Term("key", "a"))]),
    "and maybe": q.AndMaybe(q.Term("text", "alpha"), q.Term("chunked", "beta")),
    "require": q.Require(q.Term("text", "alpha"), q.Term("key", "b")),
    "phrase": q.Phrase("text", ["alpha", "beta"]),
    "phrase of chunks": q.Phrase("chunked", ["half", "open"]),
    "sloppy phrase": q.Phrase("chunked", ["alpha", "beta"], slop=4),
    "phrase with characters": q.Phrase("chars", ["O", "Brien"]),
    "prefix": q.Prefix("chunked", "p"),
    "wildcard": q.Wildcard("chunked", "*l?ha"),
    "regex": q.Regex("text", "[a-c].*"),
    "fuzzy": q.FuzzyTerm("chunked", "polcy", maxdist=2, prefixlength=1),
    "variations": q.Variations("chunked", "run"),
    "term range": q.TermRange("chunked", "b", "g", endexcl=True),
    "numbers": q.NumericRange("number", -1, 5),
    "decimals": q.NumericRange("decimal", 0.25, 0.5),
    "days": q.DateRange("day", dt.datetime(2025, 1, 3), dt.datetime(2025, 1, 9)),
    "constant score": q.ConstantScoreQuery(q.Term("text", "alpha"), 2.0),
    "near": spans.SpanNear(q.Term("chunked", "alpha"), q.Term("chunked", "beta"), slop=3),
    "first": spans.SpanFirst(q.Term("chunked", "alpha"), limit=2),
    "not near": spans.SpanNot(q.Term("chunked", "alpha"), q.Term("chunked", "beta")),
    "before": spans.SpanBefore(q.Term("chunked", "alpha"), q.Term("chunked", "beta")),
}
WEIGHTINGS = {
    "bm25f": scoring.BM25F(),
    "bm25f with other weights": scoring.BM25F(B=0.3, K1=2.0, chunked_B=1.0),
    "tf-idf": scoring.TF_IDF(),
    "frequency": scoring.Frequency(),
}


VALUES = [
    (field, kind)
    for field in ("text", "chunked", "chars", "boosted", "tags")
    for kind in ("frequency", "positions", "characters", "weight")
    if schema()[field].format.supports(kind)
]


@pytest.fixture
def both(pair: tuple[FileIndex, FileIndex]) -> Iterator[tuple[Searcher, Searcher]]:
    with pair[0].searcher() as expected, pair[1].searcher() as found:
        yield expected, found


def scores(searcher: Searcher, query: q.Query, **options: object) -> dict[str, float]:
    return {hit["id"]: hit.score for hit in searcher.search(query, limit=None, **options)}


@pytest.mark.parametrize("name", QUERIES)
def test_the_same_documents_and_scores(both: tuple[Searcher, Searcher], name: str) -> None:
    expected, found = (scores(searcher, QUERIES[name]) for searcher in both)
    assert found == expected


def test_the_table_finds_something(both: tuple[Searcher, Searcher]) -> None:
    empty = [name for name, query in QUERIES.items() if not scores(both[0], query)]
    assert empty == ["unknown term"]


@pytest.mark.parametrize("weighting", WEIGHTINGS)
def test_every_weighting_gives_the_same_scores(pair: tuple[FileIndex, FileIndex], weighting: str) -> None:
    for name in ("term of chunks", "or", "phrase of chunks", "boosted field"):
        with (
            pair[0].searcher(weighting=WEIGHTINGS[weighting]) as expected,
            pair[1].searcher(weighting=WEIGHTINGS[weighting]) as found,
        ):
            assert scores(found, QUERIES[name]) == scores(expected, QUERIES[name])


@pytest.mark.parametrize("limit", [1, 3, 10])
@pytest.mark.parametrize("name", ["term of chunks", "and", "or", "phrase of chunks"])
def test_the_best_few_have_the_same_scores(both: tuple[Searcher, Searcher], name: str, limit: int) -> None:
    expected, found = (
        [hit.score for hit in searcher.search(QUERIES[name], limit=limit)] for searcher in both
    )
    assert found == expected


@pytest.mark.parametrize("field", ["number", "key", "day"])
@pytest.mark.parametrize("reverse", [True, False])
def test_the_same_order_by_a_field(both: tuple[Searcher, Searcher], field: str, reverse: bool) -> None:
    expected, found = (
        [
            (hit.get("number") if field == "number" else None, hit["id"])
            for hit in searcher.search(
                q.Every(), limit=None, sortedby=[sorting.FieldFacet(field, reverse=reverse), "id"]
            )
        ]
        for searcher in both
    )
    assert found == expected


@pytest.mark.parametrize(
    "facet",
    [
        sorting.FieldFacet("key"),
        sorting.FieldFacet("tags", allow_overlap=True),
        sorting.FieldFacet("number"),
        sorting.RangeFacet("number", -3, 9, 4),
        sorting.DateRangeFacet("day", dt.datetime(2025, 1, 1), dt.datetime(2025, 2, 1), dt.timedelta(7)),
        sorting.QueryFacet({"a": q.Term("text", "alpha"), "b": q.Term("text", "beta")}),
    ],
)
def test_the_same_groups(both: tuple[Searcher, Searcher], facet: sorting.FacetType) -> None:
    def groups(searcher: Searcher) -> dict[object, set[str]]:
        results = searcher.search(q.Every(), limit=None, groupedby={"facet": facet})
        found = results.groups("facet")
        return {key: {searcher.stored_fields(doc)["id"] for doc in docs} for key, docs in found.items()}

    expected, found = (groups(searcher) for searcher in both)
    assert found == expected
    assert expected


def test_the_same_terms_and_statistics(both: tuple[Searcher, Searcher]) -> None:
    expected, found = (searcher.reader() for searcher in both)
    assert list(found.all_terms()) == list(expected.all_terms())
    assert sorted(found.indexed_field_names()) == sorted(expected.indexed_field_names())
    for field, term in expected.all_terms():
        here, there = found.term_info(field, term), expected.term_info(field, term)
        assert here.doc_frequency() == there.doc_frequency()
        assert here.weight() == pytest.approx(there.weight(), rel=1e-6)
        assert here.max_weight() == pytest.approx(there.max_weight(), rel=1e-6)
    for field in ("text", "chunked", "chars", "tags"):
        assert found.field_length(field) == expected.field_length(field)
        assert found.max_field_length(field) == expected.max_field_length(field)
    assert (found.doc_count(), found.doc_count_all()) == (expected.doc_count(), expected.doc_count_all())


@pytest.mark.parametrize(("field", "kind"), VALUES)
def test_the_same_values_of_postings(both: tuple[Searcher, Searcher], field: str, kind: str) -> None:
    def values(searcher: Searcher) -> dict[tuple[str, bytes], object]:
        found = {}
        for term in searcher.lexicon(field):
            matcher = searcher.postings(field, term)
            while matcher.is_active():
                found[searcher.stored_fields(matcher.id())["id"], term] = matcher.value_as(kind)
                matcher.next()
        return found

    expected, found = (values(searcher) for searcher in both)
    assert found == expected
    assert expected


def test_the_same_stored_fields_and_vectors(both: tuple[Searcher, Searcher]) -> None:
    def documents(searcher: Searcher) -> dict[str, tuple[object, object]]:
        found: dict[str, tuple[object, object]] = {}
        for doc in searcher.reader().all_doc_ids():
            stored = searcher.stored_fields(doc)
            has = searcher.reader().has_vector(doc, "text")
            found[stored["id"]] = stored, list(searcher.vector_as("positions", doc, "text")) if has else None
        return found

    expected, found = (documents(searcher) for searcher in both)
    assert found == expected
    assert any(vector for _, vector in found.values())


def test_the_same_spelling_highlights_and_more_like_this(both: tuple[Searcher, Searcher]) -> None:
    def answers(searcher: Searcher) -> object:
        results = searcher.search(q.Term("text", "polici"), limit=None)
        results.fragmenter = WholeFragmenter()
        marked = sorted((hit["id"], hit.highlights("text")) for hit in results)
        first = min(hit["id"] for hit in results)
        like = searcher.more_like(searcher.document_number(id=first), "text", numterms=3)
        return (
            sorted(searcher.suggest("text", "polices", limit=3)),
            sorted(searcher.suggest("chunked", "alfa")),
            marked,
            {round(hit.score, 9) for hit in like},
        )

    expected, found = (answers(searcher) for searcher in both)
    assert found == expected


def test_the_same_cursor(both: tuple[Searcher, Searcher]) -> None:
    for searchers in zip(*(searcher.leaf_searchers() or [(searcher, 0)] for searcher in both), strict=False):
        expected, found = (searcher.reader().cursor("chunked") for searcher, _ in searchers)
        for word in ("a", "beta", "c", "zeta", "zz"):
            assert found.find(word) == expected.find(word)
            assert found.text() == expected.text()
        assert found.first() == expected.first()
        while expected.is_valid():
            assert (found.text(), found.is_valid()) == (expected.text(), True)
            assert found.term_info().doc_frequency() == expected.term_info().doc_frequency()
            assert found.next() == expected.next()
        assert not found.is_valid()
        assert found.text() is None
