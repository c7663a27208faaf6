"""What kind of body a name is of, as the name or the article says: whether "the group" may mean it."""

from __future__ import annotations

from index import grammar
from index.lexicon import Lexicon, plain
from index.people import People
from index.person import Person
from index.roles import is_participle
from index.run import JOINERS
from index.words import Words

PLACES = 12  # of a name, beside which its noun is looked for
APPOSITION_WORDS = 9  # of "a super PAC", before what it is for

STAFFED = frozenset(("campaign", "administration", "office", "government"))  # nobody is called so

_ENDS = grammar.PREPOSITIONS | grammar.RELATIVES | frozenset((",", ".", ";", "—", "–", "(", ")", "and", "\n"))
_OPENERS = frozenset(("a", "an", "the", "one", "another"))


class Kinds:
    """The nouns by which an article calls its bodies. Places count its words."""

    def __init__(self, words: Words, people: People) -> None:
        self.words, self.people, self.lexicon = words, people, people.lexicon
        self.nouns = self.lexicon.kinds.keys() - STAFFED
        self.papers = {noun for noun in self.nouns if "newspaper" in self.lexicon.kinds[noun]} | {"newspaper"}
        self._called: dict[Person, frozenset[str]] = {}

    def fit(self, body: Person, noun: str) -> int:
        """Return 2 where a body is called so or its name says it, 1 where it may be, else 0."""
        kinds, called = self.lexicon.kinds, self.called(body)
        if noun in called or any(noun in kinds[kind] or kind in kinds[noun] for kind in called):
            return 2  # "the group" is the super PAC
        if noun in self.lexicon.open_kinds:
            telling = _telling_word(body, self.lexicon)
            if self.lexicon.places.issuperset(body.name.lower().split()):
                return 0
            return int(telling in kinds[noun] or not telling)
        return 0 if kinds[noun].isdisjoint(body.words) else 2

    def called(self, body: Person) -> frozenset[str]:
        """Return the nouns that stand beside a name: "the tabloid Bild", "Priorities, a super PAC"."""
        if body not in self._called:
            nouns = (noun for place in body.places[:PLACES] for noun in self._beside(place))
            self._called[body] = frozenset(nouns)
        return self._called[body]

    def _beside(self, place: int) -> list[str]:
        run = self.people.run_at(place)
        if run is None:
            return []
        lower, form = self.words.lower, self.words.form
        before = form[run.first - 1] if run.first else ""
        found = [before] if before in self.nouns else []
        after, owns = run.last, form[run.last - 1].endswith(grammar.OWNERS)
        if not owns and run.kind != "place" and "".join(form[after : after + 1]) in self.papers:
            found.append(form[after])  # "Forbes magazine"
        if form[after : after + 1] == ["("] and form[after + 2 : after + 3] == [")"]:
            after += 3  # "the Oslo Peace Union (OPU), a group"
        opens = form[after : after + 1] == [","] or lower[after : after + 1] in (["is"], ["was"])
        if opens and lower[after + 1 : after + 2] and lower[after + 1] in _OPENERS:
            found += self._nouns(after + 2)
        return found

    def _nouns(self, first: int) -> list[str]:
        """The noun that an apposition hangs on, where it is one for a body."""
        lower, last = self.words.lower, first
        while last < min(first + APPOSITION_WORDS, len(lower)) and lower[last] not in _ENDS:
            last += 1
        for place in range(last - 1, first - 1, -1):
            noun = plain(self.words.form[place])
            ends = place + 1 == last or is_participle(self.words.form[place + 1])  # "a group backing Doe"
            if noun in self.nouns and ends:
                return [] if self.words.form[place].endswith(grammar.OWNERS) else [noun]
        return []


def _telling_word(body: Person, lexicon: Lexicon) -> str:
    """The word of a name that tells what it is: "club" of "Press Club", "council" of "Council on Press"."""
    joined = next((i for i, word in enumerate(body.words) if word in JOINERS and i), len(body.words))
    telling = [word for word in body.words[:joined] if word in lexicon.bodies]
    telling = telling or [word for word in body.words if word in lexicon.bodies]
    return telling[-1] if telling else ""
