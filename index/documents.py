"""What somebody wrote or issued: "the statement", "a report by the board", "her letter"."""

from __future__ import annotations

from index import grammar
from index.actors import last_actor
from index.answer import Answer, owned
from index.bodies import Bodies
from index.focus import Focus
from index.issuers import AUTHOR_WORDS, BY_WORDS, SUITS, Issuers
from index.kinds import STAFFED
from index.people import People
from index.person import GENDER_OF
from index.polls import POLLS, Polls
from index.run import Run
from index.staffs import owner_name
from index.words import Words

HEARD_REACH = 120  # words back within which the body that spoke last may have issued it
EDITORIALS = frozenset(("editorial", "editorials"))  # a newspaper's
PUBLISHED = EDITORIALS | {"article", "story", "report", "headline"}  # of the newspaper they stand in
MADE = ("ed", "sent", "written", "made", "out", "put", "shot")  # between a paper's noun and "by"
NAME_WORDS = 3  # after "in", within which a newspaper's name begins
SUING = frozenset(("sue", "sued", "sues", "suing", "filed", "filing"))
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
        "projection",
        "readout",
        "review",
        "summary",
    )
)  # not of whoever is spoken of just before


class Documents:
    """The documents of one article, each of which speaks for its author. Places count its words."""

    def __init__(self, words: Words, people: People, focus: Focus, bodies: Bodies) -> None:
        self.words, self.people, self.focus, self.bodies = words, people, focus, bodies
        self.lexicon = people.lexicon
        self.issuers, self.polls = Issuers(words, people, focus), Polls(words, people, focus)
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
            return self.answer_of(mention, self.owner(first, head)) or owned(
                mention, self.bodies.last_paper(first)
            )
        run = self._page_of(head) or self.owner(first, head)
        if noun in SUITS:
            return self.answer_of(mention, run) or self._plaintiff(first, noun, mention)
        return (
            self.answer_of(mention, run or self.issuers.issuer(first, noun, bodies=noun in IMPERSONAL))
            or self._heard(first, mention)
            or (None if noun in IMPERSONAL else owned(mention, last_actor(self.focus, first)))
        )

    def _is_named(self, first: int, head: int) -> bool:
        """ "the Herald-Newsline poll": capitals before the noun."""
        return any(form[0].isupper() for form in self.words.form[first + 1 : head])

    def _plaintiff(self, first: int, noun: str, mention: str) -> Answer | None:
        """ "the lawsuit": that of whoever sued, the same one each time; not of who merely spoke before it."""
        if self._suit is None:
            answer = self.answer_of(mention, self.issuers.issuer(first, noun, bodies=False))
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

    def authored(self, head: int, noun: str, mention: str) -> Answer | None:
        """Return the author of "a story by the Post", "a report from Doe", "a Post article"."""
        words = self.words
        if noun not in self.lexicon.documents:
            return None
        outlet = self._outlet(head)
        if outlet is not None:
            poll = self.polls.name_at(outlet.first, head)
            return (
                Answer(None, "body", f"“{mention}” is named so", poll)
                if poll
                else self.answer_of(mention, outlet)
            )
        after = words.lower[head + 1 : head + 3]
        if after[:1] == ["in"] and noun in PUBLISHED:
            return self._published(head + 2, mention)
        by = head + 1
        while by < min(head + BY_WORDS, len(words.lower) - 1) and words.lower[by].endswith(MADE):
            by += 1  # "an email sent out by Doe"
        if words.lower[by : by + 1] != ["by"] and words.lower[head + 1 : head + 2] != ["from"]:
            return self._sent(head, mention)
        return self.answer_of(mention, self.issuers.author(by + 1, by + 1 + AUTHOR_WORDS))

    def _outlet(self, head: int) -> Run | None:
        """ "a Post article", "an FEC advisory opinion": the body named before a paper's noun."""
        run = self.people.run_at(head - 1) or (
            self.people.run_at(head - 2) if self.words.form[head - 1].isalpha() else None
        )
        body = self.people.of_run(run) if run is not None and run.kind != "place" else None
        owns = run is not None and self.words.form[run.last - 1].endswith(grammar.POSSESSIVE)
        return run if body is not None and body.body and not owns else None

    def _published(self, first: int, mention: str) -> Answer | None:
        """ "an editorial in the Oslo Herald": the newspaper's."""
        named = (self.people.of_run(run) for run in self.people.runs_between(first, first + NAME_WORDS))
        paper = next(named, None)
        return owned(mention, paper) if paper is not None and paper.body else None

    def _sent(self, head: int, mention: str) -> Answer | None:
        """ "Doe sent a letter, which says …", "a letter that says …": hers."""
        words = self.words
        after = words.lower[head + 1 : head + 3]
        if after != [",", "which"] and after[:1] not in (["that"], ["which"]):
            return None
        start = self.focus.sentences[self.focus.sentence_at(head)].first
        return self.answer_of(mention, self.issuers.actor(start, head))

    def answer_of(self, mention: str, run: Run | None) -> Answer | None:
        """Return the author a name gives, with the noun after it where that makes "the Doe campaign"."""
        if run is None:
            return None
        noun = self.words.lower[run.last] if run.last < len(self.words.lower) else ""
        person = self.people.of_run(run)
        owner = self.words.form[run.last - 1].endswith(grammar.POSSESSIVE)
        known = noun in (STAFFED if owner else self.lexicon.bodies)  # not "Doe’s press release"
        if person is not None and not person.body and known:
            name = f"{owner_name(person, run)} {noun}"
            return Answer(None, "body", f"“{mention}” is that of the {name}", name)
        return owned(mention, person)

    def owner(self, first: int, head: int) -> Run | None:
        """Return the name within a phrase: "Doe’s statement", "the Doe campaign’s ad".

        What stands behind the owner is no owner: the "Web" of "the group’s Web page".
        """
        owners = (i + 1 for i in range(first, head) if self.words.form[i].endswith(grammar.OWNERS))
        until = next(owners, head)
        named = (run for run in self.people.runs_between(first, until) if self.people.of_run(run) is not None)
        return next(named, None)
