"""Noun phrases by their edges: who stands before a verb, after it, or at the head of a sentence."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from index import grammar
from index.words import QUOTED, Words

_AFFILIATION = re.compile(r"(?:[RDI]|GOP)-\w|[RDI]\.?$|\w{1,4}\.$|Jr\.?$|Sr\.?$|\d+$|[IV]+$")
_PARTICIPLE = re.compile(r"[a-z]+(?:ing|ed)$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words ``first`` up to, not including, ``last``."""

    first: int
    last: int


def is_name_word(words: Words, place: int) -> bool:
    """Whether the word is capitalised, a quotation not being one."""
    return words.form[place][0].isupper()


def is_word(words: Words, place: int) -> bool:
    """Whether it is a word, neither punctuation nor a quotation."""
    form = words.form[place]
    return form[0].isalnum() or form[0] in "@$"


def phrase_ending(words: Words, last: int, first: int, verbs: Container[str]) -> Phrase | None:
    """Return the noun phrase whose final word is ``last - 1``, looking back no farther than ``first``."""
    place = last - 1
    if place < first or not is_word(words, place):
        return None
    if words.lower[place] in grammar.PRONOUNS:
        return Phrase(place, last)
    while place >= first and _continues_left(words, place, last, first, verbs):
        place -= 1
    start = place + 1
    while start < last - 1 and words.lower[start] in grammar.ADVERBS | grammar.CONJUNCTIONS:
        start += 1
    start = _past_introduction(words, start, last)
    if start >= last or words.lower[last - 1] in grammar.DETERMINERS - {
        "some",
        "many",
        "both",
        "most",
        "all",
        "one",
        "another",
        "several",
        "others",
    }:
        return None
    return Phrase(start, last)


def _continues_left(words: Words, place: int, last: int, first: int, verbs: Container[str]) -> bool:
    lower = words.lower[place]
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
    ):
        return False
    if lower == "and":
        return place > first and (is_name_word(words, place - 1) or is_name_word(words, place + 1) is False)
    if lower in grammar.CONJUNCTIONS:
        return False
    return not (lower in verbs and place < last - 1 and words.form[place].islower() and _is_finite(lower))


def _is_finite(lower: str) -> bool:
    return lower.endswith(("ed", "aid", "old", "rote", "ays"))


def _past_introduction(words: Words, start: int, last: int) -> int:
    """Skip "In Iowa" before a name that follows without a comma."""
    if words.lower[start] not in grammar.PREPOSITIONS:
        return start
    for place in range(last - 1, start, -1):
        if not is_name_word(words, place):
            return place + 1 if place + 1 < last else start
    return min(start + 1, last - 1)


def phrase_starting(words: Words, first: int, last: int, verbs: Container[str]) -> Phrase | None:
    """Return the noun phrase that starts at ``first``, looking no farther than ``last``."""
    if first >= last or not is_word(words, first):
        return None
    lower = words.lower[first]
    if lower in grammar.PRONOUNS:
        return Phrase(first, first + 1)
    if (
        lower in grammar.PREPOSITIONS
        or (lower in grammar.AUXILIARIES and words.form[first].islower())
        or lower in grammar.SUBORDINATORS - {"that"}
        or lower in grammar.ADVERBS - {"both", "all"}
    ):
        return None
    place = first
    while place < last and _continues_right(words, place, first, verbs):
        place += 1
    while (
        place > first
        and words.lower[place - 1] in grammar.DETERMINERS | grammar.PREPOSITIONS | grammar.CONJUNCTIONS
    ):
        place -= 1
    return Phrase(first, place) if place > first else None


def _continues_right(words: Words, place: int, first: int, verbs: Container[str]) -> bool:
    lower = words.lower[place]
    if not is_word(words, place):
        return lower in ("&", "/", "’", "'") and place > first
    if (
        (lower in grammar.AUXILIARIES and words.form[place].islower())
        or lower in grammar.RELATIVES
        or lower in grammar.PRONOUNS
        or lower in ("there",)
    ):
        return False
    if lower in ("of", "for", "from", "with", "and", "the"):
        return True
    if (
        lower in grammar.PREPOSITIONS
        or lower in grammar.SUBORDINATORS
        or lower in grammar.CONJUNCTIONS
        or lower in grammar.ADVERBS
    ):
        return False
    determined = words.lower[place - 1] in grammar.DETERMINERS
    if (
        place > first
        and not determined
        and words.form[place].islower()
        and (lower in verbs or lower.endswith(("ly", "ed")))
    ):
        return False
    return not (place > first and words.form[place].islower() and _after_whole_name(words, place, first))


def _after_whole_name(words: Words, place: int, first: int) -> bool:
    """A small word after a name that stands without article or possessive starts the verb's part."""
    before = words.form[place - 1]
    return (
        words.lower[place] not in grammar.ROLE_NOUNS
        and before[0].isupper()
        and not before.endswith(("’s", "'s", "’", "'"))
        and words.lower[first] not in grammar.DETERMINERS
        and place - first >= 2
    )


def subject_before(words: Words, place: int, first: int, verbs: Container[str]) -> Phrase | str | None:
    """Return the subject of the verb at ``place``: a phrase, "shared" with an earlier verb, or None.

    Auxiliaries and adverbs are passed over, appositions and relative clauses between commas too.
    """
    first = max(first, place - grammar.LONGEST_SOURCE)
    end = _before_adverbs(words, place, first)
    if end <= first:
        return None
    lower = words.lower[end - 1]
    if lower in grammar.CONJUNCTIONS:
        return "shared"
    if lower in grammar.RELATIVES:
        antecedent = end - 2 if end - 2 > first and words.form[end - 2] == "," else end - 1
        phrase = phrase_ending(words, antecedent, first, verbs)
        return Phrase(phrase.first, end) if phrase is not None else None
    if lower == "," or lower in grammar.DASHES or lower == ")":
        return _before_apposition(words, end - 1, first, verbs)
    if lower == QUOTED:
        return None
    return phrase_ending(words, end, first, verbs)


def _before_adverbs(words: Words, place: int, first: int) -> int:
    while place > first:
        lower = words.lower[place - 1]
        if (
            (lower in grammar.AUXILIARIES and words.form[place - 1].islower())
            or lower in grammar.ADVERBS
            or (lower.endswith("ly") and words.form[place - 1].islower())
        ):
            place -= 1
        else:
            break
    return place


def _before_apposition(words: Words, comma: int, first: int, verbs: Container[str]) -> Phrase | str | None:
    """The subject before ", …," : the nearest segment that is neither apposition nor aside."""
    end, fallback, last_resort = comma, None, None
    while end > first:
        start = _segment_start(words, end, first)
        phrase = phrase_ending(words, end, start, verbs) if end > start else None
        if phrase is not None:
            kind = _segment_kind(words, start, end)
            if kind == "name":
                return phrase
            if kind == "noun" and fallback is None:
                fallback = phrase
            if kind == "article":
                last_resort = phrase
        end = start if start < end and words.form[start] == "(" else start - 1
    return fallback or last_resort


def _segment_start(words: Words, end: int, first: int) -> int:
    place = end - 1
    if place >= first and words.form[place] == ")":
        while place > first and words.form[place] != "(":
            place -= 1
        return place
    while (
        place >= first
        and words.form[place] != ","
        and words.form[place] not in grammar.DASHES
        and words.form[place] != QUOTED
    ):
        place -= 1
    return place + 1


def _segment_kind(words: Words, start: int, end: int) -> str:
    """name: may be the subject itself; noun: only if nothing better comes; aside: passed over."""
    lower = words.lower[start]
    if (
        words.form[start] == "("
        or (lower in grammar.RELATIVES and words.form[start].islower())
        or lower in ("whose", "former", "along")
    ):
        return "aside"
    if lower in ("a", "an"):
        return "article"
    if lower != "that" and (
        lower in grammar.PREPOSITIONS
        or lower in grammar.SUBORDINATORS
        or lower in grammar.ADVERBS
        or lower in grammar.CONJUNCTIONS
    ):
        return "aside"
    if words.form[start].islower() and (_PARTICIPLE.match(lower) or lower.endswith("ly")):
        return "aside"
    if (end - start <= 3 and _AFFILIATION.match(words.form[start])) or (
        words.form[start][0].isdigit() and end - start == 1
    ):
        return "aside"
    if lower in grammar.PRONOUNS or (is_name_word(words, end - 1) and lower not in grammar.DETERMINERS):
        return "name" if not _PARTICIPLE.match(lower) or end - start < 4 else "aside"
    return "noun"


def subject_of(words: Words, first: int, last: int, verbs: Container[str]) -> Phrase | None:
    """Return the phrase a sentence starts with, past introductions such as "In Iowa on Friday,"."""
    place = first
    for _ in range(grammar.INTRODUCTIONS):
        while place < last and not is_word(words, place):
            place += 1
        if place >= last:
            return None
        if (
            words.lower[place] in grammar.CONJUNCTIONS
            or words.lower[place] in grammar.ADVERBS
            or words.lower[place].endswith("ly")
        ):
            place += 1
            continue
        comma = next((i for i in range(place, min(last, place + 30)) if words.form[i] == ","), None)
        if not _is_introduction(words, place, comma):
            break
        place = comma + 1 if comma is not None else place + 1
    return phrase_starting(words, place, last, verbs)


def _is_introduction(words: Words, place: int, comma: int | None) -> bool:
    lower = words.lower[place]
    if lower in grammar.INTRODUCERS or _PARTICIPLE.match(lower):
        return True
    return comma is not None and comma - place <= 6 and not grammar.TIMES.isdisjoint(words.lower[place:comma])
