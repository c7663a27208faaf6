"""Kin spoken of by whose they are: "Doe’s daughter", the only other Doe of her gender in the article."""

from __future__ import annotations

from index.answer import Answer
from index.focus import Focus
from index.kin import KIN
from index.owners import past_owner
from index.people import People, surname
from index.person import GENDER_OF, Person
from index.words import Words


class Relatives:
    """The kin of one article. Places count its words."""

    def __init__(self, words: Words, people: People, focus: Focus) -> None:
        self.words, self.people, self.focus = words, people, focus

    def resolve(self, first: int, head: int, noun: str, mention: str) -> Answer | None:
        """Return who is somebody’s ``noun`` at ``head``: whoever is called so, else the only one it fits."""
        owner = self._owner(first, head) if noun in KIN else None
        gender = self.people.lexicon.genders.get(noun)
        if owner is None or gender is None:
            return None
        family = self.people.family(surname(owner.words))
        kin = {person for person in family if self._may_be(person, owner, gender)}
        called = {person for person in kin if noun in person.role_words}
        person = next(iter(called or kin), None)
        if person is None or len(called or kin) > 1:
            return None
        return Answer(person, "role", f"“{mention}” is {person.name}, of the surname of {owner.name}")

    def _owner(self, first: int, head: int) -> Person | None:
        """Whose "his son", "Doe’s son" or "the son of Doe" is."""
        gender = GENDER_OF.get(self.words.lower[first])
        if gender is not None:
            return self.focus.whom(first, gender)
        last = past_owner(self.words, first, head)
        if last > first:
            run = self.people.run_at(last - 1)
        else:
            run = self.people.run_at(head + 2) if self.words.lower[head + 1 : head + 2] == ["of"] else None
        return self.people.of_run(run) if run is not None else None

    def _may_be(self, person: Person, owner: Person, gender: str) -> bool:
        named = not person.body and len(person.words) > 1
        return named and person is not owner and person.gender == gender
