"""Polls and surveys, which are known by their names: "a CNN poll", "the Oslo Herald survey"."""

from __future__ import annotations

from index import grammar
from index.answer import Answer
from index.focus import Focus
from index.lexicon import plain
from index.people import People
from index.words import Words

PUBLIC = frozenset(("poll", "polls", "survey", "study"))  # known by their name rather than an author
POLLS = PUBLIC - {"study"}  # that nobody speaks in but those who were asked
POLL_REACH = 300  # words back within which a poll was named


class Polls:
    """The polls of one article. Places count its words."""

    def __init__(self, words: Words, people: People, focus: Focus) -> None:
        self.words, self.people, self.focus = words, people, focus

    def polled(self, first: int, mention: str) -> Answer | None:
        """ "25 percent of voters": the poll that the sentence names says so, else the last named."""
        words = self.words
        after = range(first, self.focus.sentences[self.focus.sentence_at(first)].last)
        for place in (*after, *range(first - 1, max(0, first - POLL_REACH), -1)):
            name = self.name_at(0, place) if words.lower[place] in PUBLIC else ""
            if name:
                return Answer(None, "body", f"“{mention}” is from the {name}", name)
        return None

    def last(self, place: int, mention: str) -> Answer | None:
        """Return the poll or survey named last before ``place``: "the poll"."""
        for before in range(place - 1, max(0, place - POLL_REACH), -1):
            name = self.name_at(0, before) if self.words.lower[before] in POLLS else ""
            if name:
                return Answer(None, "body", f"“{mention}” is the {name}", name)
        return None

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
