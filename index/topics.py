"""A text's topics, each with the words that are its evidence, by the phrases of the topics table."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from index.article import Quote, Span, Topic
from index.tables import TableError, Tables

NEAR = 8  # words that may stand between the two sides of "a ~ b"
KNOWN_WORDS = 50_000  # distinct words whose phrases are remembered: about a year of one newsroom
BREAK = "\n\n"

_WORD = re.compile(r"\w+|%")


class _Word(NamedTuple):
    """A word of the text, in lowercase, and where it stands."""

    text: str
    start: int
    end: int


class _Phrase(NamedTuple):
    """One side of a table's entry: its words, and what a match of it may stand for."""

    words: tuple[str, ...]
    key: str


class _Match(NamedTuple):
    """A phrase found: its key and its words' positions, first and last, in the paragraph."""

    key: str
    first: int
    last: int


@dataclass(frozen=True)
class _Rules:
    """The topics table, ready to use: phrases by first word, and what each tells of."""

    names: Mapping[str, str]
    exact: Mapping[str, Sequence[_Phrase]]
    prefixes: Mapping[str, Sequence[_Phrase]]
    alone: Mapping[str, frozenset[str]]
    near: Mapping[str, Sequence[tuple[str, str]]]
    known: dict[str, tuple[_Phrase, ...]] = field(default_factory=dict)

    def starting(self, word: str) -> tuple[_Phrase, ...]:
        """Return the phrases whose first word this is."""
        if (phrases := self.known.get(word)) is None:
            by_prefix = (found for prefix, found in self.prefixes.items() if word.startswith(prefix))
            phrases = (*self.exact.get(word, ()), *(phrase for found in by_prefix for phrase in found))
            if len(self.known) < KNOWN_WORDS:
                self.known[word] = phrases
        return phrases


def find_topics(text: str, tables: Tables) -> tuple[Topic, ...]:
    """Return the topics a text treats, in the table's order, their evidence in text order."""
    rules = _rules(tables)
    evidence: defaultdict[str, set[Span]] = defaultdict(set)
    for paragraph in _paragraphs(text):
        words = [_Word(match.group().lower(), *match.span()) for match in _WORD.finditer(text, *paragraph)]
        for topic, first, last in _told(_matches(words, rules), rules):
            evidence[topic].add(Span(words[first].start, words[last].end))
    return tuple(Topic(id, name, _outermost(evidence[id])) for id, name in rules.names.items() if id in evidence)


def quote_topics(text: str, quote: Quote, topics: Iterable[Topic]) -> tuple[str, ...]:
    """Return the ids of the topics with evidence in the quote's words or in a paragraph they stand in."""
    said = quote.clause or quote.content
    start = text.rfind(BREAK, 0, min(said.start, quote.content.start))
    end = text.find(BREAK, max(said.end, quote.content.end))
    around = Span(start + len(BREAK) if start >= 0 else 0, end if end >= 0 else len(text))
    return tuple(topic.id for topic in topics if any(span.overlaps(around) for span in topic.evidence))


@lru_cache(maxsize=8)
def _rules(tables: Tables) -> _Rules:
    names: dict[str, str] = {}
    alone: defaultdict[str, set[str]] = defaultdict(set)
    near: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    sides: set[str] = set()
    for topic, entry in tables.table("topics").items():
        names[topic] = entry["name"]
        for phrase in entry["phrases"]:
            first, *second = (_key(side) for side in phrase.split("~"))
            if len(second) > 1 or not all((first, *second)):
                raise TableError(f'topics.toml: {topic}: no phrase is written "{phrase}"')
            sides.update((first, *second))
            if second:
                near[first].append((second[0], topic))
            else:
                alone[first].add(topic)
    exact, prefixes = _by_first_word(sides)
    return _Rules(names, exact, prefixes, {key: frozenset(ids) for key, ids in alone.items()}, near)
