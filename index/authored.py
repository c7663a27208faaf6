"""A document spoken of for the first time: "a story by the Post", "a Doe campaign memo", "one message"."""

from __future__ import annotations

from index import grammar, subjects
from index.answer import Answer, owned, owned_as
from index.bodies import Bodies
from index.focus import Focus
from index.grammar import word_set
from index.heads import head_of
from index.issuers import AUTHOR_WORDS, GOT, Issuers
from index.kinds import STAFFED
from index.lexicon import plain
from index.people import People
from index.phrases import phrase_starting
from index.polls import Polls
from index.words import Words

PUBLISHED = frozenset(("editorial", "editorials", "article", "story", "report", "headline"))  # in newspapers
NAME_WORDS = 3  # after "in", within which a newspaper's name begins
SENT_WORDS = 5  # from a paper's noun to "by": "an email sent out on Monday by"
ONE_OF = frozenset(("one", "another"))  # of those that were just spoken of
ONE_OF_WORDS = 40  # back, in which they were
VERB_WORDS = 4  # from who did it to what they wrote: "Doe has posted several"

_SENT = word_set("sent written made put drawn given shot")  # participles, besides those in -ed
_WHEN = grammar.TIMES | grammar.DATES | grammar.ADVERBS | word_set("last this earlier out up on in night")
_PLURALS = {"story": "stories", "memo": "memos", "study": "studies", "survey": "surveys"}


class Authored:
    """The authors of such documents in one article. Places count its words."""

    def __init__(
        self, words: Words, people: People, focus: Focus, bodies: Bodies, issuers: Issuers, polls: Polls
    ) -> None:
        self.words, self.people, self.focus = words, people, focus
        self.bodies, self.issuers, self.polls = bodies, issuers, polls
        self.lexicon = people.lexicon

    def resolve(self, first: int, head: int, noun: str, mention: str) -> Answer | None:
        """Return whose the document at ``head`` is, as the words around it say."""
        if noun not in self.lexicon.documents:
            return None
        answer = self._of_body(first, head, mention)
        if answer is not None:
            return answer
        if noun in PUBLISHED and self.words.lower[head + 1 : head + 2] == ["in"]:
            return self._published(head + 2, mention)
        by = self._by(head)
        if by:
            author = self.issuers.author(by + 1, by + 1 + AUTHOR_WORDS)
            return self.issuers.answer_of(mention, author) or self._described(by + 1, mention)
        agent = self.issuers.answer_of(mention, self.issuers.agent(head))
        return agent or self._sent(head, mention) or self._one_of(first, noun, mention)

    def _of_body(self, first: int, head: int, mention: str) -> Answer | None:
        """ "a Post article", "an FEC advisory opinion", "a campaign TV ad": the body named before a noun."""
        place = head - 1
        while place > first and plain(self.words.form[place]) in self.lexicon.media:
            place -= 1
        noun = plain(self.words.form[place])
        run = self.people.run_at(place)
        if run is None and noun in STAFFED:
            answer = self.bodies.resolve(first, place, noun, mention, general=False)
            return answer and answer._replace(reason=f"“{mention}” is that of {answer.name}")
        run = run or (self.people.run_at(place - 1) if self.words.form[place].isalpha() else None)
        body = self.people.of_run(run) if run is not None and run.kind != "place" else None
        owns = run is not None and self.people.owns(run)
        if run is None or body is None or not body.body or owns or self.issuers.is_medium(run):
            return None
        poll = self.polls.name_at(run.first, head)
        return Answer(None, "body", f"“{mention}” is named so", poll) if poll else owned(mention, body)

    def _published(self, first: int, mention: str) -> Answer | None:
        """ "an editorial in the Oslo Herald": the newspaper's."""
        named = (self.people.of_run(run) for run in self.people.runs_between(first, first + NAME_WORDS))
        paper = next(named, None)
        return owned(mention, paper) if paper is not None and paper.body else None

    def _by(self, head: int) -> int:
        """The place of the "by" or "from" after a noun: "a letter sent out on Monday by"; 0 for none."""
        lower, place = self.words.lower, head + 1
        while place < min(head + SENT_WORDS, len(lower) - 1) and (
            lower[place] in _WHEN or lower[place] in _SENT or lower[place].endswith("ed")
        ):
            place += 1
        return place if lower[place : place + 1] in (["by"], ["from"]) and lower[place - 1] not in GOT else 0

    def _described(self, first: int, mention: str) -> Answer | None:
        """ "a memo from the panel": the body that a noun means."""
        phrase = phrase_starting(self.words, first, len(self.words.form), self.focus.forms)
        if phrase is None or self.words.lower[phrase.first] in grammar.INDEFINITE:
            return None
        head = head_of(self.people, *phrase)
        noun = plain(self.words.form[head])
        if noun not in self.lexicon.kinds:
            return None
        body = self.bodies.resolve(phrase.first, head, noun, mention, general=True)
        return owned_as(mention, body) if body is not None else None

    def _sent(self, head: int, mention: str) -> Answer | None:
        """ "Doe sent a letter, which says …", "a letter that says …": hers."""
        after = self.words.lower[head + 1 : head + 3]
        if after != [",", "which"] and after[:1] not in (["that"], ["which"]):
            return None
        start = self.focus.sentence_of(head).first
        return self.issuers.answer_of(mention, self.issuers.actor(start, head))

    def _one_of(self, first: int, noun: str, mention: str) -> Answer | None:
        """ "Doe posted several messages. One message says …": of those that somebody just wrote."""
        words = self.words
        if words.lower[first] not in ONE_OF:
            return None
        alike = (noun, _PLURALS.get(noun, f"{noun}s"))
        for place in range(first - 1, max(0, first - ONE_OF_WORDS), -1):
            if words.lower[place] in alike:
                sentence = self.focus.sentence_of(place)
                subject = subjects.subject_of(words, sentence.first, place, self.focus.forms)
                between = words.lower[subject.last : place] if subject is not None else ()
                if not 0 < len(between) <= VERB_WORDS or "," in between or "and" in between:
                    return None
                return self.issuers.answer_of(mention, self.issuers.actor(sentence.first, place))
        return None
