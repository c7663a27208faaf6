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

STAFFED = frozenset(("campaign", "administration", "office"))  # bodies that are somebody's
NEVER_CALLED = STAFFED | {"government"}

BEHIND = frozenset(("magazine", "newspaper", "tabloid"))  # nouns that stand behind a name: "Forbes magazine"

_ENDS = grammar.PREPOSITIONS | grammar.RELATIVES | frozenset((",", ".", ";", "—", "–", "(", ")", "and", "\n"))
_OPENERS = frozenset(("a", "an", "the", "one", "another"))


class Kinds:
    """The nouns by which an article calls its bodies. Places count its words."""

    def __init__(self, words: Words, people: People) -> None:
        self.words, self.people, self.lexicon = words, people, people.lexicon
        self.nouns = self.lexicon.kinds.keys() - NEVER_CALLED
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
        before = run.first - 1 - (form[run.first - 1] in ("called", "named"))
        found = [self._noun_at(before)] if before >= 0 else []
        after, owns = run.last, form[run.last - 1].endswith(grammar.OWNERS)
        if not owns and run.kind != "place" and "".join(form[after : after + 1]) in BEHIND:
            found.append(form[after])  # "Forbes magazine"
        if form[after : after + 1] == ["("] and form[after + 2 : after + 3] == [")"]:
            after += 3  # "the Oslo Peace Union (OPU), a group"
        opens = form[after : after + 1] == [","] or lower[after : after + 1] in (["is"], ["was"])
        if opens and lower[after + 1 : after + 2] and lower[after + 1] in _OPENERS:
            found.append(self._noun_of(after + 2))
        return list(filter(None, found))

    def _noun_at(self, place: int) -> str:
        """ "a group", "the lamp-maker": the noun for a body that is or ends this word, "" for none."""
        form = self.words.form[place]
        noun = plain(form).rpartition("-")[2] if form.islower() or form.isupper() else ""
        return noun if noun in self.nouns and not form.endswith(grammar.OWNERS) else ""

    def _noun_of(self, first: int) -> str:
        """The noun that an apposition hangs on, where it is one for a body."""
        form, last = self.words.form, first
        while last < min(first + APPOSITION_WORDS, len(form)) and self.words.lower[last] not in _ENDS:
            last += 1
        cuts = (i for i in range(first + 1, last) if is_participle(form[i]) and self._noun_at(i - 1))
        return self._noun_at(next(cuts, last) - 1) if last > first else ""  # "a group backing Doe"


def _telling_word(body: Person, lexicon: Lexicon) -> str:
    """The word of a name that tells what it is: "club" of "Press Club", "council" of "Council on Press"."""
    joined = next((i for i, word in enumerate(body.words) if word in JOINERS and i), len(body.words))
    telling = [word for word in body.words[:joined] if word in lexicon.bodies]
    telling = telling or [word for word in body.words if word in lexicon.bodies]
    return telling[-1] if telling else ""
