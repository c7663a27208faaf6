"""Page furniture out, the article in, with a map of offsets back to the raw text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.article import Span
from index.dates import FULL_DATE
from index.furniture import label
from index.paragraphs import Paragraph, split
from index.tables import Tables

BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """An article's text: paragraphs with a blank line between, each line of them a piece of the raw text.

    ``starts`` are the offsets of the pieces in ``text``, ascending; ``pieces`` their spans in the raw text.
    """

    text: str
    starts: tuple[int, ...]
    pieces: tuple[Span, ...]

    def original(self, span: Span) -> Span:
        """Return where the words of ``span`` stand in the raw text, furniture between them included."""
        if not self.pieces:
            return Span(0, 0)
        start = self._raw(max(bisect_right(self.starts, span.start) - 1, 0), span.start)
        end = self._raw(max(bisect_left(self.starts, span.end) - 1, 0), span.end)
        return Span(start, max(start, end))

    def _raw(self, index: int, offset: int) -> int:
        piece = self.pieces[index]
        return min(piece.start + offset - self.starts[index], piece.end)


def clean(raw: str, tables: Tables, title: str | None = None) -> Cleaned:
    """Return the article in ``raw`` without furniture, title and byline, which are metadata.

    ``title`` is the title where it is known already. Where nothing would be left, everything stays.
    """
    paragraphs = split(raw)
    labels = label(paragraphs, tables, title)
    body = [paragraph for paragraph, mark in zip(paragraphs, labels, strict=True) if mark == "body"]
    return _joined(raw, _without_header(body, tables) if body else paragraphs)


def header_date(text: str, tables: Tables) -> re.Match[str] | None:
    """Return the match of a date that opens a paragraph behind its label ("date 2025-04-04 …")."""
    return _header(tables).match(text)


@lru_cache(maxsize=8)
def _header(tables: Tables) -> re.Pattern[str]:
    labels = "|".join(re.escape(words) for words in tables.table("furniture")["date_labels"])
    return re.compile(
        rf"(?:{labels})\s{{0,4}}[:\-–—|]?\s{{0,4}}(?:\w{{3,9}},?\s)?(?P<date>{FULL_DATE.pattern})\s*",
        re.IGNORECASE | re.VERBOSE,
    )


def _without_header(body: Sequence[Paragraph], tables: Tables) -> Sequence[Paragraph]:
    """The body less the header's date: the start of its first paragraph, or the whole of it."""
    first = body[0]
    match = header_date(first.text, tables)
    if match is None or match.end() > first.pieces[0].end - first.pieces[0].start:
        return body
    rest = first.without_start(match.end())
    return [rest, *body[1:]] if rest.text else body[1:] or body


def _joined(raw: str, paragraphs: Sequence[Paragraph]) -> Cleaned:
    parts: list[str] = []
    starts: list[int] = []
    pieces: list[Span] = []
    length = 0
    for paragraph in paragraphs:
        for piece in paragraph.pieces:
            between = "" if not pieces else " " if piece is not paragraph.pieces[0] else BREAK
            parts += (between, piece.cut(raw))
            starts.append(length + len(between))
            length = starts[-1] + piece.end - piece.start
            pieces.append(piece)
    return Cleaned("".join(parts), tuple(starts), tuple(pieces))
