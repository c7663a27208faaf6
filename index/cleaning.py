"""Page furniture out, the article in, with a map of offsets back to the raw text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from index.article import Span
from index.dates import date_line
from index.furniture import header_date, labelled
from index.paragraphs import Paragraph
from index.tables import Tables

BREAK = "\n\n"
HEAD = 3  # paragraphs of the body a date of the page's header may stand in


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
    marked = labelled(raw, tables, title)
    body = [paragraph for paragraph, mark in marked if mark == "body"]
    return _joined(raw, _without_header(body, tables) if body else [paragraph for paragraph, _ in marked])


def _without_header(body: Sequence[Paragraph], tables: Tables) -> Sequence[Paragraph]:
    """The body less the dates of the page's header: lines of their own, or the start of a paragraph."""
    head = [_without_date(paragraph, tables) for paragraph in body[:HEAD]]
    kept = [paragraph for paragraph in head if paragraph.text]
    return [*kept, *body[HEAD:]] or body


def _without_date(paragraph: Paragraph, tables: Tables) -> Paragraph:
    if date_line(paragraph.text):
        return Paragraph((), "")
    match = header_date(paragraph.text, tables)
    first = paragraph.pieces[0]
    return (
        paragraph.without_start(match.end())
        if match and match.end() <= first.end - first.start
        else paragraph
    )


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
