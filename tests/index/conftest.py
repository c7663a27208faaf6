"""Fixtures for the rules of attribution: a text's quotes as rows, and its words, people and focus."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from index.article import Quote, Span
from index.focus import Focus
from index.lexicon import lexicon
from index.meeting import meet_people
from index.people import People
from index.person import Person
from index.quotes import find_quotes
from index.speakers import name_speakers
from index.tables import Tables
from index.verbs import verb_forms
from index.words import Sentence, Words, read

TAIL = " in the old town hall on the hill, where the council votes today."
"""What makes a line of a name or two a sentence of prose."""


class Row(NamedTuple):
    """A quote as the tables of cases write it."""

    content: str
    kind: str
    cue: str | None
    source: str | None
    speaker: str | None


class Read(NamedTuple):
    """A text read as attribution reads it."""

    words: Words
    sentences: tuple[Sentence, ...]
    people: People
    focus: Focus

    def place(self, form: str) -> int:
        """The place of the last word written so."""
        return max(place for place, word in enumerate(self.words.form) if word == form)

    def person(self, name: str) -> Person:
        """The one of that name."""
        (person,) = (person for person in self.people.everybody if person.name == name)
        return person


Quotes = Callable[[str], list[Quote]]
Rows = Callable[[str], list[Row]]
Reader = Callable[[str], Read]


@pytest.fixture(scope="session")
def quotes_of(tables: Tables) -> Quotes:
    """Return a text's quotes with their speakers."""
    return lambda text: list(name_speakers(text, find_quotes(text, tables), tables))


@pytest.fixture(scope="session")
def rows_of(quotes_of: Quotes) -> Rows:
    """Return a text's quotes as rows."""

    def rows(text: str) -> list[Row]:
        def cut(span: Span | None) -> str | None:
            return span.cut(text) if span is not None else None

        return [
            Row(
                quote.content.cut(text),
                quote.kind,
                cut(quote.cue),
                cut(quote.source),
                quote.speaker.name if quote.speaker else None,
            )
            for quote in quotes_of(text)
        ]

    return rows


@pytest.fixture(scope="session")
def reader(tables: Tables) -> Reader:
    """Return a text's words, sentences, people with their roles, and focus."""

    def read_whole(text: str) -> Read:
        words, sentences = read(text)
        people = meet_people(words, sentences, lexicon(tables), verb_forms(tables))
        return Read(words, sentences, people, Focus(words, sentences, people, verb_forms(tables)))

    return read_whole
