"""Quotations set as paragraphs of their own, without marks, after a colon: "Doe wrote:"."""

from __future__ import annotations

import re

from index.article import Span
from index.cues import Cue
from index.grammar import word_set
from index.turn_labels import PERSON, within
from index.words import Sentence, Words

BETWEEN = (
    12  # words that may stand between the reporting verb and the colon: "wrote in a letter to the town:"
)
WRITINGS = word_set(
    """
    statement statements tweet tweets email e-mail letter post posts message memo note column speech
    essay remarks reply response words announcement facebook twitter
    """
)
_LISTED = re.compile(r"[-–—•*·▪●]|\(?\d+[.)]|[A-Z][^:\n]{0,40}:\s")
_MARKED = re.compile(r"[“”\"«»]|''")
_PROSE_END = re.compile(r"[.!?…][)\]]?$")


def introduces(words: Words, sentence: Sentence, cues: list[Cue]) -> Cue | None:
    """Return the cue of a sentence that ends with a colon and announces words, not a list; else None."""
    if words.form[sentence.last - 1] != ":" or not cues:
        return None
    cue = cues[-1]
    if cue.source is None or sentence.last - 1 - cue.right > BETWEEN:
        return None
    between = words.lower[cue.right : sentence.last - 1]
    return cue if not between or not WRITINGS.isdisjoint(between) else None


def first_paragraph(text: str, start: int) -> Span | None:
    """Return the paragraph at ``start`` if it may be a quotation after a colon: prose, without marks."""
    span = _paragraph(text, start)
    words = span.cut(text)
    if _LISTED.match(words) or _MARKED.search(words) or not _PROSE_END.search(words[-3:]):
        return None
    return span


def next_paragraph(text: str, start: int) -> Span | None:
    """Return a paragraph that goes on with the quotation: it speaks as one does oneself."""
    span = first_paragraph(text, start)
    return span if span is not None and PERSON.search(text, span.start, span.end) else None


def _paragraph(text: str, start: int) -> Span:
    end = text.find("\n", start)
    quoted = within(text, start, end if end >= 0 else len(text))
    if text[quoted.start : quoted.start + 1] == ">":  # Markdown
        return within(text, quoted.start + 1, quoted.end)
    return quoted
