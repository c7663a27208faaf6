"""The engines that Onrecord is measured beside: tantivy and SQLite's full-text index."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

import tantivy

from tests.benchmarks.engines import BUCKETS, FACETS, TITLE_WEIGHT, TOP, Answer, OfValues, Onrecord, Values
from tests.benchmarks.shapes import Asked


class Tantivy(OfValues):
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


class Fts5(OfValues):
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
