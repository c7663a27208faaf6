"""The whole of a subject of which the words before the verb are the end: a name with its noun or role."""

from __future__ import annotations

from collections.abc import Container

from index import grammar
from index.appositions import ROLE_WITHIN, is_place, segment_kind, segment_start
from index.phrase_endings import phrase_ending
from index.phrases import Phrase, is_name_word
from index.reduced import past_reduced
from index.words import QUOTED, Words

_OPENING_APPOSITION = grammar.ROLE_NOUNS | {"a", "an"}
_ROLES_IN_ROW = grammar.ROLE_NOUNS | {"and"}


def whole_subject(
    words: Words, phrase: Phrase | None, place: int, first: int, verbs: Container[str]
) -> Phrase | None:
    """Return the subject of the verb at ``place`` that ``phrase``, the words before it, ends.

    The search goes back no farther than ``first``; ``verbs`` are the forms of reporting verbs.
    """
    phrase = _before_place(words, phrase, first, verbs)
    phrase = _with_noun(words, past_reduced(words, phrase, first, verbs), first, verbs)
    article = phrase is not None and words.lower[phrase.first] in ("a", "an")
    after = words.form[place + 1 : place + 3]
    if after[:1] == [","] and (article or after[1:] != [QUOTED]):  # "Jones, an aide said, …"
        return phrase
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


def _past_open_apposition(
    words: Words, phrase: Phrase | None, first: int, verbs: Container[str]
) -> Phrase | None:
    """ "Jane Doe, (who is) owner of the firm said": the comma after the apposition is missing."""
    if phrase is None or words.lower[phrase.first] not in _OPENING_APPOSITION:
        return phrase
    comma = phrase.first - 1
    while comma > first and words.lower[comma] in _ROLES_IN_ROW:
        comma -= 1
    if words.lower[comma - 1 : comma + 1] in (["who", "is"], ["who", "was"]):
        comma -= 2
    early = words.lower[comma + 1 : comma + 1 + ROLE_WITHIN]
    if comma <= first or words.form[comma] != "," or grammar.ROLE_NOUNS.isdisjoint(early):
        return phrase
    start = segment_start(words, comma, first)
    opens = start == first or words.form[start - 1] == QUOTED
    if not opens or segment_kind(words, start, comma, first) != "name":
        return phrase
    return phrase_ending(words, comma, start, verbs) or phrase
