"""People without a name whom an article introduces: "one voter", "a middle-aged cashier"."""

from __future__ import annotations

from index.doers import is_somebody
from index.heads import head_of
from index.lexicon import plain
from index.people import People
from index.person import Person
from index.phrases import Phrase
from index.words import QUOTED, Words

INTRODUCING = frozenset(("a", "an", "one", "another"))

_BEFORE = frozenset((",", QUOTED, "said", "says"))  # a subject, and what the sentence before it may end with


class Strangers:
    """The unnamed people of one article. Places count its words."""

    def __init__(self, words: Words, people: People) -> None:
        self.words, self.lexicon, self.people = words, people.lexicon, people
        self._met: dict[int, Person] = {}

    def at(self, phrase: Phrase, opening: int) -> Person | None:
        """Return who ``phrase`` introduces, in a sentence that opens with word ``opening``; else None."""
        if not self._opens(phrase.first, opening):
            return None
        head = head_of(self.people, *phrase)
        noun = plain(self.words.form[head])
        if not is_somebody(noun, self.lexicon) or not self.words.form[head].islower():
            return None
        if phrase.first not in self._met:
            called, gender = self.words.cut(phrase.first, head + 1), self.lexicon.genders.get(noun, "either")
            self._met[phrase.first] = Person(called, (), gender, human=True, unnamed=True)
        return self._met[phrase.first]

    def _opens(self, first: int, opening: int) -> bool:
        """Whether a phrase may introduce somebody: "a voter" is its sentence's subject, not what he is."""
        words = self.words
        return words.lower[first] in INTRODUCING and (first == opening or words.lower[first - 1] in _BEFORE)
