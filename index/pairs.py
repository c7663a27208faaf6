"""Whom "they", "the two" and "the chairmen" mean: people who were a subject together."""

from __future__ import annotations

from index import grammar
from index.answer import Answer
from index.doers import is_doer
from index.focus import Focus
from index.heads import head_of
from index.lexicon import plain
from index.people import People
from index.person import Person
from index.phrases import Phrase, is_finite
from index.words import Sentence, Words

SENTENCES_BACK = 10  # in which those are named whom "they" goes on with
JOINED_WORDS = 20  # from the first of two names to the "and" before the second
TITLE_WORDS = 6  # from that "and" to the name
WORDS_BACK = 1000  # in which others were spoken of by the same noun; bounds the time on any text

_THE = frozenset(("the", "these", "those"))
_TOGETHER = frozenset(("two", "three", "pair", "couple", "duo", "trio"))
_SEVERAL = _TOGETHER | {"people"}


class Pairs:
    """The people of one article who were named together. Places count its words."""

    def __init__(self, words: Words, people: People, focus: Focus) -> None:
        self.words, self.people, self.focus = words, people, focus

    def they(self, place: int) -> Answer | None:
        """Return whom the "they" at a place means, where no others were a subject since."""
        here = self.focus.sentence_at(place)
        for index in range(here, max(-1, here - SENTENCES_BACK), -1):
            subject = self.focus.subject_phrase(index)
            if subject is None or subject.first >= place:
                continue
            person = self._joined(index)
            if person is not None:
                return _answer("they", person)
            if self._is_of_others(subject):
                return None
        return None

    def described(self, first: int, head: int, mention: str) -> Answer | None:
        """Return whom "both", "the two" or "the two lawmakers" means, or "the chairmen", one being so called.

        Any other "the lawyers" is those of the sentence just before, where none were spoken of till then.
        """
        lower = self.words.lower
        both = lower[first] == "both"
        if not both and (lower[first] not in _THE or not self._is_plural(head)):
            return None
        here = self.focus.sentence_at(first)
        for index in range(here - 1, max(-1, here - SENTENCES_BACK), -1):
            person = self._joined(index)
            if person is not None:
                new = lower[head] not in lower[max(0, first - WORDS_BACK) : first]
                counted = not _TOGETHER.isdisjoint((*lower[first + 1 : first + 2], lower[head]))
                told = both or counted or _one_of(lower[head]) in person.role_words
                return _answer(mention, person) if told or (new and index == here - 1) else None
        return None

    def _joined(self, index: int) -> Person | None:
        """The first of two people who are the subject of a sentence."""
        sentence, subject = self.focus.sentences[index], self.focus.subject_phrase(index)
        if sentence.heading or subject is None:
            return None
        pause = self.words.form[subject.last : subject.last + 1]
        listed = not grammar.PAUSES.isdisjoint(pause)  # "Two voters - Jane Doe and Paul Roe - …"
        runs = self.people.runs_between(subject.first, subject.last + 2 * listed)
        run = next((run for run in runs if self.people.of_run(run) is not None), None)
        person = self.people.of_run(run) if run is not None else None
        if run is None or person is None or person.body or not person.human:
            return None
        return person if self._is_joined(run.last, sentence, person) else None

    def _is_joined(self, place: int, sentence: Sentence, person: Person) -> bool:
        """Whether an "and" behind a name joins another person to it before any verb."""
        lower = self.words.lower
        for joint in range(place, min(place + JOINED_WORDS, sentence.last)):
            if lower[joint] in grammar.AUXILIARIES or is_finite(self.words, joint, self.focus.forms):
                return False
            if lower[joint] == "and":
                runs = self.people.runs_between(joint + 1, joint + 1 + TITLE_WORDS)
                other = self.people.of_run(runs[0]) if runs else None
                return other is not None and other is not person and not other.body
        return False

    def _is_of_others(self, subject: Phrase) -> bool:
        """Whether a subject is of people or bodies without a name: "the lawyers"."""
        head, lexicon = head_of(self.people, *subject), self.people.lexicon
        noun = plain(self.words.form[head])
        one = noun.removesuffix("s")
        acts = any(map(lexicon.is_role, (noun, one))) or one in lexicon.kinds or one in lexicon.bodies
        return self._is_plural(head) and (acts or is_doer(one))

    def _is_plural(self, head: int) -> bool:
        """Whether a noun in small letters is of several."""
        form = self.words.form[head]
        several = form.endswith(("s", "men")) and not form.endswith(("ss", "us", *grammar.POSSESSIVE))
        return form.islower() and (several or form in _SEVERAL)


def _one_of(noun: str) -> str:
    """ "chairman" of "chairmen", "lawyer" of "lawyers"."""
    return f"{noun[:-2]}an" if noun.endswith("men") else noun.removesuffix("s")


def _answer(mention: str, person: Person) -> Answer:
    return Answer(person, "general", f"“{mention}” is {person.name}, named first of several")
