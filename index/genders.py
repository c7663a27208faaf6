"""The gender of people whose first name no table knows, by the pronouns that follow their names."""

from __future__ import annotations

from index.people import People
from index.person import GENDER_OF
from index.words import BREAK

PRONOUN_REACH = 25  # words after a name in which a pronoun may tell its gender
PLACES = 10  # of a name, whose pronouns are counted


def guess_genders(people: People) -> None:
    """Write into each person of either gender the one that most pronouns after the name tell."""
    for person in people.everybody:
        if person.gender == "either" and not person.body:
            told = [pronoun_after(people, place) for place in person.places[:PLACES]]
            men, women = told.count("male"), told.count("female")
            if men != women:
                person.gender = "male" if men > women else "female"


def pronoun_after(people: People, place: int) -> str:
    """Return the gender of the first pronoun after a name, nobody else being named between; else "either"."""
    words = people.words
    run = people.run_at(place)
    if run is None:
        return "either"
    for index in range(run.last, min(run.last + PRONOUN_REACH, len(words.form))):
        gender = GENDER_OF.get(words.lower[index])
        if gender:
            return gender
        if words.form[index] == BREAK or people.run_at(index) is not None:
            break
    return "either"
