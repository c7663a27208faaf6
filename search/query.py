"""The query tree: what is asked for, in the project's own terms, the same for every engine.

Word, Phrase, Prefix, Field and DateRange are leaves; Not, And and Or join them. ``span`` says which
characters of the typed query a node stands for; it does not count in comparisons.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from index.article import Span

FieldName = Literal["speaker", "outlet", "topic", "kind", "implies", "verb", "about"]

NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as typed; every one must match unless the search is relaxed."""

    text: str
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words side by side, as typed between quotation marks."""

    text: str
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Prefix:
    """The beginning of a word, without its ``*``."""

    text: str
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Field:
    """A value a field must have, by id or by name."""

    name: FieldName
    value: str
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class DateRange:
    """Days of publication, both included; None is open."""

    start: dt.date | None
    end: dt.date | None
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    """Everything but what ``node`` matches."""

    node: Node
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class And:
    """All of ``nodes``; an And of nothing matches everything."""

    nodes: tuple[Node, ...]
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Or:
    """Any of ``nodes``."""

    nodes: tuple[Node, ...]
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is chosen of a facet beside the query: any of ``ids``, if there are some, no ``excluded``."""

    name: str
    ids: tuple[str, ...]
    excluded: tuple[str, ...] = ()
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class AtLeast:
    """A relaxed query: all of ``required``, and ``count`` of the ``words``."""

    count: int
    words: tuple[Word, ...]
    required: tuple[Node, ...]
    span: Span = field(default=NOWHERE, compare=False)


Node = Word | Phrase | Prefix | Field | DateRange | Not | And | Or | Chosen | AtLeast
Text = Word | Phrase | Prefix
"""The leaves that match text, and can be highlighted."""

EVERYTHING = And(())


def leaves(node: Node, *, excluded: bool = True) -> Iterator[Word | Phrase | Prefix | Field | DateRange]:
    """Yield the leaves in the order typed, those under a Not only if ``excluded``."""
    match node:
        case And(nodes) | Or(nodes):
            for child in nodes:
                yield from leaves(child, excluded=excluded)
        case Not(child):
            if excluded:
                yield from leaves(child, excluded=excluded)
        case AtLeast(_, words, required):
            yield from leaves(And((*required, *words)), excluded=excluded)
        case Chosen():
            pass
        case _:
            yield node


def texts(node: Node) -> tuple[Text, ...]:
    """Return the words, phrases and prefixes that are asked for, exclusions left out."""
    return tuple(leaf for leaf in leaves(node, excluded=False) if isinstance(leaf, Word | Phrase | Prefix))
