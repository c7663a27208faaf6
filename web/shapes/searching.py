"""What searches answer: hits, facets, suggestions, and the links between their pages."""

from __future__ import annotations

from typing import Annotated, Generic, TypeVar

import msgspec
from msgspec import Meta

from search.request import FacetName
from search.suggest import CompletionKind
from web.shapes.parts import (
    Address,
    ArticleReference,
    Count,
    QuoteBase,
    Range,
    Remark,
    Shape,
    Speaker,
    Topic,
    Words,
)


class Snippet(Shape, frozen=True):
    """A text with what matched in it, marked twice."""

    text: str
    ranges: Annotated[tuple[Range, ...], Meta(description="What matched, in order, none touching another.")]
    html: Annotated[
        str,
        Meta(
            description="The text escaped, with <mark> around what matched and no other element.",
            examples=["We will <mark>spend</mark> more"],
        ),
    ]


class Context(Shape, frozen=True):
    """The sentence or paragraph around a quote, without the quote."""

    before: str
    after: str


class QuoteHit(QuoteBase, frozen=True):
    """A quote that was found."""

    ranges: Annotated[tuple[Range, ...], Meta(description="What matched in the text.")]
    html: Annotated[str, Meta(description="The text escaped, with <mark> around what matched.")]
    context: Context
    missing_words: Words
    article: ArticleReference


class ArticleHit(ArticleReference, frozen=True):
    """An article that was found, with its best matching quotes, or passages where no quote matches."""

    author: str | None
    topics: tuple[Topic, ...]
    speakers: Annotated[tuple[Speaker, ...], Meta(description="Whom it quotes, each once.")]
    missing_words: Words
    quotes: tuple[QuoteHit, ...]
    snippets: tuple[Snippet, ...]


class Bucket(Shape, frozen=True):
    """A value of a facet."""

    value: Annotated[str, Meta(description="What the parameter takes; of dates a year, a month or a day.")]
    label: str
    count: Annotated[Count, Meta(description="How many hits of the search have it.")]
    selected: bool
    excluded: bool
    url: Annotated[Address, Meta(description="The search with it chosen, or given up where it was chosen.")]


class Facet(Shape, frozen=True):
    """A field counted over all that matches, its own filter left out: buckets and other add up to total."""

    label: str
    buckets: Annotated[tuple[Bucket, ...], Meta(description="By count; of dates by day.")]
    total: Count
    other: Annotated[Count, Meta(description="What the values count that are not listed.")]
    missing: Annotated[Count, Meta(description="How many matches have no value.")]
    size: Annotated[Count, Meta(description="How many different values there are.")]


class Facets(Shape, frozen=True):
    """Everything that is counted; null what was not asked for."""

    speaker: Facet | None
    topic: Facet | None
    outlet: Facet | None
    date: Facet | None
    kind: Facet | None
    implies: Facet | None
    verb: Facet | None


class Links(Shape, frozen=True):
    """Where this answer is, and those before and behind it; null where there is none."""

    self_: Address = msgspec.field(name="self")
    first: Address
    prev: Address | None
    next: Address | None
    last: Annotated[Address, Meta(description="The last page that may be asked for.")]


Hit = TypeVar("Hit")


class Results(Shape, Generic[Hit], frozen=True):
    """A page of results."""

    total: Annotated[Count, Meta(description="How many there are on all pages.")]
    took_ms: Annotated[
        float, Meta(ge=0, description="Milliseconds that searching took, writing this left out.")
    ]
    page: Annotated[int, Meta(ge=1)]
    page_size: Annotated[int, Meta(ge=1)]
    hits: tuple[Hit, ...]
    facets: Facets
    relaxed: Annotated[bool, Meta(description="Nothing has all the words; the hits have most of them.")]
    suggestion: Annotated[
        str | None,
        Meta(description="A mended query, where a word seems misspelt or half typed."),
    ]
    links: Links
    warnings: tuple[Remark, ...]


class QuoteResults(Results[QuoteHit], frozen=True):
    """A page of quotes: what view=quotes answers."""


class ArticleResults(Results[ArticleHit], frozen=True):
    """A page of articles: what view=articles answers."""


class FacetValues(Facet, frozen=True):
    """A page of one facet's values."""

    name: FacetName
    page: Annotated[int, Meta(ge=1)]
    page_size: Annotated[int, Meta(ge=1)]
    links: Links
    warnings: tuple[Remark, ...]


class Suggestion(Shape, frozen=True):
    """A way to go on from what was typed."""

    kind: CompletionKind
    value: Annotated[str, Meta(description="The id of a speaker, outlet or topic; the word itself.")]
    label: str
    count: Annotated[
        Count, Meta(description="How many quotes a speaker has; else how many articles have it.")
    ]
    q: Annotated[str, Meta(description="What the search box has then.")]
    url: Annotated[Address, Meta(description="The search it leads to.")]


class Suggestions(Shape, frozen=True):
    """Ways to go on from what was typed: speakers, outlets, topics, words."""

    suggestions: tuple[Suggestion, ...]
    warnings: tuple[Remark, ...]
