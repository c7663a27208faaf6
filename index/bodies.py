"""Bodies spoken of by a noun: "the newspaper", "the ministry", "her campaign", "it"."""

from __future__ import annotations

from collections.abc import Iterator

from index import grammar
from index.answer import Answer
from index.focus import PER_SENTENCE, Focus
from index.kinds import STAFFED, Kinds
from index.people import People
from index.person import GENDER_OF, Person
from index.run import Run
from index.salience import ASIDE, ASKED, CLAUSE, OBJECT, part_weight
from index.staffs import Staffs, owner_name
from index.words import Sentence, Words

BODY_REACH = 400  # words back within which "the ministry" finds its name
KIND_REACH = 1000  # words back within which "the group" finds a name
OFTEN = 3  # a body that the text is about is named so often
NAME_WORDS = 3  # before the noun of a body, in which its name stands


class Bodies:
    """The bodies of one article. Places count its words."""

    def __init__(self, words: Words, people: People, focus: Focus) -> None:
        self.words, self.people, self.focus = words, people, focus
        self.lexicon, self.kinds = people.lexicon, Kinds(words, people)
        self.staffs = Staffs(words, people, focus)

    def resolve(self, first: int, head: int, noun: str, mention: str, *, general: bool) -> Answer | None:
        """Return the body whose noun is at ``head``; ``general``: "the group", for a name before it."""
        lexicon = self.lexicon
        if noun == "board" and self.words.lower[head - 1] == "editorial":
            return self._editorial_board(first, head, mention)
        if noun in STAFFED:
            answer = self.staffs.resolve(first, head, noun, mention)
            if answer is not None:
                return answer
        if noun in lexicon.kinds and general and (noun not in STAFFED or head - first > 1):
            body, vague = self._beside(head), noun in lexicon.open_kinds
            if body is None:
                body = self.last(first, noun, told=vague and head - first > 1)
            elif not vague and (len(body.words) == 1 or not self.kinds.fit(body, noun)):
                body = None  # "Time magazine", "the Senate committee" are named so
            if body is not None:
                return Answer(body, "role", f"“{mention}” is {body.name}")
        if noun not in lexicon.bodies and noun not in lexicon.kinds:
            return None
        name = self._body_name(first, head)
        whose = self.words.lower[first] in GENDER_OF or self.words.lower[first] == "its"
        if not name and head - first == 1 and not whose:
            name = self._named_before(first, noun)
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

    def last_paper(self, place: int) -> Person | None:
        """Return the newspaper or magazine named last before ``place``."""
        return self.last(place, "newspaper")

    def last(self, place: int, noun: str, *, told: bool = False) -> Person | None:
        """Return the body before ``place`` that ``noun`` means: by how well it fits, its part, and how near.

        With ``told`` it must be one the text is about, or called so: "the terrorist group" is not just any.
        """
        best, most, here = None, 0.0, self.focus.sentence_at(place)
        for run, body in self._before(place, KIND_REACH):
            fit, index = self.kinds.fit(body, noun), self.focus.sentence_at(run.first)
            sentence, near = self.focus.sentences[index], PER_SENTENCE ** (here - index)
            if most > 2 * ASKED * near:
                break  # nobody farther back outweighs it
            sure = fit == 2 or (place - run.first < BODY_REACH and (not told or len(body.places) >= OFTEN))
            if not fit or sentence.heading or not sure:
                continue
            weight = fit * self._part(run, sentence) * near
            if weight > most:
                best, most = body, weight
        return best

    def _part(self, run: Run, sentence: Sentence) -> float:
        """The weight of a body in its sentence, an article being part of its name."""
        lower = self.words.lower
        if run.first > sentence.first and lower[run.first - 1] in ("the", "a", "an"):
            run = run._replace(first=run.first - 1)
        if lower[max(0, run.first - 2) : run.first] == ["according", "to"]:
            return CLAUSE
        return part_weight(self.words, run, sentence, self.focus.forms)

    def last_subject(self, place: int, since: int) -> Person | None:
        """Return the body named last between two words that is the subject of a verb."""
        return self._first(place, place - since - 1, OBJECT)

    def last_acting(self, place: int, reach: int) -> Person | None:
        """Return the body named last in the ``reach`` words before ``place`` that is more than mentioned."""
        return self._first(place, reach, ASIDE)

    def _first(self, place: int, reach: int, weight: float) -> Person | None:
        """The nearest body whose part in its sentence outweighs this."""
        named = self._before(place, reach)
        return next((body for run, body in named if self._part(run, self._sentence(run)) > weight), None)

    def _sentence(self, run: Run) -> Sentence:
        return self.focus.sentence_of(run.first)

    def _before(self, place: int, reach: int) -> Iterator[tuple[Run, Person]]:
        """The names of bodies in the words before a place, the nearest first."""
        for run in reversed(self.people.runs_between(max(0, place - reach), place)):
            body = self.people.of_run(run)
            if body is None or run.kind == "place" or body.roles or self.is_kind(body):
                continue
            if body.body or self._may_be_body(body):
                yield run, body

    def is_kind(self, body: Person) -> bool:
        """ "the Department", "a PAC": a capital, and yet no more than a kind."""
        return len(body.words) == 1 and body.words[0] in self.lexicon.kinds

    def _may_be_body(self, name: Person) -> bool:
        """ "Exxon Mobil", "Alphabet, a company": no word of the name tells a body, nor a person."""
        if name.gender != "either" or name.words[-1] in grammar.DATES:
            return False  # "Last September"
        if len(name.words) > 1:
            return name.full > 0 and (not name.thing or len(name.places) >= OFTEN)
        return name.words[0] not in self.lexicon.first_names and bool(self.kinds.called(name))
