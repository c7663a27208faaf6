"""Whether a description tells somebody already known by more than a noun: "the Gazette employee"."""

from __future__ import annotations

from index import grammar
from index.doers import is_somebody
from index.grammar import word_set
from index.lexicon import plain
from index.people import People

EARLIER = word_set("former longtime long-time onetime one-time ex")
APART = word_set(
    "first second third fourth fifth last next other same"
)  # of several alike: "the second aide"
INTRODUCING_WORDS = 5  # before a noun, within which "a Roe supporter" has its article
WORDS_BACK = 1000  # in which somebody so called was introduced; bounds the time on any text

_ARTICLES = frozenset(("the", "this"))


def is_known(people: People, first: int, head: int) -> bool:
    """Return whether the words ``first`` to ``head`` may be somebody who has a name in the article.

    "The former aide" may, "the aide" seldom has one; nor has "the Roe fan" after "a Roe fan".
    """
    words, lexicon = people.words, people.lexicon
    lower, noun = words.lower, plain(words.form[head])
    if lower[first] not in _ARTICLES or head - first < 2 or lower[first + 1] in APART:
        return False
    if people.run_at(head) is not None or not is_somebody(noun, lexicon):
        return False
    if noun in lexicon.unnamed and EARLIER.isdisjoint(lower[first:head]):
        return False
    return not _is_introduced(lower, noun, first)


def _is_introduced(lower: list[str], noun: str, before: int) -> bool:
    """Whether somebody without a name was called so: "a Roe supporter"."""
    places = (place for place in range(max(0, before - WORDS_BACK), before) if lower[place] == noun)
    return any(
        not grammar.INDEFINITE.isdisjoint(lower[max(0, place - INTRODUCING_WORDS) : place])
        for place in places
    )
