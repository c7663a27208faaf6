"""Whoosh with its own codec, and with this program's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from whoosh import highlight, query, sorting
from whoosh.fields import ID, KEYWORD, STORED, TEXT, Schema
from whoosh.index import create_in, open_dir

from index.analyzer import ANALYZER
from index.codec import ColumnarCodec, ColumnarWriter, merge_tiers
from tests.benchmarks.engines import FACETS, TITLE_WEIGHT, TOP, Answer, OfValues, Values
from tests.benchmarks.shapes import Asked


class Columnar(OfValues):
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


class PlainWhoosh(OfValues):
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
                found = self._leaf(" ".join(asked.words), weights)
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
    def _leaf(text: str, weights: Mapping[str, float]) -> query.Query:
        terms = list(ANALYZER.query_phrase(text)[0])  # "cannot" is two of them
        if len(terms) > 1:
            return query.Or([query.Phrase(name, terms, boost=weight) for name, weight in weights.items()])
        return query.Or([query.Term(name, terms[0], boost=weight) for name, weight in weights.items()])
