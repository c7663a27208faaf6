"""What the writer does with a field's values, told once from its type and not for each document."""

from __future__ import annotations

from dataclasses import dataclass

from whoosh.analysis import IDTokenizer
from whoosh.fields import ID, FieldType
from whoosh.formats import Existence, Positions


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done with a field's values."""

    field: FieldType
    indexed: bool
    stored: bool
    scorable: bool
    is_text: bool  # its texts can be taken apart by chunks
    is_id: bool  # a value is a term, as it is
    is_exact: bool  # nothing is kept but which documents have a term
    has_more: bool  # words for spelling, a term vector or a column
    boost: float


def plan_for(field: FieldType) -> Plan:
    """Return what a field's type asks for."""
    boost = field.format.field_boost if field.indexed else 1.0
    has_more = bool(field.separate_spelling() or field.vector or field.column_type)
    chunks = type(field.format) is Positions and hasattr(field.analyzer, "longest_chunk")
    return Plan(
        field=field,
        indexed=bool(field.indexed),
        stored=bool(field.stored),
        scorable=bool(field.scorable),
        is_text=chunks and boost == 1.0 and not field.vector and not field.separate_spelling(),
        is_id=type(field) is ID and type(field.analyzer) is IDTokenizer,
        is_exact=type(field.format) is Existence and boost == 1.0,
        has_more=has_more,
        boost=boost,
    )
