"""A raw text taken apart into paragraphs, each knowing where its lines stand in the raw text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from index.article import Span

# Text broken by hand or by a mail program has lines of this length; a paragraph on one line is longer.
WRAP_WIDTHS = range(50, 121)
FEWEST_FULL = 3  # lines with no room for the next word; fewer may be chance

_HEADING_MARK = re.compile(r"#{1,6}\s+")  # Markdown
_ENDS_SENTENCE = re.compile(r"[.!?:…][\"”'’)\]]*$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: the spans of its lines in the raw text, and its words with a space between lines."""

    pieces: tuple[Span, ...]
    text: str

    def without_start(self, length: int) -> Paragraph:
        """Return the paragraph less the first ``length`` characters of its first line."""
        first, *others = self.pieces
        rest = Span(first.start + length, first.end)
        return Paragraph(
            (rest, *others) if length < first.end - first.start else tuple(others), self.text[length:]
        )


def split(raw: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a raw text: a line each, or several where lines were broken by width."""
    lines = _lines(raw)
    width = _wrap_width(raw, lines)
    groups: list[list[Span]] = []
    previous: Span | None = None
    for line in lines:
        if line is not None and previous is not None and _was_broken(raw, previous, line, width):
            groups[-1].append(line)
        elif line is not None:
            groups.append([line])
        previous = line
    return tuple(_paragraph(raw, group) for group in groups)


def ends_sentence(text: str) -> bool:
    """Whether the text closes like prose, with a full stop or its like, a quotation mark perhaps after it."""
    return _ENDS_SENTENCE.search(text[-8:]) is not None


def _paragraph(raw: str, lines: list[Span]) -> Paragraph:
    if mark := _HEADING_MARK.match(raw, lines[0].start, lines[0].end):
        lines = [Span(mark.end(), lines[0].end), *lines[1:]]
    return Paragraph(tuple(lines), " ".join(line.cut(raw) for line in lines))


def _lines(raw: str) -> list[Span | None]:
    """The lines without the white space around them; None for a blank one."""
    lines: list[Span | None] = []
    start = 0
    for line in raw.splitlines(keepends=True):
        words = line.strip()
        indent = len(line) - len(line.lstrip())
        lines.append(Span(start + indent, start + indent + len(words)) if words else None)
        start += len(line)
    return lines


def _wrap_width(raw: str, lines: list[Span | None]) -> int:
    """The width a text was broken to, 0 for one that was not: most full lines then end in mid-sentence."""
    width = max((line.end - line.start for line in lines if line), default=0)
    if width not in WRAP_WIDTHS:
        return 0
    full = [a.cut(raw) for a, b in pairwise(lines) if a and b and _was_broken(raw, a, b, width)]
    run_on = sum(not ends_sentence(line) for line in full)
    return width if len(full) >= FEWEST_FULL and run_on * 2 > len(full) else 0


def _was_broken(raw: str, line: Span, following: Span, width: int) -> bool:
    """Whether the next line's first word had no room left on this one."""
    word = raw[following.start : following.end].split(None, 1)[0] if width else ""
    return bool(width) and line.end - line.start + 1 + len(word) > width
