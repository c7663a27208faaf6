"""The gender of people of whose name no table tells it, by the pronouns that follow the name."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Container, Sequence

from index import grammar
from index.heads import person_of
from index.kin import KIN
from index.people import People
from index.person import GENDER_OF, Person
from index.salience import GUESSED, fitness
from index.subjects import subject_of
from index.words import BREAK, Sentence

PRONOUN_REACH = 25  # words after a name in which a pronoun may tell its gender
PLACES = 10  # of a name, whose pronouns are counted


def guess_genders(people: People) -> None:
    """Write into each person of either gender the one that most pronouns after the name tell.

    Of a surname alone only "Doe and her husband" tells it.
    """
    for person in people.everybody:
        if person.gender == "either" and not person.body:
            places = person.places[:PLACES]
            alone = len(person.words) == 1
            person.gender = _told(people, [place for place in places if not alone or _has_kin(people, place)])


def meet_by_pronouns(people: People) -> None:
    """Know for people those named by one word of which nothing tells but the "he" or "she" after it.

    Those of whose surname the table of speakers has somebody need no pronoun.
    Only what is the subject of a verb counts: "Doe left when he …", not "in Oslo he …".
    """
    for person in people.everybody:
        common = people.is_common(person.words[-1])
        if len(person.words) == 1 and not (person.human or person.body or common):
            person.gender = _told(people, [place for place in person.places[:PLACES] if _acts(people, place)])
            person.human = person.gender != "either" or person.words[0] in people.lexicon.surnames


def correct_genders(people: People, sentences: Sequence[Sentence], verbs: Container[str]) -> None:
    """Write into each person of a first name for both ("Marty") the gender that "he", "his" or "she" tells.

    Only one that opens the next sentence tells it, behind a sentence whose subject the person is and which
    has nobody else who may be meant. ``verbs`` are the forms of reporting verbs.
    """
    told: dict[Person, Counter[str]] = {}
    for before, after in itertools.pairwise(sentences):
        gender = GENDER_OF.get(people.words.lower[after.first])
        if gender is None or before.heading or before.paragraph != after.paragraph:
            continue
        person = _only_subject(people, before, gender, verbs)
        if person is not None:
            told.setdefault(person, Counter())[gender] += 1
    for person, genders in told.items():
        if person.gender != "either" and genders[person.gender] * 2 < genders.total():
            person.gender = max(genders, key=genders.__getitem__)


def _only_subject(people: People, sentence: Sentence, gender: str, verbs: Container[str]) -> Person | None:
    """Who a sentence is about, None where somebody else in it may be a "he" or "she"."""
    words = people.words
    named = {people.of_run(run) for run in people.runs_between(sentence.first, sentence.last)}
    phrase = subject_of(words, sentence.first, sentence.last, verbs) if named else None
    person = person_of(people, phrase, verbs) if phrase is not None else None
    if phrase is None or gender in map(GENDER_OF.get, words.lower[sentence.first : phrase.last]):
        return None  # "With her husband, Paul Doe, she came"
    if any(people.lexicon.is_role(lower) for lower in words.lower[phrase.last : sentence.last]):
        return None  # "Jane Doe met the mayor"
    others = (other for other in named if other is not None and other is not person and not other.body)
    return None if any(fitness(other, gender) > GUESSED for other in others) else person


def _told(people: People, places: Sequence[int]) -> str:
    """The gender that most pronouns after the names at these places tell."""
    told = [pronoun_after(people, place) for place in places]
    men, women = told.count("male"), told.count("female")
    return "either" if men == women else "male" if men > women else "female"


def _has_kin(people: People, place: int) -> bool:
    """ "Doe and her husband", at the first word of the name."""
    words, run = people.words, people.run_at(place)
    if run is None or words.lower[run.last : run.last + 1] != ["and"]:
        return False
    whose, kin = words.lower[run.last + 1 : run.last + 2], words.lower[run.last + 2 : run.last + 3]
    return whose in (["his"], ["her"]) and not KIN.isdisjoint(kin)


def _acts(people: People, place: int) -> bool:
    """Whether a name alone is the subject of a verb, an adverb between them or not."""
    words, run = people.words, people.run_at(place)
    if run is None or run.last + 1 >= len(words.form):
        return False
    before = words.lower[run.first - 1] if run.first else ""
    verb = words.lower[run.last + grammar.is_adverb(words.lower[run.last])]
    finite = verb in grammar.AUXILIARIES or verb in grammar.PAST or verb.endswith("ed")
    return finite and before not in grammar.SMALL_WORDS


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
