"""Relatives named by their first name alone: "Doe’s wife, Anna", whose surname is then the same."""

from __future__ import annotations

from collections.abc import Iterator

from index.grammar import word_set
from index.lexicon import plain
from index.people import People, surname_forms
from index.person import GENDER_OF, Person
from index.run import Run
from index.words import BREAK

KIN = word_set("wife husband widow widower son daughter brother sister twin father mother")
OWNER_WORDS = 4  # between the owner and the noun: "his 3-year-old"
OWNER_REACH = 60  # words of the paragraph before "his" in which he is named


def note_kin(people: People) -> None:
    """Give whom an article calls somebody’s relative, by a first name alone, that person’s surname.

    So newspapers write of those who have it; whose surname is another is named in full.
    """
    for person in people.everybody:
        if len(person.words) == 1 and person.places and person.words[0] in people.lexicon.first_names:
            run = people.run_at(person.places[0])
            owner = _owner(people, run) if run is not None and run.length == 1 else None
            if owner is not None and owner is not person and not owner.body:
                person.name = f"{person.name} {surname_forms(owner)}"


def _owner(people: People, run: Run) -> Person | None:
    """Whose wife or son a name is, by the words before it; None for nobody’s."""
    words = people.words
    noun = run.first - 2 if run.first > 1 and words.form[run.first - 1] == "," else run.first - 1
    if noun < 1 or words.lower[noun] not in KIN:
        return None
    for place in range(noun - 1, max(-1, noun - 1 - OWNER_WORDS), -1):
        if words.form[place].endswith(("’s", "'s", "s’", "s'")):
            named = people.run_at(place)
            return people.of_run(named) if named is not None else None
        gender = "either" if words.lower[place] == "whose" else GENDER_OF.get(words.lower[place])
        if gender is not None:
            return next(_before(people, place, gender), None)
        if not plain(words.form[place]).replace("-", "").isalnum():
            break
    return None


def _before(people: People, place: int, gender: str) -> Iterator[Person]:
    """Who is named in the paragraph before a pronoun and goes with it, the nearest first."""
    start = place
    while start > 0 and place - start < OWNER_REACH and people.words.form[start - 1] != BREAK:
        start -= 1
    for run in reversed(people.runs_between(start, place)):
        person = people.of_run(run)
        fits = person is not None and (gender == "either" or person.gender in (gender, "either"))
        if person is not None and person.human and person.full and not person.thing and fits:
            yield person
