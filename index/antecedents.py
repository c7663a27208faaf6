"""Whom a relative clause is of: the name or noun before "who", "which" or "that"."""

from __future__ import annotations

from typing import NamedTuple

from index import grammar
from index.lexicon import plain
from index.people import People
from index.run import Run


class Antecedent(NamedTuple):
    """The words ``first`` up to ``last`` of a source without its "who", and the name that they end with."""

    first: int
    last: int
    name: Run | None


def antecedent_of(people: People, first: int, last: int) -> Antecedent:
    """Return what the words of a source stand for, which may end with the "who" of a clause."""
    words = people.words
    relative = words.lower[last - 1]
    if relative not in grammar.RELATIVES or last - first < 2:
        return Antecedent(first, last, None)
    last -= 2 if words.form[last - 2] in grammar.PAUSES else 1
    name = people.run_at(last - 1)
    if name is not None and name.kind == "place" and name.first > first:
        name = None  # "Senator Jane Doe of Texas, who"
    name = name or _apposed_to(people, first)
    nearest = _nearest_person if relative == "who" else _nearest_document
    return Antecedent(nearest(people, first, last), last, name)


def _apposed_to(people: People, first: int) -> Run | None:
    """ "Jane Doe, a writer who said": the name that an apposition with a clause of its own is of."""
    form, lower = people.words.form, people.words.lower
    if first < 2 or form[first - 1] != "," or lower[first] not in ("a", "an", "the", "one"):
        return None
    run = people.run_at(first - 2)
    return None if run is None or run.kind != "person" else run


def _nearest_document(people: People, first: int, last: int) -> int:
    """ "Doe’s letter linked to a Herald report, which said": where the noun before the clause begins."""
    if plain(people.words.form[last - 1]) not in people.lexicon.documents:
        return first
    return next((place + 1 for place in _prepositions(people, first, last)), first)


def _nearest_person(people: People, first: int, last: int) -> int:
    """ "a page from the memoirs of a spy who wrote": behind the things; not "an aide to Doe who"."""
    for place in _prepositions(people, first, last):
        noun = people.words.form[place - 1]
        key, lexicon = plain(noun), people.lexicon
        whose = noun[0].isupper() or lexicon.is_role(key) or lexicon.is_role(key.removesuffix("s"))
        return first if whose else place + 1
    return first


def _prepositions(people: People, first: int, last: int) -> list[int]:
    """The places of the prepositions in a phrase, the last one first."""
    return [
        place for place in range(last - 2, first, -1) if people.words.lower[place] in grammar.PREPOSITIONS
    ]
