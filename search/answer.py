"""One commit of an index and a request → the page of results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from time import perf_counter

from index.analyzer import Analyzer
from index.article import Quote
from search.arrays import Docs, Floats, Mask
from search.columns import Columns
from search.facets import count_facets, value_facet
from search.filters import conditions, resolved, unknown_value
from search.highlight import Highlighter
from search.histogram import histogram
from search.matching import Matcher, Matches, asks_of_quotes
from search.order import page_of
from search.page import Facet, Hit, Remark, SearchPage
from search.query import Field, Node, leaves, texts
from search.records import Records
from search.remedies import remedies
from search.request import FacetName, SearchRequest
from search.scoring import WEIGHTS
from search.snippets import article_hit, quote_hit
from search.spelling import Vocabulary
from search.suggest import mended
from search.syntax import InvalidQuery, parse
from search.terms import Planned, plan
from search.values import QUOTE_FIELDS, resolve_typed


@dataclass(frozen=True)
class Snapshot:
    """An index as of one commit: its arrays, its analyzer, and what is read out of it on demand."""

    columns: Columns
    analyzer: Analyzer

    @cached_property
    def records(self) -> Records:
        """The articles."""
        return Records(self.columns)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words."""
        return Vocabulary(self.columns, self.analyzer)

    def answer(self, asked: SearchRequest) -> SearchPage:
        """Return the page a valid request asks for; InvalidQuery where its query means nothing."""
        started = perf_counter()
        parsed = parse(asked.q)
        request, remarks = resolved(self.columns, asked)
        planned = self._plan(parsed.tree, request)
        matches = self._match(planned, request)
        docs, scores = page_of(self.columns, request, matches.docs, matches.scores)
        suggestion, suggestion_total = self._suggestion(planned, request, matches)
        hits = self._hits(planned, request, matches, docs, scores)
        facets = count_facets(self.columns, request, matches, self.records.label)
        return SearchPage(
            request=request,
            total=len(matches.docs),
            hits=hits,
            facets=facets,
            generation=self.columns.generation,
            took_ms=(perf_counter() - started) * 1000,
            relaxed=matches.relaxed,
            warnings=(*parsed.remarks, *planned.remarks, *self._unknown(planned.tree), *remarks),
            suggestion=suggestion,
            suggestion_total=suggestion_total,
            histogram=histogram(self.columns, request, matches),
            remedies=remedies(request, planned.tree, matches, self._count),
        )

    def facet(self, asked: SearchRequest, name: FacetName, find: str, size: int) -> Facet:
        """Return one facet of a valid request: up to ``size`` values that begin like ``find``."""
        request, _ = resolved(self.columns, asked)
        matches = self._match(self._plan(parse(asked.q).tree, request), request)
        label = self.records.label
        return value_facet(self.columns, request, matches, label, name, find=find, size=size)

    def _count(self, request: SearchRequest) -> int:
        try:
            matches = self._match(self._plan(parse(request.q).tree, request), request)
        except InvalidQuery:
            return 0
        return 0 if matches.relaxed else len(matches.docs)

    def _plan(self, tree: Node, request: SearchRequest) -> Planned:
        return plan(tree, self.columns, self.analyzer, WEIGHTS[request.view])

    def _match(self, planned: Planned, request: SearchRequest) -> Matches:
        matcher = Matcher(self.columns, request.view, planned.terms)
        return matcher.match(planned.tree, conditions(self.columns, request))

    def _unknown(self, tree: Node) -> Sequence[Remark]:
        """Remark on the typed fields whose value nothing has."""
        return [
            replace(unknown_value(leaf.name, leaf.value, parameter="q"), position=leaf.span.start)
            for leaf in leaves(tree)
            if isinstance(leaf, Field)
            and leaf.name != "about"
            and not resolve_typed(self.columns, leaf.name, leaf.value)
        ]

    def _suggestion(
        self, planned: Planned, request: SearchRequest, matches: Matches
    ) -> tuple[str | None, int]:
        """Return a mended query that finds something, and how much; where all words matched, none."""
        if len(matches.docs) and not matches.relaxed:
            return None, 0
        q = mended(request.q, planned.tree, self.columns, request.view, planned.terms, self.vocabulary)
        if q is None:
            return None, 0
        try:
            better = self._match(self._plan(parse(q).tree, request), request)
        except InvalidQuery:
            return None, 0
        return (q, len(better.docs)) if len(better.docs) and not better.relaxed else (None, 0)

    def _hits(
        self, planned: Planned, request: SearchRequest, matches: Matches, docs: Docs, scores: Floats
    ) -> tuple[Hit, ...]:
        highlighter = Highlighter(self.analyzer, [planned.terms[leaf] for leaf in texts(planned.tree)])
        found = [(int(doc), float(score)) for doc, score in zip(docs, scores, strict=True)]
        if request.view == "quotes":
            return tuple(
                quote_hit(
                    *self.records.quote(doc), highlighter, score=score, missing_words=matches.lacking(doc)
                )
                for doc, score in found
            )
        asked = asks_of_quotes(planned.tree) or any(f.facet in QUOTE_FIELDS for f in request.filters)
        matching = matches.leaves() & self.columns.quotes
        return tuple(
            article_hit(
                self.records.article(doc),
                self._quotes_of(doc, matching),
                highlighter,
                asks_of_quotes=asked,
                score=score,
                missing_words=matches.lacking(doc),
            )
            for doc, score in found
        )

    def _quotes_of(self, doc: int, matching: Mask) -> list[Quote]:
        """Return the article's quotes that match, in text order."""
        article = self.records.article(doc)
        return [quote for place, quote in enumerate(article.quotes, doc + 1) if matching[place]]
