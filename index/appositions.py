"""Behind appositions and asides: the subject of the verb in "Jane Doe, 54, a farmer from Oslo, said"."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Literal

from index import grammar
from index.phrase_endings import phrase_ending
from index.phrases import Phrase, is_name_word, is_nickname
from index.words import QUOTED, Words

SEGMENTS = 8  # between commas, looked back for a subject
WHOSE_WORDS = 5  # "whose", what somebody is, and no verb yet
ROLE_WITHIN = 6  # words into an apposition without article by which its noun must have come

PARTIES = frozenset(("republican", "democrat", "independent"))  # "Democrat of Ohio"

_AFFILIATION = re.compile(r"(?:[RDIL]|GOP)-\w|[RDI]\.?$|\w{1,4}\.$|Jr\.?$|Sr\.?$|\d+$|[IV]+$")
_PARTICIPLE = re.compile(r"(?:[a-z]+(?:ing|ed)|clad|born|known|seen|shown|drawn|held|led|set|sworn|hidden)$")

_NO_NOUN = grammar.DETERMINERS | grammar.PRONOUNS

SegmentKind = Literal["name", "noun", "apposition", "aside"]


def before_apposition(words: Words, end: int, first: int, verbs: Container[str]) -> Phrase | None:
    """Return the subject before ", …,": the nearest name, else a noun, else an apposition."""
    found: dict[str, Phrase] = {}
    attached = False
    for number in range(SEGMENTS):
        if end <= first:
            break
        start = segment_start(words, end, first)
        if attached:  # "As Jones (R-Ohio) has said": no comma parts the name from its verb
            while start < end - 1 and words.lower[start] in grammar.SUBORDINATORS:
                start += 1
        kind = segment_kind(words, start, end, first)
        phrase = phrase_ending(words, end, start, verbs) if end > start and kind != "aside" else None
        inside = kind == "name" and _ends_relative(words, start, first, nearest=number == 0)
        if phrase is not None and not inside:
            if kind == "name" and words.lower[phrase.first] != "to":  # not of "He vowed to go"
                return phrase
            found.setdefault(kind, phrase)
        bracket = start < end and words.form[start] == "("
        end = start if bracket else start - 1
        attached = bracket and end > first and words.form[end - 1] != ","
        if bracket and not attached:
            end -= 1
    return found.get("noun") or found.get("apposition")


def _ends_relative(words: Words, start: int, first: int, *, nearest: bool) -> bool:
    """ "Jane Doe, who lives in the capital, Oslo, …": Oslo is the end of the aside.

    The name ``nearest`` to the verb is not: "the council, whose president, Jane Doe, said".
    """
    if start - 2 <= first or words.form[start - 1] != ",":
        return False
    before = segment_start(words, start - 1, first)
    if nearest and words.lower[before] == "whose" and start - 1 - before <= WHOSE_WORDS:
        return False
    return (
        before > first and words.lower[before] in ("who", "whose", "which") and words.form[before - 1] == ","
    )


def segment_start(words: Words, end: int, first: int) -> int:
    """Return where the words between commas that end at ``end`` begin, not before ``first``."""
    place = end - 1
    if place >= first and words.form[place] == ")":
        while place > first and words.form[place] != "(":
            place -= 1
        return place
    while place >= first and not _ends_segment(words, place):
        place -= 1
    return place + 1


def _ends_segment(words: Words, place: int) -> bool:
    form = words.form[place]
    if form == QUOTED:
        return not is_nickname(words, place)
    return form in (",", ")", ";") or form in grammar.DASHES


def segment_kind(words: Words, start: int, end: int, first: int) -> SegmentKind:
    """Return what a segment may be: the subject, or that for want of a better; an aside is passed over."""
    start = _past_opening(words, start, end)
    if _closes_with_name(words, start, end):
        return "name"
    if words.lower[start] in PARTIES and words.lower[start + 1] == "of":
        return "aside"  # "Representative Jane Doe, Democrat of Ohio, …"
    if start >= end or _is_aside(words, start, end) or is_place(words, start, end, first):
        return "aside"
    lower = words.lower[start]
    if lower in ("a", "an", "one"):
        return "apposition"
    bare = words.form[start].islower() and lower not in _NO_NOUN
    if bare and not grammar.ROLE_NOUNS.isdisjoint(words.lower[start : start + ROLE_WITHIN]):
        return "apposition"
    if lower in grammar.PRONOUNS or (is_name_word(words, end - 1) and lower not in grammar.DETERMINERS):
        if words.form[start].islower() and _governs(words, start, end):
            return "noun"
        return "name" if not _PARTICIPLE.match(lower) or end - start < 4 else "aside"
    return "noun"


def _closes_with_name(words: Words, start: int, end: int) -> bool:
    """ "making charges that Jones, for one, …": behind "that" a clause has begun."""
    place = end - 1
    while place > start and is_name_word(words, place):
        place -= 1
    return start < place < end - 1 and words.lower[place] == "that"


def _governs(words: Words, start: int, end: int) -> bool:
    """ "fields seized by the Group": the name at the end is that of a preposition."""
    while end > start and is_name_word(words, end - 1):
        end -= 1
    return words.lower[end - 1] in grammar.DETERMINERS and words.lower[end - 2] in grammar.PREPOSITIONS


def _past_opening(words: Words, start: int, end: int) -> int:
    """Skip "and" and the "in what" of "in what Jones called": a clause begins after it."""
    if "what" in words.lower[start : min(start + 3, end)]:
        return words.lower.index("what", start) + 1
    while start < end - 1 and words.lower[start] in grammar.CONJUNCTIONS:
        start += 1
    named = range(start + 1, end)
    if words.lower[start : start + 1] in (["as"], ["when"]) and all(is_name_word(words, i) for i in named):
        start += start < end - 1  # "As Jane Doe, the mayor, put it"
    return start


def _is_aside(words: Words, start: int, end: int) -> bool:
    lower, form = words.lower[start], words.form[start]
    if form == "(" or (lower in grammar.RELATIVES and form.islower()) or form in ("whose", "former", "along"):
        return True
    if lower in grammar.PREPOSITIONS or lower in grammar.CLAUSE_OPENERS or lower in grammar.ADVERBS:
        return True
    if lower == "to" and form.islower():
        return True  # "to go home, Jones said"
    if form.islower() and (_PARTICIPLE.match(lower) or grammar.is_adverb(lower)):
        return True
    return end - start == 1 and (_AFFILIATION.match(form) is not None or form[0].isdigit())


def is_place(words: Words, start: int, end: int, first: int) -> bool:
    """Whether names after a comma are a place, as in "of Columbia, South Carolina", no subject."""
    if end - start > 2 or not all(is_name_word(words, place) for place in range(start, end)):
        return False
    place = start - 2
    if start <= first + 2 or words.form[start - 1] != "," or words.lower[place] in grammar.DATES:
        return False
    while place > first and is_name_word(words, place):
        place -= 1
    return place < start - 2 and words.lower[place] in ("of", "in", "from", "near", "at", "outside")
