"""Who wrote or issued a document, as the text says where it speaks of it: "a report by the board"."""

from __future__ import annotations

from index import grammar, subjects
from index.answer import Answer, owned
from index.focus import Focus
from index.grammar import word_set
from index.heads import final_name, head_of
from index.kinds import STAFFED
from index.lexicon import plain
from index.people import People
from index.phrases import Phrase
from index.run import Run
from index.staffs import owner_name
from index.words import QUOTED, Words

AUTHOR_REACH = 300  # words back within which "the statement" finds whoever made it
AUTHOR_WORDS = 6  # after "by" or "from", of a title and the author's name
SENT = ("ed", "was", "has", "been", "sent", "written", "made")  # between a paper's noun and "by" or "from"
WRITTEN = word_set("authored drafted filed issued penned posted sent signed written")
AGENT_WORDS = 15  # from a document's noun to such a verb, and from there to "by"
GOT = word_set("cited obtained quoted received reviewed seen viewed")  # by no author
BY_WORDS = 4  # from the noun to "by"
WRITING = frozenset(("wrote", "writes"))
WRITER_REACH = 60  # words back within which whoever wrote wrote the document
SUITS = frozenset(("suit", "lawsuit", "complaint"))  # of an article, as a rule, but one
ALIKE = (
    SUITS,
    frozenset(("passage", "excerpt", "book", "memoir")),
    frozenset(("ad", "advertisement", "commercial", "video")),
)  # nouns of one document

_INSIDE = frozenset(("at", "for", "in", "with"))  # before the name of where an author works


class Issuers:
    """Those who issued the documents of one article. Places count its words."""

    def __init__(self, words: Words, people: People, focus: Focus) -> None:
        self.words, self.people, self.focus = words, people, focus
        self.lexicon = people.lexicon

    def issuer(self, first: int, noun: str, *, bodies: bool) -> Run | None:
        """Return whose such paper was spoken of before: "Doe said in a statement", "a report by the board".

        With ``bodies`` a person issued it only where it is said to be by them.
        """
        words = self.words
        nouns = next((alike for alike in ALIKE if noun in alike), frozenset((noun,)))
        start = self.focus.sentence_of(first).first
        told = QUOTED in words.form[start:first] or self._trails(start, first)
        here = self.actor(start, first, bodies=bodies) if not told else None
        if here is not None:  # "Doe sent a letter, which says …"
            return here
        for place in range(first - 1, max(-1, first - AUTHOR_REACH), -1):
            if words.lower[place] in WRITING and place > first - WRITER_REACH and not bodies:
                run = self._writer(place)
                if run is not None:
                    return run
            if words.lower[place] not in nouns:
                continue
            by = place + 1
            while by < place + BY_WORDS and words.lower[by].endswith(SENT):
                by += 1  # "a letter signed by Doe", "a suit has been filed by Doe"
            got = by > place + 1 and words.lower[by - 1] in GOT
            of = words.lower[by] == "of" and not bodies  # "an investigation of the board" is another's
            if not got and by + 1 < first and (of or words.lower[by] in ("by", "from")):
                run = self.author(by + 1, first)
                if run is not None:
                    return run
            begin = self.focus.sentence_of(place).first
            run = self.agent(place) or self.actor(begin, place, bodies=bodies)
            if run is not None:
                return run
        return None

    def agent(self, place: int) -> Run | None:
        """ "The email, which we saw, was sent on Monday by Doe": hers, where a document is at ``place``."""
        lower = self.words.lower
        last = self.focus.sentence_of(place).last
        for verb in range(place + 1, min(place + AGENT_WORDS, last)):
            if lower[verb] in WRITTEN and lower[verb - 1] in ("was", "were", "been"):
                until = min(verb + AGENT_WORDS, last)
                by = next((i for i in range(verb + 1, until) if lower[i] in ("by", ",", "and")), verb)
                return self.author(by + 1, last) if lower[by] == "by" else None
        return None

    def _writer(self, verb: int) -> Run | None:
        """ "Doe wrote", "wrote Doe": the name that is the subject."""
        sentence = self.focus.sentence_of(verb)
        subject = subjects.subject_before(self.words, verb, sentence.first, self.focus.forms)
        run = (
            final_name(self.people, *subject) if isinstance(subject, tuple) else self.people.run_at(verb + 1)
        )
        return run if run is not None and self.people.of_run(run) is not None else None

    def author(self, first: int, last: int) -> Run | None:
        """Return the name soon after "by" or "from": "a letter from the director, Jane Doe, to …"."""
        until = min(first + AUTHOR_WORDS, last, len(self.words.form))
        until = next((i for i in range(first, until) if self.words.form[i] in ("to", ".", "who")), until)
        named = self.people.runs_between(first, until)
        return next((run for run in named if self._is_author(run)), None)

    def _is_author(self, run: Run) -> bool:
        """Not the union of "the head of the union" or "people at the union", nor "the union’s" head."""
        lower, place = self.words.lower, run.first - 1
        place -= lower[place] in grammar.DETERMINERS
        owns = self.people.owns(run)
        after = self.people.run_at(run.last) if owns and run.last < len(lower) else None
        heads = any(map(self.lexicon.is_role, lower[run.last : run.last + 2])) if owns else False
        inside = lower[place] in _INSIDE or (lower[place] == "of" and self.lexicon.is_role(lower[place - 1]))
        return self.people.of_run(run) is not None and after is None and not heads and not inside

    def _trails(self, start: int, place: int) -> bool:
        """ "Doe knew of it, the report said": who is named before stands in what it says."""
        opener = self.words.lower[start]
        introduced = opener in grammar.SUBORDINATORS or opener in grammar.PREPOSITIONS
        return place > start and self.words.form[place - 1] == "," and not introduced

    def actor(self, first: int, place: int, *, bodies: bool = False) -> Run | None:
        """Return the subject, else the nearest person or body before a document's noun in its sentence.

        With ``bodies`` a person is none.
        """
        subject = subjects.subject_of(self.words, first, place, self.focus.forms)
        named = final_name(self.people, *subject) if subject is not None else None
        if named is not None and self._may_issue(named, bodies=bodies):
            return named
        if subject is not None and named is None and self._is_group(subject):
            return None
        for run in reversed(self.people.runs_between(first, place)):
            if run.kind != "place" and self._may_issue(run, bodies=bodies):
                return run
        return None

    def is_nameless(self, first: int, place: int) -> bool:
        """ "A coalition of groups, the Oslo Union among them, sent a letter": whether nobody named did.

        The document's noun is at ``place``, its sentence begins at ``first``.
        """
        subject = subjects.subject_of(self.words, first, place, self.focus.forms)
        if subject is None or final_name(self.people, *subject) is not None:
            return False
        return self._is_group(subject)

    def _is_group(self, subject: Phrase) -> bool:
        """ "a coalition of groups", "one teacher": a body or somebody of whom only a noun tells."""
        if self.words.lower[subject.first] not in grammar.INDEFINITE:
            return False
        noun = plain(self.words.form[head_of(self.people, *subject)])
        return noun in self.lexicon.kinds or self.lexicon.is_role(noun)

    def _may_issue(self, run: Run, *, bodies: bool) -> bool:
        actor = self.people.of_run(run)
        return actor is not None and (actor.body or not bodies)

    def answer_of(self, mention: str, run: Run | None) -> Answer | None:
        """Return the author a name gives, with the noun after it where that makes "the Doe campaign"."""
        if run is None:
            return None
        noun = self.words.lower[run.last] if run.last < len(self.words.lower) else ""
        person = self.people.of_run(run)
        owner = self.people.owns(run)
        known = noun in (STAFFED if owner else self.lexicon.bodies)  # not "Doe’s press release"
        if person is not None and not person.body and known:
            name = f"{owner_name(person, run)} {noun}"
            return Answer(None, "body", f"“{mention}” is that of the {name}", name)
        return owned(mention, person)

    def owner(self, first: int, head: int) -> Run | None:
        """Return the name within a phrase: "Doe’s statement", "the Doe campaign’s ad".

        What stands behind the owner is no owner: the "Web" of "the group’s Web page". Nor is where a
        document stands: the "TV" of "the TV ad".
        """
        owners = (i + 1 for i in range(first, head) if self.words.form[i].endswith(grammar.OWNERS))
        until = next(owners, head)
        named = (run for run in self.people.runs_between(first, until) if self.people.of_run(run) is not None)
        return next((run for run in named if not self.is_medium(run)), None)

    def is_medium(self, run: Run) -> bool:
        """ "TV", "Facebook", unless it owns what follows."""
        forms = self.words.form[run.first : run.last]
        return not self.people.owns(run) and self.lexicon.media.issuperset(map(plain, forms))
