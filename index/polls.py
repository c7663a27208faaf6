"""Polls and surveys, which are known by their names: "a CNN poll", "the Oslo Herald survey"."""

from __future__ import annotations

from collections.abc import Container

from index import grammar
from index.answer import Answer
from index.focus import Focus
from index.lexicon import plain
from index.people import People
from index.words import Words

PUBLIC = frozenset(("poll", "polls", "survey", "study"))  # known by their name rather than an author
POLLS = PUBLIC - {"study"}  # that nobody speaks in but those who were asked
IN_PASSING = frozenset(("after", "before", "from", "since", "than", "to", "unlike"))  # before another poll
POLL_REACH = 300  # words back within which a poll was named


class Polls:
    """The polls of one article. Places count its words."""

    def __init__(self, words: Words, people: People, focus: Focus) -> None:
        self.words, self.people, self.focus = words, people, focus

    def polled(self, first: int, mention: str) -> Answer | None:
        """ "25 percent of voters": the poll that the sentence names says so, else the last named."""
        last = self.focus.sentence_of(first).last
        after = (self.name_at(0, place) for place in range(first, last) if self.words.lower[place] in PUBLIC)
        name = next(filter(None, after), "") or self._last_named(first, PUBLIC)
        return Answer(None, "body", f"“{mention}” is from the {name}", name) if name else None

    def last(self, place: int, mention: str) -> Answer | None:
        """Return the poll or survey named last before ``place``: "the poll"."""
        name = self._last_named(place, POLLS)
        return Answer(None, "body", f"“{mention}” is the {name}", name) if name else None

    def _last_named(self, place: int, nouns: Container[str]) -> str:
        """The name of the nearest poll before ``place``, of one in passing only for want of another."""
        passing = ""
        for head in range(place - 1, max(0, place - POLL_REACH), -1):
            name = self.name_at(0, head) if self.words.lower[head] in nouns else ""
            if name and not self._is_in_passing(head):
                return name
            passing = passing or name
        return passing

    def _is_in_passing(self, head: int) -> bool:
        """ "a day after a Herald poll", "down from 40 percent in a Herald poll"."""
        run = self.people.run_at(head - 1)
        first = run.first if run is not None else head
        first -= first > 0 and self.words.lower[first - 1] in grammar.DETERMINERS
        return first > 0 and self.words.lower[first - 1] in IN_PASSING

    def name_at(self, first: int, head: int) -> str:
        """ "a CNN poll", "the State Department report": known by a body's name before the noun."""
        words = self.words
        if head <= first or plain(words.form[head]) not in PUBLIC:
            return ""
        run = self.people.run_at(head - 1)
        person = self.people.of_run(run) if run is not None else None
        if (
            run is None
            or person is None
            or not person.body
            or words.form[head - 1].endswith(grammar.POSSESSIVE)
        ):
            return ""
        if run.length == 1 and words.form[run.name].isupper():  # "the OPI poll"
            return f"{person.name} {words.form[head]}"
        start = max(first, run.first + (words.lower[run.first] in grammar.MONTHS))  # "the May Herald poll"
        return words.cut(start, head + 1)
