"""Names of one word: whom of those met by their full names each means, or somebody new."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index import grammar
from index.families import Families
from index.grammar import word_set
from index.lexicon import plain, without_possessive
from index.people import LARGEST_CAST, People
from index.person import LEAST_SWAPPED, Person, acronym, is_near
from index.run import Run
from index.spouses import spouses_of, without_spouses

NOBLE = word_set("prince princess king queen emir sheikh duke duchess")  # titles before first names
APPOSITION = 10  # words of one with its commas
SPEAKING = word_set(
    "notes adds argues writes insists explains tweets"
)  # after a surname that opens a sentence

# "ProPublica", a body's; but "McCain", "DeSantis", "LeBron" and "JoAnn" are people's names.
_COINED = re.compile(r"(?!Ma?c|D[eiu]|L[ae]|V[ao]n|Fitz|Jo)[A-Z][a-z]+[A-Z][A-Za-z]+")


class ShortNames:
    """The names of one word of an article whose full names have been met."""

    def __init__(self, people: People, families: Families) -> None:
        self.families = families
        self.people, self.words, self.lexicon = people, people.words, people.lexicon
        bodies = [person for person in people.everybody if person.body]
        whole = [person for person in people.everybody if not person.human and len(person.words) > 2]
        self.acronyms = {acronym(body): body for body in (*whole, *bodies)} | self._bracketed()
        self.firsts = self._first_words(bodies)
        self.spouses = spouses_of(people)
        self.departments = {body.words[0]: body for body in bodies if body.words[1:] == ("department",)}

    def _bracketed(self) -> dict[str, Person]:
        """ "Norsk Radio League (NRK)": what stands in brackets after a name, of the same first letter."""
        form, found = self.words.form, {}
        for run in self.people.runs:
            inside = form[run.last : run.last + 3]
            named = self.people.of_run(run)
            if named is None or named.human or inside[:1] != ["("] or inside[2:] != [")"]:
                continue
            if inside[1].isupper() and inside[1].isalpha() and plain(inside[1])[0] == named.words[0][0]:
                found[plain(inside[1])] = named
        return found

    def _first_words(self, bodies: Sequence[Person]) -> dict[str, Person]:
        """ "Acme" for Acme Research: the first words of bodies whose others tell no more than the kind."""
        kinds = self.lexicon.kinds["company"] | self.lexicon.kinds["group"] | {"report"}
        firsts: dict[str, Person] = {}
        for body in bodies:
            if len(body.words) > 1 and kinds.issuperset(body.words[1:]):
                firsts.setdefault(body.words[0], body)
        if not firsts:
            return firsts
        titled = {plain(self.words.form[run.last - 1]) for run in self.people.runs if run.titled}
        return {key: body for key, body in firsts.items() if key not in titled and self._is_coined(key)}

    def _is_coined(self, key: str) -> bool:
        return key not in self.lexicon.first_names and not self.people.is_common(key)

    def meet_all(self) -> None:
        """Meet whom each name of one word means, in text order."""
        for run in self.people.runs:
            if run.kind == "title":
                self._meet_title(run)
            if run.kind == "title" or (run.length != 1 and not self.people.is_surname(run)):
                continue
            form = without_possessive(self.words.cut(run.name, run.last))
            person = self._short(run, plain(form.split()[-1]))
            if person is None and self._is_chance(run):
                continue
            if person is None:
                body = run.kind != "person" or (form.isupper() and len(form) > 1 and not run.titled)
                body = body or self._is_paper(run) or _COINED.fullmatch(form) is not None
                person = self.people.meet(form.split(), body=body)
            self.people.note(person, run)

    def _is_paper(self, run: Run) -> bool:
        """ "The Advocate", "the Sun": a newspaper's word after the article."""
        paper = plain(self.words.form[run.name]) in self.lexicon.kinds["newspaper"]
        return paper and run.first > 0 and self.words.lower[run.first - 1] == "the"

    def _meet_title(self, run: Run) -> None:
        """ "Dean" after "Howard Dean", "Mr. King": a surname that is a title in other articles."""
        if run.last - run.first == 1 and self._is_paper(run._replace(name=run.first)):
            self.people.note(self._paper(self.words.form[run.first]), run._replace(name=run.first))
            return
        family = self.people.family(plain(self.words.form[run.last - 1]))
        person = next((person for person in family if person.human), None)
        before = self.words.lower[run.first - 1] if run.first else ""
        if person is not None and before not in grammar.DETERMINERS:
            self.people.place(person, run, run.last - 1)

    def _paper(self, form: str) -> Person:
        """The newspaper of that name, "The Advocate", which else is a title."""
        key = plain(form)
        return next((p for p in self.people.family(key) if p.body), None) or self.people.meet(
            [without_possessive(form)], body=True
        )

    def _is_chance(self, run: Run) -> bool:
        """A word that is capital for opening a sentence: "Increasingly, …"; a name has a verb after it."""
        words = self.words
        key = plain(words.form[run.name])
        if run.titled or not self.people.opens(run) or self.people.stands_within(key):
            return False
        if self._is_noun(key) or grammar.is_adverb(key):
            return True
        return not (self._acts(run.last) or self._acts(self._past_apposition(run.last)))

    def _acts(self, place: int) -> bool:
        """Whether a verb with a subject stands at a place, an adverb before it or not."""
        lower = self.words.lower
        place += place < len(lower) and grammar.is_adverb(lower[place])
        after = lower[place] if place < len(lower) else ""
        return (
            after in grammar.AUXILIARIES
            or after in grammar.PAST
            or after in SPEAKING
            or after.endswith(("ed", "said", "told"))
        )

    def _past_apposition(self, place: int) -> int:
        """Where "Zorblat, the state news agency, …" goes on; the place itself where there is none."""
        lower = self.words.lower
        if lower[place : place + 1] != [","] or lower[place + 1 : place + 2] not in (["the"], ["a"], ["an"]):
            return place
        closing = (i for i in range(place + 2, min(place + APPOSITION, len(lower))) if lower[i] == ",")
        return next(closing, place - 1) + 1

    def _is_noun(self, key: str) -> bool:
        """Whether it may be a noun for people: "Police", "Officials", a plural of the article."""
        several = key.endswith("s") and key in self.people.uncapped
        return several or self.lexicon.is_role(key) or self.lexicon.is_role(key.removesuffix("s"))

    def _short(self, run: Run, key: str) -> Person | None:
        """Whom of those met this means: by surname, else by initials, else by first name; None for nobody."""
        family: Sequence[Person] = self.people.family(key) or self._misspelt(key)
        if self.spouses:
            family = without_spouses(family, run, self.spouses)
        if not family and key in self.acronyms and without_possessive(self.words.form[run.name]).isupper():
            return self.acronyms[key]
        if not family and key in self.departments:
            return self.departments[key]  # "State" for the State Department
        if not family:
            firsts = self.people.by_first_name(key)
            royal = not NOBLE.isdisjoint(self.words.lower[run.first : run.name])
            if run.titled and not royal:
                return self._of_another_order(key) or self._nicknamed(key)
            return firsts[0] if firsts else self._nicknamed(key) or self.firsts.get(key)
        if len(family) == 1:
            apart = {run.title_gender, family[0].gender} == {"male", "female"}
            return None if apart else family[0]
        return self.families.member(family, run)

    def _nicknamed(self, key: str) -> Person | None:
        """ "Zorblat", of Jane Doe, "known as Zorblat"."""
        return next((p for p in self.people.everybody[:LARGEST_CAST] if key in p.nicknames), None)

    def _of_another_order(self, key: str) -> Person | None:
        """ "Mr. Xi" for Xi Jinping, "Ms. Roe" for Jane Roe Poe: the only one with this surname within."""
        named = [
            person
            for person in self.people.everybody[:LARGEST_CAST]
            if person.full and not person.body and key in person.words[:-1]
        ]
        return named[0] if len(named) == 1 else None

    def _misspelt(self, key: str) -> list[Person]:
        """ "Sweeny" for Sweeney, "Keidis" for Kiedis: a letter lost, added or in the wrong place."""
        if len(key) < LEAST_SWAPPED or key in self.people.uncapped or key in self.lexicon.first_names:
            return []
        return [
            person
            for person in self.people.everybody[:LARGEST_CAST]
            if person.full and not person.body and is_near(person.words[-1], key)
        ][:1]
