"""Bodies that are somebody's: "the Doe campaign", "her office", "the administration"."""

from __future__ import annotations

from bisect import bisect_left

from index import grammar
from index.answer import Answer
from index.focus import Focus
from index.lexicon import plain
from index.people import LARGEST_CAST, People
from index.person import GENDER_OF, Person
from index.run import Run
from index.runs import SUFFIXES
from index.words import Words

GOVERNING = frozenset(("administration",))  # that only who governs has
OF_WORDS = 8  # after "the campaign of", up to the name: "the presumptive nominee Jane Doe"

_ENDS = grammar.RELATIVES | frozenset((".", ";", "and", "—", "–", "in", "for", "to"))
_NO_HEADS = frozenset(("vice", "former", "company", "council", "university"))  # presidents who do not govern


def owner_name(owner: Person, run: Run) -> str:
    """Return the name of whose campaign it is; without middle names where the surname alone stands there.

    So that "the Clinton campaign" is "Hillary Clinton campaign", whatever her full name.
    """
    names = owner.name.split()
    middle = len(names) > 2 and names[1][0].isupper() and plain(names[-1]) not in SUFFIXES
    return f"{names[0]} {names[-1]}" if run.length == 1 and middle else owner.name


class Staffs:
    """The campaigns, administrations and offices of one article. Places count its words."""

    def __init__(self, words: Words, people: People, focus: Focus) -> None:
        self.words, self.people, self.focus = words, people, focus
        self._stated: dict[str, list[tuple[int, str]]] = {}

    def resolve(self, first: int, head: int, noun: str, mention: str) -> Answer | None:
        """Return whose campaign, administration or office is at ``head``, alone or with whose it is."""
        owner = self.owner_at(head)
        if owner:
            return _stated(mention, noun, owner)
        if head - first != 1:
            return None
        gender = GENDER_OF.get(self.words.lower[first])
        if gender:
            return _of(mention, noun, self.focus.whom(first, gender))
        of = self.words.lower[head + 1 : head + 2] == ["of"]
        owner = "" if of else self._stated_near(first, noun)
        if owner:
            return _stated(mention, noun, owner)
        if noun in GOVERNING:
            return _of(mention, noun, self._president())
        return _of(mention, noun, self.focus.whom(first, "either"))

    def owner_at(self, head: int) -> str:
        """The person named right before the noun, or after its "of": "the campaign of Mayor Jane Doe"."""
        run = self.people.run_at(head - 1) if head else None
        if run is None and self.words.lower[head + 1 : head + 2] == ["of"]:
            named = self.people.runs_between(head + 2, head + 2 + OF_WORDS)
            run = next((run for run in named if run.kind != "title"), None)
            if run is not None and any(form in _ENDS for form in self.words.form[head + 2 : run.first]):
                run = None
        owner = self.people.of_run(run) if run is not None and run.kind == "person" else None
        return owner_name(owner, run) if owner is not None and run is not None and owner.human else ""

    def _stated_near(self, place: int, noun: str) -> str:
        """Whose was spoken of last, else is spoken of next."""
        if noun not in self._stated:
            here = (i for i, lower in enumerate(self.words.lower) if lower == noun)
            owned = ((i, self.owner_at(i)) for i in here)
            self._stated[noun] = [(i, owner) for i, owner in owned if owner]
        stated = self._stated[noun]
        before = bisect_left(stated, (place, ""))
        return stated[max(0, before - 1)][1] if stated else ""

    def _president(self) -> Person | None:
        """The only president of the article."""
        heads = [
            person
            for person in self.people.everybody[:LARGEST_CAST]
            if "president" in person.role_words and _NO_HEADS.isdisjoint(person.role_words)
        ]
        return heads[0] if len(heads) == 1 else None


def _stated(mention: str, noun: str, owner: str) -> Answer:
    """ "the Doe campaign", "the campaign of Mayor Doe": that of whom the text names."""
    return Answer(None, "body", f"“{mention}” is {owner} {noun}", f"{owner} {noun}")


def _of(mention: str, noun: str, owner: Person | None) -> Answer | None:
    """ "her campaign", "the campaign": that of whom the text speaks."""
    if owner is None:
        return None
    return Answer(None, "body", f"“{mention}” is that of {owner.name}", f"{owner.name} {noun}")
