"""Everybody an article names: each person and body, the runs that name them, and how to find them again."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Sequence

from index import grammar
from index.lexicon import Lexicon, plain
from index.person import Person, name_of
from index.run import PARTICLES, Run
from index.runs import SUFFIXES, find_runs
from index.words import BREAK, QUOTED, Sentence, Words

_ARTICLE = re.compile(r"(?:al|el|ad|ar|as)-")

LARGEST_FAMILY = 50  # people of one surname looked at; bounds the time on any text
LARGEST_CAST = 200  # people of an article looked at for a mention; bounds the time on any text
OPENING = frozenset((BREAK, ".", "!", "?", "…", ":", QUOTED, "—", "–", "-"))  # a capital follows in any case


class People:
    """The people and bodies of an article met so far. Places count its words.

    ``everybody`` are they, as they were met; ``runs`` are all names of the text; ``uncapped`` are its words
    in small letters.
    """

    def __init__(self, words: Words, sentences: Sequence[Sentence], lexicon: Lexicon) -> None:
        self.words, self.lexicon = words, lexicon
        self.everybody: list[Person] = []
        self.runs = list(find_runs(words, sentences, lexicon))
        self.uncapped = set(filter(str.islower, set(words.form)))
        self._by_last: dict[str, list[Person]] = defaultdict(list)
        self._by_first: dict[str, list[Person]] = defaultdict(list)
        self._of_run: dict[int, Person] = {}
        self._starts = [run.first for run in self.runs]
        self._inner = {
            plain(words.form[run.name]) for run in self.runs if run.name < run.last and not self.opens(run)
        }

    def times(self, form: str) -> int:
        """Return how often a word stands in the text, within quotation marks too."""
        return self.words.text.count(form)

    def meet(self, forms: Sequence[str], *, body: bool) -> Person:
        """Add somebody new, whose name has the words ``forms``, and return them."""
        keys = tuple(map(plain, forms))
        known = keys[0] in self.lexicon.first_names and not body
        gender = self.lexicon.first_names.get(keys[0], "either") if known else "either"
        person = Person(" ".join(forms) if body else name_of(forms), keys, gender, body, human=known)
        self.everybody.append(person)
        self._by_last[surname(keys)].append(person)
        if not body and len(keys) > 1:
            self._by_first[keys[0]].append(person)
        return person

    def rename(self, person: Person, forms: Sequence[str]) -> None:
        """Know somebody of one word by their first name and surname from now on."""
        person.name, person.words = name_of(forms), tuple(map(plain, forms))
        self._by_last[surname(person.words)].append(person)
        self._by_first[person.words[0]].append(person)

    def note(self, person: Person, run: Run) -> None:
        """Write down that a run names this person, and what its titles tell of them."""
        self.place(person, run, run.name)
        person.human = person.human or (run.titled and not person.body)
        if run.title_gender != "either" and person.gender == "either":
            person.gender = run.title_gender

    def place(self, person: Person, run: Run, place: int) -> None:
        """Write down that a run means this person, whose name stands at word ``place``."""
        insort(person.places, place)
        self._of_run[run.first] = person

    def run_at(self, place: int) -> Run | None:
        """Return the run that covers word ``place``."""
        index = bisect_left(self._starts, place + 1) - 1
        if index >= 0 and self.runs[index].last > place:
            return self.runs[index]
        return None

    def owns(self, run: Run) -> bool:
        """Whether a name owns what follows: "Jones’s"."""
        return self.words.form[run.last - 1].endswith(grammar.POSSESSIVE)

    def of_run(self, run: Run) -> Person | None:
        """Return whom a run names; None for a bare title."""
        return self._of_run.get(run.first)

    def runs_between(self, first: int, last: int) -> list[Run]:
        """Return the runs that start at words ``first`` to ``last``."""
        return self.runs[bisect_left(self._starts, first) : bisect_left(self._starts, last)]

    def family(self, key: str) -> list[Person]:
        """Return those whose surname a key is, the first LARGEST_FAMILY."""
        return self._by_last.get(_ARTICLE.sub("", key) if "-" in key else key, [])[:LARGEST_FAMILY]

    def by_first_name(self, key: str) -> Sequence[Person]:
        """Return those with a first name and a surname whose first name a key is."""
        return self._by_first.get(key, ())

    def called(self, forms: list[str]) -> Person | None:
        """Return who is meant by these words, anywhere in the article, as within a quote."""
        keys = [plain(form) for form in forms]
        for person in self.family(surname(keys)):
            if len(keys) == 1 or person.words[0] == keys[0] or keys[0] in self.lexicon.titles:
                return person
        firsts = self.by_first_name(keys[-1])
        return firsts[0] if len(keys) == 1 and len(firsts) == 1 else None

    def is_surely_named(self, run: Run) -> bool:
        """Whether a run is more than one capital at the start of a sentence."""
        return (
            run.length > 1
            or run.titled
            or not self.opens(run)
            or self.stands_within(plain(self.words.form[run.name]))
        )

    def stands_within(self, key: str) -> bool:
        """Whether a name begins with this word somewhere within a sentence, where others have no capital."""
        return key in self._inner

    def is_surname(self, run: Run) -> bool:
        """Whether some words are a surname alone: "Le Pen", "de Blasio", "Von der Berg"."""
        particles = self.words.lower[run.name : run.last - 1]
        if not particles or not PARTICLES.union(("in",)).issuperset(particles):
            return False
        return len(particles) > 1 or particles[0] not in self.lexicon.first_names

    def is_common(self, key: str) -> bool:
        """Whether a word is a place's, a body's, or stands in small letters elsewhere in the article."""
        lexicon = self.lexicon
        return key in lexicon.places or key in lexicon.bodies or key in self.uncapped

    def opens(self, run: Run) -> bool:
        """Whether a run stands where any word has a capital: at the start of a sentence, after a mark."""
        return run.first == 0 or self.words.form[run.first - 1] in OPENING


def surname(keys: Sequence[str]) -> str:
    """Return the last word of a name but for "Jr."; that too where there is no other. "al-Sisi" is "sisi"."""
    last = keys[-1]
    if last in SUFFIXES:
        last = next((key for key in reversed(keys) if key not in SUFFIXES), last)
    return _ARTICLE.sub("", last) if "-" in last else last
