"""Whose a thing is, which speaks for its owner: "Doe’s accusation", "her plan", "the senator’s answer"."""

from __future__ import annotations

from index import grammar
from index.answer import Answer, owned
from index.doers import is_doer
from index.focus import Focus
from index.grammar import word_set
from index.heads import head_of
from index.issuers import Issuers
from index.lexicon import plain
from index.people import People
from index.person import GENDER_OF
from index.words import Words

NAME_WORDS = 3  # after "by", within which a name begins
PAGES = frozenset(("blog", "site", "website"))  # bodies, but somebody's
PARTS = word_set("copy draft excerpt excerpts passage portion section transcript version")  # of a document


class Owners:
    """The owners of what one article speaks of. Places count its words."""

    def __init__(self, words: Words, people: People, focus: Focus, issuers: Issuers) -> None:
        self.words, self.people, self.focus, self.issuers = words, people, focus, issuers
        self.lexicon = people.lexicon

    def resolve(self, first: int, head: int, noun: str, mention: str) -> Answer | None:
        """ "Doe’s accusation", "her plan": what is no person speaks for its owner."""
        if not is_owned(self.words, first, head) or not self._speaks_for_owner(noun):
            return None
        gender = GENDER_OF.get(self.words.lower[first])
        if gender:
            return owned(mention, self.focus.whom(first, gender))
        if past_owner(self.words, first, head) == first:
            return None
        return self.issuers.answer_of(mention, self.issuers.owner(first, head))

    def described(self, first: int, head: int, noun: str) -> int | None:
        """Return the place of the owner where a noun and no name says who it is: "the senator’s answer"."""
        owner = past_owner(self.words, first, head) - 1
        if owner < first or not self._speaks_for_owner(noun) or self.people.run_at(owner) is not None:
            return None
        lexicon, called = self.lexicon, plain(self.words.form[owner])
        known = lexicon.is_role(called) or called in lexicon.kinds or called in lexicon.bodies
        return owner if known else None

    def maker(self, head: int, noun: str, mention: str) -> Answer | None:
        """ "calculations by Jane Doe": what is no person speaks for whoever made it."""
        lexicon, by = self.lexicon, head + 1
        if self.words.lower[by : by + 1] != ["by"] or lexicon.is_role(noun) or noun in lexicon.kinds:
            return None
        named = self.people.runs_between(by + 1, by + 1 + NAME_WORDS)
        return self.issuers.answer_of(mention, named[0]) if named else None

    def whole(self, head: int, last: int) -> int | None:
        """ "a copy of the letter", "one of her ads": the noun it is said of, None of no part."""
        words, lexicon, part = self.words, self.lexicon, plain(self.words.form[head])
        if words.lower[head + 1 : head + 2] != ["of"] or head + 2 >= last:
            return None
        other = head_of(self.people, head + 2, last)
        whole = plain(words.form[other])
        if part == "one":
            return other if whole.removesuffix("s") in lexicon.documents else None
        known = whole in lexicon.documents or whole in lexicon.kinds or whole in PARTS
        return other if part in PARTS and known else None

    def _speaks_for_owner(self, noun: str) -> bool:
        """Whether what is called so is neither somebody nor a body."""
        lexicon = self.lexicon
        known = lexicon.is_role(noun) or noun in lexicon.bodies or noun in lexicon.kinds
        return noun in PAGES or not (known or is_doer(noun))


def is_owned(words: Words, first: int, head: int) -> bool:
    """Whether a noun at ``head`` is somebody’s, in a phrase that begins at ``first``."""
    return words.lower[first] in ("his", "her", "their", "its") or past_owner(words, first, head) > first


def past_owner(words: Words, first: int, head: int) -> int:
    """Return the word after the owner that stands next before ``head``, ``first`` where there is none."""
    owners = (place for place in range(head - 1, first - 1, -1) if words.form[place].endswith(grammar.OWNERS))
    return next(owners, first - 1) + 1
