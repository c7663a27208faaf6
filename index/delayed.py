"""Delayed identification: a lead or a paragraph opens with what somebody is, the sentence after it with who.

"A Roe adviser says the mayor will win. ¶ Jane Doe spoke to reporters on Monday."
"""

from __future__ import annotations

from index.answer import Answer
from index.doers import is_somebody
from index.focus import Focus
from index.owners import is_owned
from index.people import People
from index.person import Person
from index.words import Words

LINE_WORDS = 4  # of a line between two reports: "2:40 p.m."


class Delayed:
    """The leads of one article. Places count its words."""

    def __init__(self, words: Words, people: People, focus: Focus) -> None:
        self.words, self.people, self.focus = words, people, focus

    def resolve(self, first: int, head: int, noun: str, mention: str) -> Answer | None:
        """Return whom a ``mention`` whose ``noun`` is at ``head`` means, ``first`` being its first word.

        It is the subject of a lead, or tells more than a noun and is that of any paragraph's first sentence.
        """
        here = self.focus.sentence_at(first)
        subject = self.focus.subject_phrase(here)
        if subject is None or subject.first != first or not self._opens(here):
            return None
        if noun.endswith("s") or not is_somebody(noun, self.people.lexicon):
            return None
        if not self._is_lead(here) and not self._is_full(first, head):
            return None
        person = self._subject(here + 1)
        if person is None or person.places[0] < first:
            return None
        return Answer(person, "general", f"“{mention}” is {person.name}, named in the next sentence")

    def _opens(self, index: int) -> bool:
        """Whether a sentence is the first of its paragraph."""
        sentences = self.focus.sentences
        return index == 0 or sentences[index - 1].paragraph != sentences[index].paragraph

    def _is_lead(self, index: int) -> bool:
        """Whether a paragraph opens the text or a part of it: no more than a title stands before."""
        before = self.focus.sentences[max(0, index - 1)]
        return index < 2 or before.heading or before.last - before.first <= LINE_WORDS

    def _is_full(self, first: int, head: int) -> bool:
        """ "the Romanian baker", "Doe’s public defender": somebody not just anybody, by more than a noun."""
        definite = self.words.lower[first] == "the" or is_owned(self.words, first, head)
        return definite and head - first > 1

    def _subject(self, index: int) -> Person | None:
        """Whom a sentence has as its subject by a full name."""
        phrase = self.focus.subject_phrase(index) if index < len(self.focus.sentences) else None
        if phrase is None or self.words.lower[phrase.first] in self.focus.forms:
            return None  # "“…,” said Roe"
        runs = (run for run in self.people.runs_between(*phrase) if run.length > 1)
        people = (self.people.of_run(run) for run in runs)
        return next((person for person in people if person is not None and not person.body), None)
