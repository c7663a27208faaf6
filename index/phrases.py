"""Noun phrases by their edges: who stands before a verb, after it, or at the head of a sentence."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from index.words import QUOTED, Words

AUXILIARIES = frozenset(
    [
        "has",
        "have",
        "had",
        "was",
        "were",
        "is",
        "are",
        "be",
        "been",
        "being",
        "am",
        "will",
        "would",
        "could",
        "should",
        "may",
        "might",
        "can",
        "must",
        "did",
        "does",
        "do",
        "not",
        "never",
        "didn’t",
        "didn't",
        "hasn’t",
        "hasn't",
        "hadn’t",
        "hadn't",
        "wasn’t",
        "wasn't",
        "isn’t",
        "isn't",
        "won’t",
        "won't",
        "wouldn’t",
        "wouldn't",
        "doesn’t",
        "doesn't",
        "don’t",
        "don't",
        "haven’t",
        "haven't",
    ]
)
BE = frozenset(
    ["was", "were", "is", "are", "be", "been", "being", "am", "wasn’t", "wasn't", "isn’t", "isn't"]
)
ADVERBS = frozenset(
    [
        "also",
        "later",
        "then",
        "again",
        "once",
        "twice",
        "just",
        "still",
        "even",
        "first",
        "soon",
        "now",
        "today",
        "yesterday",
        "tonight",
        "ever",
        "already",
        "always",
        "often",
        "sometimes",
        "so",
        "far",
        "instead",
        "too",
        "however",
        "further",
        "since",
        "long",
        "both",
        "simply",
        "all",
        "best",
        "himself",
        "herself",
        "themselves",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "recently",
    ]
)
DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "his",
        "her",
        "their",
        "its",
        "our",
        "my",
        "your",
        "this",
        "that",
        "these",
        "those",
        "another",
        "one",
        "some",
        "many",
        "several",
        "most",
        "both",
        "each",
        "every",
        "any",
        "no",
        "all",
        "few",
        "two",
        "three",
        "four",
        "five",
        "six",
        "dozens",
        "hundreds",
    ]
)
PRONOUNS = frozenset(["he", "she", "they", "it", "we", "i", "you"])
PREPOSITIONS = frozenset(
    [
        "of",
        "for",
        "from",
        "with",
        "at",
        "in",
        "on",
        "to",
        "by",
        "about",
        "near",
        "under",
        "over",
        "between",
        "among",
        "during",
        "after",
        "before",
        "since",
        "against",
        "through",
        "despite",
        "within",
        "without",
        "across",
        "behind",
        "into",
        "following",
        "amid",
        "like",
        "until",
        "upon",
        "per",
        "via",
        "including",
        "alongside",
        "outside",
        "inside",
        "toward",
        "towards",
        "regarding",
        "besides",
        "throughout",
    ]
)
SUBORDINATORS = frozenset(
    [
        "that",
        "as",
        "but",
        "while",
        "when",
        "because",
        "if",
        "though",
        "although",
        "whether",
        "than",
        "so",
        "where",
        "until",
        "what",
        "why",
        "how",
        "after",
        "before",
        "since",
        "once",
        "unless",
        "yet",
    ]
)
RELATIVES = frozenset(("who", "which", "that", "whom"))
CONJUNCTIONS = frozenset(("and", "but", "or", "then", "nor", "yet"))
DASHES = frozenset(("—", "–", "--", "-"))
TIMES = frozenset(
    [
        "ago",
        "later",
        "earlier",
        "year",
        "years",
        "week",
        "weeks",
        "month",
        "months",
        "day",
        "days",
        "hours",
        "minutes",
        "morning",
        "night",
    ]
)
INTRODUCTIONS = 4  # commas a subject may stand behind
INTRODUCERS = PREPOSITIONS | SUBORDINATORS | ADVERBS | frozenset(("and", "or", "meanwhile", "asked", "still"))
ROLE_NOUNS = frozenset(
    [
        "candidate",
        "nominee",
        "hopeful",
        "frontrunner",
        "front-runner",
        "manager",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "adviser",
        "advisor",
        "strategist",
        "chairman",
        "chairwoman",
        "chair",
        "host",
        "anchor",
        "leader",
        "presidential",
        "vice-presidential",
        "campaign",
        "state",
        "national",
        "senior",
        "former",
        "director",
        "reporter",
        "analyst",
        "senator",
        "congressman",
        "president",
        "governor",
        "mayor",
        "political",
        "communications",
        "press",
        "deputy",
        "chief",
        "executive",
        "founder",
        "co-founder",
        "editor",
        "columnist",
        "contributor",
        "correspondent",
        "pollster",
        "operative",
        "consultant",
        "aide",
        "official",
        "officials",
        "representative",
        "delegate",
        "supporter",
        "activist",
        "lawyer",
        "attorney",
        "professor",
        "economist",
        "historian",
        "author",
        "writer",
        "pundit",
        "commentator",
        "businessman",
        "billionaire",
        "mogul",
        "secretary",
        "general",
        "lawmaker",
        "lawmakers",
        "policy",
        "foreign",
        "finance",
        "media",
        "digital",
        "field",
        "ambassador",
        "congressional",
        "counsel",
        "expert",
        "coordinator",
        "organizer",
        "advisers",
        "strategists",
        "aides",
        "head",
        "member",
        "members",
        "party",
        "poll",
        "survey",
        "report",
        "website",
        "newspaper",
        "magazine",
        "blog",
    ]
)
LONGEST_SOURCE = 45  # words looked back for a subject; the farthest in the news is far nearer

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
    if words.lower[place] in PRONOUNS:
        return Phrase(place, last)
    while place >= first and _continues_left(words, place, last, first, verbs):
        place -= 1
    start = place + 1
    while start < last - 1 and words.lower[start] in ADVERBS | CONJUNCTIONS:
        start += 1
    start = _past_introduction(words, start, last)
    if start >= last or words.lower[last - 1] in DETERMINERS - {
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
    if lower in SUBORDINATORS and lower not in PREPOSITIONS:
        return False
    if (lower in AUXILIARIES and words.form[place].islower()) or lower in RELATIVES or lower in PRONOUNS:
        return False
    if lower == "and":
        return place > first and (is_name_word(words, place - 1) or is_name_word(words, place + 1) is False)
    if lower in CONJUNCTIONS:
        return False
    return not (lower in verbs and place < last - 1 and words.form[place].islower() and _is_finite(lower))


def _is_finite(lower: str) -> bool:
    return lower.endswith(("ed", "aid", "old", "rote", "ays"))


def _past_introduction(words: Words, start: int, last: int) -> int:
    """Skip "In Iowa" before a name that follows without a comma."""
    if words.lower[start] not in PREPOSITIONS:
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
    if lower in PRONOUNS:
        return Phrase(first, first + 1)
    if (
        lower in PREPOSITIONS
        or (lower in AUXILIARIES and words.form[first].islower())
        or lower in SUBORDINATORS - {"that"}
        or lower in ADVERBS - {"both", "all"}
    ):
        return None
    place = first
    while place < last and _continues_right(words, place, first, verbs):
        place += 1
    while place > first and words.lower[place - 1] in DETERMINERS | PREPOSITIONS | CONJUNCTIONS:
        place -= 1
    return Phrase(first, place) if place > first else None


def _continues_right(words: Words, place: int, first: int, verbs: Container[str]) -> bool:
    lower = words.lower[place]
    if not is_word(words, place):
        return lower in ("&", "/", "’", "'") and place > first
    if (
        (lower in AUXILIARIES and words.form[place].islower())
        or lower in RELATIVES
        or lower in PRONOUNS
        or lower in ("there",)
    ):
        return False
    if lower in ("of", "for", "from", "with", "and", "the"):
        return True
    if lower in PREPOSITIONS or lower in SUBORDINATORS or lower in CONJUNCTIONS or lower in ADVERBS:
        return False
    determined = words.lower[place - 1] in DETERMINERS
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
        words.lower[place] not in ROLE_NOUNS
        and before[0].isupper()
        and not before.endswith(("’s", "'s", "’", "'"))
        and words.lower[first] not in DETERMINERS
        and place - first >= 2
    )


def subject_before(words: Words, place: int, first: int, verbs: Container[str]) -> Phrase | str | None:
    """Return the subject of the verb at ``place``: a phrase, "shared" with an earlier verb, or None.

    Auxiliaries and adverbs are passed over, appositions and relative clauses between commas too.
    """
    first = max(first, place - LONGEST_SOURCE)
    end = _before_adverbs(words, place, first)
    if end <= first:
        return None
    lower = words.lower[end - 1]
    if lower in CONJUNCTIONS:
        return "shared"
    if lower in RELATIVES:
        antecedent = end - 2 if end - 2 > first and words.form[end - 2] == "," else end - 1
        phrase = phrase_ending(words, antecedent, first, verbs)
        return Phrase(phrase.first, end) if phrase is not None else None
    if lower == "," or lower in DASHES or lower == ")":
        return _before_apposition(words, end - 1, first, verbs)
    if lower == QUOTED:
        return None
    return phrase_ending(words, end, first, verbs)


def _before_adverbs(words: Words, place: int, first: int) -> int:
    while place > first:
        lower = words.lower[place - 1]
        if (
            (lower in AUXILIARIES and words.form[place - 1].islower())
            or lower in ADVERBS
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
        and words.form[place] not in DASHES
        and words.form[place] != QUOTED
    ):
        place -= 1
    return place + 1


def _segment_kind(words: Words, start: int, end: int) -> str:
    """name: may be the subject itself; noun: only if nothing better comes; aside: passed over."""
    lower = words.lower[start]
    if (
        words.form[start] == "("
        or (lower in RELATIVES and words.form[start].islower())
        or lower in ("whose", "former", "along")
    ):
        return "aside"
    if lower in ("a", "an"):
        return "article"
    if lower != "that" and (
        lower in PREPOSITIONS or lower in SUBORDINATORS or lower in ADVERBS or lower in CONJUNCTIONS
    ):
        return "aside"
    if words.form[start].islower() and (_PARTICIPLE.match(lower) or lower.endswith("ly")):
        return "aside"
    if (end - start <= 3 and _AFFILIATION.match(words.form[start])) or (
        words.form[start][0].isdigit() and end - start == 1
    ):
        return "aside"
    if lower in PRONOUNS or (is_name_word(words, end - 1) and lower not in DETERMINERS):
        return "name" if not _PARTICIPLE.match(lower) or end - start < 4 else "aside"
    return "noun"


def subject_of(words: Words, first: int, last: int, verbs: Container[str]) -> Phrase | None:
    """Return the phrase a sentence starts with, past introductions such as "In Iowa on Friday,"."""
    place = first
    for _ in range(INTRODUCTIONS):
        while place < last and not is_word(words, place):
            place += 1
        if place >= last:
            return None
        if (
            words.lower[place] in CONJUNCTIONS
            or words.lower[place] in ADVERBS
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
    if lower in INTRODUCERS or _PARTICIPLE.match(lower):
        return True
    return comma is not None and comma - place <= 6 and not TIMES.isdisjoint(words.lower[place:comma])
