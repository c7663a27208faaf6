"""Noun phrases from their last word back: the words before a verb that are its subject."""

from __future__ import annotations

from collections.abc import Container

from index import grammar
from index.grammar import word_set
from index.phrases import Phrase, is_finite, is_name_word, is_nickname, is_surname, is_word
from index.words import QUOTED, Words

_LOOSE_BEFORE = (grammar.ADVERBS | grammar.CONJUNCTIONS) - {"both", "all"}  # "both men"
_NEEDING_NOUN = grammar.DETERMINERS - grammar.STANDING_ALONE - {"one"}
_BEFORE_ARTICLES = word_set("as than quite such not also half double exactly just off out above below onto")


def phrase_ending(words: Words, last: int, first: int, verbs: Container[str]) -> Phrase | None:
    """Return the noun phrase whose final word is ``last - 1``, looking back no farther than ``first``."""
    place = last - 1
    if place < first or not is_word(words, place):
        return None
    if words.lower[place] in grammar.PRONOUNS or words.lower[place] in grammar.CONTRACTIONS:
        return Phrase(place, last)
    while place >= first and _continues_left(words, place, last, first, verbs):
        place -= 1
    start = place + 1
    while start < last - 1 and words.lower[start] in _LOOSE_BEFORE and words.lower[start + 1] != "of":
        start += 1
    start = _past_introduction(words, start, last)
    start = _inner_start(words, start, last)
    if start >= last or words.lower[last - 1] in _NEEDING_NOUN:
        return None
    if start == last - 1 and is_finite(words, start, verbs):
        return None  # "Doe cited reports that": "cited" reports nothing
    return Phrase(start, last)


def _continues_left(words: Words, place: int, last: int, first: int, verbs: Container[str]) -> bool:
    lower = words.lower[place]
    if lower == QUOTED:  # "the “Hamlet” actress"
        before, after = words.lower[place - 1], words.form[place + 1] if place + 1 < last else ""
        if words.text[words.marked[place].inner.end - 1] == ",":
            return False
        nickname = after[:1].isupper() and is_nickname(words, place)
        return place > first and (nickname or (after.islower() and before in ("the", "a", "an")))
    if not is_word(words, place):
        return (
            lower in ("&", "/", "’", "'", "(", ")") and place < last - 1 and place > first and lower in "&/’'"
        )
    if lower in grammar.SUBORDINATORS and lower not in grammar.PREPOSITIONS:
        return False
    if (
        (lower in grammar.AUXILIARIES and words.form[place].islower())
        or lower in grammar.RELATIVES
        or lower in grammar.PRONOUNS
        or lower in grammar.CONTRACTIONS
    ):
        return False
    if lower == "and":
        if place + 2 < last and _is_aside(words, place + 1):
            return False
        return place > first and (is_name_word(words, place - 1) or is_name_word(words, place + 1) is False)
    if lower in grammar.CONJUNCTIONS:
        return False
    if lower in grammar.SUBORDINATORS and is_name_word(words, place + 1):  # "days after Jones said"
        return False
    return not (place < last - 1 and is_finite(words, place, verbs))


def _is_aside(words: Words, place: int) -> bool:
    """ "in a statement", "with her tweet": no part of a noun phrase after "and"."""
    lower = words.lower
    return lower[place] in grammar.PREPOSITIONS and lower[place + 1] in (
        "a",
        "an",
        "his",
        "her",
        "their",
        "its",
    )


def _past_introduction(words: Words, start: int, last: int) -> int:
    """Skip "In Iowa", "On Monday", "Last week" before a subject that follows without a comma."""
    lower = words.lower
    if lower[start] in ("last", "this", "next") and start + 2 < last and lower[start + 1] in grammar.TIMES:
        return start + 2
    if lower[start] not in grammar.PREPOSITIONS or is_surname(words, start):
        return start
    if is_name_word(words, last - 1):
        return _name_after(words, start, last)
    for place in range(start + 2, last):
        if lower[place] in ("the", "a", "an") and lower[place - 1] not in grammar.PREPOSITIONS:
            return place
    return start


def _inner_start(words: Words, start: int, last: int) -> int:
    """Where the phrase begins that ends at ``last``: in "at which point the crowd" with its article."""
    lower = words.lower
    for place in range(last - 2, start, -1):
        if lower[place] in ("the", "a", "an") and words.form[place].islower():
            before = lower[place - 1]
            joined = (
                before in grammar.SMALL_WORDS or before in _BEFORE_ARTICLES or not is_word(words, place - 1)
            )
            return start if joined else place
    return start


def _name_after(words: Words, start: int, last: int) -> int:
    """The first word of the name that ends at ``last``, the introduction's first word and day passed over."""
    place = last - 1
    while place > start + 1 and is_name_word(words, place - 1):
        place -= 1
    while place < last - 1 and words.lower[place] in grammar.DAYS:
        place += 1
    return place
