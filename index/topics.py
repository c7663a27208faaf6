"""A text's topics, each with the words that are its evidence, by the phrases of the topics table."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, chain, compress, count
from typing import NamedTuple

from index.article import Quote, Span, Topic
from index.tables import TableError, Tables

NEAR = 8  # words that may stand between the two sides of "a ~ b"
KNOWN_WORDS = 50_000  # distinct words, and as many pairs, whose phrases are remembered: a newsroom's year
WINDOW = 200  # phrases looked at after each: far more than NEAR words ever begin
BREAK = "\n\n"

_WORD = re.compile(r"(\w+|%)")  # in a group: ``split`` gives what stands between the words, too
_BREAK = re.compile(BREAK)
_PATTERN = re.compile(r"\w+\*?|%")

_Phrase = tuple[str, ...]
"""The words of one side of an entry, in lowercase; one that ends in * stands for any ending."""


class _Match(NamedTuple):
    """A phrase found, and the positions of its first and last word in the paragraph."""

    phrase: _Phrase
    first: int
    last: int


@dataclass(frozen=True)
class _Rules:
    """The topics table, ready to use: its phrases by their first word, and what they tell of."""

    names: Mapping[str, str]
    exact: Mapping[str, Sequence[_Phrase]]
    prefixes: Mapping[str, Sequence[_Phrase]]
    alone: Mapping[_Phrase, Sequence[str]]
    pairs: Mapping[tuple[_Phrase, _Phrase], Sequence[str]]
    known: dict[str, tuple[_Phrase, ...]] = field(default_factory=dict)
    known_pairs: dict[tuple[str, str], tuple[_Phrase, ...]] = field(default_factory=dict)

    def starts(self, words: Sequence[str]) -> Iterator[tuple[_Phrase, ...] | None]:
        """Yield for each word the phrases that may start with it; ``known`` are those asked for before."""
        if len(self.known) > KNOWN_WORDS:
            self.known.clear()
        for word in set(words).difference(self.known):
            by_prefix = (found for prefix, found in self.prefixes.items() if word.startswith(prefix))
            self.known[word] = (*self.exact.get(word, ()), *chain.from_iterable(by_prefix))
        return map(self.known.get, words)

    def starting_pair(self, word: str, following: str) -> tuple[_Phrase, ...]:
        """Return the phrases that start with these two words, or are the first alone."""
        phrases = self.known_pairs.get((word, following))
        if phrases is None:
            phrases = tuple(p for p in self.known[word] if len(p) == 1 or _is_like(following, p[1]))
            if len(self.known_pairs) < KNOWN_WORDS:
                self.known_pairs[word, following] = phrases
        return phrases


def find_topics(text: str, tables: Tables) -> tuple[Topic, ...]:
    """Return the topics a text treats, in the table's order, their evidence in text order."""
    rules = _rules(tables)
    evidence: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    start = 0
    for paragraph in text.split(BREAK):
        lower = paragraph.lower()
        if len(lower) == len(paragraph):  # nearly always: not where one letter becomes two
            pieces = _WORD.split(lower)  # between, word, between, word, between
            words = pieces[1::2]
        else:
            pieces = _WORD.split(paragraph)
            words = list(map(str.lower, pieces[1::2]))
        told = tuple(_told(_matches(words, rules), rules))
        if told:
            places = list(accumulate(map(len, pieces), initial=start))
            for topic, first, last in told:
                evidence[topic].add((places[2 * first + 1], -places[2 * last + 2]))
        start += len(paragraph) + len(BREAK)
    found = (topic for topic in rules.names if topic in evidence)
    return tuple(Topic(topic, rules.names[topic], _outermost(evidence[topic])) for topic in found)


def quote_topics(text: str, quotes: Iterable[Quote], topics: Sequence[Topic]) -> list[tuple[str, ...]]:
    """Return for each quote the ids of the topics with evidence in its words or in their paragraphs."""
    breaks = [match.start() for match in _BREAK.finditer(text)]
    surroundings = [_paragraphs_of(quote, breaks, len(text)) for quote in quotes]
    found = {around: _topics_within(*around, topics) for around in set(surroundings)}
    return [found[around] for around in surroundings]


def _paragraphs_of(quote: Quote, breaks: Sequence[int], end: int) -> tuple[int, int]:
    """Where the paragraphs that a quote stands in start and end; ``breaks`` are those of the text."""
    said = quote.shown
    before = bisect_right(breaks, min(said.start, quote.content.start) - len(BREAK))
    after = bisect_left(breaks, max(said.end, quote.content.end))
    return breaks[before - 1] + len(BREAK) if before else 0, breaks[after] if after < len(breaks) else end


def _topics_within(first: int, last: int, topics: Sequence[Topic]) -> tuple[str, ...]:
    around = Span(first, last)
    return tuple(topic.id for topic in topics if any(span.overlaps(around) for span in topic.evidence))


@lru_cache(maxsize=8)
def _rules(tables: Tables) -> _Rules:
    names: dict[str, str] = {}
    alone: defaultdict[_Phrase, list[str]] = defaultdict(list)
    pairs: defaultdict[tuple[_Phrase, _Phrase], list[str]] = defaultdict(list)
    for topic, entry in tables.table("topics").items():
        names[topic] = entry["name"]
        for written in entry["phrases"]:
            match [_phrase(side) for side in written.split("~")]:
                case [phrase] if phrase:
                    alone[phrase].append(topic)
                case [left, right] if left and right:
                    pairs[left, right].append(topic)
                    pairs[right, left].append(topic)
                case _:
                    raise TableError(
                        f'topics.toml: {topic}: "{written}" is neither "words" nor "words ~ words"'
                    )
    exact: defaultdict[str, list[_Phrase]] = defaultdict(list)
    prefixes: defaultdict[str, list[_Phrase]] = defaultdict(list)
    for phrase in {*alone, *chain.from_iterable(pairs)}:
        by_word = prefixes if phrase[0].endswith("*") else exact
        by_word[phrase[0].removesuffix("*")].append(phrase)
    return _Rules(names, exact, prefixes, alone, pairs)


def _phrase(written: str) -> _Phrase:
    return tuple(_PATTERN.findall(written.lower()))


def _matches(words: Sequence[str], rules: _Rules) -> list[_Match]:
    """The phrases found in a paragraph, in the order of their first words."""
    found = []
    for first in compress(count(), rules.starts(words)):
        following = words[first + 1] if first + 1 < len(words) else ""
        for phrase in rules.starting_pair(words[first], following):
            if len(phrase) <= 2 or _stands(phrase, words, first):
                found.append(_Match(phrase, first, first + len(phrase) - 1))
    return found


def _stands(phrase: _Phrase, words: Sequence[str], first: int) -> bool:
    following = words[first : first + len(phrase)]
    return len(following) == len(phrase) and all(map(_is_like, following, phrase))


def _is_like(word: str, pattern: str) -> bool:
    return word == pattern or (pattern[-1] == "*" and word.startswith(pattern[:-1]))


def _told(matches: Sequence[_Match], rules: _Rules) -> Iterator[tuple[str, int, int]]:
    """The topics told by phrases alone and by two near each other, with the first and last word of each."""
    for index, match in enumerate(matches):
        for topic in rules.alone.get(match.phrase, ()):
            yield topic, match.first, match.last
        for other in matches[index + 1 : index + 1 + WINDOW]:
            if other.first > match.last + NEAR + 1:
                break
            if other.first > match.last:
                for topic in rules.pairs.get((match.phrase, other.phrase), ()):
                    yield topic, match.first, other.last


def _outermost(spans: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """The spans that lie in no other, in text order; given as start and minus end, to be sorted by."""
    kept: list[Span] = []
    for start, minus_end in sorted(spans):
        if not kept or -minus_end > kept[-1].end:
            kept.append(Span(start, -minus_end))
    return tuple(kept)
