"""Who does it: the subject of a verb, past adverbs, appositions and asides, and the subject of a sentence."""

from __future__ import annotations

import re
from collections.abc import Container

from index import grammar
from index.appositions import before_apposition, segment_start
from index.phrase_endings import phrase_ending
from index.phrases import (
    Phrase,
    is_comma,
    is_finite,
    is_name_word,
    is_surname,
    is_word,
    phrase_starting,
)
from index.reduced import past_passive
from index.whole_subjects import whole_subject
from index.words import QUOTED, Words

DATELINE_WORDS = 14
INTRODUCTION_WORDS = 30
STATE_WORDS = 2  # of "South Carolina"
TIME_WORDS = 6  # of an introduction that a noun of time opens: "Three days later,"

_CLAUSES = grammar.RELATIVES | grammar.SUBORDINATORS
_MANY = grammar.DETERMINERS | frozenset(
    ("seven", "eight", "nine", "ten", "than", "less", "more", "about", "just", "only")
)
_THERE = frozenset(("there’s", "there's", "there"))
_HAVING = frozenset(("has", "have", "had"))

_PARTICIPLE = re.compile(r"(?:[a-z]+(?:ing|ed)|clad|born|known|seen|shown|drawn|held|led|set|sworn|hidden)$")


def subject_before(words: Words, place: int, first: int, verbs: Container[str]) -> Phrase | str | None:
    """Return the subject of the verb at ``place``: a phrase, "shared" with an earlier verb, or None.

    Auxiliaries and adverbs are passed over, appositions and relative clauses between commas too. The search
    goes back no farther than ``first``; ``verbs`` are the forms of reporting verbs.
    """
    first = max(first, place - grammar.LONGEST_SOURCE)
    end = before_adverbs(words, place, first)
    if end <= first:
        return None
    lower = words.lower[end - 1]
    if lower in grammar.CONJUNCTIONS:
        return "shared"
    if lower in grammar.RELATIVES:
        apart = end - 2 > first and words.form[end - 2] in grammar.PAUSES
        antecedent = end - 2 if apart else end - 1
        phrase = _governed(words, past_passive(words, phrase_ending(words, antecedent, first, verbs)), first)
        return Phrase(phrase.first, end) if phrase is not None else None
    if lower in grammar.PAUSES:
        phrase = before_apposition(words, end - 1, first, verbs)
        return "shared" if _is_object(words, phrase, end - 1, first, verbs) else phrase
    if lower == ")":
        return before_apposition(words, end, first, verbs)
    if lower == QUOTED:
        return None
    phrase = phrase_ending(words, end, first, verbs)
    if phrase is not None and _is_aside_after_and(words, phrase, first):
        return "shared"
    if phrase is not None and _is_aside_within(words, phrase, first):
        return subject_before(words, phrase.first, first, verbs)
    return whole_subject(words, phrase, place, first, verbs)


def _governed(words: Words, phrase: Phrase | None, first: int) -> Phrase | None:
    """ "It was a word from her aides, who said": the preposition is no part of who does it."""
    if phrase is None or words.lower[phrase.first] not in grammar.PREPOSITIONS or phrase.first == first:
        return phrase
    apt = not is_surname(words, phrase.first) and words.lower[phrase.last - 1] not in grammar.RELATIVES
    return Phrase(phrase.first + 1, phrase.last) if apt and phrase.last - phrase.first > 1 else phrase


def _is_aside_after_and(words: Words, phrase: Phrase, first: int) -> bool:
    """ "Jones backs it and in a statement said": the words between hold no subject."""
    if phrase.first <= first or words.lower[phrase.first] not in grammar.PREPOSITIONS:
        return False
    return words.lower[phrase.first - 1] in grammar.CONJUNCTIONS


def _is_aside_within(words: Words, phrase: Phrase, first: int) -> bool:
    """ "Jones, who in the past said", "Jones has in the past said": the subject stands before these words."""
    if phrase.first <= first or words.lower[phrase.first] not in grammar.PREPOSITIONS:
        return False
    before = words.lower[phrase.first - 1]
    return not is_surname(words, phrase.first) and (before in _HAVING or before in ("who", "which"))


def _is_object(words: Words, phrase: Phrase | None, comma: int, first: int, verbs: Container[str]) -> bool:
    """ "Jones mocked a reporter, called it “bad” and …": what is before the comma is the earlier verb's."""
    if phrase is None or words.form[comma] != "," or phrase.last != comma:
        return False
    start = segment_start(words, comma, first)
    if phrase.first - 1 <= start or not is_finite(words, phrase.first - 1, verbs):
        return False
    return _CLAUSES.isdisjoint(words.lower[start : phrase.first])


def before_adverbs(words: Words, place: int, first: int) -> int:
    """Return where the words before ``place`` end, auxiliaries, adverbs and days passed over."""
    while place > first and not is_surname(words, place - 1):
        lower = words.lower[place - 1]
        if (
            lower in grammar.TIMES
            and place - 2 > first
            and words.lower[place - 2] in ("last", "this", "earlier")
        ):
            place -= 2  # "Jones last week said"
        elif lower == "ago" and place - 2 > first and words.lower[place - 2] in grammar.TIMES:
            place -= 2  # "Jones less than two weeks ago said"
            while place > first and words.lower[place - 1] in _MANY:
                place -= 1
        elif lower == "earlier" and place - 2 >= first and is_name_word(words, place - 2):
            place -= 1  # "Jones earlier said"
        elif place - 2 > first and words.lower[place - 2] in grammar.ADVERBS_OF_TWO.get(lower, ()):
            place -= 2
        elif (
            (lower in grammar.AUXILIARIES and words.form[place - 1].islower())
            or lower in grammar.ADVERBS
            or (grammar.is_adverb(lower) and words.form[place - 1].islower())
        ):
            place -= 1
            if lower in grammar.DAYS and words.lower[place - 1] == "on":
                place -= 1  # "Jones on Monday said"
        else:
            break
        if lower in ("both", "all") and (place == first or words.form[place - 1] == QUOTED):
            return place + 1  # "Both argue", "“…,” both said"
    return place


def subject_of(words: Words, first: int, last: int, verbs: Container[str]) -> Phrase | None:
    """Return the phrase a sentence starts with, past introductions such as "In Iowa on Friday,"."""
    place = _past_dateline(words, first, last)
    for _ in range(grammar.INTRODUCTIONS):
        while place < last and not is_word(words, place):
            place += 1
        if place >= last:
            return None
        if words.lower[place] in _THERE:
            return _of_infinitive(words, place + 1, last, verbs)
        if words.lower[place] in grammar.CONJUNCTIONS or grammar.is_adverb(words.lower[place]):
            place += 1
            continue
        if not _is_introduction(words, place, last, verbs):
            break
        comma = _comma(words, place, min(last, place + INTRODUCTION_WORDS))
        place = comma + 1 if comma is not None else place + 1
        place = _past_state(words, place, last)
    phrase = phrase_starting(words, place, last, verbs)
    described = _described(words, phrase, last)
    if described is not None:
        return described
    return _past_false_start(words, phrase, last, verbs, introduced=place > first + 1)


def _of_infinitive(words: Words, first: int, last: int, verbs: Container[str]) -> Phrase | None:
    """ "There’s still time for Jones to go": who is to do it."""
    for place in range(first, min(first + TIME_WORDS, last)):
        if words.lower[place] == "for":
            phrase = phrase_starting(words, place + 1, last, verbs)
            return (
                phrase
                if phrase is not None and words.lower[phrase.last : phrase.last + 1] == ["to"]
                else None
            )
    return None


def _past_state(words: Words, place: int, last: int) -> int:
    """ "In Aspen, Colo., Jones said", "In Ames, Iowa, on Sunday, Jones said": past what a town lies in."""
    end = place
    while end < min(place + STATE_WORDS, last) and is_name_word(words, end):
        end += 1
    if place == 0 or end == place or end >= last or words.form[end] != "," or words.form[place - 1] != ",":
        return place
    after = words.lower[end + 1 : end + 2]  # nothing where the text breaks off
    timed = not grammar.PREPOSITIONS.isdisjoint(after) and is_name_word(words, place - 2)
    return end + 1 if words.form[end - 1].endswith(".") or timed else place


def _past_dateline(words: Words, first: int, last: int) -> int:
    """ "OSLO, July 25 (AP) — The mayor said …": past the dash."""
    if not (words.form[first].isupper() and len(words.form[first]) > 2):
        return first
    dashes = (
        i for i in range(first + 1, min(first + DATELINE_WORDS, last)) if words.form[i] in grammar.DASHES
    )
    return next(dashes, first - 1) + 1


def _described(words: Words, phrase: Phrase | None, last: int) -> Phrase | None:
    """The "she" of "A native of Oslo who moved here in May, she …", None where no pronoun follows."""
    if phrase is None or words.lower[phrase.first] not in ("a", "an"):
        return None
    comma = _comma(words, phrase.last, min(last - 1, phrase.last + INTRODUCTION_WORDS))
    if comma is None or words.lower[comma + 1] not in ("he", "she"):
        return None
    return Phrase(comma + 1, comma + 2) if words.lower[phrase.last] in (",", "who") else None


def _past_false_start(
    words: Words, phrase: Phrase | None, last: int, verbs: Container[str], *, introduced: bool
) -> Phrase | None:
    """ "Helped by a friend, the mayor, Jones went home": Jones does, for a verb follows."""
    if phrase is None or not (introduced or words.lower[phrase.first] in grammar.DETERMINERS):
        return phrase
    if phrase.last + 1 >= last or words.form[phrase.last] != ",":
        return phrase
    place = phrase.last + 1
    while place < last and is_name_word(words, place):
        place += 1
    if phrase.last + 1 < place < last and _is_past(words, place, verbs):
        return Phrase(phrase.last + 1, place)
    return phrase


def _is_past(words: Words, place: int, verbs: Container[str]) -> bool:
    """Whether a word has a subject before it: "went", "would", "launched"."""
    lower = words.lower[place]
    return is_finite(words, place, verbs) or lower in grammar.AUXILIARIES or lower.endswith("ed")


def _is_introduction(words: Words, place: int, last: int, verbs: Container[str]) -> bool:
    lower = words.lower[place]
    if lower in grammar.INTRODUCERS or _PARTICIPLE.match(lower):
        return True
    acts = is_name_word(words, place) and place + 1 < last and _is_past(words, place + 1, verbs)
    if acts or lower in grammar.PRONOUNS:
        return False  # "She left the next day, saying …"
    comma = _comma(words, place, min(last, place + TIME_WORDS + 1))
    return comma is not None and not grammar.TIMES.isdisjoint(words.lower[place:comma])


def _comma(words: Words, first: int, last: int) -> int | None:
    """The first comma of the words ``first`` up to ``last``."""
    return next((place for place in range(first, last) if is_comma(words, place)), None)
