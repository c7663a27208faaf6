"""A role as it stands beside a name → as it can be read by itself: "polls show Mayor" → "Mayor".

By what stands beside a name somebody is known again. What is shown with the name and kept of a person must be
more: a noun for one person, whole, and nothing of the sentence around it. A wrong role is a false statement.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

from index import grammar
from index.grammar import word_set
from index.lexicon import Lexicon, plain, without_possessive
from index.person import Person
from index.role_words import IN_FULL
from index.roles import BEHIND_NOUNS, CIVILITIES, is_participle

ADJECTIVES = ("ical", "onal", "ental", "ial", "ral", "ic", "ous", "ary", "ful", "less")
OPENERS = word_set(
    """
    acting aspiring conservative current former incoming leading liberal likely longtime onetime outgoing
    presumptive prominent retired top veteran
    """
)  # have a capital at a sentence's start and nowhere else
COMPLEMENTS = ("of", "to", "for")  # "friend of the mayor": whose

_OPENING = grammar.DETERMINERS | grammar.PRONOUNS | grammar.CONJUNCTIONS | {"also", "just", "now", "of"}
_BEYOND = grammar.PREPOSITIONS | grammar.RELATIVES | grammar.SUBORDINATORS | grammar.CONJUNCTIONS
_CLAUSES = grammar.RELATIVES | {"as", "because", "when", "where", "while", "whose"}
_NO_END = _BEYOND | grammar.PRONOUNS | {"a", "an", "the", "her", "his", "its", "their"}
_BROKEN = (
    grammar.DETERMINERS | grammar.PRONOUNS | grammar.AUXILIARIES
)  # within a noun: a clause was taken for one


def shown_role(person: Person, lexicon: Lexicon) -> str | None:
    """Return the first of somebody's roles that may be shown; a body has none."""
    return None if person.body else next(filter(None, (shown(role, lexicon) for role in person.roles)), None)


@functools.lru_cache(maxsize=1 << 12)
def shown(role: str, lexicon: Lexicon) -> str | None:
    """Return what may be shown of a role as found beside a name; None where it says nothing of one person."""
    words: Sequence[str] = role.split()
    if [word.lower() for word in words[:2]] != ["one", "of"]:
        words = _opened(words)
        end = _end_of_noun(words, lexicon)
        first = _first_of_noun(words, end, lexicon)
        if first is None:
            return None
        if not _says_whose(words, first, end, lexicon):
            return shown(" ".join(words[end + 1 :]), lexicon) if "and" in words[end : end + 1] else None
        words = _uncapitalised(words[first:])
    return " ".join(_closed(words)) or None


def _uncapitalised(words: Sequence[str]) -> Sequence[str]:
    """ "Former mayor", at a sentence's start, is the same as "former mayor"."""
    small = len(words) > 1 and words[0].istitle() and words[0].lower() in OPENERS
    return [words[0].lower(), *words[1:]] if small else words


def _opened(words: Sequence[str]) -> Sequence[str]:
    """ "her", "now a", "another" dropped: what they point at is not shown."""
    first = 0
    while first < len(words) and words[first].lower() in _OPENING:
        first += 1
    return words[first:]


def _end_of_noun(words: Sequence[str], lexicon: Lexicon) -> int:
    """Return where what goes before "of", "at", "working for", "who" ends."""
    for place, word in enumerate(words):
        if word.lower() in _BEYOND and not (
            _is_within_name(words, place) and not _is_stated(words, place, lexicon)
        ):
            return place
        if place and is_participle(word) and _is_stated(words, place, lexicon):
            return place
    return len(words)


def _is_within_name(words: Sequence[str], place: int) -> bool:
    """The "of" of "University of Oslo"."""
    around = words[max(0, place - 1) : place + 2 : 2]
    return len(around) == 2 and all(word[0].isupper() for word in around)


def _first_of_noun(words: Sequence[str], end: int, lexicon: Lexicon) -> int | None:
    """Return where the noun that ends there begins; None where it says nothing, is of several, or is none."""
    if not _is_stated(words, end, lexicon):
        return None
    first = end - 1
    while first and (_is_modifier(words[first - 1], lexicon) or _is_within_name(words, first - 1)):
        first -= 1
    if first and words[first - 1].lower() in _BROKEN:
        return None
    while first and (words[first].isdigit() or words[first].lower() in _BEYOND):  # "in July 2015 Mayor Doe"
        first += 1
    return first


def _is_stated(words: Sequence[str], end: int, lexicon: Lexicon) -> bool:
    """Whether a noun that says what one person is stands before a place."""
    if end > 1 and words[end - 1].lower() in BEHIND_NOUNS and lexicon.is_role(plain(words[end - 2])):
        return True
    return end > 0 and any(
        lexicon.is_role(key) and key not in lexicon.unstated and not _is_plural(key, lexicon)
        for key in _keys(words[end - 1])
    )


def _keys(word: str) -> tuple[str, ...]:
    """ "governor-elect" is a governor."""
    whole = plain(word.strip(",()"))
    return (whole, *whole.split("-")) if "-" in whole else (whole,)


def _is_plural(key: str, lexicon: Lexicon) -> bool:
    """Whether a noun is of several people: "aides", "Sens.", "congressmen", unlike "press" and "news"."""
    if key.endswith("men"):
        return lexicon.is_role(f"{key[:-3]}man")
    several = key.endswith("s") and not key.endswith("ss") and key not in CIVILITIES
    noun = key in lexicon.general or key in lexicon.unnamed
    return several and (noun or lexicon.is_role(key[:-1]) or lexicon.is_role(f"{key[:-3]}y"))


def _is_modifier(word: str, lexicon: Lexicon) -> bool:
    """Whether a word belongs to the noun after it: unlike "show" in "polls show Senator Doe"."""
    bare = word.strip(",()")
    key = plain(bare)
    if not bare or key in grammar.DATES or _is_plural(key, lexicon) or key in lexicon.relations:
        return False
    if not bare.islower() or bare[0].isdigit() or "-" in bare or bare.endswith(grammar.OWNERS):
        return True
    stated = lexicon.is_role(key) and key not in lexicon.unstated
    return stated or key in lexicon.modifiers or (bare.endswith(ADJECTIVES) and key not in _BEYOND)


def _says_whose(words: Sequence[str], first: int, end: int, lexicon: Lexicon) -> bool:
    """ "friend of the mayor", "Roe ally", "president's brother"; any other noun says enough without."""
    if plain(words[end - 1]) not in lexicon.relations:
        return True
    named = any(
        word.endswith(grammar.OWNERS)
        or (word[0].isupper() and not lexicon.is_role(IN_FULL.get(plain(word), plain(word))))
        for word in words[first : end - 1]
    )
    return named or any(word in COMPLEMENTS for word in words[end : end + 1])


def _closed(words: Sequence[str]) -> Sequence[str]:
    """ "host of" what stood in marks, "adviser whose agency", "boss fired her": up to where it is whole."""
    clauses = (place for place in range(1, len(words)) if _begins_clause(words, place))
    last = next(clauses, len(words))
    while last and words[last - 1].lower() in _NO_END:
        last -= 1
    return [*words[: last - 1], without_possessive(words[last - 1])] if last else ()


def _begins_clause(words: Sequence[str], place: int) -> bool:
    """Whether a verb or a clause begins there: not with the "raised" of "voter raised in Oslo"."""
    after = words[place + 1].lower() if place + 1 < len(words) else ""
    finite = words[place].endswith("ed") and is_participle(words[place]) and after in grammar.DETERMINERS
    return finite or words[place].lower() in _CLAUSES
