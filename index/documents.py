"""What somebody wrote or issued: "the statement", "a report by the board", "her letter"."""

from __future__ import annotations

from index import grammar, subjects
from index.answer import Answer, owned
from index.bodies import Bodies
from index.focus import Focus
from index.heads import final_name
from index.lexicon import plain
from index.people import People
from index.person import GENDER_OF
from index.run import Run
from index.staffs import STAFFED, owner_name
from index.words import QUOTED, Words

AUTHOR_REACH = 300  # words back within which "the statement" finds whoever made it
HEARD_REACH = 120  # words back within which the body that spoke last may have issued it
EDITORIALS = frozenset(("editorial", "editorials"))  # a newspaper's
PUBLISHED = EDITORIALS | {"article", "story", "report", "headline"}  # of the newspaper they stand in
ALIKE = (
    frozenset(("suit", "lawsuit", "complaint")),
    frozenset(("passage", "excerpt", "book", "memoir")),
    frozenset(("ad", "advertisement", "commercial", "video")),
)  # nouns of one document
AUTHOR_WORDS = 6  # after "by" or "from", of a title and the author's name
SENT = ("ed", "was", "has", "been", "sent", "written", "made")  # between a paper's noun and "by" or "from"
BY_WORDS = 4  # from the noun to "by"
NAME_WORDS = 3  # after "by" or "from", within which an author's name begins
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
    )
)  # not of whoever is spoken of just before
PUBLIC = frozenset(("poll", "polls", "survey", "study"))  # known by their name rather than an author


class Documents:
    """The documents of one article, each of which speaks for its author. Places count its words."""

    def __init__(self, words: Words, people: People, focus: Focus, bodies: Bodies) -> None:
        self.words, self.people, self.focus, self.bodies = words, people, focus, bodies
        self.lexicon = people.lexicon
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
        named = self._named_document(first, head)
        if named:
            return Answer(None, "body", f"“{mention}” is named so", named)
        gender = GENDER_OF.get(words.lower[first])
        if gender:
            return owned(mention, self.focus.whom(first, gender))
        if noun in EDITORIALS:
            return self.answer_of(mention, self.owner(first, head)) or owned(
                mention, self.bodies.last_paper(first)
            )
        run = self._page_of(head) or self.owner(first, head) or self._issuer(first, noun)
        return (
            self.answer_of(mention, run)
            or self._heard(first, mention)
            or (None if noun in IMPERSONAL else owned(mention, self.focus.last_actor(first)))
        )

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
            poll = self._named_document(outlet.first, head)
            return (
                Answer(None, "body", f"“{mention}” is named so", poll)
                if poll
                else self.answer_of(mention, outlet)
            )
        after = words.lower[head + 1 : head + 3]
        if after[:1] == ["in"] and noun in PUBLISHED:
            return self._published(head + 2, mention)
        by = head + 1 if after[:1] in (["by"], ["from"]) else head + 2
        if by == head + 2 and not (after[:1] and after[0].endswith("ed") and after[1:] == ["by"]):
            return self._sent(head, mention)
        return self.answer_of(mention, self._author(by + 1, by + 1 + AUTHOR_WORDS))

    def _outlet(self, head: int) -> Run | None:
        """ "a Post article", "an FEC advisory opinion": the body named before a paper's noun."""
        run = self.people.run_at(head - 1) or (
            self.people.run_at(head - 2) if self.words.form[head - 1].isalpha() else None
        )
        body = self.people.of_run(run) if run is not None and run.kind != "place" else None
        owns = run is not None and self.words.form[run.last - 1].endswith(grammar.POSSESSIVE)
        return run if body is not None and body.body and not owns else None

    def polled(self, first: int, mention: str) -> Answer | None:
        """ "25 percent of voters": the poll that the sentence names says so, else the last named."""
        words = self.words
        after = range(first, self.focus.sentences[self.focus.sentence_at(first)].last)
        for place in (*after, *range(first - 1, max(0, first - HEARD_REACH), -1)):
            name = self._named_document(0, place) if words.lower[place] in PUBLIC else ""
            if name:
                return Answer(None, "body", f"“{mention}” is from the {name}", name)
        return None

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
        return self.answer_of(mention, self._actor(start, head))

    def _named_document(self, first: int, head: int) -> str:
        """ "a CNN poll", "the State Department report": known by a body's name before the noun."""
        words, noun = self.words, plain(self.words.form[head])
        run = self.people.run_at(head - 1) if head > first else None
        person = self.people.of_run(run) if run is not None else None
        if (
            run is None
            or person is None
            or not person.body
            or words.form[head - 1].endswith(grammar.POSSESSIVE)
        ):
            return ""
        start = max(first, run.first + (words.lower[run.first] in grammar.MONTHS))  # "the May Herald poll"
        return words.cut(start, head + 1) if noun in PUBLIC else ""

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
        """Return the name within a phrase: "Doe’s statement", "the Doe campaign’s ad"."""
        named = (run for run in self.people.runs_between(first, head) if self.people.of_run(run) is not None)
        return next(named, None)

    def _issuer(self, first: int, noun: str) -> Run | None:
        """Whose such document was spoken of before: "Doe said in a statement", "a report by the board"."""
        words = self.words
        nouns = next((alike for alike in ALIKE if noun in alike), frozenset((noun,)))
        start = self.focus.sentences[self.focus.sentence_at(first)].first
        here = self._actor(start, first) if QUOTED not in words.form[start:first] else None
        if here is not None:  # "Doe sent a letter, which says …"
            return here
        for place in range(first - 1, max(-1, first - AUTHOR_REACH), -1):
            if words.lower[place] not in nouns:
                continue
            by = place + 1
            while by < place + BY_WORDS and words.lower[by].endswith(SENT):
                by += 1  # "a letter signed by Doe", "a suit has been filed by Doe"
            if by + 1 < first and words.lower[by] in ("by", "from", "of"):
                run = self._author(by + 1, first)
                if run is not None:
                    return run
            run = self._actor(self.focus.sentences[self.focus.sentence_at(place)].first, place)
            if run is not None:
                return run
        return None

    def _author(self, first: int, last: int) -> Run | None:
        """The name soon after "by" or "from": "a letter from the director, Jane Doe, to …"."""
        until = min(first + AUTHOR_WORDS, last)
        until = next((i for i in range(first, until) if self.words.form[i] in ("to", ".", "who")), until)
        named = self.people.runs_between(first, until)
        return next((run for run in named if self._is_author(run)), None)

    def _is_author(self, run: Run) -> bool:
        """Not the union of "the head of the union", nor whose it is: "Congress’s Joint Committee"."""
        lower, place = self.words.lower, run.first - 1
        place -= lower[place] in grammar.DETERMINERS
        owns = self.words.form[run.last - 1].endswith(grammar.POSSESSIVE)
        after = self.people.run_at(run.last) if owns and run.last < len(lower) else None
        head = lower[place] == "of" and self.lexicon.is_role(lower[place - 1])
        return self.people.of_run(run) is not None and after is None and not head

    def _actor(self, first: int, place: int) -> Run | None:
        """The subject, else the nearest person or body before a document's noun in its sentence."""
        subject = subjects.subject_of(self.words, first, place, self.focus.forms)
        named = final_name(self.people, *subject) if subject is not None else None
        if named is not None and self.people.of_run(named) is not None:
            return named
        for run in reversed(self.people.runs_between(first, place)):
            if run.kind != "place" and self.people.of_run(run) is not None:
                return run
        return None
