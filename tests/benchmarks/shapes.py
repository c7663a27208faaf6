"""The shapes of queries that the search benchmark asks, drawn from a corpus by document frequency."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from index.article import Article

Kind = Literal["word", "and", "or", "phrase", "prefix", "empty"]
Filters = tuple[tuple[str, str], ...]

COUNT = 40  # queries of each shape
SAMPLE = 2_000  # articles that frequencies are told from
# Whole words: nobody types the "doesn" of "doesn't", which some engines index and Onrecord does not.
_PLAIN = re.compile(r"(?<![\w'’-])[a-z]{4,}(?![\w'’-])")


@dataclass(frozen=True, slots=True)
class Asked:
    """A query: words joined as ``kind`` says, and values of facets (outlet, topic) all of which hold."""

    kind: Kind
    words: tuple[str, ...] = ()
    filters: Filters = ()


class Drawer:
    """Draws queries of each shape from articles."""

    def __init__(self, articles: Iterable[Article], seed: int = 1) -> None:
        self._chance = random.Random(seed)
        self._texts = [article.text for article in articles]
        found = Counter(word for text in self._texts for word in set(_PLAIN.findall(text)))
        share = {word: count / len(self._texts) for word, count in found.items()}
        # What is a word of its own in every engine: no ending that one of them might stem another way.
        plain = sorted(
            word for word in share if not word.endswith(("s", "e", "y", "ed", "ing", "er", "ly", "ion"))
        )
        self._rare = [word for word in plain if 0.002 <= share[word] <= 0.006]
        self._middle = [word for word in plain if 0.03 <= share[word] <= 0.3]
        # Over half of the articles or, in a corpus without such words, the commonest there are.
        often = sorted(plain, key=lambda word: -share[word])
        self._frequent = [word for word in often if share[word] > 0.5]
        self._frequent = self._frequent if len(self._frequent) >= 8 else often[: 2 * COUNT]

    def shapes(self) -> dict[str, Callable[[], Asked]]:
        """Return for each shape what draws one more query of it."""
        chance = self._chance
        return {
            "rare": lambda: Asked("word", (chance.choice(self._rare),)),
            "frequent": lambda: Asked("word", (chance.choice(self._frequent),)),
            "and": lambda: Asked("and", tuple(chance.sample(self._middle, 2))),
            "or": lambda: Asked("or", tuple(chance.sample(self._middle, 3))),
            "phrase": lambda: Asked("phrase", self._phrase()),
            "prefix": lambda: Asked("prefix", (chance.choice(self._middle)[:5],)),
            "filter": lambda: Asked("word", (chance.choice(self._middle),), (self._value("outlet"),)),
            "empty": lambda: Asked("empty", (), (self._value("outlet"), self._value("topic"))),
        }

    def _phrase(self) -> tuple[str, str]:
        while True:
            words = self._chance.choice(self._texts).split()
            place = self._chance.randrange(len(words) - 1)
            pair = (words[place], words[place + 1])
            if all(word in self._known for word in pair):
                return pair

    @property
    def _known(self) -> frozenset[str]:
        return frozenset((*self._middle, *self._frequent))

    def _value(self, facet: str) -> tuple[str, str]:
        return facet, f"{facet}-{self._chance.randrange(20)}"


def drawn(make: Callable[[], Asked], fit: Callable[[Asked], bool], count: int) -> Sequence[Asked]:
    """Return so many different queries that are fit to be asked, fewer where the corpus has no more."""
    found: dict[Asked, None] = {}
    for _ in range(50 * count):
        asked = make()
        if asked not in found and fit(asked):
            found[asked] = None
        if len(found) == count:
            break
    return list(found)
