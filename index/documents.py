"""What somebody wrote or issued: "the statement", "a report by the board", "her letter"."""

from __future__ import annotations

from index.actors import last_actor
from index.answer import Answer, owned
from index.bodies import Bodies
from index.focus import Focus
from index.grammar import word_set
from index.issuers import SUITS, Issuers
from index.people import People
from index.person import GENDER_OF
from index.polls import POLLS, Polls
from index.run import Run
from index.words import Words

HEARD_REACH = 120  # words back within which the body that spoke last may have issued it
EDITORIALS = frozenset(("editorial", "editorials"))  # a newspaper's
RULINGS = frozenset(("opinion", "ruling", "order"))  # a court's
SUING = frozenset(("sue", "sued", "sues", "suing", "filed", "filing"))
OTHERS = word_set(
    """
    bipartisan committee congressional court federal government intelligence judicial military municipal
    parliamentary police presidential provincial staff unsigned
    """
)  # before a document's noun: they wrote it
IMPERSONAL = frozenset(
    (
        "report",
        "study",
        "survey",
        "poll",
        "analysis",
        "account",
        "documents",
        "audit",
        "estimate",
        "footnote",
        "forecast",
        "inquiry",
        "investigation",
        "probe",
        "projection",
        "readout",
        "review",
        "summary",
    )
)  # not of whoever is spoken of just before


class Documents:
    """The documents of one article, each of which speaks for its author. Places count its words."""

    def __init__(
        self, words: Words, people: People, focus: Focus, bodies: Bodies, issuers: Issuers, polls: Polls
    ) -> None:
        self.words, self.people, self.focus, self.bodies = words, people, focus, bodies
        self.lexicon, self.issuers, self.polls = people.lexicon, issuers, polls
        self._suit: Answer | None = None
        self.spoke: tuple[int, Answer] | None = None

    def hear(self, place: int, answer: Answer) -> None:
        """Note who spoke last, at word ``place``: what is issued may be theirs."""
        self.spoke = place, answer

    @property
    def spoke_at(self) -> int:
        """The word at which who spoke last is mentioned, -1 before anybody."""
        return self.spoke[0] if self.spoke is not None else -1

    def spoke_near(self, place: int) -> Answer | None:
        """Return who spoke last, if that was not long before word ``place``."""
        near = self.spoke is not None and place - self.spoke[0] <= HEARD_REACH
        return self.spoke[1] if self.spoke is not None and near else None

    def resolve(self, first: int, head: int, noun: str, mention: str) -> Answer | None:
        """Return whose the document at ``head`` is: "his statement", "the ad" put out before."""
        words = self.words
        if noun not in self.lexicon.documents:
            return None
        named = self.polls.name_at(first, head)
        if named:
            return Answer(None, "body", f"“{mention}” is named so", named)
        gender = GENDER_OF.get(words.lower[first])
        if gender:
            return owned(mention, self.focus.whom(first, gender))
        poll = self.polls.last(first, mention) if noun in POLLS and not self._is_named(first, head) else None
        if poll is not None:
            return poll
        if noun in EDITORIALS:
            return self.issuers.answer_of(mention, self.issuers.owner(first, head)) or owned(
                mention, self.bodies.last_paper(first)
            )
        run = self._page_of(head) or self.issuers.owner(first, head)
        if noun in SUITS:
            return self.issuers.answer_of(mention, run) or self._plaintiff(first, noun, mention)
        if run is None and self._is_of_others(first, head):
            court = self.bodies.last(first, "court") if noun in RULINGS else None
            return owned(mention, court) or Answer(None, "unnamed", f"“{mention}” stays without a name")
        return (
            self.issuers.answer_of(
                mention, run or self.issuers.issuer(first, noun, bodies=noun in IMPERSONAL)
            )
            or self._heard(first, mention)
            or (None if noun in IMPERSONAL else owned(mention, last_actor(self.focus, first)))
        )

    def _is_of_others(self, first: int, head: int) -> bool:
        """ "the congressional report", "the pro-Doe ad": of who are not those spoken of just before."""
        kinds = self.words.lower[first + 1 : head]
        return any(kind in OTHERS or kind.startswith(("anti-", "pro-")) for kind in kinds)

    def _is_named(self, first: int, head: int) -> bool:
        """ "the Herald-Newsline poll": capitals before the noun."""
        return any(form[0].isupper() for form in self.words.form[first + 1 : head])

    def _plaintiff(self, first: int, noun: str, mention: str) -> Answer | None:
        """ "the lawsuit": that of whoever sued, the same one each time; not of who merely spoke before it."""
        if self._suit is None:
            answer = self.issuers.answer_of(mention, self.issuers.issuer(first, noun, bodies=False))
            sued = not SUING.isdisjoint(self.words.lower[max(0, first - HEARD_REACH) : first])
            self._suit = answer or (self._heard(first, mention) if sued else None)
        return self._suit

    def _page_of(self, head: int) -> Run | None:
        """ "the front page of the Oslo Herald": the paper."""
        if self.words.lower[head + 1 : head + 2] != ["of"]:
            return None
        run = self.people.run_at(head + 2 + (self.words.lower[head + 2 : head + 3] == ["the"]))
        paper = self.people.of_run(run) if run is not None and run.kind == "body" else None
        return run if paper is not None and paper.body else None

    def _heard(self, first: int, mention: str) -> Answer | None:
        """ "The Post’s board said … The piece goes on": of the body that spoke last, if that is near."""
        answer = self.spoke_near(first)
        if answer is None:
            return None
        name = answer.name or (
            answer.person.name if answer.person is not None and answer.person.body else None
        )
        return Answer(answer.person, "role", f"“{mention}” is that of {name}", answer.name) if name else None
