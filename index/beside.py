"""Who a pronoun does and does not mean for what stands beside it, in its own sentence."""

from __future__ import annotations

from collections.abc import Container

from index import grammar, subjects
from index.heads import person_of
from index.people import People
from index.person import GENDER_OF, Person
from index.phrases import Phrase
from index.salience import is_verb
from index.words import QUOTED, Sentence, Words

_OPENING_CLAUSES = grammar.SUBORDINATORS | grammar.PREPOSITIONS  # "As he left, …", "After her speech, …"


def told_by(people: People, place: int, forms: Container[str]) -> Person | None:
    """Return the object of a pronoun's verb, who is somebody else: "he told Jones"."""
    run = people.run_at(place + 2) if place + 2 < len(people.words.form) else None
    verb = run is not None and is_verb(people.words.lower[place + 1], forms)
    return people.of_run(run) if run is not None and verb else None


def announced_by(people: People, sentence: Sentence, place: int, forms: Container[str]) -> Person | None:
    """Return the subject after the comma of the clause the pronoun stands in: "As he left, Jones said"."""
    words = people.words
    opener = words.lower[sentence.first]
    if place == sentence.first or opener not in _OPENING_CLAUSES:
        return None
    if any(words.form[i] == "," for i in range(sentence.first, place)):
        return None
    phrase = subjects.subject_of(words, sentence.first, sentence.last, forms)
    if phrase is None or phrase.first <= place:
        return None
    return person_of(people, phrase, forms)


def trails(words: Words, sentence: Sentence, place: int) -> bool:
    """Whether who is named before a pronoun stands in what is reported: "…, he said"."""
    if place >= sentence.last or place == sentence.first or words.form[place - 1] != ",":
        return False
    if words.lower[place] not in grammar.PRONOUNS:
        return False
    opener = words.lower[sentence.first]
    return opener not in grammar.SUBORDINATORS and QUOTED not in words.form[sentence.first : place]


def goes_on(words: Words, sentence: Sentence, phrase: Phrase | None, place: int) -> bool:
    """Whether a pronoun is the same as the one that is its sentence's subject: "He warned them, for he …"."""
    if phrase is None or phrase.last > place or phrase.last - phrase.first > 1:
        return False
    gender = GENDER_OF.get(words.lower[phrase.first])
    same = gender is not None and GENDER_OF.get(words.lower[place]) == gender
    return same and not trails(words, sentence, place)


def subject_before(people: People, sentence: Sentence, place: int, forms: Container[str]) -> Person | None:
    """Return the subject before a pronoun in its sentence, where it does not stand in what is reported.

    "Doe admitted to a loss, which, she said, …": a subject that reports itself goes on.
    """
    if place - sentence.first < 2:
        return None
    words = people.words
    phrase = subjects.subject_of(words, sentence.first, place, forms)
    if phrase is None:
        return None
    reports = phrase.last < place and words.lower[phrase.last] in forms
    return person_of(people, phrase, forms) if reports or not trails(words, sentence, place) else None
