"""A run, capitalised words in a row: which are titles, which the name, and of a person, a body or a place."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from index.grammar import word_set
from index.lexicon import Lexicon, plain

PARTICLES = word_set("de del della der den di da du van von la le bin ibn al el ben y den zu dos das ’t 't")
JOINERS = frozenset(("of", "for", "on", "to"))  # inside the name of a body: "Club for Growth"
SIDES = frozenset(("for", "against", "without"))  # behind its members: "Citizens Against Waste"

_ADDRESS = re.compile(r"\w\.(?:com|org|net)$")

RunKind = Literal["person", "body", "place", "title"]


class Run(NamedTuple):
    """Words ``first`` up to ``last`` in capitals, of which the name begins at ``name``.

    kind          title: a title and no name ("the President"); person: perhaps no more than not a body
    titled        a title stands before the name; title_gender what it tells
    """

    first: int
    name: int
    last: int
    kind: RunKind
    titled: bool = False
    title_gender: str = "either"

    @property
    def length(self) -> int:
        """How many words the name has."""
        return self.last - self.name


@lru_cache(maxsize=1 << 12)  # the news names the same people and bodies again and again
def read_run(forms: tuple[str, ...], lexicon: Lexicon) -> Run:
    """Return what words in capitals are, as a run that begins at word 0 or soon after."""
    first, last = 0, len(forms)
    while first < last - 1 and _describes(forms[first]):
        first += 1
    keys = [plain(form) for form in forms[first:]]
    name, titled, gender = _past_titles(keys, lexicon)
    if name < 0 and _is_body_of(keys, lexicon):
        return Run(first, first, last, "body")  # "the Oslo Center for Justice"
    if name < 0:
        return Run(first, last, last, "title", True, gender)
    kind: RunKind = "person"
    rest = keys[name:]
    if _names_body(rest, titled, lexicon):
        name, kind = 0, "body"
    elif all(_is_place(form, lexicon) for form in forms[first + name :]):
        kind = "place"
    return Run(first, first + name, last, kind, titled, gender)


def _is_body_of(keys: list[str], lexicon: Lexicon) -> bool:
    """ "Department of Justice": the noun of a body before "of" or "for", whatever follows."""
    joined = next((i for i, key in enumerate(keys) if key in JOINERS), 0)
    return joined > 0 and keys[joined - 1] in lexicon.bodies and not any(map(lexicon.is_title, keys[:joined]))


def _describes(form: str) -> bool:
    """ "Oscar-winner", "Florida-based": a capital, but no part of the name after it."""
    _, hyphen, after = form.rpartition("-")
    return bool(hyphen) and after.islower()


def _is_place(form: str, lexicon: Lexicon) -> bool:
    """ "Ohio", "Colo.": a state is abbreviated with a full stop."""
    key = plain(form)
    return key in lexicon.places or (form.endswith(".") and key in lexicon.states)


def _past_titles(keys: list[str], lexicon: Lexicon) -> tuple[int, bool, str]:
    """Where the name begins, -1 where there is none, whether titles go before, and the gender they tell."""
    name, gender = 0, "either"
    for index, key in enumerate(keys):
        if lexicon.is_title(key) and not _is_first_or_last_name(keys, index, lexicon):
            name = index + 1
            gender = lexicon.titles.get(key, "either") if gender == "either" else gender
    titled = name > 0
    if name == len(keys):
        return -1, True, gender
    if keys[name] == "of":  # "Secretary of State Ann Roe"
        known = next((i for i in range(name + 1, len(keys)) if keys[i] in lexicon.first_names), 0)
        return (known if known and known < len(keys) - 1 else -1), True, gender
    if not titled and keys[0] not in lexicon.first_names:
        name = _past_other_words(keys, lexicon)
    return name, titled, gender


def _is_first_or_last_name(keys: list[str], index: int, lexicon: Lexicon) -> bool:
    """ "Dean Doe", "Marine Le Roe", "Jane Bishop": a title's word that is part of a name."""
    if index == 0:
        alone = len(keys) == 2 or (len(keys) > 2 and keys[1] in PARTICLES)
        return alone and keys[0] in lexicon.first_names
    first = index - 2 if index > 1 and len(keys[index - 1]) == 1 else index - 1  # "Jane A. Bishop"
    return index == len(keys) - 1 and keys[first] in lexicon.first_names


def _past_other_words(keys: list[str], lexicon: Lexicon) -> int:
    """Where the first name stands behind words that are none: "New York advocate" in capitals, "Georgia"."""
    name = next((i for i, key in enumerate(keys[:-1]) if key in lexicon.first_names), 0)
    if any(key in ("of", "for", "&") for key in keys[name:]):
        return 0
    others = keys[:name]
    return (
        name
        if len(others) > 1 or all(key in lexicon.places or key in lexicon.bodies for key in others)
        else 0
    )


def _names_body(keys: list[str], titled: bool, lexicon: Lexicon) -> bool:
    if keys[0] in lexicon.first_names and len(keys) <= 3 and (titled or keys[-1] not in lexicon.bodies):
        return False
    if _ADDRESS.search(keys[-1]):
        return True  # "GunBroker.com"
    started = keys[0] in lexicon.bodies and all(key in lexicon.places for key in keys[1:])
    joint = any(part in lexicon.bodies for part in re.split("[-/]", keys[-1]))  # "Herald-ABC"
    sided = keys[0] in lexicon.members and any(key in SIDES for key in keys)
    return joint or started or sided or any(key in JOINERS for key in keys)
