"""Onrecord, and what it and every engine that it is measured beside has to do with the same documents.

Every one answers a query with the number of matches, the ten best with their stored fields and highlighted
snippets and, where asked, the twenty largest values of speaker, outlet, topic and year with their counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any, Protocol

from index.article import Article, replace
from index.identity import slug
from index.schema import documents_for
from index.writer import open_writer
from search import SearchRequest, open_engine
from search.page import ArticleHit, QuoteHit
from search.request import Counted, View
from tests.benchmarks.shapes import Asked

TOP, BUCKETS = 10, 20
TITLE_WEIGHT = 2.0
FACETS = ("speaker", "outlet", "topic", "year")
COUNTED: tuple[Counted, ...] = ("speaker", "outlet", "topic", "date")  # what Onrecord calls them
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
        page = self.engine.search(self.request(asked, self._view, facets=facets))
        return Answer(
            page.total,
            [(hit.article.id, hit.score) for hit in page.hits],
            [_marked(hit) for hit in page.hits],
            {
                "year" if facet.name == "date" else facet.name: {b.value: b.count for b in facet.buckets}
                for facet in page.facets
            },
        )

    @classmethod
    def request(cls, asked: Asked, view: View = "articles", *, facets: bool = True) -> SearchRequest:
        """Return what asks for the first page of a view, with the facets that every engine counts or none."""
        counted = COUNTED if facets else ()
        request = SearchRequest(q=cls.typed(asked), view=view, page_size=TOP, facets=counted)
        for name, value in asked.filters:
            request = request.with_filter(name, value)  # type: ignore[arg-type]
        return request

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
    """Return the hit's best fragment as markup, as the other engines give it."""
    if isinstance(hit, QuoteHit):
        snippet = hit.snippet
    else:
        snippet = hit.quotes[0].snippet if hit.quotes else hit.snippets[0]
    parts, last = [], 0
    for start, end in snippet.ranges:
        parts += [escape(snippet.text[last:start]), "<b>", escape(snippet.text[start:end]), "</b>"]
        last = end
    return "".join((*parts, escape(snippet.text[last:])))


class OfValues:
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
