"""A cue: reporting words, and the source beside them; and the sentence that cues are looked for in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from index import phrases
from index.phrases import Phrase
from index.verbs import Verb
from index.words import Words

ACCORDING = Verb("according to", "", "past", frozenset(("clause",)), "neutral")
COLON = Verb("", "", "past", frozenset(("quote",)), "neutral")  # Jane Doe: “…”
SIGNED = Verb("", "", "past", frozenset(("quote",)), "neutral")  # “…” — Jane Doe
UNLISTED = Verb("", "", "past", frozenset(("quote",)), "neutral")


class Cue(NamedTuple):
    """A reporting word or two in a sentence.

    first, last  its words, half-open; source  the phrase beside it, None where nobody is named
    inverted     the source follows ("said Jones"); relative  the verb of "who said"
    shared       the source is an earlier verb's
    """

    verb: Verb
    first: int
    last: int
    source: Phrase | None
    inverted: bool = False
    relative: bool = False
    shared: bool = False

    @property
    def left(self) -> int:
        """The first word of cue and source taken together, where they stand together."""
        if self.source is None or self.shared or self.inverted:
            return self.first
        return min(self.first, self.source.first)

    @property
    def right(self) -> int:
        """The word after cue and source, where they stand together."""
        return max(self.last, self.source.last) if self.source is not None and self.inverted else self.last


class Clause(NamedTuple):
    """The words ``first`` up to ``end`` of a text, with the reporting verbs by their forms."""

    words: Words
    forms: Mapping[str, tuple[Verb, ...]]
    first: int
    end: int

    def lower(self, place: int) -> str:
        """Return the word at a place in lower case, "" outside the sentence."""
        return self.words.lower[place] if self.first <= place < self.end else ""

    def phrase_at(self, place: int) -> Phrase | None:
        """Return the noun phrase that starts at a place."""
        return phrases.phrase_starting(self.words, place, self.end, self.forms)
