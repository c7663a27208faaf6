"""Facet values: which a request means, which documents have them, what they are called."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence, Set

import numpy as np

from index.article import KINDS
from index.identity import slug
from search.arrays import Mask
from search.columns import Columns
from search.names import ids_of_form
from search.request import View

QUOTE_FIELDS = ("speaker", "kind", "implies", "verb")
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
    names: Sequence[str] = columns.values(field).names
    if exactly and wanted in names:
        return (wanted,)
    words = set(wanted.split("-"))
    found = tuple(name for name in names if words <= set(name.split("-")))
    return found or (_by_other_names(columns, names, words) if field == "speaker" else ())


def _by_other_names(columns: Columns, names: Sequence[str], words: Set[str]) -> tuple[str, ...]:
    """Return the ids of speakers whom some article names so, or whose id lacks no more than initials."""
    longer = {word for word in words if len(word) > 1}
    return ids_of_form(columns, lambda form: words <= set(form.split("-"))) or tuple(
        name for name in names if len(longer) > 1 and longer <= set(name.split("-"))
    )


def values_mask(columns: Columns, view: View, field: str, ids: Iterable[str]) -> Mask:
    """Return the leaves that have any of the ids: in the articles view, by their article's values."""
    values = columns.values(field)
    codes = [code for code, name in enumerate(values.names) if name in set(ids)]
    mask = np.zeros(columns.size, dtype=bool)
    mask[values.docs[np.isin(values.codes, codes)]] = True
    return mask[columns.parent] if view == "articles" and field not in QUOTE_FIELDS else mask


def days_mask(columns: Columns, start: dt.date | None, end: dt.date | None) -> Mask:
    """Return the documents dated within the days, both included; undated ones fall outside."""
    days = columns.days
    mask: Mask = days > 0
    if start is not None:
        mask &= days >= start.toordinal()
    if end is not None:
        mask &= days <= end.toordinal()
    return mask


def articles_of(columns: Columns, leaves: Mask) -> Mask:
    """Return the articles that any of the leaves belongs to."""
    articles = np.zeros(columns.size, dtype=bool)
    articles[columns.parent[leaves]] = True
    return articles
