"""Ranges to HTML: the one place where markup is made, and the one place bleach is called.

An article's quotes become segments, plain data that a template escapes like any other text.
"""

from __future__ import annotations

import html
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bleach.sanitizer import Cleaner
from markupsafe import Markup, escape

from index.article import Article, Quote, Span, Topic
from search.page import Snippet
from web.short_texts import ShortTexts

_PARAGRAPH = re.compile(r"[^\n]+")


class _Lock(threading.local):
    """The last lock on markup: one for each thread, as bleach's are not to be shared, and slow to make."""

    def __init__(self) -> None:
        self.clean = Cleaner(tags={"mark"}, attributes={}, strip=True).clean


_LOCK = _Lock()


def highlight(snippet: Snippet) -> Markup:
    """Return the snippet's text escaped, with ``<mark>`` around its ranges and no other element.

    The ranges are trusted to be in order and apart. Whatever a mark holds, bleach is its second lock; it is
    left out for what stands between marks: escaped text alone has no markup to lock.
    """
    parts: list[str] = []
    end = 0
    for start, stop in snippet.ranges:
        parts += (escape(snippet.text[end:start]), _marked(snippet.text[start:stop]))
        end = stop
    parts.append(escape(snippet.text[end:]))
    return Markup("".join(parts))


def _locked(words: str) -> str:
    """Return words as a ``<mark>`` that bleach let pass."""
    # Quotation marks are escaped last: bleach takes a third longer where each is an entity to be read.
    locked = _LOCK.clean(f"<mark>{html.escape(words, quote=False)}</mark>")
    return locked.replace('"', "&#34;").replace("'", "&#39;")


_marked = ShortTexts(_locked, 4_096)  # a page has few such words, and each many times


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of an article's text that the same quotes and the same evidence cover.

    ``quotes`` are those quotes, the outermost first; ``opens`` are those whose first words these are.
    ``topics`` are the ids of the topics it is evidence for; ``evidence`` are the anchors that begin here.
    """

    text: str
    quotes: tuple[Quote, ...] = ()
    opens: tuple[Quote, ...] = ()
    topics: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Evidence:
    topic: str
    span: Span
    anchor: str


def evidence_anchor(topic: Topic, number: int) -> str:
    """Return the anchor of the piece of evidence of that number, counted from 0."""
    return f"e-{topic.id}-{number}"


def paragraphs(article: Article) -> list[list[Segment]]:
    """Cut an article's text into paragraphs, and those where a quote or a topic's evidence begins or ends.

    A quote over several paragraphs has segments in each of them and opens in the first.
    """
    found = [Span(*match.span()) for match in _PARAGRAPH.finditer(article.text) if not match[0].isspace()]
    unopened = {quote.id: quote for quote in article.quotes if quote.content.start < quote.content.end}
    evidence = [
        _Evidence(topic.id, span, evidence_anchor(topic, number))
        for topic in article.topics
        for number, span in enumerate(topic.evidence)
    ]
    return [list(_segments(article, paragraph, unopened, evidence)) for paragraph in found]


def _segments(
    article: Article, paragraph: Span, unopened: dict[str, Quote], evidence: list[_Evidence]
) -> Iterator[Segment]:
    """Yield the paragraph's segments, taking each quote out of ``unopened`` where it opens."""
    inside = sorted(
        (quote for quote in article.quotes if quote.content.overlaps(paragraph)),
        key=lambda quote: (quote.content.start, -quote.content.end),
    )
    shown = [piece for piece in evidence if piece.span.overlaps(paragraph)]
    spans = [*(quote.content for quote in inside), *(piece.span for piece in shown)]
    edges = {edge for span in spans for edge in (span.start, span.end)}
    within = {edge for edge in edges if paragraph.start < edge < paragraph.end}
    for start, end in pairwise(sorted({paragraph.start, paragraph.end, *within})):
        here = Span(start, end)
        covering = tuple(quote for quote in inside if quote.content.overlaps(here))
        opens = tuple(quote for quote in covering if unopened.pop(quote.id, None))
        pieces = [piece for piece in shown if piece.span.overlaps(here)]
        topics = tuple(dict.fromkeys(piece.topic for piece in pieces))
        begun = tuple(piece.anchor for piece in pieces if piece.span.start == start)
        yield Segment(here.cut(article.text), covering, opens, topics, begun)
