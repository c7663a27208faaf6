"""The sentences around a quote: its paragraph whole, and the one before and behind it."""

from __future__ import annotations

from dataclasses import dataclass

from index.article import Article, Quote

LONGEST = 700  # characters before a quote, and behind it


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A quote in its place: the paragraph before its own, its own in three parts, the paragraph behind it.

    A paragraph that is not there, or lies past LONGEST characters, is "".
    """

    above: str
    before: str
    said: str
    after: str
    below: str


def around(article: Article, quote: Quote) -> Surroundings:
    """Return what stands around a quote, cut to LONGEST characters on either side at a word's end."""
    span = quote.shown
    head, tail = article.text[: span.start], article.text[span.end :]
    above, _, before = _end_of(head).rpartition("\n")
    after, _, below = _beginning_of(tail).partition("\n")
    above, below = above.rstrip().rpartition("\n")[2], below.lstrip().partition("\n")[0]
    return Surroundings(above, before, span.cut(article.text), after, below)


def _end_of(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    return "… " + text[-LONGEST:].partition(" ")[2]


def _beginning_of(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].rpartition(" ")[0] + " …"
