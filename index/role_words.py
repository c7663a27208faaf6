"""The words of a role: what it is called by, which noun it hangs on, and so what somebody is."""

from __future__ import annotations

from index import grammar
from index.lexicon import plain
from index.person import Person

IN_FULL = {
    "sen": "senator",
    "gov": "governor",
    "rep": "representative",
    "gen": "general",
    "prof": "professor",
    "gop": "republican",
    "dem": "democrat",
    "democratic": "democrat",
    "vp": "vice",
}


def role_words(role: str) -> set[str]:
    """Return the words of a role in lower case and in full; those of "vice-chair" together and apart.

    >>> sorted(role_words("GOP vice-chair"))
    ['chair', 'republican', 'vice', 'vice-chair']
    """
    whole = [plain(word.strip(",()")) for word in role.split()]
    parts = [part for word in whole for part in word.split("-")]
    return {IN_FULL.get(word, word) for word in (*whole, *parts)} - grammar.DETERMINERS


def role_head(role: str) -> str:
    """Return the noun of a role, in lower case and in full: before its first preposition or comma.

    >>> role_head("Senate Majority Leader"), role_head("chairwoman of the board")
    ('leader', 'chairwoman')
    """
    forms = role.split()
    ends = (
        place
        for place in range(1, len(forms))
        if forms[place] in grammar.PREPOSITIONS or forms[place - 1].endswith(",")
    )
    head = plain(forms[next(ends, len(forms)) - 1].strip(","))
    return IN_FULL.get(head, head)


def is_called(person: Person, noun: str) -> bool:
    """Whether somebody is a ``noun``: by a role or a party, not "leader of the majority" a majority."""
    heads = {role_head(role) for role in person.roles}
    inside = any(noun in role_words(role) for role in person.roles)
    return noun in heads or (noun in person.role_words and not inside)
