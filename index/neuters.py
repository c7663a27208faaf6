"""Whom "it" and "they" mean where a body or a document goes on speaking."""

from __future__ import annotations

from index.answer import Answer
from index.descriptions import Descriptions
from index.people import People

COLLECTIVE = frozenset(("board", "campaign", "team", "editors"))  # bodies of which "they" goes on
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
        if name or (person is not None and (person.body or reads)):
            known = name or (person.name if person is not None else "")
            return Answer(person, "general", f"“it” is {known}, heard last", name)
        body = None if reads else bodies.last_acting(place, IT_REACH)
        if body is None:
            return Answer(None, "unnamed", "“it” names nobody")
        return Answer(body, "general", f"“it” is {body.name}, named last")

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
            return None
        return Answer(spoke.person, "general", f"“they” is {name}, heard last", spoke.name)
