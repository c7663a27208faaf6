"""Everybody an article names: full names, the short forms that mean them, and bodies."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Sequence

from index import grammar
from index.lexicon import Lexicon, plain, without_possessive
from index.person import GENDER_OF, LEAST_MISSPELT, Person, acronym, capitalised, is_near, same_first
from index.runs import PARTICLES, SUFFIXES, Run, find_runs
from index.words import BREAK, QUOTED, Sentence, Words

LARGEST_FAMILY = 50  # people of one surname looked at; bounds the time on any text
LARGEST_CAST = 200  # people of an article looked at for a mention; bounds the time on any text
OPENING = frozenset(
    (BREAK, ".", "!", "?", "…", ":", QUOTED, "—", "–", "-")
)  # a capital follows these in any case
PARAGRAPH_WORDS = 120  # looked back for a full name
PRONOUN_REACH = 25  # words after a name in which a pronoun may tell its gender


class People:
    """Everybody an article names, and how to find them again."""

    def __init__(self, words: Words, sentences: Sequence[Sentence], lexicon: Lexicon) -> None:
        self.words, self.lexicon = words, lexicon
        self.everybody: list[Person] = []
        self._acronyms: dict[str, Person] = {}
        self._uncapped = set(filter(str.islower, set(words.form)))
        self._by_last: dict[str, list[Person]] = defaultdict(list)
        self._by_first: dict[str, list[Person]] = defaultdict(list)
        self.runs = list(find_runs(words, sentences, lexicon))
        self._starts = [run.first for run in self.runs]
        self._inner = {
            plain(words.form[run.name]) for run in self.runs if run.name < run.last and not self._opens(run)
        }
        self.person_of: dict[int, Person] = {}
        self._meet_full_names()
        self._meet_quoted_names()
        self._acronyms = {acronym(person): person for person in self.everybody if person.body}
        self._departments = {p.words[0]: p for p in self.everybody if p.words[1:] == ("department",)}
        self._guess_genders()
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
        for person in self._by_last.get(_surname(keys), [])[:LARGEST_FAMILY]:
            if len(keys) == 1 or person.words[0] == keys[0] or keys[0] in self.lexicon.titles:
                return person
        firsts = self._by_first.get(keys[-1], ())
        return firsts[0] if len(keys) == 1 and len(firsts) == 1 else None

    def _meet_full_names(self) -> None:
        doubtful = []
        for run in self.runs:
            if run.length < 2 or run.kind == "title" or self._is_surname(run):
                continue
            if run.kind == "person" and plain(self.words.form[run.name]) not in self.lexicon.first_names:
                doubtful.append(run)
            else:
                self._note(self._full(run), run)
        for run in doubtful:
            self._note(self._doubtful(run), run)

    def is_surely_named(self, run: Run) -> bool:
        """Whether a run is more than one capital at the start of a sentence."""
        return (
            run.length > 1
            or run.titled
            or not self._opens(run)
            or plain(self.words.form[run.name]) in self._inner
        )

    def _is_surname(self, run: Run) -> bool:
        """ "Le Pen", "de Blasio": two words that are a surname alone."""
        first = self.words.lower[run.name]
        return run.length == 2 and first in PARTICLES and first not in self.lexicon.first_names

    def _doubtful(self, run: Run) -> Person:
        """Two words whose first no table knows: no name in "Team Jones", the end of one in "Suu Kyi"."""
        keys = [plain(form) for form in self.words.form[run.name : run.last]]
        family = self._by_last.get(keys[-1], [])[:LARGEST_FAMILY]
        ending = (person for person in family if person.words[-len(keys) :] == tuple(keys))
        human = (person for person in family if person.human)
        common = not run.titled and all(self.is_common(key) or grammar.is_adverb(key) for key in keys[:-1])
        return next(ending, None) or (next(human, None) if common else None) or self._full(run)

    def is_common(self, key: str) -> bool:
        """Whether a word is a place's, a body's, or stands in small letters elsewhere in the article."""
        lexicon = self.lexicon
        return key in lexicon.places or key in lexicon.bodies or key in self._uncapped

    def _opens(self, run: Run) -> bool:
        return run.first == 0 or self.words.form[run.first - 1] in OPENING

    def _full(self, run: Run) -> Person:
        forms = [
            without_possessive(form)
            for form in self.words.form[run.name : run.last]
            if form not in (QUOTED, ",")
        ]
        person = self._known(forms, run.kind != "person") or self._new(forms, run.kind != "person")
        person.full += 1
        for place in range(run.name, run.last):
            if place in self.words.marked:
                person.nicknames.add(plain(self.words.marked[place].inner.cut(self.words.text)))
        return person

    def _known(self, forms: list[str], body: bool) -> Person | None:
        """Who has this surname and a first name that goes with it; the fuller form becomes the name."""
        keys = tuple(map(plain, forms))
        suffix = [key for key in keys if key in SUFFIXES]
        for known in self._by_last.get(_surname(keys), [])[:LARGEST_FAMILY]:
            same_suffix = [key for key in known.words if key in SUFFIXES] == suffix
            same = same_first(known.words[0], keys[0]) or keys[0] in known.nicknames
            if same_suffix and known.body == body and same:
                if (len(keys), len(keys[0])) > (len(known.words), len(known.words[0])):
                    known.name, known.words = " ".join(forms if body else map(capitalised, forms)), keys
                return known
            if (
                body
                and known.body
                and keys[-1] in self.lexicon.kinds["outlet"]
                and _is_end(keys, known.words)
            ):
                return known  # "the Daily News" of "The Oslo Daily News"
        return None

    def _new(self, forms: list[str], body: bool) -> Person:
        keys = tuple(map(plain, forms))
        known = keys[0] in self.lexicon.first_names and not body
        gender = self.lexicon.first_names.get(keys[0], "either") if known else "either"
        person = Person(" ".join(forms if body else map(capitalised, forms)), keys, gender, body, human=known)
        self.everybody.append(person)
        self._by_last[_surname(keys)].append(person)
        if not body and len(keys) > 1:
            self._by_first[keys[0]].append(person)
        return person

    def _meet_quoted_names(self) -> None:
        """Full names within quotation marks, for surnames that stand alone outside them."""
        for marked in self.words.marked.values():
            first = ""
            for form in marked.inner.cut(self.words.text).split():
                last = "" if form[0].islower() else form.strip("“”\"‘’'()[].,;:!?—–")
                if first and last and self._is_full_name(first, last) and not self._by_last.get(plain(last)):
                    self._new([first, without_possessive(last)], body=False)
                first = last if last[:1].isupper() else ""

    def _is_full_name(self, first: str, last: str) -> bool:
        """Whether the second of two words, the first a capital, is a surname."""
        return (
            last[0].isupper()
            and plain(first) in self.lexicon.first_names
            and plain(last) not in self.lexicon.bodies
        )

    def _guess_genders(self) -> None:
        """The gender of names no table has, by the pronouns that follow them."""
        for person in self.everybody:
            if person.gender == "either" and not person.body:
                told = [self._pronoun_after(place) for place in person.places[:10]]
                men, women = told.count("male"), told.count("female")
                if men != women:
                    person.gender = "male" if men > women else "female"

    def _pronoun_after(self, place: int) -> str:
        """The gender of the first pronoun after a name, nobody else being named between."""
        words = self.words
        run = self.run_at(place)
        if run is None:
            return "either"
        for index in range(run.last, min(run.last + PRONOUN_REACH, len(words.form))):
            gender = GENDER_OF.get(words.lower[index])
            if gender:
                return gender
            if words.form[index] == "\n" or self.run_at(index) is not None:
                break
        return "either"

    def _meet_short_names(self) -> None:
        for run in self.runs:
            if run.kind == "title":
                self._meet_title(run)
            if run.kind == "title" or (run.length != 1 and not self._is_surname(run)):
                continue
            form = without_possessive(self.words.cut(run.name, run.last))
            person = self._short(run, plain(form.split()[-1]))
            if person is None and self._is_chance(run):
                continue
            if person is None:
                body = run.kind != "person" or (form.isupper() and len(form) > 1 and not run.titled)
                body = body or self._is_paper(run)
                person = self._new(form.split(), body)
            self._note(person, run)

    def _is_paper(self, run: Run) -> bool:
        """ "The Advocate", "the Sun": a newspaper's word after the article."""
        paper = plain(self.words.form[run.name]) in self.lexicon.kinds["newspaper"]
        return paper and run.first > 0 and self.words.lower[run.first - 1] == "the"

    def _meet_title(self, run: Run) -> None:
        """ "Dean" after "Howard Dean", "Mr. King": a surname that is a title in other articles."""
        family = self._by_last.get(plain(self.words.form[run.last - 1]), ())
        person = next((person for person in family if person.human), None)
        before = self.words.lower[run.first - 1] if run.first else ""
        if person is not None and before not in grammar.DETERMINERS:
            insort(person.places, run.last - 1)
            self.person_of[run.first] = person

    def _is_chance(self, run: Run) -> bool:
        """A word that is capital for opening a sentence: "Increasingly, …"; a name has a verb after it."""
        words = self.words
        key = plain(words.form[run.name])
        if run.titled or not self._opens(run) or key in self._inner:
            return False
        if self._is_noun(key):
            return True
        after = words.lower[run.last] if run.last < len(words.lower) else ""
        return not (
            after in grammar.AUXILIARIES or after in grammar.PAST or after.endswith(("ed", "said", "told"))
        )

    def _is_noun(self, key: str) -> bool:
        """Whether it may be a noun for people: "Police", "Officials", a plural of the article."""
        several = key.endswith("s") and key in self._uncapped
        return several or self.lexicon.is_role(key) or self.lexicon.is_role(key.removesuffix("s"))

    def _short(self, run: Run, key: str) -> Person | None:
        family = self._by_last.get(key, [])[:LARGEST_FAMILY] or self._misspelt(key)
        if not family and key in self._acronyms and self.words.form[run.name].isupper():
            return self._acronyms[key]
        if not family and (department := self._departments.get(key)) is not None:
            return department
        if not family:
            firsts = self._by_first.get(key, [])
            return firsts[0] if firsts and not run.titled else None
        if len(family) == 1:
            apart = {run.title_gender, family[0].gender} == {"male", "female"}
            return None if apart else family[0]
        gender = run.title_gender
        if gender == "either" and not self.words.form[run.last - 1].endswith(("’s", "'s", "’")):
            gender = self._pronoun_after(run.name)
        fitting = [p for p in family if gender in (p.gender, "either") or p.gender == "either"] or family
        return self._introduced(fitting, run) or max(fitting, key=self._prominence)

    def _misspelt(self, key: str) -> list[Person]:
        """ "Sweeny" for Sweeney, "Keidis" for Kiedis: a letter lost, added or in the wrong place."""
        if len(key) < LEAST_MISSPELT or key in self._uncapped or key in self.lexicon.first_names:
            return []
        return [
            person
            for person in self.everybody[:LARGEST_CAST]
            if person.full and not person.body and is_near(person.words[-1], key)
        ][:1]

    def _introduced(self, family: list[Person], run: Run) -> Person | None:
        """Who of a family was named in full last in the same paragraph."""
        start = run.first
        while start > 0 and run.first - start < PARAGRAPH_WORDS and self.words.form[start] != BREAK:
            start -= 1
        for before in reversed(self.runs_between(start, run.first)):
            person = self.person_of.get(before.first)
            if before.length > 1 and person in family:
                return person
        return None

    def _prominence(self, person: Person) -> tuple[bool, int, int]:
        """By which of a family a surname alone means one: a first name, named in full most, named first."""
        known = person.words[0] in self.lexicon.first_names
        return known, person.full, -person.places[0] if person.places else 0

    def _note(self, person: Person, run: Run) -> None:
        insort(person.places, run.name)
        self.person_of[run.first] = person
        person.human = person.human or (run.titled and not person.body)
        if run.title_gender != "either" and person.gender == "either":
            person.gender = run.title_gender


def _is_end(keys: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    return len(keys) > 1 and whole[-len(keys) :] == keys


def _surname(keys: Sequence[str]) -> str:
    """The last word of a name but for "Jr."; that too where there is no other."""
    if keys[-1] not in SUFFIXES:
        return keys[-1]
    return next((key for key in reversed(keys) if key not in SUFFIXES), keys[-1])
