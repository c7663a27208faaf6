"""Whom an article calls by a role: who "the senator" is."""

from __future__ import annotations

from index.people import LARGEST_CAST, People
from index.person import Person


def by_role(people: People, wanted: set[str], noun: str, floor: Person | None, place: int) -> Person | None:
    """Return who the article calls so: most of the wanted words among their roles, then who is nearest.

    ``noun`` is the head ("senator") that a role must have, or one that means the same; ``place`` is where
    the mention stands.
    """
    names = people.lexicon.same.get(noun, (noun,))
    places = wanted & people.lexicon.places
    best, best_score = None, (0, False, 0)
    for person in people.everybody[:LARGEST_CAST]:
        if person.body or not any(_has(person, name, wanted) for name in names):
            continue
        if places and places.isdisjoint(person.role_words) and person.role_words & people.lexicon.places:
            continue  # "the Ohio senator" is not the one from Utah
        near = max((where for where in person.places if where < place), default=-1)
        score = (len(wanted & person.role_words) + 1, person is floor, near)
        if score > best_score:
            best, best_score = person, score
    return best


def _apart(name: str) -> tuple[str, ...]:
    """The words that make another role of one."""
    return ("vice", "general") if name == "attorney" else ("vice",)


def _has(person: Person, name: str, wanted: set[str]) -> bool:
    """Whether a person is called so; a vice-president is no president, an attorney general no attorney."""
    if any((word in person.role_words) != (word in wanted) for word in _apart(name)):
        return False
    return all(word in person.role_words for word in name.split())


def lacks_vice(person: Person, noun: str, wanted: set[str]) -> bool:
    """Return whether "the vice president" is wanted and the article calls a person president only."""
    return "vice" in wanted - person.role_words and noun in person.role_words
