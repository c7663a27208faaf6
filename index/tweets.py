"""Tweets as pages embed them: the text, then "— Jane Doe (@janedoe) April 3, 2025"."""

from __future__ import annotations

import re

from index.article import Quote, Span
from index.transcripts import Transcript
from index.turn_labels import within

BLANK = 8  # characters of white space that may stand between a tweet and its signature

_SIGNED = re.compile(
    r"""
    (?:—|–|--|-) \s? (?P<name>[A-Z][^()\n—–]{1,50}?) \s? (?P<handle>\(@\w{1,15}\))
    (?: \s [A-Z][a-z]{2,8}\.? \s \d{1,2}, \s \d{4} )? [ \t]* $
    """,
    re.VERBOSE | re.MULTILINE,
)
_LINK = re.compile(r"\s*\b(?:https?://\S{1,200}|pic\.twitter\.com/\S{1,40}|t\.co/\S{1,40})$")
_MARKS = "“”\"‘’'"


def find_tweets(text: str) -> Transcript:
    """Return the tweets as quotes, and the lines they take up; the source is the name that signs.

    A signature that stands alone signs the paragraph above it. Marks around a tweet and links after it are
    no part of its words.
    """
    quotes: list[Quote] = []
    lines: list[Span] = []
    for match in _SIGNED.finditer(text) if "(@" in text else ():
        line = _line(text, match.start())
        above = within(text, line.start, match.start())
        if above.start == above.end:
            above = _line_above(text, line.start)
        words = _words(text, above)
        if words.start < words.end and not (lines and above.start < lines[-1].end):
            handle = Span(*match.span("handle"))
            quotes.append(
                Quote(
                    kind="direct", content=words, cue=handle, source=Span(*match.span("name")), verb="tweet"
                )
            )
            lines.append(Span(above.start, match.end()))
    return Transcript(tuple(quotes), tuple(lines))


def _line(text: str, place: int) -> Span:
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    return Span(start, end if end >= 0 else len(text))


def _line_above(text: str, start: int) -> Span:
    """The paragraph above the line at ``start``, over a blank line or two; an empty span where none is."""
    end = start
    while end > max(0, start - BLANK) and text[end - 1].isspace():
        end -= 1
    above = _line(text, max(0, end - 1))
    return within(text, above.start, min(above.end, end))


def _words(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while (link := _LINK.search(text, max(start, end - 240), end)) is not None:
        end = link.start()
    span = within(text, start, end)
    start, end = span.start, span.end
    while end - start > 1 and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return within(text, start, end)
