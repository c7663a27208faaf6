"""Who is in an article as the spouse of somebody with an office, whose surname alone means the other."""

from __future__ import annotations

from collections.abc import Container, Sequence

from index.grammar import word_set
from index.people import People
from index.person import Person
from index.run import Run

SPOUSES = word_set("wife husband lady spouse widow widower")  # "the first lady, Jane Doe"
PLACES = 4  # of a name, beside which it is looked for
BEFORE_WORDS, BEHIND_WORDS = 3, 5

_NO_MORE = frozenset(("former", "onetime", "ex", "of"))  # "the former first lady", "wife of a banker"


def spouses_of(people: People) -> set[Person]:
    """Return those whose full name has "his wife, …" before it or "…, the first lady" behind it."""
    if SPOUSES.isdisjoint(people.words.lower):
        return set()
    return {
        person
        for person in people.everybody
        if len(person.words) > 1 and any(_is_spouse(people, place) for place in person.places[:PLACES])
    }


def _is_spouse(people: People, place: int) -> bool:
    run, words = people.run_at(place), people.words
    if run is None:
        return False
    apart, *behind = [*words.lower[run.last : run.last + BEHIND_WORDS], ""]
    if "," in behind:
        del behind[behind.index(",") :]
    said = words.lower[max(0, run.first - BEFORE_WORDS) : run.first] + (behind if apart == "," else [])
    return not run.titled and not SPOUSES.isdisjoint(said) and _NO_MORE.isdisjoint(said)


def without_spouses(family: Sequence[Person], run: Run, spouses: Container[Person]) -> Sequence[Person]:
    """Return whom of a family a surname alone may mean: "President Doe" is no "first lady Jane Doe".

    With a title that is nobody where only a spouse is known; without one, whoever had it.
    """
    others = [person for person in family if person not in spouses]
    if len(others) == len(family) or run.title_gender != "either":
        return family
    if all(len(person.words) == 1 for person in others):
        return others if others or run.titled else family
    return family
