"""The head of a noun phrase: the name it ends with, or the noun before its first preposition; who that is."""

from __future__ import annotations

from collections.abc import Container

from index import grammar
from index.lexicon import plain
from index.people import People
from index.person import Person
from index.phrases import Phrase, phrase_starting
from index.run import Run
from index.words import Words

TITLE_WORDS = 4  # "master of ceremonies"


def final_name(people: People, first: int, last: int) -> Run | None:
    """Return the name a phrase ends with, where it is the phrase's own: not that of "an aide to Doe"."""
    words = people.words
    run = people.run_at(last - 1)
    if run is None or run.kind == "place" or run.first < first or run.last < last:
        return None
    if people.of_run(run) is None:
        return None
    for place in range(first + 1, run.first):
        if words.lower[place] in grammar.PREPOSITIONS and not _follows_title(people, first, place, run):
            return run if _is_own(people, place, run) else None
    before = words.lower[run.first - 1] if run.first > first else ""
    if before == "and":
        return _first_of_two(people, run)
    return None if before == "the" and not run.titled else run  # "Speaker of the House Rep. Doe"


def _first_of_two(people: People, run: Run) -> Run | None:
    """ "Jane Doe and Paul Roe": the first; but the second of "Jane and Paul Roe", who has the surname."""
    other = people.run_at(run.first - 2) if run.first > 1 else None
    return run if other is not None and other.length <= 1 < run.length else other


def _is_own(people: People, place: int, run: Run) -> bool:
    """ "Fight for Bread organiser Jane Doe": a full name after a noun, the preposition after a capital."""
    words, lexicon = people.words, people.lexicon
    full = run.length > 1 and plain(words.form[run.name]) in lexicon.first_names
    noun = words.form[run.first - 1].islower() and lexicon.is_role(words.lower[run.first - 1])
    return full and noun and words.form[place - 1][0].isupper()


def _follows_title(people: People, first: int, place: int, run: Run) -> bool:
    """ "Vice President for news Jane Doe", "secretary of state Jane Doe": it belongs to the title."""
    before = people.run_at(place - 1)
    if before is not None and before.kind == "title":
        return place < run.first - 1
    words = people.words
    if words.lower[place] != "of" or run.length < 2 or place == run.first - 1:
        return False
    return people.lexicon.is_title(words.lower[place - 1]) or _is_bare(words, first, run.first)


def _is_bare(words: Words, first: int, name: int) -> bool:
    """ "master of ceremonies Jane Doe": a noun in small letters with no article before a name is a title."""
    title = words.lower[first:name]
    small = words.form[first].islower() and grammar.DETERMINERS.isdisjoint(title)
    return small and not words.lower[first].endswith("s") and name - first <= TITLE_WORDS


def head_of(people: People, first: int, last: int) -> int:
    """Return the place of the head: the last word before the phrase's first preposition or comma."""
    words = people.words
    for place in range(first + 1, last):
        inside = people.run_at(place)
        if inside is not None and inside.first < place:
            continue
        lower = words.lower[place]
        if lower in grammar.PREPOSITIONS or lower in ("and", ",", "who", "that", "which", "named", "called"):
            signed = place - 1 > first and lower == "by" and words.lower[place - 1].endswith("ed")
            return _before_time(words, first, place - 2 if signed else place - 1)  # "a letter signed by Doe"
    return _before_time(words, first, last - 1)


def _before_time(words: Words, first: int, head: int) -> int:
    """The noun of "a report last year by": when it was is no part of it."""
    timed = words.lower[head] in grammar.TIMES and words.lower[head - 1] in ("last", "this")
    return head - 2 if timed and head - 2 > first else head


def person_of(people: People, phrase: Phrase, verbs: Container[str]) -> Person | None:
    """Return the person a phrase names, or the name between commas after it; None for a body."""
    words = people.words
    person = _named_by(people, phrase)
    if person is None and words.form[phrase.last : phrase.last + 1] == [","]:
        after = phrase_starting(words, phrase.last + 1, len(words.form), verbs)
        if after is not None and words.form[after.last : after.last + 1] == [","]:
            person = _named_by(people, after)  # "One delegate, chairwoman Jane Doe, …"
    return person


def _named_by(people: People, phrase: Phrase) -> Person | None:
    run = final_name(people, phrase.first, phrase.last)
    run = run or people.run_at(head_of(people, phrase.first, phrase.last))
    if run is None or run.first < phrase.first or people.owns(run):
        return None
    person = people.of_run(run)
    return person if person is not None and not person.body else None


def is_name(words: Words, first: int, person: Person) -> bool:
    """Whether a source that begins at a word and has a name at its head is called by it.

    Not "many Texans", nor "the Texan" of which nothing but the capital says that it is a name.
    """
    opener, after = words.lower[first], words.form[first + 1 : first + 2]
    if opener in grammar.INDEFINITE and len(person.words) == 1 and any(map(str.istitle, after)):
        return False
    known = person.human or person.body or len(person.words) > 1
    return known or opener not in grammar.DETERMINERS
