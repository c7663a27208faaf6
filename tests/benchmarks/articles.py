"""Articles made from a seed: the corpus of the search benchmark.

Their paragraphs come from the .txt files of a folder or, where there is none, from a word model: words of
syllables, drawn by rank as words of a language are. Each article has NEW_WORDS of its own: at 42 million
words of news, distinct chunks of text grow by 4 to 7 an article of that length (fitted on 840 articles:
their number goes with the 0.6th to 0.74th power of the words).
"""

from __future__ import annotations

import datetime as dt
import random
from bisect import bisect
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from pathlib import Path

from index.article import Article, Quote, Span, Speaker, Topic

WORDS = 420  # an article
QUOTES = 3
NEW_WORDS = 7
OUTLETS, SPEAKERS, TOPICS, DAYS = 50, 2_000, 60, 3_650
FIRST_DAY = dt.date(2015, 1, 1).toordinal()

_SYLLABLES = [a + b for a in "bdklmnrst" for b in "aeio"]
_VOCABULARY = 40_000


class Maker:
    """Makes article after article; the same seed gives the same ones."""

    def __init__(self, seed: int = 1, folder: Path | None = None) -> None:
        self._seed = seed
        self._folder = folder
        chance = random.Random(seed)
        self._outlets = _zipf(OUTLETS)
        self._speakers = _zipf(SPEAKERS)
        self._topics = _zipf(TOPICS)
        self._names = [f"{_word(chance).title()} {_word(chance).title()}" for _ in range(SPEAKERS)]

    @cached_property
    def paragraphs(self) -> Sequence[str]:
        """The paragraphs that articles are made of."""
        if self._folder is not None:
            texts = (path.read_text(encoding="utf-8") for path in sorted(self._folder.glob("*.txt")))
            return [line for text in texts for line in text.split("\n") if len(line.split()) >= 8]
        return list(_invented_paragraphs(random.Random(self._seed)))

    def articles(self, count: int, start: int = 0) -> Iterator[Article]:
        """Yield ``count`` articles from number ``start`` on."""
        return (self._article(number) for number in range(start, start + count))

    def _article(self, number: int) -> Article:
        chance = random.Random(self._seed * 10_000_019 + number)
        new = " ".join(_word(chance) + _word(chance) for _ in range(NEW_WORDS))
        lines, words = [f"{new.capitalize()}."], NEW_WORDS
        while words < WORDS:
            lines.append(chance.choice(self.paragraphs))
            words += lines[-1].count(" ") + 1
        text = "\n".join(lines)
        topics = sorted({_drawn(self._topics, chance) for _ in range(chance.randrange(4))})
        return Article(
            id=f"a{number}",
            text=text,
            path=f"made/{number}.txt",
            title=" ".join(lines[1].split()[:8]),
            outlet=f"Outlet {_drawn(self._outlets, chance)}",
            date=dt.date.fromordinal(FIRST_DAY + chance.randrange(DAYS)),
            quotes=tuple(self._quotes(number, lines, topics, chance)),
            topics=tuple(Topic(f"topic-{topic}", f"Topic {topic}", ()) for topic in topics),
            indexed=dt.datetime(2025, 1, 1, tzinfo=dt.UTC),
        )

    def _quotes(
        self, number: int, lines: Sequence[str], topics: Sequence[int], chance: random.Random
    ) -> Iterator[Quote]:
        chosen = sorted(chance.sample(range(1, len(lines)), min(QUOTES, len(lines) - 1)))
        starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
        for place in chosen:
            speaker = _drawn(self._speakers, chance)
            content = " ".join(lines[place].split()[:30])
            yield Quote(
                kind=chance.choice(("direct", "direct", "mixed", "indirect")),
                content=Span(starts[place], starts[place] + len(content)),
                speaker=Speaker(f"speaker-{speaker}", self._names[speaker], "spokesman"),
                topics=tuple(f"topic-{topic}" for topic in topics[:1]),
                confidence=0.9,
                id=f"a{number}-q{place}",
            )


def _zipf(count: int) -> list[float]:
    return list(accumulate(1 / rank for rank in range(1, count + 1)))


def _drawn(sums: Sequence[float], chance: random.Random) -> int:
    return bisect(sums, chance.random() * sums[-1])


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randrange(2, 4)))


def _invented_paragraphs(chance: random.Random) -> Iterator[str]:
    words = list(dict.fromkeys(_word(chance) + _word(chance)[:3] for _ in range(_VOCABULARY)))
    sums = _zipf(len(words))
    for _ in range(4_000):
        sentences = (
            " ".join(words[_drawn(sums, chance)] for _ in range(chance.randrange(8, 25))).capitalize() + "."
            for _ in range(chance.randrange(1, 5))
        )
        yield " ".join(sentences)
