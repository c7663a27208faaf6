"""What several answers have: ranges, addresses, remarks and problems; speakers, topics, articles, quotes."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from index.article import Kind

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
    parameter: Annotated[str | None, Meta(description="The parameter, or the member of what was sent.")]
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


class Speaker(Shape, frozen=True):
    """Who said something, as one article has it."""

    id: SpeakerId
    name: Annotated[str, Meta(examples=["Mark Rutte"])]
    role: Annotated[str | None, Meta(description="What this article calls them.", examples=["NATO chief"])]


class Topic(Shape, frozen=True):
    """What something is about."""

    id: TopicId
    name: Annotated[str, Meta(examples=["Ukraine aid"])]


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
