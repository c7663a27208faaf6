"""The shapes of all that is answered as JSON: the one definition behind the answers and their description.

``msgspec`` encodes them, and makes of them the schemas that ``openapi`` publishes. Every member is always
there, and unknown is null; only a problem leaves out what it does not know.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Generic, Literal, TypeVar

import msgspec
from msgspec import Meta

from index.article import Kind
from search.request import FacetName
from search.suggest import CompletionKind

Range = Annotated[
    tuple[int, int],
    Meta(
        description="Characters, counted from 0: the first, and the one after the last.", examples=[[8, 13]]
    ),
]
Address = Annotated[
    str,
    Meta(
        description="An address at this site, without scheme and host: resolve it against the one you asked.",
        extra_json_schema={"format": "uri-reference"},
    ),
]
Count = Annotated[int, Meta(ge=0)]
Share = Annotated[float, Meta(ge=0, le=1)]
Words = Annotated[
    tuple[str, ...], Meta(description="Words of the query that it lacks, where some were dropped.")
]
SpeakerId = Annotated[str, Meta(description="The same in every article.", examples=["mark-rutte"])]
TopicId = Annotated[str, Meta(examples=["ukraine-aid"])]


class Shape(msgspec.Struct, frozen=True):
    """A shape: immutable, encoded in the order of its members."""


class Remark(Shape, frozen=True):
    """What was ignored or mended in a request that was answered all the same."""

    message: Annotated[str, Meta(examples=["There is no parameter “colour”; it was ignored."])]
    parameter: str | None
    position: Annotated[Count | None, Meta(description="A character of the parameter's value, from 0.")]


class Problem(Shape, omit_defaults=True, frozen=True):
    """A request that was not answered, as RFC 9457 has it; the last members only where known."""

    type: Annotated[Literal["about:blank"], Meta(description="The status says what kind it is.")]
    title: Annotated[str, Meta(description="The status in words.", examples=["Bad Request"])]
    status: Annotated[int, Meta(ge=400, le=599)]
    detail: Annotated[str, Meta(description="What is wrong, and how to mend it.")]
    instance: Annotated[str, Meta(description="The path that was asked.")]
    parameter: Annotated[str | None, Meta(description="The parameter at fault.", examples=["q"])] = None
    position: Annotated[Count | None, Meta(description="A character of its value, from 0.")] = None
    suggestion: Annotated[str | None, Meta(description="A mended query.")] = None


# What is handed in


class SentArticle(Shape, frozen=True):
    """An article as it is handed in: its text, and what is known beside it."""

    text: Annotated[str, Meta(description="All of it, paragraphs apart by an empty line.", min_length=1)]
    title: str | None = None
    outlet: Annotated[str | None, Meta(description="Who published it.")] = None
    date: Annotated[dt.date | None, Meta(description="The day it was published.")] = None
    url: Annotated[str | None, Meta(description="The original's address, by which it is known again.")] = None
    author: str | None = None


class RefusedArticle(Shape, frozen=True):
    """An article that was not taken."""

    place: Annotated[str, Meta(description="Which it was, counted from 1.", examples=["sent#3"])]
    reason: str


class Intake(Shape, frozen=True):
    """What became of the articles that were handed in."""

    added: Count
    replaced: Annotated[Count, Meta(description="Those that were there, but not just so.")]
    unchanged: Count
    refused: tuple[RefusedArticle, ...]
    corrections_not_applied: Annotated[
        tuple[str, ...], Meta(description="Corrections of speakers that change nothing, and why.")
    ]


# What is found


class Speaker(Shape, frozen=True):
    """Who said something, as one article has it."""

    id: SpeakerId
    name: Annotated[str, Meta(examples=["Mark Rutte"])]
    role: Annotated[str | None, Meta(description="What this article calls them.", examples=["NATO chief"])]


class Topic(Shape, frozen=True):
    """What something is about."""

    id: TopicId
    name: Annotated[str, Meta(examples=["Ukraine aid"])]


class TopicWithEvidence(Topic, frozen=True):
    """A topic of an article, and where its text says so."""

    evidence: Annotated[tuple[Range, ...], Meta(description="Stretches of the article's text.")]


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


class ArticleReference(Shape, frozen=True):
    """An article's particulars, as far as it states them."""

    id: str
    title: str | None
    outlet: str | None
    date: Annotated[dt.date | None, Meta(description="The day it was published.")]
    url: Annotated[
        str | None, Meta(description="The original's address as the article gives it, not looked at.")
    ]
    link: Annotated[Address, Meta(description="The page of the article here.")]


class QuoteBase(Shape, frozen=True):
    """What every quote has."""

    id: Annotated[str, Meta(description="It stays when the article is indexed again.")]
    text: Annotated[str, Meta(description="What was said, without quotation marks around it.")]
    kind: Annotated[
        Kind,
        Meta(
            description="direct: a whole quotation; mixed: quoted words within reported speech; "
            "indirect: reported in the outlet's words."
        ),
    ]
    cue: Annotated[str | None, Meta(description="The words that report it.", examples=["told reporters"])]
    verb: Annotated[str | None, Meta(description="The reporting verb's base form.", examples=["tell"])]
    implies: Annotated[str | None, Meta(description="What that verb implies.", examples=["neutral"])]
    confidence: Annotated[
        Share, Meta(description="How often a quote like this one is right, its speaker included.")
    ]
    speaker: Annotated[Speaker | None, Meta(description="null where the article names nobody.")]
    topics: tuple[Topic, ...]
    link: Annotated[Address, Meta(description="Leads to the quote in its article; it never changes.")]


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


# What a search answers


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
    """Everything that is counted."""

    speaker: Facet
    topic: Facet
    outlet: Facet
    date: Facet
    kind: Facet
    implies: Facet
    verb: Facet


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
    took_ms: Annotated[float, Meta(ge=0)]
    page: Annotated[int, Meta(ge=1)]
    page_size: Annotated[int, Meta(ge=1)]
    hits: tuple[Hit, ...]
    facets: Facets
    relaxed: Annotated[bool, Meta(description="Nothing has all the words; the hits have most of them.")]
    suggestion: Annotated[str | None, Meta(description="A mended query, where a word seems misspelt.")]
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


# One of each


class Spans(Shape, frozen=True):
    """Where the parts of a quote stand in its article's text; null where it has no such part."""

    content: Annotated[Range, Meta(description="What was said.")]
    clause: Annotated[Range | None, Meta(description="The clause that quoted words stand in.")]
    cue: Annotated[Range | None, Meta(description="The words that report it.")]
    source: Annotated[Range | None, Meta(description="The mention beside them: “he”, “the senator”.")]


class Quote(QuoteBase, frozen=True):
    """A quote whole."""

    reason: Annotated[str, Meta(description="How the speaker was reached.")]
    mentions: Annotated[tuple[str, ...], Meta(description="Names of people the quote itself speaks of.")]
    spans: Spans


class QuoteAnswer(Quote, frozen=True):
    """A quote and the article it stands in."""

    article: ArticleReference
    warnings: tuple[Remark, ...]


class ArticleAnswer(ArticleReference, frozen=True):
    """An article with its text and all its quotes, in the order of the text."""

    author: str | None
    text: str
    topics: tuple[TopicWithEvidence, ...]
    speakers: Annotated[tuple[Speaker, ...], Meta(description="Whom it quotes, each once.")]
    quotes: tuple[Quote, ...]
    warnings: tuple[Remark, ...]


class NameForm(Shape, frozen=True):
    """A form of a name, and how many articles use it."""

    name: str
    articles: Count


class StatedRole(Shape, frozen=True):
    """What articles call somebody, in how many, and from which day to which; null where none is dated."""

    role: str
    articles: Count
    first: dt.date | None
    last: dt.date | None


class SpeakerSummary(Shape, frozen=True):
    """Who somebody is, as the articles state it."""

    id: SpeakerId
    name: str
    quotes: Count
    articles: Count
    first: Annotated[dt.date | None, Meta(description="The day of the first article that quotes them.")]
    last: dt.date | None
    forms: Annotated[tuple[NameForm, ...], Meta(description="The names met, most frequent first.")]
    roles: tuple[StatedRole, ...]


class SpeakerAnswer(SpeakerSummary, frozen=True):
    """A speaker of the index; the roles are those of their latest articles, the latest first."""

    link: Annotated[Address, Meta(description="The page of the speaker here.")]
    search: Annotated[Address, Meta(description="The search for all they are quoted with.")]
    warnings: tuple[Remark, ...]
