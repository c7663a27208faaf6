"""Whether who speaks asked for no name: "the diplomat said, speaking on the condition of anonymity"."""

from __future__ import annotations

from index.grammar import word_set
from index.words import BREAK, Words

REACH = 25  # words in which it is said
REFUSING_WORDS = 4  # before "named": "not to be", "declined to further be"
_NAMED = word_set("named identified quoted")
_REFUSING = word_set("not declined refused")


def is_anonymous(words: Words, after: int) -> bool:
    """Return whether the sentence says so behind the noun of a source, from the word ``after`` on."""
    lower, form = words.lower, words.form
    for place in range(after, min(after + REACH, len(form))):
        if form[place] in (".", BREAK):
            return False
        if lower[place] in ("anonymity", "anonymously"):
            return True
        named = lower[place] in _NAMED and lower[place - 1] == "be"
        if named and not _REFUSING.isdisjoint(lower[max(after, place - REFUSING_WORDS) : place]):
            return True  # "who asked not to be named"
    return False
