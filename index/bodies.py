"""Bodies spoken of by a noun: "the newspaper", "the ministry", "her campaign", "it"."""

from __future__ import annotations

from collections.abc import Callable

from index import grammar
from index.answer import Answer
from index.focus import Focus
from index.lexicon import plain
from index.people import People
from index.person import GENDER_OF, Person
from index.run import Run
from index.runs import SUFFIXES
from index.salience import is_attributed
from index.words import Words

BODY_REACH = 400  # words back within which "the group" finds its name
NAME_WORDS = 3  # before the noun of a body, in which its name stands
STAFFED = frozenset(("campaign", "administration", "office"))  # bodies that are somebody's

_ASIDE = grammar.PREPOSITIONS - {"by", "from", "to"}  # before a name that is only mentioned


def owner_name(owner: Person, run: Run) -> str:
    """Return the name of whose campaign it is; without middle names where the surname alone stands there.

    So that "the Clinton campaign" is "Hillary Clinton campaign", whatever her full name.
    """
    names = owner.name.split()
    middle = len(names) > 2 and names[1][0].isupper() and plain(names[-1]) not in SUFFIXES
    return f"{names[0]} {names[-1]}" if run.length == 1 and middle else owner.name


class Bodies:
    """The bodies of one article. Places count its words."""

    def __init__(self, words: Words, people: People, focus: Focus) -> None:
        self.words, self.people, self.focus = words, people, focus
        self.lexicon = people.lexicon

    def resolve(self, first: int, head: int, noun: str, mention: str, *, general: bool) -> Answer | None:
        """Return the body whose noun is at ``head``; ``general``: "the group", for a name before it."""
        lexicon = self.lexicon
        if noun == "board" and self.words.lower[head - 1] == "editorial":
            return self._editorial_board(first, head, mention)
        if noun in lexicon.kinds and general:
            fits = self._fits_kind(noun)
            body = self._beside(head) if lexicon.kinds[noun] else None
            if body is None:
                body = self.last(first, fits)
            elif len(body.words) == 1 or not fits(body):
                body = None  # "Time magazine", "the Senate committee" are named so
            if body is not None:
                return Answer(body, "role", f"“{mention}” is {body.name}")
        if noun not in lexicon.bodies and noun not in lexicon.kinds:
            return None
        gender = GENDER_OF.get(self.words.lower[first])
        if gender and head - first == 1:
            return self._staff(mention, noun, self.focus.whom(first, gender))
        name = self._body_name(first, head) or (self._named_before(first, noun) if head - first == 1 else "")
        if not name and noun in STAFFED and head - first == 1:
            return self._staff(mention, noun, self.focus.whom(first, "either"))
        return Answer(None, "body", f"“{mention}” is {name}", name) if name else None

    def _beside(self, head: int) -> Person | None:
        """ "the Oslo Herald newspaper": the body named right before its noun."""
        run = self.people.run_at(head - 1)
        body = self.people.of_run(run) if run is not None and run.kind != "place" else None
        return None if body is None or body.human else body

    def _editorial_board(self, first: int, head: int, mention: str) -> Answer | None:
        """ "the Post’s editorial board", "the paper’s editorial board", "the editorial board"."""
        named = [self.people.of_run(run) for run in self.people.runs_between(first, head)]
        owner = next((body for body in named if body is not None), None)
        paper = owner or self.last_paper(first)
        if paper is None:
            return None
        name = f"{paper.name} editorial board"
        return Answer(None, "body", f"“{mention}” is that of {paper.name}", name)

    def _staff(self, mention: str, noun: str, owner: Person | None) -> Answer | None:
        """ "her campaign", "the campaign": that of whom the text speaks."""
        if owner is None:
            return None
        return Answer(None, "body", f"“{mention}” is that of {owner.name}", f"{owner.name} {noun}")

    def _body_name(self, first: int, head: int) -> str:
        """ "the Doe campaign", "Doe’s office", "China’s foreign ministry": a name and a noun for a body."""
        words = self.words
        runs = [run for run in self.people.runs_between(first, head + 1) if run.kind != "title"]
        if not runs or (runs[0].first == head and self.people.of_run(runs[0]) is None):  # "Police said"
            return ""
        owner = self.people.of_run(runs[-1])
        if owner is not None and not owner.body and runs[-1].last == head:
            return f"{owner_name(owner, runs[-1])} {words.form[head]}"
        return words.cut(runs[0].first, head + 1)

    def _named_before(self, first: int, noun: str) -> str:
        """The name with which "the ministry" was first spoken of."""
        words = self.words
        for place in range(first - 1, max(0, first - BODY_REACH), -1):
            if words.lower[place] == noun:
                name = self._body_name(max(0, place - NAME_WORDS), place)
                if name and "\n" not in name and "," not in name:
                    return name
        return ""

    def _fits_kind(self, noun: str) -> Callable[[Person], bool]:
        kinds = self.lexicon.kinds[noun]
        return lambda body: not kinds or not kinds.isdisjoint(body.words)

    def last_paper(self, place: int) -> Person | None:
        """Return the newspaper or magazine named last before ``place``."""
        return self.last(place, self._fits_kind("newspaper"))

    def last(
        self,
        place: int,
        fits: Callable[[Person], bool] = lambda _: True,
        reach: int = BODY_REACH,
        *,
        acting: bool = False,
    ) -> Person | None:
        """Return the body named last before ``place`` that fits; one that acts before one only mentioned.

        With ``acting`` one only mentioned is none.
        """
        mentioned = None
        for run in reversed(self.people.runs_between(max(0, place - reach), place)):
            body = self.people.of_run(run)
            if body is None or run.kind == "place" or body.roles or not fits(body):
                continue
            if not body.body and (len(body.words) < 2 or not body.full or body.gender != "either"):
                continue
            if self._acts(run):
                return body
            mentioned = mentioned or body
        return None if acting else mentioned

    def _acts(self, run: Run) -> bool:
        before = self.words.lower[run.first - 1] if run.first else ""
        return before not in _ASIDE and not is_attributed(self.words, run.last)
