"""Facet values: which a request means, what they are called."""

from __future__ import annotations

from collections.abc import Iterable, Set

from index.article import KINDS
from index.identity import slug
from search.columns import Columns
from search.names import ids_of_form

QUOTE_FIELDS = ("speaker", "kind", "implies", "verb")
"""Values that only quotes have; outlet, topic and date an article has too."""

KIND_LABELS = {"direct": "Quoted", "mixed": "Partly quoted", "indirect": "Reported"}
_KIND_IDS = {slug(label): kind for kind, label in KIND_LABELS.items()}


def resolve(columns: Columns, field: str, value: str) -> tuple[str, ...]:
    """Return the ids a value means: an id, a name, or else every id that has all of its words.

    Nothing where no document has such a value. "Partly quoted" means mixed. Where some article says no more
    than "Rubio", rubio is an id, which that one alone has, and "Rubio" a name, which marco-rubio has too.
    """
    return _resolved(columns, field, value, exactly=value == slug(value) or not _single_name(field, value))


def resolve_typed(columns: Columns, field: str, value: str) -> tuple[str, ...]:
    """Return the ids a value typed into the search box means: a single name is everybody of that name.

    Who types speaker:rubio means rubio and marco-rubio, while a link to rubio means that one.
    """
    return _resolved(columns, field, value, exactly=not _single_name(field, value))


def _single_name(field: str, value: str) -> bool:
    return field == "speaker" and "-" not in slug(value)


def _resolved(columns: Columns, field: str, value: str, exactly: bool) -> tuple[str, ...]:
    wanted = slug(value)
    if field == "kind":
        kind = _KIND_IDS.get(wanted, wanted)
        return (kind,) if kind in KINDS else ()
    if exactly and columns.first(field, wanted) is not None:
        return (wanted,)
    words = set(wanted.split("-"))
    names = columns.places_of(field)
    found = tuple(name for name in names if words <= set(name.split("-")))
    return found or (_by_other_names(columns, names, words) if field == "speaker" else ())


def _by_other_names(columns: Columns, names: Iterable[str], words: Set[str]) -> tuple[str, ...]:
    """Return the ids of speakers whom some article names so, or whose id lacks no more than initials."""
    longer = {word for word in words if len(word) > 1}
    return ids_of_form(columns, lambda form: words <= set(form.split("-"))) or tuple(
        name for name in names if len(longer) > 1 and longer <= set(name.split("-"))
    )
