"""What the index holds of an article, field by field."""

from __future__ import annotations

import datetime as dt

import pytest

from index.analyzer import ANALYZER
from index.article import Article, Quote, Span, Speaker, Topic
from index.schema import (
    CONTEXT,
    context_of,
    documents_for,
    fields,
    identity_fields,
    whoosh_schema,
)
from index.stored_articles import stored_article

TEXT = "A heading\nThe mayor said “no way” to it, he told us.\nThe end."


@pytest.fixture
def article() -> Article:
    said = Quote(
        kind="mixed",
        content=Span(TEXT.index("no way"), TEXT.index("”")),
        clause=Span(TEXT.index("“"), TEXT.index(", he")),
        verb="call out",
        implies="criticising",
        speaker=Speaker("ann-lee", "Ann Lee", "Mayor", "Ann B. Lee"),
        mentions=("Bo Day",),
        topics=("roads", "trains"),
        id="a1-q1",
    )
    unnamed = Quote(kind="indirect", content=Span(0, TEXT.index("”")), id="a1-q2")
    return Article(
        id="a1",
        text=TEXT,
        path="news/one.txt",
        title="A heading",
        outlet="The Town Crier",
        date=dt.date(2025, 4, 3),
        url="https://Example.org/one/",
        quotes=(said, unnamed),
        topics=(Topic("roads", "Roads", (Span(0, 1),)),),
    )


def test_an_article_is_one_document_followed_by_its_quotes(article: Article) -> None:
    documents = documents_for(article, "mark")
    assert [(document["type"], document["id"]) for document in documents] == [
        ("article", "a1"),
        ("quote", "a1-q1"),
        ("quote", "a1-q2"),
    ]
    assert {document["article"] for document in documents} == {"a1"}


def test_the_articles_document(article: Article) -> None:
    document = documents_for(article, "mark", {"other/one.txt": "old mark"})[0]
    assert stored_article(document) == article
    assert document.pop("text").encode() not in document.pop("record")
    assert document == {
        "type": "article",
        "id": "a1",
        "article": "a1",
        "outlet": "the-town-crier",
        "date": dt.date(2025, 4, 3).toordinal(),
        "topic": ["roads"],
        "title": "A heading",
        "body": TEXT,
        "path": ["other/one.txt", "news/one.txt"],
        "url": "url example.org/one",
        "key": "work the-town-crier 2025-04-03 a-heading",
        "editions": {"other/one.txt": "old mark", "news/one.txt": "mark"},
        "speakers": ["ann-lee"],
        "kinds": ["mixed", "indirect"],
        "verbs": ["call-out"],
        "implied": ["criticising"],
        "names": {
            "outlet": {"the-town-crier": "The Town Crier"},
            "topic": {"roads": "Roads"},
        },
    }


def test_a_quotes_document(article: Article) -> None:
    assert documents_for(article, "mark")[1] == {
        "type": "quote",
        "id": "a1-q1",
        "article": "a1",
        "outlet": "the-town-crier",
        "date": dt.date(2025, 4, 3).toordinal(),
        "topic": ["roads", "trains"],
        "quote": "“no way” to it",
        "name": "Ann Lee B. Mayor",
        "context": "The mayor said “no way” to it, he told us.",
        "heading": "A heading",
        "about": "Bo Day",
        "speaker": "ann-lee",
        "named": "Ann Lee",
        "form": "Ann B. Lee",
        "kind": "mixed",
        "verb": "call-out",
        "implies": "criticising",
    }


def test_what_is_unknown_is_absent(article: Article) -> None:
    absent = {"speaker", "name", "named", "form", "about", "topic", "verb", "implies"}
    assert not documents_for(article, "mark")[2].keys() & absent
    bare = documents_for(Article(id="b", text="Words.", path="b.txt"), "mark")[0]
    assert bare.keys() == {"type", "id", "article", "body", "path", "editions", "record", "text", "names"}


def test_every_value_has_a_field(article: Article) -> None:
    used = {name for document in documents_for(article, "mark") for name in document}
    assert used == set(fields(ANALYZER)) == set(whoosh_schema(ANALYZER).names())


def test_the_facets_are_those_of_the_search_page() -> None:
    facets = {name for name, field in fields(ANALYZER).items() if field.facet}
    assert facets == {"speaker", "topic", "outlet", "date", "kind", "verb", "implies"}


def test_a_path_that_is_no_unicode_can_be_looked_up() -> None:
    article = Article(id="b", text="", path="caf\udce9.txt", title="t", outlet="o")
    assert identity_fields(article) == {"path": "caf\\udce9.txt"}


@pytest.mark.parametrize(
    ("text", "span", "context"),
    [
        ("one two", "two", "one two"),
        ("above\none two three\nbelow", "two", "one two three"),
        ("wörter " * 100 + "HERE " + "words " * 100, "HERE", None),
        ("x" * 1000 + "HERE" + "x" * 1000, "HERE", "HERE"),
    ],
)
def test_the_context_is_the_paragraph_cut_between_words(text: str, span: str, context: str | None) -> None:
    start = text.index(span)
    found = context_of(text, Span(start, start + len(span)))
    words = found.cut(text)
    assert context in (words, None)
    assert len(words) <= len(span) + 2 * CONTEXT
    assert span in words
    if context is None:
        assert set(words.split()) == {"wörter", "HERE", "words"}
