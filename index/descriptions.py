"""Mentions by a noun: "the senator", "the candidate", "a spokesman for Roe"; documents and bodies apart."""

from __future__ import annotations

from bisect import bisect_left

from index import grammar
from index.anonymous import is_anonymous
from index.answer import Answer, owned_as
from index.authored import Authored
from index.bodies import Bodies
from index.called import by_role, lacks_vice
from index.delayed import Delayed
from index.documents import Documents
from index.focus import Focus
from index.grammar import word_set
from index.issuers import Issuers
from index.known import is_known
from index.lexicon import plain
from index.owners import Owners, is_owned, past_owner
from index.pairs import Pairs
from index.people import LARGEST_CAST, People
from index.person import Person
from index.polls import Polls
from index.relatives import Relatives
from index.role_words import is_called, role_words
from index.salience import is_attributed
from index.words import BREAK, Words

ATTRIBUTES = word_set(
    "former longtime long-time long time top senior chief own new current one-time onetime ex"
)
SHARES = word_set("percent half third thirds quarter quarters majority respondents")  # asked in a poll
OBJECTS = (["him"], ["them"], ["me"], ["us"])  # behind a verb
PLURALS = ("ers", "ors", "ists", "ants", "ents", "ics", "ings", "ions")  # of nouns, hardly ever of verbs
NAME_WORDS = 3  # after "by", within which a name begins
OF_WORDS = 5  # after "the head of", of what somebody heads
NEAR_WORDS = 80  # within which a person was last named whom "the senator" means


class Descriptions:
    """The nouns of one article that stand for people and bodies. Places count its words."""

    def __init__(self, words: Words, people: People, focus: Focus) -> None:
        self.words, self.people, self.focus = words, people, focus
        self.lexicon = people.lexicon
        self.bodies = Bodies(words, people, focus)
        self.issuers, self.polls = Issuers(words, people, focus), Polls(words, people, focus)
        self.documents = Documents(words, people, focus, self.bodies, self.issuers, self.polls)
        self.owners = Owners(words, people, focus, self.issuers)
        self.delayed = Delayed(words, people, focus)
        self.relatives = Relatives(words, people, focus)
        self.pairs = Pairs(words, people, focus)
        self.authored = Authored(words, people, focus, self.bodies, self.issuers, self.polls)

    def resolve(self, first: int, head: int, last: int) -> Answer:
        """Return who the phrase ``first`` to ``last`` means, whose noun is at ``head``."""
        while (whole := self.owners.whole(head, last)) is not None:
            first, head = head + 2, whole
        mention, noun = self.words.cut(first, last), plain(self.words.form[head])
        if is_anonymous(self.words, head + 1):
            return Answer(None, "unnamed", f"“{mention}” stays without a name, as asked")
        if noun in self.lexicon.unnamed and self._is_both(first, head, last):
            head, noun = last - 1, plain(self.words.form[last - 1])
        if self._is_share(first, last):
            answer = self.polls.polled(first, mention)
        elif self.words.lower[first] in grammar.INDEFINITE:
            answer = self._named_within(head, last) or self.authored.resolve(first, head, noun, mention)
        else:
            general = self._is_definite(first, head) and not is_owned(self.words, first, head)
            answer = (
                self._by_role(first, head, noun, mention)
                or self._by_described(first, head, noun, mention)
                or self.documents.resolve(first, head, noun, mention)
                or self.bodies.resolve(first, head, noun, mention, general=general)
                or (self._by_focus(first, head, noun, mention) if general else None)
                or self.owners.resolve(first, head, noun, mention)
                or self._led(first, head, mention)
                or self.owners.maker(head, noun, mention)
                or self.relatives.resolve(first, head, noun, mention)
                or self.pairs.described(first, head, mention)
            )
        answer = answer or self.delayed.resolve(first, head, noun, mention)
        return answer or Answer(None, "unnamed", f"“{mention}” stays without a name")

    def _is_both(self, first: int, head: int, last: int) -> bool:
        """ "the delegate and long-time activist": one who is both, by what is no less than a voter is."""
        lower, final = self.words.lower, plain(self.words.form[last - 1])
        joined = lower[first] == "the" and lower[head + 1 : head + 2] == ["and"] and head + 2 < last
        return joined and lower[head + 2] not in grammar.DETERMINERS and self.lexicon.is_role(final)

    def _is_share(self, first: int, last: int) -> bool:
        """ "25 percent of voters", "half of respondents"."""
        words = self.words
        of = words.lower.index("of", first, last) if "of" in words.lower[first:last] else last
        return words.lower[of - 1] in SHARES or words.form[of - 1].endswith("%")

    def _by_role(self, first: int, head: int, noun: str, mention: str) -> Answer | None:
        lexicon = self.lexicon
        several = noun.endswith("s") and lexicon.is_role(noun.removesuffix("s"))
        if not self._is_definite(first, head) or not lexicon.is_role(noun) or several:
            return None
        owned = is_owned(self.words, first, head)
        if not owned and (noun in lexicon.general or noun in lexicon.unnamed):
            sole = self._sole(noun, first)
            if sole is not None:
                return Answer(sole, "role", f"“{mention}” is {sole.name}, so called in the article")
        start = past_owner(self.words, first, head)
        wanted = role_words(self.words.cut(start, head + 1)) - ATTRIBUTES
        if (
            (noun in lexicon.general or noun in lexicon.unnamed or owned)
            and len(wanted) == 1
            and noun not in lexicon.same
        ):
            return None
        person = by_role(self.people, wanted, noun, self.focus.floor, first)
        if person is not None and len(wanted) == 1:
            person = self._in_focus(person, first, noun) or person
        if person is None or (owned and not wanted <= person.role_words | {noun}):
            return None
        if noun not in person.role_words and self._is_of_another(person, head):
            return None
        if noun in lexicon.unnamed and not is_called(person, noun):
            return None  # "the majority of mayors" is no majority leader
        if len(wanted) > 1 and noun in lexicon.general and len(wanted & person.role_words) < 2:
            return None
        return Answer(person, "role", f"“{mention}” is {person.name}, so called in the article")

    def _is_of_another(self, person: Person, head: int) -> bool:
        """ "the head of the Oslo Church", where somebody is the chief of something else."""
        if self.words.lower[head + 1 : head + 2] != ["of"]:
            return False
        named = self.people.runs_between(head + 2, head + 2 + NAME_WORDS)
        until = min(head + 2 + OF_WORDS, len(self.words.form))
        return bool(named) and role_words(self.words.cut(head + 2, until)).isdisjoint(person.role_words)

    def _sole(self, noun: str, place: int) -> Person | None:
        """ "the columnist" near the only one of the article."""
        called = [person for person in self.people.everybody[:LARGEST_CAST] if is_called(person, noun)]
        return called[0] if len(called) == 1 and self._is_near(called[0], place) else None

    def _is_spoken_of(self, person: Person, noun: str, place: int) -> bool:
        """Whether the "judge" that somebody is was spoken of shortly before."""
        between = self.words.lower[max(0, place - NEAR_WORDS) : place]
        return noun in between and "former" not in person.role_words

    def _is_near(self, person: Person, place: int) -> bool:
        return (
            any(place - NEAR_WORDS < where < place for where in person.places) or person is self.focus.floor
        )

    def _in_focus(self, called: Person, place: int, noun: str) -> Person | None:
        """Whom the text speaks of, where it does not say what they are: perhaps what this noun says.

        That is somebody named in this paragraph, where ``called``, who is called so, is only near.
        """
        if self._is_spoken_of(called, noun, place):
            return None
        person, sure = self.focus.meant(place, self.lexicon.genders.get(noun, "either"), unnamed=False)
        if person is None or person.role_words:
            return None
        opening = place
        while opening > max(0, place - NEAR_WORDS) and self.words.form[opening - 1] != BREAK:
            opening -= 1
        here = {p for p in (called, person) if bisect_left(p.places, opening) < bisect_left(p.places, place)}
        return person if not self._is_near(called, place) or (sure and here == {person}) else None

    def _is_definite(self, first: int, head: int) -> bool:
        words = self.words
        lower = words.lower[first]
        return (
            lower in ("the", "this", "that", "his", "her", "their", "its")
            or words.form[first].endswith(grammar.POSSESSIVE)
            or ((words.form[first][0].isupper() or lower.endswith("-old")) and first != head)
        )

    def _by_focus(self, first: int, head: int, noun: str, mention: str) -> Answer | None:
        """ "the candidate": whoever the text is about."""
        lexicon = self.lexicon
        apt = (
            noun in lexicon.general or noun in lexicon.same or noun.endswith("-old") or self._is_native(head)
        )
        apt = apt and noun not in lexicon.unnamed
        if not apt and not is_known(self.people, first, head):
            return None
        called = role_words(self.words.cut(first, head + 1))
        gender = lexicon.genders.get(noun, "either")
        person, sure = self.focus.meant(first, gender, called, unnamed=not apt)
        if person is None or not (apt or sure) or person.unnamed or lacks_vice(person, noun, called):
            return None
        if person.roles and noun not in person.role_words and self._is_of_another(person, head):
            return None
        return Answer(person, "general", f"“{mention}” is taken for {person.name}, of whom the text speaks")

    def _is_native(self, head: int) -> bool:
        """ "the Texan", "the Londoner"."""
        form = self.words.form[head]
        apt = form[0].isupper() and form.endswith(("an", "er", "ite"))
        return apt and any(place.startswith(form[:4].lower()) for place in self.lexicon.places)

    def _by_described(self, first: int, head: int, noun: str, mention: str) -> Answer | None:
        """ "the Ohio senator’s answer", "the group’s page": that of whoever is spoken of by a noun."""
        owner = self.owners.described(first, head, noun)
        if owner is None:
            return None
        answer = owned_as(mention, self.resolve(first, owner, owner + 1))
        return answer or Answer(None, "unnamed", f"“{mention}” stays without a name")

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

    def _led(self, first: int, head: int, mention: str) -> Answer | None:
        """ "Doe focuses": a name and a verb that was taken for a noun."""
        run = self.people.run_at(first) or self.people.run_at(first + (self.words.lower[first] == "the"))
        person = self.people.of_run(run) if run is not None and run.kind != "place" else None
        if run is None or person is None or run.last > head or is_attributed(self.words, run.last):
            return None
        after = self.words.form[run.last]
        told = after.endswith(("ed", "s")) or self.words.lower[run.last + 1 : run.last + 2] in OBJECTS
        verb = after.islower() and told and not is_owned(self.words, first, head)
        noun, lexicon = plain(after), self.lexicon
        several = after.endswith(PLURALS) and noun not in self.focus.forms
        known = several or lexicon.is_role(noun) or noun in lexicon.bodies or noun in lexicon.documents
        return (
            Answer(person, "general", f"“{mention}” begins with {person.name}")
            if verb and not known and (person.human or person.body)
            else None
        )
