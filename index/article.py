"""What an article and its quotes are. Plain, frozen data; imports nothing of the project.

Every offset is a character offset, half-open, into ``Article.text``. What is made by the hundred for an
article is a struct of msgspec: made in a sixth of the time a frozen dataclass takes, and read from JSON as
it is. ``replace`` gives one with some fields changed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal, get_args

import msgspec
from msgspec.structs import replace

__all__ = ["KINDS", "Article", "Kind", "Quote", "Span", "Speaker", "Topic", "replace"]

Kind = Literal["direct", "mixed", "indirect"]
"""direct: a whole quotation; mixed: quoted words inside reported speech; indirect: reported speech."""

KINDS: tuple[Kind, ...] = get_args(Kind)


class Span(msgspec.Struct, frozen=True, order=True, array_like=True):
    """A stretch of text: characters ``start`` up to, not including, ``end``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span runs from {self.start} to {self.end}")

    def cut(self, text: str) -> str:
        """Return the words the span stands for."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two have a character in common."""
        return self.start < other.end and other.start < self.end


class Speaker(msgspec.Struct, frozen=True, array_like=True):
    """The person or body a source resolves to.

    ``id`` is the same in every article, ``name`` is shown, ``role`` is what this article calls them
    ("NATO Secretary General"), None where it does not say. ``form`` is the name as this article gives it,
    None where that is ``name``.
    """

    id: str
    name: str
    role: str | None = None
    form: str | None = None


class Quote(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One attribution: what was said, the words that report it, and who said it.

    content     direct, mixed: the quoted words without their marks; indirect: the reported clause
    clause      mixed: the whole reported clause the quoted words stand in; else None
    cue         the reporting words ("said", "according to"), None where a quote has none
    source      the mention beside the cue ("he", "the senator"), None where there is none
    verb        the base form of the reporting verb, as in the verbs table ("say", "deny")
    implies     what saying so implies, as in the verbs table ("neutral", "denying"), None without a verb
    speaker     who it resolves to, None for an unnamed source
    confidence  0 to 1: how often a quote like this one is right, speaker included
    reason      how the speaker was reached, one readable line
    mentions    full names of the people the quote itself speaks of
    topics      ids of the topics its words and its paragraph treat
    """

    kind: Kind
    content: Span
    clause: Span | None = None
    cue: Span | None = None
    source: Span | None = None
    verb: str | None = None
    implies: str | None = None
    speaker: Speaker | None = None
    confidence: float = 0.0
    reason: str = ""
    mentions: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    id: str = ""

    @property
    def shown(self) -> Span:
        """What a reader sees of it: its words; of a partly quoted one the whole clause."""
        return self.clause or self.content


class Topic(msgspec.Struct, frozen=True, array_like=True):
    """A topic of an article, with the spans of its text that are the evidence."""

    id: str
    name: str
    evidence: tuple[Span, ...]


class Article(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An article as it is stored: cleaned text, metadata as far as it tells, quotes in text order.

    ``indexed`` is when it was first indexed (UTC). ``path`` is where it was read from. What the text
    does not say is None.
    """

    id: str = ""
    text: str = ""
    path: str = ""
    title: str | None = None
    outlet: str | None = None
    date: dt.date | None = None
    url: str | None = None
    author: str | None = None
    quotes: Sequence[Quote] = ()
    topics: tuple[Topic, ...] = ()
    indexed: dt.datetime | None = None
