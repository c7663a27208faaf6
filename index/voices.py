"""What may speak: people, bodies and papers, by the noun of a phrase; not "the plan" or "frustrations"."""

from __future__ import annotations

import re

from index import grammar
from index.doers import is_doer
from index.grammar import word_set
from index.lexicon import Lexicon, plain
from index.person import GENDER_OF
from index.phrases import Phrase, is_name_word
from index.words import Words

_SPEAKING = word_set("he she they it we i")
_ENDS_HEAD = grammar.PREPOSITIONS | grammar.RELATIVES | word_set("and , named called")


class Voices:
    """The phrases of one text that may be sources."""

    def __init__(self, words: Words, lexicon: Lexicon) -> None:
        self.words, self.lexicon = words, lexicon
        self._small: set[str] | None = None

    def may_speak(self, phrase: Phrase) -> bool:
        """Whether a phrase is a name, a pronoun for people, or has a noun for a person, a body or a paper."""
        words, lower = self.words, self.words.lower[phrase.first]
        if lower in grammar.PRONOUNS or lower in grammar.CONTRACTIONS:
            return re.split("[’']", lower)[0] in _SPEAKING
        if any(self._is_owner(place) for place in range(*phrase)):
            return True  # "her answer", "Doe’s plan" are hers
        head = self._head(phrase)
        if is_name_word(words, head) and (head > phrase.first or lower not in self._uncapped()):
            return True
        return self._is_voice(plain(words.form[head]))

    def _uncapped(self) -> set[str]:
        if self._small is None:
            self._small = set(filter(str.islower, self.words.form))
        return self._small

    def _is_owner(self, place: int) -> bool:
        return self.words.lower[place] in GENDER_OF or self.words.form[place].endswith(grammar.OWNERS)

    def _head(self, phrase: Phrase) -> int:
        inside = range(phrase.first + 1, phrase.last)
        return next((place for place in inside if self.words.lower[place] in _ENDS_HEAD), phrase.last) - 1

    def _is_voice(self, key: str) -> bool:
        lexicon, singular = self.lexicon, key.removesuffix("s")
        return (
            lexicon.is_role(key)
            or lexicon.is_role(singular)
            or key in lexicon.kinds
            or singular in lexicon.kinds
            or key in lexicon.bodies
            or singular in lexicon.bodies
            or key in lexicon.documents
            or singular in lexicon.documents
            or key in grammar.ROLE_NOUNS
            or is_doer(key)
        )
