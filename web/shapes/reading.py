"""One article, one quote or one speaker, whole."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from msgspec import Meta

from web.shapes.parts import (
    Address,
    ArticleReference,
    Count,
    QuoteBase,
    Range,
    Remark,
    Shape,
    Speaker,
    SpeakerId,
    Topic,
)


class TopicWithEvidence(Topic, frozen=True):
    """A topic of an article, and where its text says so."""

    evidence: Annotated[tuple[Range, ...], Meta(description="Stretches of the article's text.")]


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
    roles: Annotated[tuple[StatedRole, ...], Meta(description="That stated last before the others.")]


class SpeakerAnswer(SpeakerSummary, frozen=True):
    """A speaker of the index; the roles are those of their latest articles."""

    link: Annotated[Address, Meta(description="The page of the speaker here.")]
    search: Annotated[Address, Meta(description="The search for all they are quoted with.")]
    warnings: tuple[Remark, ...]
