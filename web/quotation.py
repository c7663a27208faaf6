"""A quote hit as it stands in print: its words between quotation marks, what is around it beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from search.page import QuoteHit, Snippet
from web.wording import marks

CONTEXT = 110  # characters shown before a quote and behind it, more only where a word matched

_MARKS = "\"“”„‟«»‘’'"
_OPENING = re.compile(rf"\s*[{_MARKS}]*\s*\Z")  # what a quote leaves at the end of the text before it
_CLOSING = re.compile(rf"\A[{_MARKS}]*\s*")  # and at the beginning of the text behind it
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Quotation:
    """What to show of a hit. ``before`` and ``after`` are None where no word is left of them.

    ``inline`` where words and context read on as one sentence: reported speech, and the clause of a
    partly quoted one, which has its own marks; else ``said`` is to stand between quotation marks.
    """

    said: Snippet
    before: Snippet | None
    after: Snippet | None
    inline: bool


def quotation(hit: QuoteHit) -> Quotation:
    """Return how to show a hit; the text's own marks around quoted words go, being set anew."""
    inline = not any(marks(hit.quote))
    before, after = hit.before, hit.after
    if not inline:
        before = _cut(before, 0, _place(_OPENING, before).start())
        after = _cut(after, _place(_CLOSING, after).end(), len(after.text))
    before, after = _shortened_before(before), _shortened_after(after)
    return Quotation(
        said=hit.snippet,
        before=before if _WORD.search(before.text) else None,
        after=after if _WORD.search(after.text) or (inline and after.text) else None,
        inline=inline,
    )


def _place(pattern: re.Pattern[str], snippet: Snippet) -> re.Match[str]:
    found = pattern.search(snippet.text)
    assert found is not None, "the pattern matches nothing at all, too"
    return found


def _shortened_before(snippet: Snippet) -> Snippet:
    """Keep the end of what is before a quote, and all that matched in it, from a word's beginning."""
    start = min([len(snippet.text) - CONTEXT, *(first for first, _ in snippet.ranges)])
    space = snippet.text.rfind(" ", 0, start) if start > 0 else -1
    return _cut(snippet, space + 1, len(snippet.text), "… ") if space > 0 else snippet


def _shortened_after(snippet: Snippet) -> Snippet:
    """Keep the beginning of what is behind a quote, and all that matched in it, to a word's end."""
    end = max([CONTEXT, *(last for _, last in snippet.ranges)])
    space = snippet.text.find(" ", end)
    return _cut(snippet, 0, space, tail=" …") if space > 0 else snippet


def _cut(snippet: Snippet, start: int, end: int, head: str = "", tail: str = "") -> Snippet:
    """Return a part of a snippet with the ranges, or parts of ranges, that fall in it."""
    by = len(head) - start
    clipped = ((max(first, start), min(last, end)) for first, last in snippet.ranges)
    ranges = tuple((first + by, last + by) for first, last in clipped if first < last)
    return Snippet(head + snippet.text[start:end] + tail, ranges)
