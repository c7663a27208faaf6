"""A quote hit as it stands in print: its words between quotation marks, what is around it beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from search.page import QuoteHit, Snippet

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
    inline = hit.quote.kind == "indirect" or hit.quote.clause is not None
    if inline:
        return Quotation(hit.snippet, _with_words(hit.before), hit.after if hit.after.text else None, inline)
    before = _cut(hit.before, 0, _place(_OPENING, hit.before).start())
    after = _cut(hit.after, _place(_CLOSING, hit.after).end(), len(hit.after.text))
    return Quotation(hit.snippet, _with_words(before), _with_words(after), inline)


def _place(pattern: re.Pattern[str], snippet: Snippet) -> re.Match[str]:
    found = pattern.search(snippet.text)
    assert found is not None, "the pattern matches nothing at all, too"
    return found


def _cut(snippet: Snippet, start: int, end: int) -> Snippet:
    """Return a part of a snippet with the ranges, or parts of ranges, that fall in it."""
    clipped = ((max(first, start) - start, min(last, end) - start) for first, last in snippet.ranges)
    return Snippet(snippet.text[start:end], tuple((first, last) for first, last in clipped if first < last))


def _with_words(snippet: Snippet) -> Snippet | None:
    return snippet if _WORD.search(snippet.text) else None
