"""Mentions by a noun: "the senator", "the newspaper", "the statement", "a spokesman for Roe"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from index import grammar, roles
from index.focus import Focus, is_attributed
from index.grammar import word_set
from index.lexicon import plain
from index.people import People, Person
from index.runs import Run
from index.words import Words

INDEFINITE = word_set("a an another one some any several many few two three four five most no other")
ATTRIBUTES = word_set(
    "former longtime long-time long time top senior chief own new current one-time onetime ex"
)
NEAR_WORDS = 80  # within which a person was last named whom "the senator" means
STAFFED = frozenset(("campaign", "administration", "office"))  # bodies that are somebody's
NAME_WORDS = 3  # before the noun of a body, in which its name stands
BODY_REACH = 400  # words back within which "the group" finds its name
AUTHOR_REACH = 300  # words back within which "the statement" finds whoever made it
PUBLIC = frozenset(
    ("poll", "polls", "survey", "study")
)  # documents known by their name rather than an author


@dataclass(frozen=True, slots=True)
class Answer:
    """Who a mention is: None with way "unnamed" for one that stays without a name.

    way     name, body, pronoun, role, general, unnamed or nobody: how sure it is depends on it
    reason  one readable line; name, for a body that the article does not name otherwise
    """

    person: Person | None
    way: str
    reason: str
    name: str | None = None


class Descriptions:
    """The nouns of one article that stand for people and bodies. Places count its words."""

    def __init__(self, words: Words, people: People, focus: Focus) -> None:
        self.words, self.people, self.focus = words, people, focus
        self.lexicon = people.lexicon

    def resolve(self, first: int, head: int, last: int) -> Answer:
        """Return who the phrase ``first`` to ``last`` means, whose noun is at ``head``."""
        words = self.words
        mention = words.cut(first, last)
        noun = plain(words.form[head])
        determiner = words.lower[first]
        unnamed = Answer(None, "unnamed", f"“{mention}” stays without a name")
        if determiner in INDEFINITE:
            return self._named_within(head, last) or self._authored(head, noun, mention) or unnamed
        for step in (self._by_role, self._document, self._body, self._by_focus, self._by_owner):
            answer = step(first, head, noun, mention)
            if answer is not None:
                return answer
        return self._led(first, head, mention) or unnamed

    def _led(self, first: int, head: int, mention: str) -> Answer | None:
        """ "Doe focuses": a name and a verb that was taken for a noun."""
        run = self.people.run_at(first)
        person = self.people.of_run(run) if run is not None and run.kind != "place" else None
        if run is None or person is None or run.last > head or is_attributed(self.words, run.last):
            return None
        after = self.words.form[run.last]
        verb = after.islower() and after.endswith(("ed", "es", "s")) and not self._is_owned(first, head)
        noun = plain(after)
        known = self.lexicon.is_role(noun) or noun in self.lexicon.bodies | self.lexicon.documents
        return (
            Answer(person, "general", f"“{mention}” begins with {person.name}")
            if verb and not known
            else None
        )

    def last_body(self, place: int) -> Person | None:
        """Return the body that acted or was named last before ``place``, for "it"."""
        return self._last_body(place, lambda _: True)

    def _named_within(self, head: int, last: int) -> Answer | None:
        """ "an academic named Jane Doe"."""
        words = self.words
        for place in range(head + 1, last - 1):
            if words.lower[place] in ("named", "called", "nicknamed"):
                run = self.people.run_at(place + 1)
                person = self.people.of_run(run) if run is not None else None
                if person is not None:
                    return Answer(person, "name", f"named: {person.name}")
        return None

    def _authored(self, head: int, noun: str, mention: str) -> Answer | None:
        """ "a story by the Post", "a report from Doe", "a Post article"."""
        words = self.words
        if noun not in self.lexicon.documents:
            return None
        outlet = self.people.run_at(head - 1)
        if outlet is not None and outlet.kind == "body" and noun not in PUBLIC:
            return self._answer_of(mention, outlet)
        if words.lower[min(head + 1, len(words.lower) - 1)] not in ("by", "from"):
            return None
        named = self.people.runs_between(head + 2, head + 2 + NAME_WORDS)
        return self._answer_of(mention, named[0]) if named else None

    def _is_definite(self, first: int, head: int) -> bool:
        words = self.words
        lower = words.lower[first]
        return (
            lower in ("the", "this", "that", "his", "her", "their", "its")
            or words.form[first].endswith(("’s", "'s", "’"))
            or (words.form[first][0].isupper() and first != head)
        )

    def _by_role(self, first: int, head: int, noun: str, mention: str) -> Answer | None:
        lexicon = self.lexicon
        if not self._is_definite(first, head) or not lexicon.is_role(noun):
            return None
        owned = self._is_owned(first, head)
        start = self._past_owner(first, head)
        wanted = roles.role_words(self.words.cut(start, head + 1)) - ATTRIBUTES
        if (
            (noun in lexicon.general or noun in lexicon.unnamed or owned)
            and len(wanted) == 1
            and noun not in lexicon.same
        ):
            return None
        person = roles.by_role(self.people, wanted, noun, self.focus.floor, first)
        if person is not None and len(wanted) == 1 and not self._is_near(person, first):
            person = self._in_focus(first, noun) or person
        vague = noun in lexicon.unnamed or noun in lexicon.general
        if person is None or (vague and owned and not wanted <= person.role_words | {noun}):
            return None
        if len(wanted) > 1 and noun in lexicon.general and len(wanted & person.role_words) < 2:
            return None
        return Answer(person, "role", f"“{mention}” is {person.name}, so called in the article")

    def _is_near(self, person: Person, place: int) -> bool:
        return (
            any(place - NEAR_WORDS < where < place for where in person.places) or person is self.focus.floor
        )

    def _in_focus(self, place: int, noun: str) -> Person | None:
        """Whom the text speaks of, where it does not say what they are: perhaps what this noun says."""
        person = self.focus.whom(place, self.lexicon.genders.get(noun, "either"))
        return person if person is not None and not person.role_words else None

    def _is_owned(self, first: int, head: int) -> bool:
        words = self.words
        return words.lower[first] in ("his", "her", "their", "its") or any(
            words.form[place].endswith(("’s", "'s", "s’", "s'")) for place in range(first, head)
        )

    def _past_owner(self, first: int, head: int) -> int:
        owners = (
            p for p in range(head - 1, first - 1, -1) if self.words.form[p].endswith(("’s", "'s", "s’", "s'"))
        )
        return next(owners, first - 1) + 1

    def _document(self, first: int, head: int, noun: str, mention: str) -> Answer | None:
        """What somebody wrote is theirs: "his statement", "the ad" that they put out before."""
        words = self.words
        if noun not in self.lexicon.documents:
            return None
        named = self._named_document(first, head)
        if named:
            return Answer(None, "body", f"“{mention}” is named so", named)
        gender = {"his": "male", "her": "female"}.get(words.lower[first])
        if gender:
            return self._answer(mention, self.focus.whom(first, gender))
        run = self._owner(first, head) or self._issuer(first, noun)
        return self._answer_of(mention, run) or self._answer(mention, self.focus.last_actor(first))

    def _named_document(self, first: int, head: int) -> str:
        """ "a CNN poll", "the State Department report": known by a body's name before the noun."""
        words, noun = self.words, plain(self.words.form[head])
        run = self.people.run_at(head - 1) if head > first else None
        person = self.people.of_run(run) if run is not None else None
        if (
            run is None
            or person is None
            or not person.body
            or words.form[head - 1].endswith(("’s", "'s", "’"))
        ):
            return ""
        return words.cut(max(first, run.first), head + 1) if noun in PUBLIC else ""

    def _answer_of(self, mention: str, run: Run | None) -> Answer | None:
        """The author a name gives, with the noun after it where that makes a body: "the Doe campaign"."""
        if run is None:
            return None
        noun = self.words.lower[run.last] if run.last < len(self.words.lower) else ""
        person = self.people.of_run(run)
        if person is not None and not person.body and noun in self.lexicon.bodies:
            name = f"{person.name} {noun}"
            return Answer(None, "body", f"“{mention}” is that of the {name}", name)
        return self._answer(mention, person)

    def _answer(self, mention: str, author: Person | None) -> Answer | None:
        return Answer(author, "role", f"“{mention}” is that of {author.name}") if author is not None else None

    def _owner(self, first: int, head: int) -> Run | None:
        """The name within the phrase: "Doe’s statement", "the Doe campaign’s ad"."""
        named = (run for run in self.people.runs_between(first, head) if self.people.of_run(run) is not None)
        return next(named, None)

    def _issuer(self, first: int, noun: str) -> Run | None:
        """Whose such document was spoken of before: "Doe said in a statement", "a report by the board"."""
        words = self.words
        here = self._actor(self.focus.sentences[self.focus.sentence_at(first)].first, first)
        if here is not None:  # "Doe sent a letter, which says …"
            return here
        for place in range(first - 1, max(-1, first - AUTHOR_REACH), -1):
            if words.lower[place] != noun:
                continue
            by = place + 2 if words.lower[place + 1].endswith("ed") else place + 1  # "a letter signed by Doe"
            if by + 1 < first and words.lower[by] in ("by", "from", "of"):
                run = self.people.run_at(by + 1) or self.people.run_at(by + 2)
                if run is not None and self.people.of_run(run) is not None:
                    return run
            run = self._actor(self.focus.sentences[self.focus.sentence_at(place)].first, place)
            if run is not None:
                return run
        return None

    def _actor(self, first: int, place: int) -> Run | None:
        """The nearest person or body before a document's noun in its sentence."""
        for run in reversed(self.people.runs_between(first, place)):
            if run.kind != "place" and self.people.of_run(run) is not None:
                return run
        return None

    def _body(self, first: int, head: int, noun: str, mention: str) -> Answer | None:
        lexicon, words = self.lexicon, self.words
        if noun in lexicon.kinds and self._is_definite(first, head) and not self._is_owned(first, head):
            body = self._last_body(first, self._fits_kind(noun))
            if body is not None:
                return Answer(body, "role", f"“{mention}” is {body.name}")
        if noun not in lexicon.bodies and noun not in lexicon.kinds:
            return None
        gender = {"his": "male", "her": "female"}.get(words.lower[first])
        if gender and head - first == 1:
            return self._staff(mention, noun, self.focus.whom(first, gender))
        name = self._body_name(first, head) or (self._named_before(first, noun) if head - first == 1 else "")
        if not name and noun in STAFFED and head - first == 1:
            return self._staff(mention, noun, self.focus.whom(first, "either"))
        return Answer(None, "body", f"“{mention}” is {name}", name) if name else None

    def _staff(self, mention: str, noun: str, owner: Person | None) -> Answer | None:
        """ "her campaign", "the campaign": that of whom the text speaks."""
        if owner is None:
            return None
        return Answer(None, "body", f"“{mention}” is that of {owner.name}", f"{owner.name} {noun}")

    def _body_name(self, first: int, head: int) -> str:
        """ "the Doe campaign", "Doe’s office", "China’s foreign ministry": a name and a noun for a body."""
        words = self.words
        runs = [run for run in self.people.runs_between(first, head + 1) if run.kind != "title"]
        if not runs:
            return ""
        owner = self.people.of_run(runs[-1])
        if owner is not None and not owner.body and runs[-1].last == head:
            return f"{owner.name} {words.form[head]}"
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

    def _last_body(self, place: int, fits: Callable[[Person], bool]) -> Person | None:
        """The body named last before ``place`` that fits; one that acts goes before one only mentioned."""
        mentioned = None
        for run in reversed(self.people.runs_between(max(0, place - BODY_REACH), place)):
            body = self.people.of_run(run)
            if body is None or run.kind == "place" or body.roles or not fits(body):
                continue
            if not body.body and (len(body.words) < 2 or not body.full or body.gender != "either"):
                continue
            if self._acts(run):
                return body
            mentioned = mentioned or body
        return mentioned

    def _acts(self, run: Run) -> bool:
        before = self.words.lower[run.first - 1] if run.first else ""
        return before not in grammar.PREPOSITIONS - {"by", "from", "to"} and not is_attributed(
            self.words, run.last
        )

    def _is_native(self, head: int) -> bool:
        """ "the Texan", "the Londoner"."""
        form = self.words.form[head]
        near = any(place.startswith(form[:4].lower()) for place in self.lexicon.places)
        return form[0].isupper() and form.endswith(("an", "er", "ite")) and near

    def _by_focus(self, first: int, head: int, noun: str, mention: str) -> Answer | None:
        """ "the candidate": whoever the text is about."""
        lexicon = self.lexicon
        apt = (
            noun in lexicon.general or noun in lexicon.same or noun.endswith("-old") or self._is_native(head)
        )
        apt = apt and noun not in lexicon.unnamed
        if not apt or not self._is_definite(first, head) or self._is_owned(first, head):
            return None
        called = roles.role_words(self.words.cut(first, head + 1))
        person = self.focus.whom(first, lexicon.genders.get(noun, "either"), called)
        if person is None:
            return None
        return Answer(person, "general", f"“{mention}” is taken for {person.name}, of whom the text speaks")

    def _by_owner(self, first: int, head: int, noun: str, mention: str) -> Answer | None:
        """ "Doe’s accusation", "her plan": what is no person speaks for its owner."""
        lexicon = self.lexicon
        if (
            not self._is_owned(first, head)
            or lexicon.is_role(noun)
            or noun in lexicon.bodies | lexicon.kinds.keys()
        ):
            return None
        gender = {"his": "male", "her": "female"}.get(self.words.lower[first])
        if gender:
            return self._answer(mention, self.focus.whom(first, gender))
        return self._answer_of(mention, self._owner(first, head))
