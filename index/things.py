"""Names of things: what an article never names but where it names a place, a work or an institution."""

from __future__ import annotations

from index import grammar
from index.grammar import word_set
from index.kinds import Kinds
from index.people import People

PLACES = 8  # of a name, whose neighbours are looked at

_OF_A_PLACE = word_set("the a an in at near outside inside")  # "in Ann Arbor", "the Rose Bowl"
_OF_A_THING = grammar.DETERMINERS | grammar.PREPOSITIONS


def note_things(people: People) -> None:
    """Mark the names that no pronoun for a person means: those only ever behind "the" or "in".

    Behind any preposition at all, where nothing tells of a person. Whom the article says a role of, or whose
    name a "he" or "she" follows, is none.
    """
    kinds = Kinds(people.words, people)
    openings = {body.words[:2] for body in people.everybody if body.body and len(body.words) > 2}
    for person in people.everybody:
        if not person.human and any(_is_which(people, place) for place in person.places[:PLACES]):
            person.body = True
        may_be = not (person.human or person.body) and person.words[0] not in people.lexicon.first_names
        if may_be and kinds.called(person):
            person.body = True  # "Acme, a drugmaker"
        told = person.gender != "either" and not person.human
        if not person.body and person.places and not person.roles and not told:
            openers = _OF_A_PLACE if person.human else _OF_A_THING
            person.thing = all(_word_before(people, place) in openers for place in person.places[:PLACES])
            person.thing = person.thing or (person.words in openings and person.full == len(person.places))


def _is_which(people: People, place: int) -> bool:
    """ "Acme, which opposed it": no person."""
    run, words = people.run_at(place), people.words
    return run is not None and words.lower[run.last : run.last + 2] == [",", "which"]


def _word_before(people: People, place: int) -> str:
    run = people.run_at(place)
    first = run.first if run is not None else place
    return people.words.lower[first - 1] if first else ""
