"""Delayed identification: a lead tells what somebody is, and the sentence after it who.

"A Roe adviser says the mayor will win. ¶ Jane Doe spoke to reporters on Monday."
"""

from __future__ import annotations

from index.answer import Answer
from index.focus import Focus
from index.people import People
from index.person import Person
from index.words import Words

LINE_WORDS = 4  # of a line between two reports: "2:40 p.m."


class Delayed:
    """The leads of one article. Places count its words."""

    def __init__(self, words: Words, people: People, focus: Focus) -> None:
        self.words, self.people, self.focus = words, people, focus

    def resolve(self, first: int, noun: str, mention: str) -> Answer | None:
        """Return whom the ``mention`` from word ``first`` on, of this ``noun``, means as a lead's subject."""
        lead = self.focus.sentence_at(first)
        subject = self.focus.subject_phrase(lead)
        if subject is None or subject.first != first or not self._is_lead(lead):
            return None
        if noun.endswith("s") or not self.focus.strangers.is_person(noun):
            return None
        person = self._subject(lead + 1)
        if person is None or person.places[0] < first:
            return None
        return Answer(person, "general", f"“{mention}” is {person.name}, named in the next sentence")

    def _is_lead(self, index: int) -> bool:
        """Whether a sentence opens the text or a part of it: no more than a title stands before."""
        if index == 0:
            return True
        before, here = self.focus.sentences[index - 1 : index + 1]
        line = index == 1 or before.heading or before.last - before.first <= LINE_WORDS
        return line and here.paragraph != before.paragraph

    def _subject(self, index: int) -> Person | None:
        """Whom a sentence has as its subject by a full name."""
        phrase = self.focus.subject_phrase(index) if index < len(self.focus.sentences) else None
        if phrase is None or self.words.lower[phrase.first] in self.focus.forms:
            return None  # "“…,” said Roe"
        runs = (run for run in self.people.runs_between(*phrase) if run.length > 1)
        people = (self.people.of_run(run) for run in runs)
        return next((person for person in people if person is not None and not person.body), None)
