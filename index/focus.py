"""Who a text is about, sentence by sentence, and so whom its pronouns mean.

After centering (Grosz, Joshi, Weinstein: Centering, 1995) and the weights of Lappin and Leass (An Algorithm
for Pronominal Anaphora Resolution, 1994): whoever is the subject, or speaks, outweighs whoever is only
mentioned, and each sentence between takes its share away.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence, Set
from typing import Any

from index import grammar, subjects
from index.answer import Meant
from index.beside import announced_by, goes_on, subject_before, told_by, trails
from index.heads import person_of
from index.people import LARGEST_CAST, People
from index.person import GENDER_OF, Person, uncontracted
from index.phrases import Phrase
from index.run import Run
from index.salience import (
    ASKED,
    ASKER,
    HEARD,
    SO_CALLED,
    SPEAKER,
    SUBJECT,
    aptness,
    fitness,
    most_named,
    part_weight,
)
from index.strangers import Strangers
from index.words import Sentence, Words

SENTENCES_BACK = 8  # how far a pronoun may reach
PER_SENTENCE = 0.55  # a sentence farther back
PER_PARAGRAPH = 0.8
AGAIN = 0.1  # of what further mentions weigh
FLOOR = 0.05  # whoever spoke last
ANNOUNCED = 0.8  # named after the pronoun: "As he left, Jones said"
NAMED_WITHIN = 0.3  # factor for whom the words name: few speak of themselves by name
INTRODUCED = 0.3  # factor for whom an introduction names: "Asked about Roe, he said"
SURE = 0.3  # the least that speaks for whom a pronoun surely means, and how much more than for anybody else
SURE_MARGIN = 1.5
TRAILING = 0.05  # named within what is reported: "Roe is wrong, he said"

_Mention = tuple[Person, float]
"""Somebody named, and the weight of the part they have in their sentence."""


class Focus:
    """The discourse of one article. Places count its words."""

    def __init__(
        self, words: Words, sentences: Sequence[Sentence], people: People, forms: Mapping[str, Any]
    ) -> None:
        self.words, self.sentences, self.people, self.forms = words, sentences, people, forms
        self.floor: Person | None = None
        self.strangers = Strangers(words, people)
        self._starts = [sentence.first for sentence in sentences]
        self._heard: dict[int, Person] = {}
        self._heard_at: dict[int, int] = {}
        self._latest: dict[int, Person] = {}
        self._askers: set[int] = set()
        self._phrases: dict[int, Phrase | None] = {}
        self._subjects: list[Person | None] = []
        self._named: dict[int, list[_Mention]] = {}

    def hear(self, person: Person, place: int, *, asks: bool = False) -> None:
        """Note that ``person``, mentioned at ``place``, speaks; the first of a sentence is its own.

        Whoever ``asks`` leaves the floor to whom they ask.
        """
        if not asks and not person.unnamed:
            self.floor = person
        here = self.sentence_at(place)
        self._latest[here] = person
        if here not in self._heard:
            self._heard[here], self._heard_at[here] = person, place
        if asks:
            self._askers.add(here)

    def hear_stranger(self, phrase: Phrase) -> None:
        """Note that who speaks is called so without a name, if it is a person: "one voter"."""
        stranger = self.strangers.at(phrase, self.sentence_of(phrase.first).first)
        if stranger is not None:
            self.hear(stranger, phrase.first)

    def heard(self, index: int) -> Person | None:
        """Return who speaks in a sentence."""
        return self._heard.get(index)

    def sentence_at(self, place: int) -> int:
        """Return the number of the sentence that word ``place`` stands in."""
        return max(0, bisect_right(self._starts, place) - 1)

    def sentence_of(self, place: int) -> Sentence:
        """Return the sentence that word ``place`` stands in."""
        return self.sentences[self.sentence_at(place)]

    def whom(
        self, place: int, gender: str, called: Set[str] = frozenset(), spoken_of: Container[Person] = ()
    ) -> Person | None:
        """Return whom a word of ``gender`` at ``place`` means that has a name, None where nobody fits."""
        return self.meant(place, gender, called, spoken_of, unnamed=False).person

    def meant(
        self,
        place: int,
        gender: str,
        called: Set[str] = frozenset(),
        spoken_of: Container[Person] = (),
        *,
        unnamed: bool = True,
    ) -> Meant:
        """Return whom a pronoun of ``gender`` at ``place`` means, and whether that is sure.

        ``called`` are the words of a description that stands for the pronoun; ``spoken_of`` whom the words
        name that the pronoun is the source of. With ``unnamed`` it may be one of the ``strangers``.
        """
        weights = self._weigh(place, gender, called, spoken_of, unnamed=unnamed)
        if not weights:
            return Meant(most_named(self.people.everybody[:LARGEST_CAST], place, gender), sure=False)
        first, *others = sorted(weights, key=weights.__getitem__, reverse=True)
        least = SURE_MARGIN * weights[others[0]] if others else SURE
        return Meant(first, sure=weights[first] >= max(least, SURE))

    def _weigh(
        self, place: int, gender: str, called: Set[str], spoken_of: Container[Person], *, unnamed: bool
    ) -> dict[Person, float]:
        """What speaks for each of those whom a pronoun may mean."""
        weights: dict[Person, float] = {}
        told = told_by(self.people, place, self.forms)
        for mentions, factor in self._mentions_back(self.sentence_at(place), place):
            for person, weight in mentions:
                fit = fitness(person, gender)
                if not fit or person is told or (person.unnamed and not unnamed):
                    continue
                fit *= weight * factor * aptness(person, called)
                fit *= NAMED_WITHIN if person in spoken_of else 1.0
                best = weights.get(person, 0.0)
                weights[person] = max(best, fit) + AGAIN * min(best, fit)
            if weights and max(weights.values()) > factor * PER_SENTENCE * ASKED * SO_CALLED:
                break  # nobody farther back outweighs these
        if self.floor is not None and fitness(self.floor, gender) and self.floor not in spoken_of:
            weights[self.floor] = weights.get(self.floor, 0.0) + FLOOR
        return weights

    def _mentions_back(self, here: int, place: int) -> Iterator[tuple[Iterable[_Mention], float]]:
        """The mentions before a word, sentence by sentence, with what each sentence's count."""
        factor, paragraph = 1.0, self.sentences[here].paragraph
        yield self._own_mentions(here, place), factor
        for index in range(here - 1, max(-1, here - SENTENCES_BACK), -1):
            sentence = self.sentences[index]
            if sentence.heading:
                continue
            factor *= PER_SENTENCE
            if sentence.paragraph != paragraph:
                factor, paragraph = factor * PER_PARAGRAPH, sentence.paragraph
            yield self._mentions(index), factor

    def _own_mentions(self, index: int, place: int) -> Iterator[_Mention]:
        """Who is named before a word in its own sentence."""
        sentence = self.sentences[index]
        if sentence.heading:
            return
        yield from self._around(sentence, place)
        heard = self._latest.get(index)
        if heard is not None:
            yield heard, SPEAKER
        behind = trails(self.words, sentence, place)
        share = INTRODUCED if self._is_subject(index, place) else 1.0
        for run in self.people.runs_between(sentence.first, place):
            person = self._candidate(run)
            if person is not None and person is not heard:
                weight = share * part_weight(self.words, run, sentence, self.forms)
                yield person, TRAILING if behind else weight

    def _is_subject(self, index: int, place: int) -> bool:
        """Whether a pronoun is the subject: who is named before it stands in an introduction."""
        phrase = self.subject_phrase(index)
        return phrase is not None and phrase.first == place

    def _mentions(self, index: int) -> Iterator[_Mention]:
        """Each person of a sentence, with the weight of the part they have in it."""
        heard, subject = self._heard.get(index), self.subject(index)
        if heard is not None and index in self._askers:
            yield heard, ASKER
        elif heard is not None:
            yield heard, HEARD if subject not in (None, heard) and not self._closes(index) else SPEAKER
        if subject is not None and subject is not heard:
            yield subject, SUBJECT
        if index not in self._named:
            sentence = self.sentences[index]
            runs = self.people.runs_between(sentence.first, sentence.last)
            parts = (part_weight(self.words, run, sentence, self.forms) for run in runs)
            named = zip(map(self._candidate, runs), parts, strict=True)
            self._named[index] = [(person, part) for person, part in named if person is not None]
        for person, part in self._named[index]:
            if person is not heard and person is not subject:
                yield person, part

    def _closes(self, index: int) -> bool:
        """Whether who speaks is named behind the subject: "Roe will win, Doe said"."""
        phrase = self.subject_phrase(index)
        return phrase is not None and self._heard_at[index] >= phrase.last

    def _candidate(self, run: Run) -> Person | None:
        person = self.people.of_run(run)
        common = person is not None and not person.human and self.people.is_common(person.words[-1])
        return None if person is None or person.body or common else person

    def _around(self, sentence: Sentence, place: int) -> Iterator[tuple[Person, float]]:
        """The subject of a pronoun's own sentence, before it or announced by it."""
        announced = announced_by(self.people, sentence, place, self.forms)
        if announced is not None:
            yield announced, ANNOUNCED
        index = self.sentence_at(place)
        same = goes_on(self.words, sentence, self.subject_phrase(index), place)
        person = self.subject(index) if same else subject_before(self.people, sentence, place, self.forms)
        if person is not None:
            speaks = self.words.lower[place] in grammar.PRONOUNS
            yield person, HEARD if speaks else SUBJECT  # "Jones stood by her remark that …"

    def subject_phrase(self, index: int) -> Phrase | None:
        """Return the words that are the subject of a sentence."""
        if index not in self._phrases:
            sentence = self.sentences[index]
            self._phrases[index] = subjects.subject_of(self.words, sentence.first, sentence.last, self.forms)
        return self._phrases[index]

    def subject(self, index: int) -> Person | None:
        """Return the person who is the subject of a sentence, a pronoun's included."""
        while len(self._subjects) <= index:  # in text order, so that a chain of pronouns is no recursion
            self._subjects.append(None)
            self._subjects[-1] = self._find_subject(len(self._subjects) - 1)
        return self._subjects[index]

    def _find_subject(self, index: int) -> Person | None:
        sentence, phrase = self.sentences[index], self.subject_phrase(index)
        if sentence.heading or phrase is None:
            return None
        lower = uncontracted(self.words.lower[phrase.first])
        gender = GENDER_OF.get(lower)
        alone = phrase.last - phrase.first == 1 or lower != self.words.lower[phrase.first]
        if gender and alone and lower in grammar.PRONOUNS:
            return self.meant(phrase.first, gender).person
        return person_of(self.people, phrase, self.forms) or self.strangers.at(phrase, sentence.first)
