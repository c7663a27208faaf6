"""Kin with a first name alone: "Doe’s husband, Paul", "his wife, Jane", who have the surname of theirs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from index import grammar
from index.grammar import word_set
from index.lexicon import plain
from index.people import People, surname
from index.person import GENDER_OF, Person
from index.run import Run
from index.words import Sentence

KIN = word_set(
    "wife husband son daughter father mother brother sister grandson granddaughter grandfather grandmother"
)
OWNER_WORDS = 5  # before the noun, within which whose it is stands: "his late first wife"
SENTENCES_BACK = 4  # in which who "his" means is named


def name_kin(people: People, sentences: Sequence[Sentence]) -> None:
    """Give those first named as somebody's kin, by a first name alone, that somebody's surname.

    News gives the surname of whoever has another.
    """
    firsts = people.lexicon.first_names
    for person in people.everybody:
        if len(person.words) == 1 and not person.body and person.places and person.words[0] in firsts:
            owner = _owner(people, person.places[0], sentences)
            if owner is not None and owner is not person:
                people.rename(person, [person.name, _surname_of(owner)])


def _surname_of(person: Person) -> str:
    """The surname as it is written; that of "Paul Doe Jr." is Doe."""
    key = surname(person.words)
    return next(form for form in reversed(person.name.split()) if surname((plain(form),)) == key)


def _owner(people: People, place: int, sentences: Sequence[Sentence]) -> Person | None:
    """Whose wife or son the text says somebody is, before the name at a place."""
    words = people.words
    noun = place - 1 - (place > 0 and words.form[place - 1] == ",")
    if noun < 1 or words.lower[noun] not in KIN:
        return None
    for before in range(noun - 1, max(-1, noun - OWNER_WORDS), -1):
        run = people.run_at(before)
        if run is not None:
            owns = words.form[before].endswith(grammar.OWNERS)
            return _first_of(people, [run], "either") if owns else None
        if words.lower[before] in ("his", "her", "whose"):
            gender = GENDER_OF.get(words.lower[before], "either")
            return _antecedent(people, before, gender, sentences)
        if not words.form[before][0].isalnum():
            return None
    return None


def _antecedent(people: People, place: int, gender: str, sentences: Sequence[Sentence]) -> Person | None:
    """Whoever of a gender is named last before a pronoun in its sentence, else first in one before."""
    here = bisect_right(sentences, place, key=lambda sentence: sentence.first) - 1
    found = _first_of(people, reversed(people.runs_between(sentences[here].first, place)), gender)
    for sentence in reversed(sentences[max(0, here - SENTENCES_BACK) : here]):
        found = found or _first_of(people, people.runs_between(sentence.first, sentence.last), gender)
    return found


def _first_of(people: People, runs: Iterable[Run], gender: str) -> Person | None:
    """The first of a gender, with a surname, whom names mean."""
    for run in runs:
        person = people.of_run(run)
        fits = person is not None and person.human and gender in ("either", person.gender)
        if person is not None and fits and not (person.body or person.thing) and _has_surname(people, person):
            return person
    return None


def _has_surname(people: People, person: Person) -> bool:
    return len(person.words) > 1 or person.words[0] not in people.lexicon.first_names
