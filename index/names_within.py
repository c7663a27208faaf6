"""Whom a quote's words name: "Jane Doe" and "Roe" in “Jane Doe is wrong, and Roe knows it”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.article import Quote, Span
from index.lexicon import plain
from index.people import People
from index.person import Person, same_first
from index.words import Words

_LETTER = "[A-ZÀ-ÖØ-ÞĀ-Ž]"
_REST = r"[\w\u0300-\u036f’'-]*"
# Words in capitals in a row; the letter first, which is fast to look for.
_CAPITALS = re.compile(rf"{_LETTER}(?<!\w.){_REST}(?:\.? {_LETTER}{_REST})*")


class NamesWithin:
    """The people named in spans of one text, each name looked up once."""

    def __init__(self, words: Words, people: People) -> None:
        self.words, self.people = words, people
        self.called: dict[str, Person | None] = {}

    def mentioned(self, quote: Quote) -> tuple[str, ...]:
        """Return the full names of the people a quote's words name, first named first."""
        named = [
            person.name for span in _without(quote.content, quote.source) for person in self.people_in(span)
        ]
        return tuple(dict.fromkeys(named))

    def people_in(self, content: Span) -> Iterator[Person]:
        """Yield the people that are named in a span of the text, as often as they are."""
        for name in _CAPITALS.findall(self.words.text, content.start, content.end):
            person = self._called(name)
            if person is not None and person.human and not person.body:
                yield person

    def _called(self, name: str) -> Person | None:
        if name not in self.called:
            forms = name.split()
            person = self.people.called(forms)
            if person is None and len(forms) > 1:
                person = self.people.called(forms[-1:])
                person = None if person is not None and self._is_other(person, plain(forms[0])) else person
            self.called[name] = person
        return self.called[name]

    def _is_other(self, person: Person, first: str) -> bool:
        """ "Anna Roe" within a quote, where the article names Paul Roe alone."""
        known = self.people.lexicon.first_names
        return first in known and person.words[0] in known and not same_first(person.words[0], first)


def _without(content: Span, source: Span | None) -> tuple[Span, ...]:
    """The content less a source that stands within it, as in "The plan, Doe said, is dead"."""
    if source is None or not content.start < source.start < source.end < content.end:
        return (content,)
    return Span(content.start, source.start), Span(source.end, content.end)
