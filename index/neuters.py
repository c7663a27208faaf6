"""Whom "it" and "they" mean where a body or a document goes on speaking."""

from __future__ import annotations

from index import grammar, subjects
from index.answer import Answer
from index.descriptions import Descriptions
from index.heads import head_of
from index.lexicon import plain
from index.people import People
from index.person import Person
from index.phrases import Phrase

COLLECTIVE = frozenset(("board", "campaign", "team", "editors"))  # bodies of which "they" goes on
IT_SENTENCES = 4  # back, in which a noun for a body or a paper is the subject
IT_REACH = 40  # words back within which "it" finds its name


class Neuters:
    """The pronouns for bodies and documents of one article. Places count its words."""

    def __init__(self, people: People, descriptions: Descriptions) -> None:
        self.people, self.descriptions = people, descriptions

    def it(self, place: int, *, reads: bool) -> Answer:
        """The body that was a subject since one spoke, the one that spoke, else one named just before.

        What "reads" is a paper, the last speaker’s if no other.
        """
        documents = self.descriptions.documents
        spoke = documents.spoke_near(place)
        bodies = self.descriptions.bodies
        subject = None if reads else bodies.last_subject(place, max(documents.spoke_at, place - IT_REACH))
        if subject is not None:
            return Answer(subject, "general", f"“it” is {subject.name}, the subject before")
        person, name = (spoke.person, spoke.name) if spoke is not None else (None, None)
        if not name and (person is None or not person.body):
            described = self._described(place, documents.spoke_at)
            if described is not None:
                return described
            paper = self._paper(place, documents.spoke_at) if reads else None
            if paper is not None:
                return paper
        if name or (person is not None and (person.body or reads)):
            known = name or (person.name if person is not None else "")
            return Answer(person, "general", f"“it” is {known}, heard last", name)
        body = None if reads else bodies.last_acting(place, IT_REACH)
        if body is None:
            return Answer(None, "unnamed", "“it” names nobody")
        return Answer(body, "general", f"“it” is {body.name}, named last")

    def _described(self, place: int, since: int) -> Answer | None:
        """ "A memo from the board was sent. “No,” it said": whoever a noun for a paper or a body means.

        It is the subject of a sentence that begins after word ``since``.
        """
        words, focus = self.people.words, self.descriptions.focus
        here = focus.sentence_at(place)
        for index in range(here, max(-1, here - IT_SENTENCES), -1):
            sentence = focus.sentences[index]
            if sentence.last <= since:
                return None
            phrase = subjects.subject_of(words, sentence.first, min(sentence.last, place), focus.forms)
            if phrase is None or phrase.first <= since:
                continue
            head = head_of(self.people, *phrase)
            several = words.lower[phrase.first] in grammar.INDEFINITE
            named = None if several else self._named_at(head)  # "Two Americans"
            if named is not None and named.body:
                return None
            answer = self._by_noun(phrase, head) if named is None else None
            name = answer and (answer.name or (answer.person and answer.person.name))
            if answer is not None and name:
                reason = f"“it” is {name}, the subject before"
                return Answer(answer.person, "general", reason, answer.name)
        return None

    def _paper(self, place: int, since: int) -> Answer | None:
        """ "Doe sent us a letter. “No,” it read": that of whoever sent it, of nobody else who spoke."""
        focus, words, issuers = self.descriptions.focus, self.people.words, self.descriptions.issuers
        papers = self.people.lexicon.documents
        heads = (i for i in range(place - 1, max(since, place - IT_REACH), -1) if words.lower[i] in papers)
        head = next(heads, None)
        if head is None:
            return None
        first = focus.sentence_of(head).first
        if issuers.is_nameless(first, head):
            return Answer(None, "unnamed", "“it” names nobody")
        return issuers.answer_of("it", issuers.agent(head) or issuers.actor(first, head))

    def _named_at(self, head: int) -> Person | None:
        """Whom the subject names: "the Herald", "Herald magazine", not "the Herald’s magazine"."""
        run, before = self.people.run_at(head), self.people.run_at(head - 1)
        owns = self.people.words.form[head - 1].endswith(grammar.POSSESSIVE)
        run = before if run is None and not owns else run
        return self.people.of_run(run) if run is not None else None

    def _by_noun(self, phrase: Phrase, head: int) -> Answer | None:
        noun, lexicon = plain(self.people.words.form[head]), self.people.lexicon
        if noun in lexicon.documents:
            return self.descriptions.authored.resolve(phrase.first, head, noun, "it")
        if noun in lexicon.kinds:
            return self.descriptions.resolve(phrase.first, head, phrase.last)
        return None

    def they(self, place: int) -> Answer | None:
        """The editors, the board or the staff that spoke last."""
        spoke = self.descriptions.documents.spoke_near(place)
        body = (
            spoke.person.name if spoke is not None and spoke.person is not None and spoke.person.body else ""
        )
        name = (spoke.name if spoke is not None else None) or body
        if spoke is None or COLLECTIVE.union(self.people.lexicon.kinds["newspaper"]).isdisjoint(
            name.lower().split()
        ):
            return self.descriptions.pairs.they(place)
        return Answer(spoke.person, "general", f"“they” is {name}, heard last", spoke.name)
