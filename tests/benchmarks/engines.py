"""Onrecord and the engines it is measured beside, each with the same documents and the same work.

Every one answers a query with the number of matches, the ten best with their stored fields and highlighted
snippets and, where asked, the twenty largest values of speaker, outlet, topic and year with their counts.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Protocol

import tantivy
from whoosh import highlight, query, sorting
from whoosh.fields import ID, KEYWORD, STORED, TEXT, Schema
from whoosh.index import create_in, open_dir

from index.analyzer import ANALYZER
from index.article import Article
from index.codec import ColumnarCodec, ColumnarWriter, merge_tiers
from index.identity import slug
from index.schema import documents_for
from index.writer import open_writer
from search import SearchRequest, open_engine
from search.page import ArticleHit, QuoteHit
from search.request import View
from tests.benchmarks.shapes import Asked

TOP, BUCKETS = 10, 20
TITLE_WEIGHT = 2.0
FACETS = ("speaker", "outlet", "topic", "year")
Values = dict[str, Any]
"""An article's values by field."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an engine answers; ``hits`` are ids and scores."""

    total: int
    hits: list[tuple[str, float]]
    snippets: list[str]
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


class Builder(Protocol):
    """What makes an index in a folder."""

    def given(self, article: Article) -> Any:
        """Return what the engine is given of an article."""

    def build(self, folder: Path, given: Iterable[Any]) -> None:
        """Index what is given of some articles; commit at the end."""


class Engine(Builder, Protocol):
    """An engine with an index in a folder."""

    def open(self, folder: Path) -> None:
        """Open the index for searching."""

    def search(self, asked: Asked, *, facets: bool) -> Answer:
        """Answer a query."""


class Onrecord:
    """This program; ``quotes`` says whether they are indexed, ``view`` which view is asked."""

    def __init__(self, *, quotes: bool = True, view: View = "articles") -> None:
        self._quotes = quotes
        self._view: View = view

    def given(self, article: Article) -> Article:
        """Return the article with or without its quotes."""
        return article if self._quotes else replace(article, quotes=())

    def build(self, folder: Path, given: Iterable[Article]) -> None:
        """Index the articles."""
        with open_writer(folder) as writer:
            for number, article in enumerate(given):
                writer.restore(article, {article.path: "-"})
                if number % 5_000 == 4_999:
                    writer.commit()

    def open(self, folder: Path) -> None:
        """Open the index."""
        self.engine = open_engine(folder)

    def search(self, asked: Asked, *, facets: bool) -> Answer:
        """Ask for a page of the view."""
        request = SearchRequest(q=self.typed(asked), view=self._view, page_size=TOP)
        for name, value in asked.filters:
            request = request.with_filter(name, value)  # type: ignore[arg-type]
        page = self.engine.search(request, facets=facets)
        return Answer(
            page.total,
            [(hit.article.id, hit.score) for hit in page.hits],
            [_marked(hit) for hit in page.hits],
            {
                "year" if facet.name == "date" else facet.name: {b.value: b.count for b in facet.buckets}
                for facet in page.facets
            },
        )

    @staticmethod
    def typed(asked: Asked) -> str:
        """Return the query as it is typed."""
        match asked.kind:
            case "or":
                return " OR ".join(asked.words)
            case "phrase":
                return f'"{" ".join(asked.words)}"'
            case "prefix":
                return f"{asked.words[0]}*"
        return " ".join(asked.words)


def _marked(hit: ArticleHit | QuoteHit) -> str:
    if isinstance(hit, QuoteHit):
        return hit.snippet.text
    return " … ".join(snippet.text for snippet in (*(quote.snippet for quote in hit.quotes), *hit.snippets))


class _Other:
    """An engine that is given an article as values."""

    @staticmethod
    def given(article: Article) -> Values:
        """Return the value, or a list of them, for each field; the same for every engine."""
        document = documents_for(article, "-")[0]
        return {
            "id": article.id,
            "title": article.title,
            "body": article.text,
            "outlet": slug(article.outlet or ""),
            "year": article.date.year if article.date else 0,
            "speaker": document.get("speakers", []),
            "topic": document.get("topic", []),
        }


class Tantivy(_Other):
    """tantivy by its Python binding, one indexing thread, its own English stemmer."""

    def build(self, folder: Path, given: Iterable[Values]) -> None:
        """Index the articles and wait for the merges."""
        folder.mkdir(parents=True)
        writer = tantivy.Index(self._schema(), path=str(folder)).writer(300_000_000, 1)
        for values in given:
            document = tantivy.Document()
            for name, value in values.items():
                for one in value if isinstance(value, list) else [value]:
                    (document.add_integer if name == "year" else document.add_text)(name, one)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()

    @staticmethod
    def _schema() -> tantivy.Schema:
        builder = tantivy.SchemaBuilder()
        for name in ("title", "body"):
            builder.add_text_field(name, stored=True, tokenizer_name="en_stem")
        for name in ("id", "outlet", "speaker", "topic"):
            builder.add_text_field(name, stored=True, fast=True, tokenizer_name="raw")
        builder.add_integer_field("year", stored=True, indexed=True, fast=True)
        return builder.build()

    def open(self, folder: Path) -> None:
        """Open the index."""
        self._index = tantivy.Index.open(str(folder))
        self._searcher = self._index.searcher()
        self._aggregation = {name: {"terms": {"field": name, "size": BUCKETS}} for name in FACETS}

    def search(self, asked: Asked, *, facets: bool) -> Answer:
        """Search, count and cut snippets."""
        wanted = self._query(asked)
        found = self._searcher.search(wanted, TOP, count=facets)
        counted = self._searcher.aggregate(wanted, self._aggregation) if facets else {}
        generator = tantivy.SnippetGenerator.create(self._searcher, wanted, self._index.schema, "body")
        hits, snippets = [], []
        for score, address in found.hits:
            document = self._searcher.doc(address)
            hits.append((document["id"][0], score))
            snippets.append(generator.snippet_from_doc(document).to_html())
        return Answer(
            found.count or 0,  # type: ignore[attr-defined]  # its types do not tell
            hits,
            snippets,
            {
                name: {str(b["key"]): b["doc_count"] for b in part["buckets"]}
                for name, part in counted.items()
            },
        )

    def _query(self, asked: Asked) -> tantivy.Query:
        schema = self._index.schema
        parts = [
            (tantivy.Occur.Must, tantivy.Query.term_query(schema, name, value))
            for name, value in asked.filters
        ]
        if asked.kind == "prefix":
            expression = f"{asked.words[0]}.*"
            either = [
                (tantivy.Occur.Should, tantivy.Query.regex_query(schema, name, expression))
                for name in ("title", "body")
            ]
            parts.append((tantivy.Occur.Must, tantivy.Query.boolean_query(either)))
        elif asked.words:
            typed = Onrecord.typed(asked)
            boosts = {"title": TITLE_WEIGHT}
            conjunction = asked.kind == "and"
            parsed = self._index.parse_query(
                typed, ["title", "body"], field_boosts=boosts, conjunction_by_default=conjunction
            )
            parts.append((tantivy.Occur.Must, parsed))
        return parts[0][1] if len(parts) == 1 else tantivy.Query.boolean_query(parts)


class Columnar(_Other):
    """This program's codec with the values the others get, and nothing that Onrecord adds to them."""

    def build(self, folder: Path, given: Iterable[Values]) -> None:
        """Index the articles; segments are written as they fill."""
        folder.mkdir(parents=True)
        texts = {name: TEXT(analyzer=ANALYZER) for name in ("title", "body")}
        exact = {name: ID() for name in FACETS}
        index = create_in(str(folder), Schema(id=ID(), record=STORED(), **texts, **exact))
        writer = ColumnarWriter(index, ColumnarCodec(owned=FACETS, gaps=tuple(texts)))
        for values in given:
            writer.add_document(**{**values, "year": str(values["year"])}, record=values)
        writer.commit(mergetype=merge_tiers)


class Fts5(_Other):
    """SQLite's full-text index, with the facets in tables beside it."""

    def build(self, folder: Path, given: Iterable[Values]) -> None:
        """Index the articles in one transaction."""
        folder.mkdir(parents=True)
        base = sqlite3.connect(folder / "articles.db")
        base.executescript(
            "CREATE VIRTUAL TABLE texts USING fts5(title, body, tokenize='porter unicode61');"
            "CREATE TABLE facts (doc INTEGER PRIMARY KEY, id TEXT, outlet TEXT, year INTEGER);"
            "CREATE TABLE speakers (doc INTEGER, speaker TEXT);"
            "CREATE TABLE topics (doc INTEGER, topic TEXT);"
        )
        for doc, values in enumerate(given, 1):
            base.execute(
                "INSERT INTO texts(rowid, title, body) VALUES (?, ?, ?)",
                (doc, values["title"], values["body"]),
            )
            facts = (doc, values["id"], values["outlet"], values["year"])
            base.execute("INSERT INTO facts VALUES (?, ?, ?, ?)", facts)
            base.executemany("INSERT INTO speakers VALUES (?, ?)", [(doc, one) for one in values["speaker"]])
            base.executemany("INSERT INTO topics VALUES (?, ?)", [(doc, one) for one in values["topic"]])
        base.executescript(
            "CREATE INDEX by_speaker ON speakers(doc, speaker); CREATE INDEX by_topic ON topics(doc, topic);"
            "CREATE INDEX by_outlet ON facts(outlet);"
        )
        base.commit()
        base.close()

    def open(self, folder: Path) -> None:
        """Open the index."""
        self._base = sqlite3.connect(folder / "articles.db")
        self._base.execute("PRAGMA mmap_size = 4000000000")
        self._base.execute("PRAGMA temp_store = MEMORY")
        self._base.execute("CREATE TEMP TABLE found (doc INTEGER PRIMARY KEY)")

    def search(self, asked: Asked, *, facets: bool) -> Answer:
        """Search, count and cut snippets."""
        where, values = self._where(asked)
        hits, snippets = [], []
        order = f"bm25(texts, {TITLE_WEIGHT}, 1.0)" if asked.words else "doc"
        score = order if asked.words else "0.0"
        shown = "snippet(texts, 1, '<b>', '</b>', '…', 32)" if asked.words else "substr(body, 1, 200)"
        for id, points, snippet, _, _ in self._base.execute(
            f"SELECT id, {score}, {shown}, title, body FROM texts JOIN facts ON facts.doc = texts.rowid "
            f"WHERE {where} ORDER BY {order} LIMIT {TOP}",
            values,
        ):
            hits.append((id, -points))
            snippets.append(snippet)
        if not facets:
            return Answer(0, hits, snippets)
        self._base.execute("DELETE FROM found")
        joint = "texts JOIN facts ON facts.doc = texts.rowid"
        self._base.execute(f"INSERT INTO found SELECT facts.doc FROM {joint} WHERE {where}", values)
        (total,) = self._base.execute("SELECT count(*) FROM found").fetchone()
        tables = {"speaker": "speakers", "topic": "topics", "outlet": "facts", "year": "facts"}
        counted = {
            name: {
                str(value): count
                for value, count in self._base.execute(
                    f"SELECT {name}, count(*) AS n FROM found JOIN {table} ON {table}.doc = found.doc "
                    f"GROUP BY {name} ORDER BY n DESC LIMIT {BUCKETS}"
                )
            }
            for name, table in tables.items()
        }
        return Answer(total, hits, snippets, counted)

    @staticmethod
    def _where(asked: Asked) -> tuple[str, list[str]]:
        parts, values = [], []
        if asked.words:
            joint = {"or": " OR ", "phrase": " + "}.get(asked.kind, " AND ")
            words = (f'"{word}"' + (" *" if asked.kind == "prefix" else "") for word in asked.words)
            parts.append("texts MATCH ?")
            values.append(joint.join(words))
        for name, value in asked.filters:
            own = (
                f"facts.{name} = ?"
                if name == "outlet"
                else f"facts.doc IN (SELECT doc FROM {name}s WHERE {name} = ?)"
            )
            parts.append(own)
            values.append(value)
        return " AND ".join(parts), values


class PlainWhoosh(_Other):
    """Whoosh with its own codec, facets and highlighter, and with this program's analyzer."""

    def build(self, folder: Path, given: Iterable[Values]) -> None:
        """Index the articles in one commit."""
        folder.mkdir(parents=True)
        texts = {name: TEXT(analyzer=ANALYZER) for name in ("title", "body")}
        lists = {name: KEYWORD(commas=True) for name in ("speaker", "topic")}
        schema = Schema(id=ID(stored=True), outlet=ID(), year=ID(), record=STORED(), **texts, **lists)
        writer = create_in(str(folder), schema).writer(limitmb=512)
        for values in given:
            joined = {name: ",".join(values[name]) for name in lists}
            stored = {"record": {name: values[name] for name in ("title", "body")}}
            writer.add_document(**{**values, **joined, "year": str(values["year"]), **stored})
        writer.commit()

    def open(self, folder: Path) -> None:
        """Open the index."""
        self._searcher = open_dir(str(folder)).searcher()

    def search(self, asked: Asked, *, facets: bool) -> Answer:
        """Search, count and cut snippets."""
        maps = {name: sorting.FieldFacet(name, allow_overlap=True, maptype=sorting.Count) for name in FACETS}
        found = self._searcher.search(self._query(asked), limit=TOP, groupedby=maps if facets else None)
        found.fragmenter, found.formatter = highlight.ContextFragmenter(), highlight.UppercaseFormatter()
        hits = [(hit["id"], hit.score) for hit in found]
        snippets = [hit.highlights("body", text=hit["record"]["body"], top=2) for hit in found]
        counted = {name: dict(found.groups(name)) for name in FACETS} if facets else {}
        return Answer(len(found) if facets else 0, hits, snippets, counted)

    def scores(self, asked: Asked) -> list[float]:
        """Return the best scores alone.

        Among all matches: told to stop at ten, Whoosh at times skips a block that has one of them.
        """
        return [hit.score for hit in self._searcher.search(self._query(asked), limit=None)][:TOP]

    def _query(self, asked: Asked) -> query.Query:
        weights = {"title": TITLE_WEIGHT, "body": 1.0}
        parts = [query.Term(name, value) for name, value in asked.filters]
        filters = [query.ConstantScoreQuery(part, 0.0) for part in parts]
        if not asked.words:
            return query.And(filters)
        leaves = [self._leaf(word, weights) for word in asked.words]
        match asked.kind:
            case "phrase":
                terms = [ANALYZER.query_phrase(word)[0][0] for word in asked.words]
                found = query.Or([query.Phrase(name, terms, boost=w) for name, w in weights.items()])
            case "prefix":
                found = query.Or(
                    [
                        query.Term(name, term.decode(), boost=weight)
                        for name, weight in weights.items()
                        for prefix in ANALYZER.prefix_terms(asked.words[0])
                        for term in self._searcher.reader().expand_prefix(name, prefix)
                    ]
                )
            case "or":
                found = query.Or(leaves)
            case _:
                found = query.And(leaves)
        return query.And([found, *filters]) if filters else found

    @staticmethod
    def _leaf(word: str, weights: Mapping[str, float]) -> query.Query:
        term = ANALYZER.query_phrase(word)[0][0]
        return query.Or([query.Term(name, term, boost=weight) for name, weight in weights.items()])
