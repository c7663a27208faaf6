"""The whole of a subject of which the words before the verb are the end: a name with its noun or role."""

from __future__ import annotations

from collections.abc import Container

from index import grammar
from index.appositions import ROLE_WITHIN, is_place, segment_kind, segment_start
from index.phrase_endings import phrase_ending
from index.phrases import Phrase, is_finite, is_name_word
from index.reduced import past_reduced
from index.words import QUOTED, Words

VERBS = 4  # words between "who" and an object: "who have lately backed"

_RELATIVES = frozenset(("who", "that", "which"))
_OPENING_APPOSITION = grammar.ROLE_NOUNS | {"a", "an"}
_ROLES_IN_ROW = grammar.ROLE_NOUNS | {"and"}


def whole_subject(
    words: Words, phrase: Phrase | None, place: int, first: int, verbs: Container[str]
) -> Phrase | None:
    """Return the subject of the verb at ``place`` that ``phrase``, the words before it, ends.

    The search goes back no farther than ``first``; ``verbs`` are the forms of reporting verbs.
    """
    phrase = _before_relative(words, _before_place(words, phrase, first, verbs), first, verbs)
    phrase = _with_noun(words, past_reduced(words, phrase, first, verbs), first, verbs)
    if phrase is None or words.lower[phrase.first] not in _OPENING_APPOSITION:
        return phrase
    after = words.form[place + 1 : place + 3]
    if after[:1] == [","] and (words.lower[phrase.first] in ("a", "an") or after[1:] != [QUOTED]):
        return phrase  # "Jones, an aide said, …"
    return _past_open_apposition(words, phrase, first, verbs)


def _before_place(words: Words, phrase: Phrase | None, first: int, verbs: Container[str]) -> Phrase | None:
    """ "Jane Doe of Columbia, South Carolina said": the comma after the place is missing."""
    if phrase is None or phrase.first - 1 <= first or words.form[phrase.first - 1] != ",":
        return phrase
    if not is_place(words, phrase.first, phrase.last, first):
        return phrase
    person = phrase_ending(words, phrase.first - 1, first, verbs)
    if person is None or not is_name_word(words, person.first):
        return phrase
    return phrase if {"of", "from"}.isdisjoint(words.lower[person.first + 2 : person.last]) else person


def _before_relative(words: Words, phrase: Phrase | None, first: int, verbs: Container[str]) -> Phrase | None:
    """ "The groups who wrote to her on Thursday say": what ends the clause after "who" is no subject."""
    if phrase is None or _RELATIVES.isdisjoint(words.lower[max(first, phrase.first - VERBS) : phrase.first]):
        return phrase
    opened = phrase.first
    while opened < phrase.last - 1 and _is_verb(words, opened, verbs, told=False):
        opened += 1
    governed = words.lower[opened] in grammar.PREPOSITIONS or words.lower[opened] == "to"
    place = opened
    while place > first and _is_verb(words, place - 1, verbs, told=governed):
        place -= 1
    acts = any(not grammar.is_adverb(lower) for lower in words.lower[place:opened])
    if not acts or place <= first + 1 or words.lower[place - 1] not in _RELATIVES:
        return phrase
    antecedent = phrase_ending(words, place - 1, first, verbs)
    return _apposed(words, antecedent.first - 1, first, verbs) or antecedent if antecedent else phrase


def _is_verb(words: Words, place: int, verbs: Container[str], *, told: bool) -> bool:
    """Whether a word may stand between "who" and an object: no verb of speech, which may have a clause."""
    lower = words.lower[place]
    if words.form[place][0].isupper() or (lower in verbs and not told):
        return False
    return (
        lower in grammar.AUXILIARIES
        or grammar.is_adverb(lower)
        or lower.endswith("ed")
        or is_finite(words, place, verbs)
    )


def _with_noun(words: Words, phrase: Phrase | None, first: int, verbs: Container[str]) -> Phrase | None:
    """ "An academic named Jane Doe said": the noun before the name is part of the subject."""
    if (
        phrase is None
        or phrase.first <= first + 1
        or words.lower[phrase.first - 1] not in ("named", "called")
    ):
        return phrase
    noun = phrase_ending(words, phrase.first - 1, first, verbs)
    indefinite = noun is not None and words.lower[noun.first] in ("a", "an", "one")
    return Phrase(noun.first, phrase.last) if noun is not None and indefinite else phrase


def _past_open_apposition(words: Words, phrase: Phrase, first: int, verbs: Container[str]) -> Phrase:
    """ "Jane Doe, (who is) owner of the firm said": the comma after the apposition is missing."""
    comma = phrase.first - 1
    while comma > first and words.lower[comma] in _ROLES_IN_ROW:
        comma -= 1
    if words.lower[comma - 1 : comma + 1] in (["who", "is"], ["who", "was"]):
        comma -= 2
    early = words.lower[comma + 1 : comma + 1 + ROLE_WITHIN]
    if grammar.ROLE_NOUNS.isdisjoint(early):
        return phrase
    return _apposed(words, comma, first, verbs) or phrase


def _apposed(words: Words, comma: int, first: int, verbs: Container[str]) -> Phrase | None:
    """Return the name that opens a clause up to a comma behind which an apposition follows."""
    if comma <= first or words.form[comma] != ",":
        return None
    start = segment_start(words, comma, first)
    opens = start == first or words.form[start - 1] == QUOTED
    if not opens or segment_kind(words, start, comma, first) != "name":
        return None
    return phrase_ending(words, comma, start, verbs)
