"""One commit of an index and a request → the page of results."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from time import perf_counter
from typing import NamedTuple

from index.analyzer import Analyzer
from search.arrays import Docs, Floats
from search.columns import Columns
from search.counting import Tally
from search.facets import count_facets, value_facet
from search.filters import conditions, resolved, unknown_value
from search.histogram import histogram
from search.hits import HitMaker
from search.invalid_query import InvalidQuery
from search.matching import Matches
from search.order import first_of, page_of, stretch_of
from search.page import Facet, Hit, HitStream, Remark, SearchPage
from search.query import Field, Node, leaves
from search.records import Records
from search.remedies import absent, remedies
from search.request import FacetName, SearchRequest
from search.scoring import WEIGHTS
from search.spaces import Space
from search.spelling import Vocabulary
from search.suggest import mended
from search.syntax import parse
from search.terms import Planned, plan
from search.values import resolve_typed

RELAXED = Remark(message="Nothing has all of these words; what has most of them was counted.", parameter="q")
STREAMED = 100  # hits of a stream made at a time: enough to share the work, few enough to be small


class _Matched(NamedTuple):
    """A request with ids for names, its planned query, what matches, and remarks on all of it."""

    request: SearchRequest
    planned: Planned
    matches: Matches
    warnings: tuple[Remark, ...]


@dataclass(frozen=True)
class Snapshot:
    """An index as of one commit: its arrays, its analyzer, and what is read out of it on demand."""

    columns: Columns
    analyzer: Analyzer

    def prepared(self) -> Snapshot:
        """Return this, with what nearly every search of articles needs already made."""
        Space(self.columns, "articles").counts_of_all()
        return self

    @cached_property
    def records(self) -> Records:
        """The articles."""
        return Records(self.columns)

    @cached_property
    def hits(self) -> HitMaker:
        """What makes hits of what was found."""
        return HitMaker(self.columns, self.analyzer, self.records)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words."""
        return Vocabulary(self.columns, self.analyzer)

    def answer(self, asked: SearchRequest) -> SearchPage:
        """Return the page a valid request asks for; InvalidQuery where its query means nothing."""
        started = perf_counter()
        request, planned, matches, warnings = self._matched(asked)
        slots, scores = page_of(request, matches)
        suggestion, suggestion_total = self._suggestion(planned, request, matches)
        hits = self.hits.of(planned, request, matches, slots, scores)
        tally = Tally(self.columns, matches)
        return SearchPage(
            request=request,
            total=matches.total,
            hits=hits,
            facets=count_facets(self.columns, request, tally, self.records.label),
            generation=self.columns.generation,
            took_ms=(perf_counter() - started) * 1000,
            relaxed=matches.relaxed,
            warnings=warnings,
            suggestion=suggestion,
            suggestion_total=suggestion_total,
            over_time=lambda: histogram(self.columns, request, tally.of("date")[0]),
            remedies=remedies(request, planned.tree, matches, self._count),
        )

    def stream(self, asked: SearchRequest, limit: int) -> HitStream:
        """Return up to ``limit`` hits of a valid request, from its page on, made as they are taken."""
        request, planned, matches, warnings = self._matched(asked)
        first = first_of(request)
        slots, scores = stretch_of(request, matches, first, limit)
        return HitStream(
            request=request,
            total=matches.total,
            first=first,
            count=len(slots),
            hits=self._streamed(planned, request, matches, slots, scores),
            names={
                (chosen.facet, chosen.value): self.records.label(chosen.facet, chosen.value)
                for chosen in request.filters
                if self.columns.codes_of(chosen.facet, (chosen.value,))
            },
            generation=self.columns.generation,
            relaxed=matches.relaxed,
            warnings=warnings,
        )

    def _matched(self, asked: SearchRequest) -> _Matched:
        """Return what a request means here, what matches it, and what to say of it."""
        parsed = parse(asked.q)
        request, remarks = resolved(self.columns, asked)
        planned = self._plan(parsed.tree, request)
        matches = self._match(planned, request)
        warnings = (
            *parsed.remarks,
            *planned.remarks,
            *self._unknown(planned.tree),
            *absent(request, planned.tree, matches, self._count),
            *remarks,
        )
        return _Matched(request, planned, matches, warnings)

    def _streamed(
        self, planned: Planned, request: SearchRequest, matches: Matches, slots: Docs, scores: Floats
    ) -> Iterator[Hit]:
        for start in range(0, len(slots), STREAMED):
            here = slice(start, start + STREAMED)
            yield from self.hits.of(planned, request, matches, slots[here], scores[here])

    def facet(
        self, asked: SearchRequest, name: FacetName, find: str, size: int, skip: int | None = None
    ) -> tuple[Facet, tuple[Remark, ...]]:
        """Return one facet of a valid request: up to ``size`` values that begin like ``find``.

        Beside it comes what is to say of how the request was read, and of words that were dropped.
        """
        request, _, matches, warnings = self._matched(asked)
        tally, label = Tally(self.columns, matches), self.records.label
        facet = value_facet(self.columns, request, tally, label, name, find=find, size=size, skip=skip)
        return facet, (*warnings, RELAXED) if matches.relaxed else warnings

    def _count(self, request: SearchRequest) -> int:
        try:
            matches = self._match(self._plan(parse(request.q).tree, request), request)
        except InvalidQuery:
            return 0
        return 0 if matches.relaxed else matches.total

    def _plan(self, tree: Node, request: SearchRequest) -> Planned:
        return plan(tree, self.columns, self.analyzer, WEIGHTS[request.view])

    def _match(self, planned: Planned, request: SearchRequest) -> Matches:
        return Matches(self.columns, request.view, planned.tree, conditions(request), planned.terms)

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
        """Return a mended query that finds something, and how much; where all words matched, none.

        One whose other words are nowhere counts what has the rest of them, where otherwise nothing is found.
        """
        if matches.total and not matches.relaxed:
            return None, 0
        tree, terms = planned.tree, planned.terms
        for q in mended(request.q, tree, self.columns, request.view, terms, self.vocabulary):
            with suppress(InvalidQuery):
                better = self._match(self._plan(parse(q).tree, request), request)
                if better.total and not (better.relaxed and matches.total):
                    return q, better.total
        return None, 0
