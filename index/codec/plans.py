"""What the writer does with a field's values, told once from its type and not for each document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from whoosh.analysis import IDTokenizer
from whoosh.fields import ID, FieldType
from whoosh.formats import Existence, Positions

REMEMBERED = 50_000  # values of a field whose terms are remembered

Item = tuple[bytes, int, float, bytes]
"""What Whoosh's fields give for a term: the term, its frequency, weight and value."""
Taken = Literal["text", "terms", "items", "nothing"]
"""How values are taken in: whole, to be taken apart by chunks; as terms, where nothing is kept but which
documents have them; as the items of Whoosh's field; not at all, for a field that is only stored."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done with a field's values."""

    name: str
    field: FieldType
    taken: Taken
    stored: bool
    scorable: bool
    has_more: bool  # words for spelling, a term vector or a column
    terms: Callable[[Any], Sequence[bytes]]  # of a value
    items: Callable[[Any], Sequence[Item]]


def plan_for(name: str, field: FieldType) -> Plan:
    """Return what a field's type asks for."""
    return Plan(
        name=name,
        field=field,
        taken=_taken(field),
        stored=bool(field.stored),
        scorable=bool(field.scorable),
        has_more=bool(field.separate_spelling() or field.vector or field.column_type),
        terms=_terms_of_id if _is_id(field) else _remembered(lambda v: [item[0] for item in field.index(v)]),
        items=_remembered(field.index),
    )


def _taken(field: FieldType) -> Taken:
    if not field.indexed:
        return "nothing"
    if field.format.field_boost != 1.0:
        return "items"
    if type(field.format) is Existence:
        return "terms"
    by_chunks = type(field.format) is Positions and hasattr(field.analyzer, "longest_chunk")
    return "text" if by_chunks and not field.vector and not field.separate_spelling() else "items"


def _is_id(field: FieldType) -> bool:
    return type(field) is ID and type(field.analyzer) is IDTokenizer


def _terms_of_id(value: Any) -> Sequence[bytes]:
    """Return a value that is a term as it is, or each once of several."""
    if isinstance(value, str):
        return (value.encode("utf-8"),)
    return [one.encode("utf-8") for one in dict.fromkeys(value)]


def _remembered(found: Callable[[Any], Iterable[Any]]) -> Callable[[Any], Sequence[Any]]:
    """Return a function that keeps what is found for text and whole numbers."""
    kept = lru_cache(REMEMBERED)(lambda value: tuple(found(value)))
    return lambda value: kept(value) if isinstance(value, str | int) else tuple(found(value))
