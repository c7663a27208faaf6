"""The names of one article: who is who among full names, surnames and titles."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from index import grammar, phrases
from index.grammar import word_set
from index.tables import Tables
from index.words import BREAK, QUOTED, Words

PARTICLES = word_set(
    """
    de del della der den di da du van von la le bin ibn al el ben y
    """
)
SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
ATTRIBUTED = word_set(
    """
    campaign administration supporters supporter voters voter aides aide rally rallies spokesman
    spokeswoman adviser advisers team family era presidency backers allies surrogate surrogates email
    emails
    """
)
APPOSITION_WORDS = 14  # words of ", the chairman of …," kept as a role
LARGEST_FAMILY = 50  # people of one surname looked at; bounds the time on any text
NEAR_WORDS = 150  # a full name within so many words before decides between two people of one surname

_POSSESSIVE = re.compile(r"[’']s?$")


@dataclass(slots=True, eq=False)
class Person:
    """Somebody (or, with ``body``, some organisation) an article names.

    name      the fullest form; words, lower case, of it; gender male, female or either;
    human     a first name, a title or speaking for itself shows it is a person
    roles     what the article calls them, first found first; places the words where they are named
    """

    name: str
    words: tuple[str, ...]
    gender: str = "either"
    body: bool = False
    human: bool = False
    roles: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)

    @property
    def role_words(self) -> set[str]:
        """The words of all roles, lower case."""
        return {plain(word) for role in self.roles for word in role.split()}


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row: ``first`` to ``last``, the name beginning at ``name``."""

    first: int
    name: int
    last: int
    title_gender: str
    titled: bool
    body: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables about names, compiled."""

    titles: dict[str, str]
    first_names: dict[str, str]
    bodies: frozenset[str]
    places: frozenset[str]
    same: dict[str, tuple[str, ...]]
    general: frozenset[str]
    unnamed: frozenset[str]
    genders: dict[str, str]


@functools.lru_cache(maxsize=4)
def lexicon(tables: Tables) -> Lexicon:
    """Return the tables titles, first_names, bodies and roles in the form the rules use."""
    bodies, roles = tables.table("bodies")["bodies"], tables.table("roles")
    nouns = roles["nouns"]
    genders = {noun: gender for gender in ("male", "female") for noun in nouns[gender]}
    return Lexicon(
        dict(tables.table("titles")),
        dict(tables.table("first_names")),
        frozenset(bodies["words"]),
        frozenset(bodies["places"]),
        {noun: tuple(roles_) for noun, roles_ in roles["same"].items()},
        frozenset(nouns["general"]),
        frozenset(nouns["unnamed"]),
        genders,
    )


def plain(word: str) -> str:
    """Return a word in lower case without possessive or full stop."""
    return _POSSESSIVE.sub("", word.lower()).rstrip(".")


class People:
    """Everybody an article names, and how to find them again."""

    def __init__(self, words: Words, tables: Tables) -> None:
        self.words = words
        self.lexicon = lexicon(tables)
        self.everybody: list[Person] = []
        self._by_last: dict[str, list[Person]] = defaultdict(list)
        self._by_first: dict[str, list[Person]] = defaultdict(list)
        self.runs = list(find_runs(words, self.lexicon))
        self._starts = [run.first for run in self.runs]
        self.person_of: dict[int, Person] = {}
        self._meet_full_names()
        self._meet_short_names()

    def run_at(self, place: int) -> Run | None:
        """Return the run that covers word ``place``."""
        index = bisect_left(self._starts, place + 1) - 1
        if index >= 0 and self.runs[index].last > place:
            return self.runs[index]
        return None

    def of_run(self, run: Run) -> Person | None:
        """Return whom a run names; None for a bare title."""
        return self.person_of.get(run.first)

    def runs_between(self, first: int, last: int) -> list[Run]:
        """Return the runs that start at words ``first`` to ``last``."""
        return self.runs[bisect_left(self._starts, first) : bisect_left(self._starts, last)]

    def called(self, forms: list[str]) -> Person | None:
        """Return who is meant by these words, anywhere in the article, as within a quote."""
        keys = [plain(form) for form in forms]
        for person in self._by_last.get(keys[-1], [])[:LARGEST_FAMILY]:
            if len(keys) == 1 or person.words[0] == keys[0] or keys[0] in self.lexicon.titles:
                return person
        firsts = self._by_first.get(keys[-1], ())
        return firsts[0] if len(keys) == 1 and len(firsts) == 1 else None

    def _meet_full_names(self) -> None:
        full = [run for run in self.runs if run.last - run.name >= 2]
        for run in full:
            if not self._is_dubious(run):
                self._note(self._full(run), run)
        for run in full:
            if self._is_dubious(run):
                family = self._by_last.get(plain(self.words.form[run.last - 1]))
                self._note(family[0] if family else self._full(run), run)

    def _is_dubious(self, run: Run) -> bool:
        """A sentence's first word before a surname is perhaps no name: "See Jones"."""
        if run.name != run.first or run.body or plain(self.words.form[run.first]) in self.lexicon.first_names:
            return False
        return run.first == 0 or self.words.form[run.first - 1] in (BREAK, ".", "!", "?", QUOTED)

    def _full(self, run: Run) -> Person:
        forms = [_POSSESSIVE.sub("", form) for form in self.words.form[run.name : run.last]]
        keys = tuple(plain(form) for form in forms)
        core = tuple(key for key in keys if key not in SUFFIXES)
        suffix = [key for key in keys if key in SUFFIXES]
        for known in self._by_last.get(core[-1], [])[:LARGEST_FAMILY]:
            same_suffix = [key for key in known.words if key in SUFFIXES] == suffix
            if same_suffix and known.body == run.body and _same_first(known.words[0], keys[0]):
                if len(keys) > len(known.words) or (
                    len(keys) == len(known.words) and len(keys[0]) > len(known.words[0])
                ):
                    known.name, known.words = " ".join(forms), keys
                return known
        gender = self.lexicon.first_names.get(keys[0], "either")
        person = Person(" ".join(forms), keys, gender, run.body, human=keys[0] in self.lexicon.first_names)
        self.everybody.append(person)
        self._by_last[core[-1]].append(person)
        if not run.body:
            self._by_first[keys[0]].append(person)
        return person

    def _meet_short_names(self) -> None:
        for run in self.runs:
            if run.last - run.name != 1:
                continue
            key = plain(self.words.form[run.name])
            person = self._short(run, key)
            if person is None:
                name = _POSSESSIVE.sub("", self.words.form[run.name])
                person = Person(name, (key,), "either", run.body or (name.isupper() and len(name) > 1))
                self.everybody.append(person)
                self._by_last[key].append(person)
            self._note(person, run)

    def _short(self, run: Run, key: str) -> Person | None:
        family = self._by_last.get(key, [])[:LARGEST_FAMILY]
        if not family:
            firsts = self._by_first.get(key, [])
            return firsts[0] if firsts and not run.titled else None
        if len(family) == 1:
            return family[0]
        fitting = [
            p for p in family if run.title_gender in (p.gender, "either") or p.gender == "either"
        ] or family
        return max(fitting, key=lambda person: (self._last_named(person, run.first), len(person.places)))

    def _last_named(self, person: Person, place: int) -> int:
        """The last full name within reach before ``place``; 0 where there is none."""
        index = bisect_left(person.places, place)
        near = person.places[index - 1] if index else -NEAR_WORDS
        return near if place - near < NEAR_WORDS else 0

    def _note(self, person: Person, run: Run) -> None:
        index = bisect_left(person.places, run.name)
        person.places.insert(index, run.name) if index < len(person.places) else person.places.append(
            run.name
        )
        self.person_of[run.first] = person
        person.human = person.human or (run.titled and not person.body)
        if run.title_gender != "either" and person.gender == "either":
            person.gender = run.title_gender
        if run.name > run.first:
            role = " ".join(self.words.form[run.first : run.name])
            if (
                plain(self.words.form[run.name - 1]) not in ("mr", "mrs", "ms", "miss")
                and role not in person.roles
            ):
                person.roles.append(role)
        elif run.last - run.name >= 2:
            self._note_lower_role(person, run)
        self._note_apposition(person, run)

    def _note_lower_role(self, person: Person, run: Run) -> None:
        place = run.first
        while (
            place > 0
            and place > run.first - 4
            and self.words.form[place - 1].islower()
            and phrases.is_word(self.words, place - 1)
        ):
            lower = self.words.lower[place - 1]
            if lower in grammar.DETERMINERS or lower in grammar.PREPOSITIONS or lower in grammar.AUXILIARIES:
                break
            place -= 1
        known = self.lexicon.titles.keys() | self.lexicon.general | self.lexicon.same.keys()
        if place < run.first and self.words.lower[run.first - 1] in known:
            person.roles.append(self.words.cut(place, run.first))

    def _note_apposition(self, person: Person, run: Run) -> None:
        words, place = self.words, run.last
        if (
            place + 2 >= len(words.form)
            or words.form[place] != ","
            or words.lower[place + 1] not in ("a", "an", "the", "who", "former")
        ):
            return
        if words.lower[place + 1] == "who":
            return
        last = place + 2
        while last < min(place + APPOSITION_WORDS, len(words.form)) and (phrases.is_word(words, last)):
            last += 1
        role = words.cut(place + 2, last)
        if role and role not in person.roles:
            person.roles.append(role)


def _same_first(known: str, given: str) -> bool:
    if known == given:
        return True
    shorter, longer = sorted((known, given), key=len)
    return len(shorter) in (1, 3, 4, 5) and longer.startswith(shorter)


def find_runs(words: Words, lexicon: Lexicon) -> Iterator[Run]:
    """Yield the capitalised runs of a text, ordinary words at a sentence's start left out."""
    place, count = 0, len(words.form)
    while place < count:
        if not _is_capital(words, place):
            place += 1
            continue
        last = _run_end(words, place, count, lexicon)
        run = _split(words, place, last, lexicon)
        if run is not None:
            yield run
        place = last


def _is_capital(words: Words, place: int) -> bool:
    return words.form[place][0].isupper() and words.lower[place] not in _ORDINARY


_ORDINARY = (
    grammar.DETERMINERS
    | grammar.PREPOSITIONS
    | grammar.SUBORDINATORS
    | grammar.ADVERBS
    | grammar.PRONOUNS
    | grammar.AUXILIARIES
    | grammar.CONJUNCTIONS
    | grammar.RELATIVES
    | word_set(
        """
    if there here yes no not well meanwhile asked said says let please i’m it’s he’s she’s that’s
    """
    )
) - {"will"}


def _run_end(words: Words, place: int, count: int, lexicon: Lexicon) -> int:
    last = place + 1
    while last < count and not words.form[last - 1].endswith(("’s", "'s", "’", "'")):
        lower = words.lower[last]
        following = last + 1 < count and words.form[last + 1][0].isupper()
        if _is_capital(words, last):
            last += 1
        elif (lower == "," and last + 1 < count and plain(words.form[last + 1]) in SUFFIXES) or (
            following
            and (
                lower in PARTICLES
                or lower == "&"
                or (lower == "of" and plain(words.form[last - 1]) in lexicon.titles.keys() | lexicon.bodies)
            )
        ):
            last += 2
        else:
            break
    return last


def _split(words: Words, first: int, last: int, lexicon: Lexicon) -> Run | None:
    keys = [plain(form) for form in words.form[first:last]]
    name, gender, titled = 0, "either", False
    for index, key in enumerate(keys[:-1]):
        if key in lexicon.titles:
            name, titled = index + 1, True
            if lexicon.titles[key] != "either":
                gender = lexicon.titles[key]
    if keys[name] == "of" and name + 1 < len(keys):  # "Secretary of State Ann Roe"
        name += 1
        name += next(
            (i for i, key in enumerate(keys[name:]) if key in lexicon.first_names),
            1 if len(keys) > name + 1 else 0,
        )
        name = min(name, len(keys) - 1)
        if keys[name - 1] == "of":
            return Run(first, last, last, gender, True, False)
    elif not titled and keys[0] not in lexicon.first_names:
        name = next((i for i, key in enumerate(keys[:-1]) if key in lexicon.first_names), 0)
    if keys[-1] in lexicon.bodies and not (
        titled and len(keys) - name <= 2 and keys[name] in lexicon.first_names
    ):
        return Run(first, first, last, "either", False, True)
    if len(keys) == 1 and (keys[0] in lexicon.titles or keys[0] in lexicon.places):
        return (
            Run(first, last, last, "either", True, False)
            if keys[0] in lexicon.titles
            else Run(first, first, last, "either", False, True)
        )
    if titled and keys[-1] in lexicon.titles and len(keys) - name == 1:
        return Run(first, last, last, gender, True, False)
    body = "of" in keys[name:] or all(key in lexicon.places for key in keys[name:])
    return Run(first, first + name, last, gender, titled, body)
