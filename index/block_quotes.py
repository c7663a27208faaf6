"""Quotations set as paragraphs of their own, without marks, after a colon: "Doe wrote:"."""

from __future__ import annotations

import re

from index.article import Quote, Span, replace
from index.cue import Cue
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


class BlockQuotes:
    """What colons have announced in one text, followed sentence by sentence."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.announced: Quote | None = None  # without its words until they begin
        self.quoted: Quote | None = None  # the paragraph quoted last
        self.paragraph = -1  # that of the announcement or of the words

    def announce(self, quote: Quote, sentence: Sentence) -> None:
        """Expect the next paragraph to be ``quote``, though no mark says so; its content is not read."""
        self.announced, self.quoted, self.paragraph = quote, None, sentence.paragraph

    def holds(self, sentence: Sentence) -> bool:
        """Whether the sentence belongs to the paragraph quoted last."""
        return self.quoted is not None and sentence.paragraph == self.paragraph

    def begin(self, sentence: Sentence) -> Quote | None:
        """Return the paragraph the sentence opens if that is what was announced, or goes on with it."""
        text, start = self.words.text, self.words.start[sentence.first]
        quote, span = self.quoted or self.announced, None
        if quote is None or sentence.paragraph == self.paragraph:
            return None
        if sentence.paragraph == self.paragraph + 1:
            span = next_paragraph(text, start) if self.quoted is not None else first_paragraph(text, start)
        cue = None if self.quoted is not None else quote.cue
        self.announced = self.quoted = None
        if span is None or span.start == span.end:
            return None
        self.quoted, self.paragraph = replace(quote, content=span, cue=cue), sentence.paragraph
        return self.quoted


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
