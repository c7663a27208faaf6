"""The tables about names and nouns for people, bodies and papers, compiled for look-up."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.misread import reread
from index.tables import Tables

OTHER_KIND = "the "  # before a kind, among the words of another
_POSSESSIVE = re.compile(r"[’']s?$")


@dataclass(frozen=True, slots=True, eq=False)  # one for each set of tables, so that caches may be keyed by it
class Lexicon:
    """The words of titles, first_names, bodies, places and roles, in lower case.

    titles, first_names   word → male, female or either
    bodies                a capitalised name with one of these is a body
    kinds                 noun → words of the names it may stand for
    open_kinds            nouns that may stand for names without such a word: "the company"
    documents             nouns of what somebody wrote: "the statement" is its author's
    media                 where such stand: "a TV ad"
    places                words that are no person's name
    surnames              of people in the table of speakers
    states, parties       abbreviation → word ("fla" → "florida", "r" → "republican")
    same                  noun → roles it may stand for
    general               nouns for whoever is spoken of ("the candidate")
    unnamed               nouns of those who speak without a name, even with "the"
    genders               noun → the gender it tells
    modifiers             words in small letters before such a noun that belong to it
    relations             nouns that say something only with whose: "friend"
    unstated              nouns that say of nobody what they are: "one", "crowd"
    """

    titles: Mapping[str, str]
    first_names: Mapping[str, str]
    bodies: frozenset[str]
    members: frozenset[str]
    kinds: Mapping[str, frozenset[str]]
    open_kinds: frozenset[str]
    documents: frozenset[str]
    media: frozenset[str]
    places: frozenset[str]
    surnames: frozenset[str]
    states: Mapping[str, str]
    parties: Mapping[str, str]
    same: Mapping[str, tuple[str, ...]]
    general: frozenset[str]
    unnamed: frozenset[str]
    genders: Mapping[str, str]
    modifiers: frozenset[str]
    relations: frozenset[str]
    unstated: frozenset[str]

    def is_title(self, key: str) -> bool:
        """Whether a word is a title, "co-chair" and "vice-president" too."""
        return key in self.titles or ("-" in key and key.rsplit("-", 1)[1] in self.titles)

    def is_role(self, key: str) -> bool:
        """Whether a noun says what somebody is."""
        return key in self.same or key in self.general or key in self.unnamed or self.is_title(key)


@functools.lru_cache(maxsize=4)
def lexicon(tables: Tables) -> Lexicon:
    """Return the tables in the form that the rules use."""
    bodies, places, roles = tables.table("bodies"), tables.table("places"), tables.table("roles")
    nouns = roles["nouns"]
    first_names = {plain(name): gender for name, gender in tables.table("first_names").items()}
    return Lexicon(
        titles=dict(tables.table("titles")),
        first_names=first_names,
        bodies=frozenset(bodies["names"]["words"]),
        members=frozenset(bodies["members"]["words"]),
        kinds={
            noun: frozenset(_with_kinds(words, bodies["kinds"])) for noun, words in bodies["kinds"].items()
        },
        open_kinds=frozenset(bodies["open"]["words"]),
        documents=frozenset(bodies["documents"]["words"]),
        media=frozenset(bodies["media"]["words"]),
        places=frozenset(places["places"]["words"]),
        surnames=frozenset(_surnames(tables.table("speakers"), first_names)),
        states=dict(places["states"]),
        parties=dict(places["parties"]),
        same={noun: tuple(names) for noun, names in roles["same"].items()},
        general=frozenset(nouns["general"]),
        unnamed=frozenset(nouns["unnamed"]),
        genders={noun: gender for gender in ("male", "female") for noun in nouns[gender]},
        modifiers=frozenset(roles["stated"]["modifiers"]),
        relations=frozenset(roles["stated"]["relations"]),
        unstated=frozenset(roles["stated"]["unstated"]),
    )


def _surnames(speakers: Mapping[str, Mapping[str, object]], first_names: Container[str]) -> Iterator[str]:
    """The surnames of those whose first name is known: no bodies, no "Jr." and no "Un"."""
    for entry in speakers.values():
        first, *others = map(plain, str(entry.get("name", "")).split() or [""])
        if others and first in first_names and len(others[-1]) > 2:
            yield others[-1]


def _with_kinds(words: Sequence[str], kinds: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The words of a kind, with those of "the newspaper" where it says so, and of what that says."""
    found, known = list(words), set(words)
    while found:
        word = found.pop()
        if not word.startswith(OTHER_KIND):
            yield word
            continue
        more = set(kinds.get(word.removeprefix(OTHER_KIND), ())) - known
        found += more
        known |= more


@functools.lru_cache(maxsize=1 << 15)
def plain(word: str) -> str:
    """Return a word in lower case without possessive, full stop or accents.

    >>> plain("Rubio’s"), plain("Sen."), plain("Calderón"), plain("CalderÃ³n")
    ('rubio', 'sen', 'calderon', 'calderon')
    """
    if word.isalpha() and word.isascii():
        return word.lower()
    key = _POSSESSIVE.sub("", reread(word).lower()).rstrip(".")
    return key if key.isascii() else _without_accents(key.replace("’", "'"))


def _without_accents(word: str) -> str:
    apart = unicodedata.normalize("NFKD", word)
    return "".join(character for character in apart if not unicodedata.combining(character))


def without_possessive(word: str) -> str:
    """Return a word as it is written, less ’s."""
    return _POSSESSIVE.sub("", word)
