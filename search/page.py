"""What the engine answers: plain data. No HTML, no Whoosh objects, no Flask objects.

What a page has by the dozen is a struct of msgspec, as articles are: made in half of a named tuple's time.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import msgspec

from index.article import Article, Quote
from search.request import SearchRequest

Range = tuple[int, int]
"""Characters to highlight, half-open, into the text beside it."""


class Snippet(msgspec.Struct, frozen=True):
    """A text and the ranges of it that matched, in order, none touching another."""

    text: str
    ranges: tuple[Range, ...] = ()


class QuoteHit(msgspec.Struct, frozen=True):
    """A quote found, with the article it stands in.

    ``snippet`` is the quoted words whole. ``before`` and ``after`` are the text of the sentence or
    paragraph around it, without the quote itself. ``missing_words`` are words of the query it lacks
    (relaxed search only).
    """

    quote: Quote
    article: Article
    snippet: Snippet
    before: Snippet
    after: Snippet
    score: float = 0.0
    missing_words: tuple[str, ...] = ()


class ArticleHit(msgspec.Struct, frozen=True):
    """An article found, with its best matching quotes, or passages where no quote matches.

    ``lazy_title`` is its title alone. That and the quotes are cut and marked when they are first asked for.
    """

    article: Article
    lazy_title: Sequence[Snippet]
    quotes: Sequence[QuoteHit]
    snippets: tuple[Snippet, ...]
    score: float = 0.0
    missing_words: tuple[str, ...] = ()

    @property
    def title(self) -> Snippet:
        """The title with what matched in it."""
        return self.lazy_title[0]


Hit = QuoteHit | ArticleHit


class Bucket(msgspec.Struct, frozen=True):
    """A value of a facet and how many matches have it. ``start``/``end``: the days of a date bucket."""

    value: str
    label: str
    count: int
    selected: bool = False
    excluded: bool = False
    start: dt.date | None = None
    end: dt.date | None = None


class Facet(msgspec.Struct, frozen=True):
    """A field counted over the matches, its own filter left out.

    ``total`` counts values: the buckets' counts and ``other`` add up to it. ``missing`` are the
    matches without a value. ``size`` is how many different values there are. Buckets are ordered by
    count, then label; the date facet by day.
    ``step`` is "year", "month" or "day" for the date facet, else None.
    """

    name: str
    label: str
    buckets: tuple[Bucket, ...]
    total: int
    other: int = 0
    missing: int = 0
    size: int = 0
    step: str | None = None


class Bar(msgspec.Struct, frozen=True):
    """The matches dated within ``start`` and ``end``, both included, and whether the request chose them."""

    start: dt.date
    end: dt.date
    count: int
    selected: bool = False


@dataclass(frozen=True, slots=True)
class Histogram:
    """Matches over time, the request's own days left out: periods of one length without a gap, in order.

    ``step`` is "day", "week" (from Monday), "month", "quarter", "year", "decade" or "century".
    """

    step: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """A part of a search that found nothing, and what there is without it.

    ``part`` is the word as typed, or the facet's name ("date" for the days); ``typed`` tells which.
    """

    part: str
    typed: bool
    request: SearchRequest
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A remark on a request that was answered all the same: what was ignored or mended."""

    message: str
    parameter: str | None = None
    position: int | None = None


@dataclass(frozen=True, kw_only=True)
class SearchPage:
    """The answer to a request: the matches' total, one page of hits, the facets, and what to know.

    ``facets`` come in the order that the request asks for them.
    ``over_time`` makes the ``histogram``. ``generation`` counts the index's commits. ``relaxed`` is true
    where no document had all the words and some were dropped.
    ``suggestion`` is a mended query with ``suggestion_total`` matches, where a word seems misspelt or half
    typed. ``remedies`` say, where nothing was found, which part of the search to leave out.
    """

    request: SearchRequest
    total: int
    hits: tuple[Hit, ...]
    facets: tuple[Facet, ...]
    generation: int
    took_ms: float
    relaxed: bool = False
    warnings: tuple[Remark, ...] = ()
    suggestion: str | None = None
    suggestion_total: int = 0
    over_time: Callable[[], Histogram | None] = field(repr=False, compare=False)
    remedies: tuple[Remedy, ...] = ()

    @cached_property
    def histogram(self) -> Histogram | None:
        """The matches over time, counted when this is first asked for; None where none has a date."""
        return self.over_time()

    @property
    def pages(self) -> int:
        """How many pages there are; 0 where nothing matches."""
        return -(-self.total // self.request.page_size)

    @property
    def quote_hits(self) -> tuple[QuoteHit, ...]:
        """The hits that are quotes; none in the articles view."""
        return tuple(hit for hit in self.hits if isinstance(hit, QuoteHit))

    def facet(self, name: str) -> Facet:
        """Return the facet of that name; KeyError where it was not asked for."""
        for facet in self.facets:
            if facet.name == name:
                return facet
        raise KeyError(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class HitStream:
    """Hits of a search in their order, to be taken once; all of one commit, whatever is written meanwhile.

    ``count`` of the ``total`` matches, after the ``first`` ones that are left out. ``names`` are what the
    values of the request's filters are called, by facet and value. The other members are those of a
    SearchPage.
    """

    request: SearchRequest
    total: int
    first: int
    count: int
    hits: Iterator[Hit]
    names: Mapping[tuple[str, str], str]
    generation: int
    relaxed: bool = False
    warnings: tuple[Remark, ...] = ()

    @property
    def truncated(self) -> bool:
        """Whether there are more after the last of them."""
        return self.first + self.count < self.total
