"""What makes two forms of a name one: titles, initials, accents, punctuation and letter case do not count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from index.identity import UNKNOWN, slug

SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
LONGEST_TITLE = 4  # words: "secretary of the treasury"

_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?|[^\W\d_]")  # "J", "J.", "H.W."
_WORD = re.compile(r"\w")


class Keys(NamedTuple):
    """What a name is looked up by: ``full`` with its middle initials, ``plain`` without. Both are slugs."""

    full: str
    plain: str


class Affixes(NamedTuple):
    """Titles of people, and the last words of names of bodies, which lose nothing; all of them slugs."""

    titles: frozenset[str]
    bodies: frozenset[str] = frozenset()


class _Part(NamedTuple):
    key: str
    initials: bool


def affixes_of(contents: Mapping[str, Mapping[str, Any]]) -> Affixes:
    """Return what the tables titles and bodies say of names."""
    bodies = contents["bodies"]["names"]["words"]
    return Affixes(frozenset(map(slug, contents["titles"])), frozenset(map(slug, bodies)))


def keys_of(name: str, affixes: Affixes) -> Keys:
    """Return what a name is known by.

    >>> keys_of("President Ann B. Lee, Jr.", Affixes(frozenset(["president"])))
    Keys(full='ann-b-lee-jr', plain='ann-lee-jr')
    >>> keys_of("J. D. Roe H. W. Lee", Affixes(frozenset()))
    Keys(full='jd-roe-hw-lee', plain='jd-roe-lee')
    """
    parts = _parts(name)
    if len(parts) > 1 and parts[0].key == "the":
        parts = parts[1:]
    if not parts or parts[-1].key in affixes.bodies:
        return Keys(*[_joined(parts)] * 2)
    parts, suffix = _without_suffix(parts)
    parts = _without_titles(parts, affixes.titles)
    parts = _initials_joined(parts)
    middle = [part for part in parts[1:-1] if not part.initials]
    plain = [*parts[:1], *middle, *parts[1:][-1:]]
    return Keys(_joined([*parts, *suffix]), _joined([*plain, *suffix]))


def _parts(name: str) -> list[_Part]:
    words = [word.strip(',;:()[]"“”') for word in name.split()]
    return [_Part(slug(word), bool(_INITIALS.fullmatch(word))) for word in words if _WORD.search(word)]


def _joined(parts: Iterable[_Part]) -> str:
    return "-".join(part.key for part in parts) or UNKNOWN


def _without_suffix(parts: list[_Part]) -> tuple[list[_Part], list[_Part]]:
    """Return a name's words and its "Jr."; "junior" and "jr" are one."""
    last = parts[-1].key
    if len(parts) > 1 and last in SUFFIXES:
        return parts[:-1], [_Part(SUFFIXES[last], False)]
    return parts, []


def _without_titles(parts: list[_Part], titles: frozenset[str]) -> list[_Part]:
    """Return the words less the titles before them; one word stays, and the M.S. of M.S. Rao is no title."""
    if any(_joined(parts[-length:]) in titles for length in range(2, LONGEST_TITLE + 1)):
        return parts  # "Deputy Attorney General" is a title and no more
    while True:
        for length in range(min(LONGEST_TITLE, len(parts) - 1), 0, -1):
            head, rest = parts[:length], parts[length:]
            if not any(part.initials for part in head) and _is_title(_joined(head), titles):
                break
        else:
            return parts
        if rest[0].key == "of":
            return parts
        parts = rest


def _is_title(key: str, titles: frozenset[str]) -> bool:
    return key in titles or all(word in titles for word in key.split("-"))


def _initials_joined(parts: list[_Part]) -> list[_Part]:
    """Return the words with initials side by side made one, but the last word: it is the surname."""
    if not parts:
        return parts
    joined: list[_Part] = []
    for part in parts[:-1]:
        if part.initials and joined and joined[-1].initials:
            joined[-1] = _Part(joined[-1].key + part.key, True)
        else:
            joined.append(part)
    return [*joined, parts[-1]]
