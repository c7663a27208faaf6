"""Transcripts and interviews: each turn, under the label of who speaks, is a quote."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.article import Quote, Span
from index.interviews import Parties, find_parties, initials_of
from index.lexicon import lexicon
from index.tables import Tables
from index.turn_labels import LEAST_TURNS, PERSON, Label, find_labels, within
from index.words import Words

DENSE = 8  # so many labelled lines make a transcript, in which a line without a label goes on with the turn

_BOLD = re.compile(r"^[ \t]*(?:\*\*|__)(?P<words>[^*\n]+\?)(?:\*\*|__)[ \t]*$", re.MULTILINE)
_DIRECTION = re.compile(r"[(\[].{0,200}[)\]]\.?|[*\s_~-]+")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Transcript:
    """The turns of a text as quotes, and the spans of the lines they take up, both in text order."""

    quotes: tuple[Quote, ...] = ()
    lines: tuple[Span, ...] = ()


def find_transcript(words: Words, tables: Tables) -> Transcript:
    """Return what is said in the text's transcript or interview; nothing where it holds none.

    Each paragraph of a turn is a direct quote whose source is the label, or for "Q." and "A." the mention in
    the introduction of who asks or answers. A question of nobody who is named is the article's own, no quote.
    """
    labels = find_labels(words, tables)
    if labels:
        return _Reader(words.text, labels, tables).read()
    return _bold_interview(words.text, tables)


class _Reader:
    """Reads the turns of a text whose labels are known."""

    def __init__(self, text: str, labels: Sequence[Label], tables: Tables) -> None:
        self.text = text
        self.lines = [Span(*match.span()) for match in _LINE.finditer(text)]
        self.labels = {label.line.start: label for label in labels}
        lettered = any(label.form in ("question", "answer") for label in labels)
        start = labels[0].line.start
        known = lexicon(tables)
        nobody = known.places | known.bodies
        self.parties = find_parties(text, start, nobody) if lettered else Parties()
        self.initials = initials_of(text, start)
        self.dense = len(labels) >= DENSE or lettered
        self.last = labels[-1].line.start
        self.quotes: list[Quote] = []
        self.covered: list[Span] = []

    def read(self) -> Transcript:
        """Return every turn, with the paragraphs that go on with it."""
        source: Span | None = None
        speaking = kept = False
        for line in self.lines:
            label = self.labels.get(line.start)
            if label is not None:
                source = self._source(label)
                speaking, kept = True, source is not None or label.form != "question"
                self._turn(line, label.words if kept else None, source, label.cue)
            elif speaking and not _DIRECTION.fullmatch(self.text, line.start, line.end):
                speaking = self._goes_on(line)
                if speaking:
                    self._turn(line, within(self.text, line.start, line.end) if kept else None, source, None)
        return Transcript(tuple(self.quotes), tuple(self.covered))

    def _turn(self, line: Span, words: Span | None, source: Span | None, cue: Span | None) -> None:
        self.covered.append(line)
        if words is not None and any(map(str.isalnum, words.cut(self.text))):
            verb = ":" if cue is not None else None
            self.quotes.append(Quote(kind="direct", content=words, cue=cue, source=source, verb=verb))

    def _source(self, label: Label) -> Span | None:
        if label.form == "question" and label.key == "q":
            return self.parties.asks
        if label.form == "answer":
            return self.parties.answers
        return self.initials.get(label.initials(self.text), label.span)

    def _goes_on(self, line: Span) -> bool:
        """Whether a paragraph without a label belongs to the turn before."""
        if self.dense and line.start < self.last:
            return True
        return (
            PERSON.search(self.text, line.start, line.end) is not None and self.text[line.start] not in '“"‘'
        )


def _bold_interview(text: str, tables: Tables) -> Transcript:
    """Questions that are bold lines in Markdown, each with its answer below."""
    questions = list(_BOLD.finditer(text)) if "?*" in text or "?_" in text else []
    if len(questions) < LEAST_TURNS:
        return Transcript()
    labels = [
        Label("question", "q", span, span, Span(*match.span()), Span(*match.span("words")))
        for match in questions
        for span in [Span(match.start(), match.start())]
    ]
    reader = _Reader(text, labels, tables)
    answers = reader.parties.answers
    if answers is None:
        return Transcript()
    found = reader.read()
    asked = {label.line.start for label in labels}
    said = [
        Quote(kind="direct", content=within(text, line.start, line.end), source=answers)
        for line in found.lines
        if line.start not in asked
    ]
    return replace(found, quotes=tuple(said))
