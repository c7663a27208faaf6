"""Participles in a phrase before a verb: "a letter sent by Jones", "replaced by a message"."""

from __future__ import annotations

from collections.abc import Container

from index import grammar
from index.phrase_endings import phrase_ending
from index.phrases import Phrase
from index.words import Words

_BETWEEN = grammar.PREPOSITIONS | {"out"}  # a participle and what it governs: "sent out by"


def past_passive(words: Words, phrase: Phrase | None) -> Phrase | None:
    """Return what is behind "by": in "It was replaced at noon by a message that said" the message says it."""
    if (
        phrase is None
        or not words.form[phrase.first].islower()
        or not words.lower[phrase.first].endswith("ed")
    ):
        return phrase
    by = next((place for place in range(*phrase) if words.lower[place] == "by"), phrase.first - 1)
    return Phrase(by + 1, phrase.last) if by + 1 < phrase.last else phrase


def past_reduced(words: Words, phrase: Phrase | None, first: int, verbs: Container[str]) -> Phrase | None:
    """Return the noun before a participle: in "A letter sent by Jones on Friday said" the letter says it."""
    if phrase is None:
        return None
    if _ends_reduced(words, phrase):
        return Phrase(phrase.first, phrase.last - 1)  # "the order released Friday said"
    place = phrase.first
    while place > first and words.lower[place] in _BETWEEN:
        place -= 1
    if not words.lower[place].endswith(("ed", "sent", "written", "made")) or words.form[place][0].isupper():
        return phrase
    noun = phrase_ending(words, place, first, verbs) if place < phrase.last - 1 else None
    return noun if noun is not None and words.lower[noun.first] in grammar.DETERMINERS else phrase


def _ends_reduced(words: Words, phrase: Phrase) -> bool:
    """Whether a participle follows the noun that a phrase with an article has."""
    final = phrase.last - 1
    if final - phrase.first < 2 or words.lower[phrase.first] not in grammar.DETERMINERS:
        return False
    apt = words.form[final].islower() and words.lower[final].endswith("ed")
    return apt and words.form[final - 1].islower() and words.lower[final - 1] not in grammar.SMALL_WORDS
