"""Noun phrases from their first word on, owners from their last, and what a word may be in one."""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

from index import grammar
from index.words import QUOTED, Words

NICKNAME = 12  # characters
OWNER_WORDS = 6  # of a name with its titles
NOUNS_BETWEEN = 4  # words in small letters within a phrase that ends with a name

_NO_NOUNS = grammar.RELATIVES | grammar.PRONOUNS | {"there"}
_WITHIN = frozenset(("of", "for", "from", "with", "and", "the"))
_APART = grammar.PREPOSITIONS | grammar.SUBORDINATORS | grammar.CONJUNCTIONS | grammar.ADVERBS
_NO_NAME_AFTER = grammar.PREPOSITIONS | grammar.DETERMINERS | {"as"}
_ADJECTIVES = grammar.DAYS | {"best", "first", "then"}
_ALONE = (grammar.STANDING_ALONE & grammar.DETERMINERS) | {"one"}
_SELVES = (["himself"], ["herself"])
_DOERS = ("ers", "ors", "ists", "ants", "ives")
_NO_QUANTIFIERS = grammar.ADVERBS - {"both", "all"}


class Phrase(NamedTuple):
    """Words ``first`` up to, not including, ``last``."""

    first: int
    last: int


def is_name_word(words: Words, place: int) -> bool:
    """Whether the word is capitalised, a quotation not being one."""
    return words.form[place][0].isupper()


def is_surname(words: Words, place: int) -> bool:
    """Whether a small word is a family name or its beginning: "Jane Long", "Long said", "in ’t Veld"."""
    form = words.form
    if words.lower[place] == "in":
        return form[place + 1 : place + 2] in (["’t"], ["'t"])
    if words.lower[place] not in grammar.SURNAMES or not form[place][0].isupper():
        return False
    after = form[place + 1] if place + 1 < len(form) else ""
    return (place > 0 and form[place - 1][0].isupper()) or after in ("said", "says", "told", "wrote")


def is_word(words: Words, place: int) -> bool:
    """Whether it is a word, neither punctuation nor a quotation."""
    form = words.form[place]
    return form[0].isalnum() or form[0] in "@$" or form in ("’t", "'t")


def is_comma(words: Words, place: int) -> bool:
    """Whether the word is a comma, or a quotation with one within its marks."""
    if words.form[place] == QUOTED:
        return words.text[words.marked[place].inner.end - 1] == ","
    return words.form[place] == ","


def is_finite(words: Words, place: int, verbs: Container[str]) -> bool:
    """Whether the word is surely a verb with a subject: "said", "went"."""
    lower = words.lower[place]
    told = lower in verbs and lower.endswith(("ed", "aid", "old", "rote", "ays"))
    return words.form[place].islower() and (told or lower in grammar.PAST)


def phrase_starting(words: Words, first: int, last: int, verbs: Container[str]) -> Phrase | None:
    """Return the noun phrase that starts at ``first``, looking no farther than ``last``."""
    if first >= last or not is_word(words, first):
        return None
    lower = words.lower[first]
    if lower in grammar.PRONOUNS or lower in grammar.CONTRACTIONS:
        return Phrase(first, first + 1)
    if not is_surname(words, first) and (
        lower in grammar.PREPOSITIONS
        or (lower in grammar.AUXILIARIES and words.form[first].islower())
        or lower in grammar.CLAUSE_OPENERS
        or lower in _NO_QUANTIFIERS
    ):
        return None
    place = first + (lower in ("both", "all"))
    while place < last and _continues_right(words, place, first, verbs):
        place += 1
    while (
        place > first and words.lower[place - 1] in grammar.SMALL_WORDS and not is_surname(words, place - 1)
    ):
        place -= 1
    if place == first and lower in _ALONE:
        return Phrase(first, first + 1)  # "…, read one"
    return Phrase(first, place) if place > first else None


def _continues_right(words: Words, place: int, first: int, verbs: Container[str]) -> bool:
    lower = words.lower[place]
    if not is_word(words, place):
        return place > first and (
            lower in ("&", "/", "’", "'") or (lower == QUOTED and is_nickname(words, place))
        )
    if is_surname(words, place):
        return True
    if lower == "earlier" and place > first and is_name_word(words, place - 1):
        return False  # "Jones earlier denied"
    if lower in _NO_NOUNS or (lower in grammar.AUXILIARIES and words.form[place].islower()):
        return False
    if lower in _WITHIN:
        return True
    if lower in _ADJECTIVES and place > first and _precedes_adjective(words, place - 1):
        return True  # "a Monday editorial", "his best friend", "the former first lady"
    if lower in _APART or (lower == "calling" and words.lower[place + 1 : place + 2] in _SELVES):
        return False
    if place == first or not words.form[place].islower():
        return True
    acts = lower in verbs or lower in grammar.PAST or lower.endswith("ed") or grammar.is_adverb(lower)
    if acts and not _is_modifier(words, place, first) and not _is_doer(words, place, first):
        return False
    return not _after_whole_name(words, place, first)


def _is_doer(words: Words, place: int, first: int) -> bool:
    """ "a Supreme Court advocate": no verb of one subject."""
    single = words.lower[first] in ("a", "an", "another", "one")
    return single and words.lower[place] == "advocate" and not words.lower[place - 1].endswith("s")


def _is_modifier(words: Words, place: int, first: int) -> bool:
    """Whether what may be a verb is part of a phrase: "the claimed prize", "talk host Jane Doe"."""
    before = words.lower[place - 1]
    if before in grammar.STANDING_ALONE and is_finite(words, place, ()):
        return False  # "Another said"
    if _may_own(words, place - 1) or before == "of":
        return True
    if words.form[first].islower() and _leads_to_name(words, place):
        return True
    following = words.lower[min(place + 1, len(words.lower) - 1)]
    return words.lower[place] in grammar.ROLE_NOUNS and following in grammar.ROLE_NOUNS


def is_nickname(words: Words, place: int) -> bool:
    """Return whether a quotation is one word between two of a name: "John “Jack” Doe"."""
    inner = words.marked[place].inner.cut(words.text)
    between = (
        0 < place < len(words.form) - 1 and is_name_word(words, place - 1) and is_name_word(words, place + 1)
    )
    return between and len(inner) <= NICKNAME and inner.isalpha() and inner[0].isupper()


def _may_own(words: Words, place: int) -> bool:
    return words.lower[place] in grammar.DETERMINERS or _is_owner(words.lower[place])


def _precedes_adjective(words: Words, place: int) -> bool:
    return _may_own(words, place) or words.lower[place] == "former"


def _is_owner(form: str) -> bool:
    return form.endswith(grammar.OWNERS)


def _leads_to_name(words: Words, place: int) -> bool:
    """ "Post bureau chief Jane Doe": a name follows the small word within the phrase."""
    for following in range(place + 1, min(place + NOUNS_BETWEEN, len(words.form))):
        lower = words.lower[following]
        if words.form[following][0].isupper():
            return lower not in grammar.ADVERBS
        if lower in _NO_NAME_AFTER or not is_word(words, following):
            return False
    return False


def _after_whole_name(words: Words, place: int, first: int) -> bool:
    """A small word after a name that stands without article or possessive starts the verb's part."""
    before = words.form[place - 1]
    if _leads_to_name(words, place) and not words.lower[place].endswith("s"):
        return False
    return (
        not _is_role(words.lower[place])
        and before[0].isupper()
        and not before.endswith(("’s", "'s", "’", "'"))
        and words.lower[first] not in grammar.DETERMINERS
        and (place - first >= 2 or words.lower[place].endswith("s"))
    )


def _is_role(lower: str) -> bool:
    """ "host", "supporters", not "hosts": whether a noun of people that is no verb, too."""
    several = lower.endswith(_DOERS) and lower.removesuffix("s") in grammar.ROLE_NOUNS
    return several or lower in grammar.ROLE_NOUNS


def owner_ending(words: Words, last: int, first: int) -> Phrase:
    """Return an owner from its ’s at ``last`` back: a name with its titles, or "the senator’s".

    It begins at word ``first`` at the earliest.
    """
    begin = last
    named = is_name_word(words, last)
    while begin > max(first, last - OWNER_WORDS) and is_word(words, begin - 1):
        before = words.lower[begin - 1]
        if named and not (is_name_word(words, begin - 1) or before in grammar.ROLE_NOUNS):
            break
        begin -= 1
        if before in grammar.DETERMINERS:
            break
    return Phrase(begin, last + 1)
