"""Somebody an article names, and when two spellings are one name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

LEAST_MISSPELT = 6  # letters a surname must have to be known by a spelling near it
LEAST_SWAPPED = 5  # the same for one with its letters in another order
_DOUBLED = re.compile(r"(.)\1")  # "Labott" and "Labbot"
SHORTEST_SHOUT = 3  # letters; a longer name in capitals is a headline's
GENDER_OF = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female"}


@dataclass(slots=True, eq=False)
class Person:
    """Somebody (or, with ``body``, some organisation) an article names.

    name      the fullest form; words, lower case, of it; gender male, female or either
    human     a first name, a title or speaking for itself shows it is a person
    roles     what the article calls them, first found first; role_words, lower case, of them all
    places    the words where they are named; full how often by several words
    nicknames what stands in quotation marks within the name
    thing     the article names no person by it, but a place, a work or an institution
    unnamed   "one voter": the name is no name but what they are called
    """

    name: str
    words: tuple[str, ...]
    gender: str = "either"
    body: bool = False
    human: bool = False
    roles: list[str] = field(default_factory=list)
    role_words: set[str] = field(default_factory=set)
    places: list[int] = field(default_factory=list)
    full: int = 0
    nicknames: set[str] = field(default_factory=set)
    thing: bool = False
    unnamed: bool = False


def capitalised(form: str) -> str:
    """Return a name in capitals, as headlines have it, in small letters; initials stay.

    >>> capitalised("DOE"), capitalised("BERG"), capitalised("J.D.")
    ('DOE', 'Berg', 'J.D.')
    """
    return form.title() if len(form) > SHORTEST_SHOUT and form.isalpha() and form.isupper() else form


def name_of(forms: Sequence[str]) -> str:
    """Return the name that these words of a person are, one in capitals throughout in small letters.

    >>> name_of(["JANE", "DOE"]), name_of(["J.D.", "ROE"]), name_of(["Jane", "DOE"])
    ('Jane Doe', 'J.D. Roe', 'Jane DOE')
    """
    if len(forms) > 1 and all(map(str.isupper, forms)):
        return " ".join(form.title() if form.isalpha() and len(form) > 2 else form for form in forms)
    return " ".join(map(capitalised, forms))


def is_near(known: str, given: str) -> bool:
    """Whether a surname is another with a letter lost, added or in the wrong place.

    >>> is_near("sweeney", "sweeny"), is_near("kiedis", "keidis"), is_near("martin", "marten")
    (True, True, False)
    """
    if known[:1] != given[:1] or abs(len(known) - len(given)) > 1:
        return False
    if len(known) == len(given) >= LEAST_SWAPPED and sorted(known) == sorted(given):
        return True
    if min(len(known), len(given)) < LEAST_MISSPELT:
        return False
    if len(known) == len(given):
        return _DOUBLED.sub(r"\1", known) == _DOUBLED.sub(r"\1", given)
    longer, shorter = sorted((known, given), key=len, reverse=True)
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))


def acronym(body: Person) -> str:
    """Return the initials of a body in lower case: "ppic" for Public Policy Institute of California."""
    letters = "".join(word[0] for word in body.name.split() if word[0].isupper())
    return letters.lower() if len(letters) > 1 else ""


def same_first(known: str, given: str) -> bool:
    """Whether two first names may be one person's: the same, an initial, "don" for "donald".

    >>> same_first("donald", "d"), same_first("donald", "don"), same_first("donald", "ronald")
    (True, True, False)
    """
    if known == given:
        return True
    shorter, longer = sorted((known, given), key=len)
    return len(shorter) in (1, 3, 4, 5) and longer.startswith(shorter)


def uncontracted(lower: str) -> str:
    """Return a pronoun less the verb that is written with it.

    >>> uncontracted("he’s"), uncontracted("she'll"), uncontracted("she")
    ('he', 'she', 'she')
    """
    return lower.replace("'", "’").partition("’")[0]
