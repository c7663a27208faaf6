"""Facet values: which a request means, what they are called."""

from __future__ import annotations

from index.article import KINDS
from index.identity import slug
from search.columns import Columns

QUOTE_FIELDS = ("speaker", "kind")
"""Values that only quotes have; outlet, topic and date an article has too."""

KIND_LABELS = {"direct": "Quoted", "mixed": "Partly quoted", "indirect": "Reported"}
_KIND_IDS = {slug(label): kind for kind, label in KIND_LABELS.items()}


def resolve(columns: Columns, field: str, value: str) -> tuple[str, ...]:
    """Return the ids a value means: an id, a name, or else every id that has all of its words.

    Nothing where no document has such a value. "rubio" means marco-rubio, "Partly quoted" mixed.
    """
    return _resolved(columns, field, value, exactly=True)


def resolve_typed(columns: Columns, field: str, value: str) -> tuple[str, ...]:
    """Return the ids a value typed into the search box means: a single name is everybody of that name.

    Some article says no more than "Rubio", so that there is a rubio beside marco-rubio; who types
    speaker:Rubio means both, while a link to rubio means that one.
    """
    return _resolved(columns, field, value, exactly=field != "speaker" or "-" in slug(value))


def _resolved(columns: Columns, field: str, value: str, exactly: bool) -> tuple[str, ...]:
    wanted = slug(value)
    if field == "kind":
        kind = _KIND_IDS.get(wanted, wanted)
        return (kind,) if kind in KINDS else ()
    if exactly and columns.first(field, wanted) is not None:
        return (wanted,)
    words = set(wanted.split("-"))
    return tuple(name for name in columns.places_of(field) if words <= set(name.split("-")))
