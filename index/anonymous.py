"""Whether who speaks asked to stay without a name: "the diplomat said, speaking on condition of anonymity"."""

from __future__ import annotations

from index.grammar import word_set
from index.words import BREAK, Words

REACH = 25  # words behind a source in which it is said
_NAMED = word_set("named identified quoted")
_REFUSING = word_set("not declined refused")


def is_anonymous(words: Words, last: int) -> bool:
    """Return whether the sentence goes on to say so behind a source that ends at the word ``last``."""
    lower, form = words.lower, words.form
    for place in range(last, min(last + REACH, len(form))):
        if form[place] in (".", BREAK):
            return False
        if lower[place] in ("anonymity", "anonymously"):
            return True
        refused = not _REFUSING.isdisjoint(lower[max(last, place - 4) : place])
        if lower[place] in _NAMED and lower[place - 1] == "be" and refused:
            return True  # "who asked not to be named"
    return False
