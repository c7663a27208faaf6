"""Several people of one surname: whom it means where it stands alone."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Container, Sequence

from index import subjects
from index.genders import pronoun_after
from index.heads import person_of
from index.people import People, surname
from index.person import Person
from index.run import Run
from index.words import BREAK, Sentence

PARAGRAPH_WORDS = 120  # looked back for a full name
PARAGRAPHS_BACK = 2  # in which who was named in full as the subject still is who has the surname
SENTENCES_BACK = 12  # bounds the time on any text


class Families:
    """The families of an article; ``verbs`` are the forms of reporting verbs. Places count its words."""

    def __init__(self, people: People, sentences: Sequence[Sentence], verbs: Container[str]) -> None:
        self.people, self.words, self.verbs = people, people.words, verbs
        self.sentences = [sentence for sentence in sentences if not sentence.heading]
        self._introduced_at = {person: person.places[0] for person in people.everybody if person.places}
        self._holder: dict[str, Person] = {}  # whom each surname alone meant last
        self._starts = [sentence.first for sentence in self.sentences]

    def member(self, family: Sequence[Person], run: Run) -> Person:
        """Return whom of ``family``, which is not empty, a run means that is a surname alone.

        Whom the pronoun after it fits; of several named in full before, whoever was the subject last in the
        same paragraph, was named last in it, or was the subject of one before; else whom the surname meant
        last, unless only for being named beside it; else the most prominent.
        """
        gender = run.title_gender
        if gender == "either" and not self.people.owns(run):
            gender = pronoun_after(self.people, run.name)
        fitting = [p for p in family if gender in (p.gender, "either") or p.gender == "either"] or family
        apart = self._named_after(run)
        fitting = [person for person in fitting if person not in apart] or fitting
        met = self._met(fitting, run.first)
        meant = met[0] if len(met) == 1 else self._subject_before(met, run.first, 0)
        beside = self._introduced(met, run) if meant is None else None
        if beside is not None:
            return beside
        meant = (
            meant or self._subject_before(met, run.first, PARAGRAPHS_BACK) or max(met, key=self._prominence)
        )
        self._holder[surname(meant.words)] = meant
        return meant

    def _met(self, family: Sequence[Person], place: int) -> Sequence[Person]:
        """Those named in full before a place; before any of them is, the first to be."""
        met = [person for person in family if self._introduction(person) < place]
        return met or [min(family, key=self._introduction)]

    def _introduction(self, person: Person) -> float:
        return self._introduced_at.get(person, math.inf)

    def _named_after(self, run: Run) -> list[Person | None]:
        """ "Doe spoke of Jane Doe": who is named in full in the rest of the sentence is somebody else."""
        here = bisect_right(self._starts, run.first) - 1
        last = self.sentences[here].last if here >= 0 else run.last
        return [
            self.people.of_run(after)
            for after in self.people.runs_between(run.last, last)
            if after.length > 1
        ]

    def _subject_before(self, family: Sequence[Person], place: int, back: int) -> Person | None:
        """Who was named in full as the subject of a sentence before, at most so many paragraphs back."""
        here = bisect_right(self._starts, place) - 1
        for index in range(here - 1, max(-1, here - SENTENCES_BACK), -1):
            sentence = self.sentences[index]
            if self.sentences[here].paragraph - sentence.paragraph > back:
                break
            phrase = subjects.subject_of(self.words, sentence.first, sentence.last, self.verbs)
            run = self.people.run_at(phrase.last - 1) if phrase is not None else None
            if phrase is None or (run is not None and run.length == 1):
                continue
            person = person_of(self.people, phrase, self.verbs)
            if person is not None and person in family:
                return person
        return None

    def _introduced(self, family: Sequence[Person], run: Run) -> Person | None:
        """Who was named in full last in the same paragraph."""
        start = run.first
        while start > 0 and run.first - start < PARAGRAPH_WORDS and self.words.form[start] != BREAK:
            start -= 1
        for before in reversed(self.people.runs_between(start, run.first)):
            person = self.people.of_run(before)
            if before.length > 1 and person is not None and person in family:
                return person
        return None

    def _prominence(self, person: Person) -> tuple[bool, bool, int, int]:
        """By which a surname alone means one: a first name, meant last, named in full most, named first."""
        known = person.words[0] in self.people.lexicon.first_names
        holds = self._holder.get(surname(person.words)) is person
        return known, holds, person.full, -person.places[0] if person.places else 0
