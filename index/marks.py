"""Which quotation marks belong together: one pass over the text, whatever the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.article import Span

# What opens, and what may close it. A plain mark opens and closes.
CLOSERS = {"“": '”"', "„": "“”", "«": "»", "»": "«", '"': '"”', "‘": "’", "'": "'"}
SINGLE = "‘'"
DOUBLE = '“"„«'
SINGLE_LIMIT = 1200  # characters a quotation in single marks may run; an apostrophe may look like its start

_MARK = re.compile(r"[“”„«»\"‘’'\n]")
_ELISION = re.compile(r"[’'](?:\d|tis\b|twas\b|em\b|til\b|cause\b|n\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between quotation marks.

    outer    with the marks; inner  without them, white space at the ends left out
    closed   the closing mark is there
    goes_on  not closed, but the next paragraph opens with a mark: one speech over several paragraphs
    single   in single marks
    """

    outer: Span
    inner: Span
    closed: bool = True
    goes_on: bool = False
    single: bool = False


def find_marked(text: str) -> list[Marked]:
    """Return the stretches between quotation marks in text order; marks inside marks are part of the words.

    No stretch runs over a line's end: a mark left open ends with its paragraph.
    """
    found: list[Marked] = []
    opened = -1
    for match in _MARK.finditer(text):
        place, mark = match.start(), match[0]
        if mark == "\n":
            if opened >= 0:
                _close_at_line_end(text, opened, place, found)
            opened = -1
        elif opened >= 0:
            if _closes(text, place, mark, opened):
                _keep(text, opened, place, place + 1, found)
                opened = -1
            elif text[opened] in SINGLE and mark in DOUBLE:
                opened = place  # an apostrophe had looked like an opening mark
        elif _opens(text, place, mark):
            opened = place
    if opened >= 0:
        _close_at_line_end(text, opened, len(text), found)
    return found


def _keep(text: str, opened: int, end: int, outer_end: int, found: list[Marked], **flags: bool) -> None:
    start = opened + 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        single = text[opened] in SINGLE
        found.append(Marked(Span(opened, outer_end), Span(start, end), single=single, **flags))


def _close_at_line_end(text: str, opened: int, end: int, found: list[Marked]) -> None:
    if text[opened] in SINGLE:
        return
    goes_on = _next_paragraph_opens(text, end)
    _keep(text, opened, end, end, found, closed=False, goes_on=goes_on)


def _next_paragraph_opens(text: str, end: int) -> bool:
    after = text[end : end + 40].lstrip()
    return after[:1] in tuple('“"„«')


def _opens(text: str, place: int, mark: str) -> bool:
    before = text[place - 1 : place]
    after = text[place + 1 : place + 2]
    if mark in "”’" or not after or after.isspace():
        return mark in '“„"' and bool(after) and not before.isalnum()
    if mark in '"':
        return not before.isdigit() and before not in ("=", '"') and (not before.isalnum() or after.isalnum())
    if mark in SINGLE:
        return not before.isalnum() and before not in tuple(".,)’'") and not _ELISION.match(text, place)
    if mark == "»":  # »so« as in German; «so» closes with it
        return not before.isalnum() and after.isalnum()
    return True


def _closes(text: str, place: int, mark: str, opened: int) -> bool:
    opener = text[opened]
    if mark not in CLOSERS[opener]:
        return False
    if opener not in SINGLE:
        return True
    before, after = text[place - 1], text[place + 1 : place + 2]
    if after.isalnum() or before.isspace() or place - opened > SINGLE_LIMIT:
        return False
    return not (before == "s" and after == " " and text[place + 2 : place + 3].islower())
