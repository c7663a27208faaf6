"""Matches → facets: for each value how many matches have it, the facet's own filter left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np

from index.identity import slug
from search.arrays import Docs, positive
from search.columns import Columns
from search.counting import Tally
from search.date_facet import date_facet
from search.page import Bucket, Facet
from search.request import Filter, SearchRequest

MAX_BUCKETS = 20  # of one facet on a page of results; the chosen values come on top
FEW_VALUES = 100  # so many are sorted in less time than it takes to look for the largest first

LABELS = {
    "speaker": "Speaker",
    "topic": "Topic",
    "outlet": "Outlet",
    "date": "Date",
    "kind": "How it was said",
    "implies": "What the verb implies",
    "verb": "Verb",
}
"""What the facets are called; they come in this order."""

Label = Callable[[str, str], str]
"""A facet's name and an id → what people call it."""


def count_facets(columns: Columns, request: SearchRequest, tally: Tally, label: Label) -> tuple[Facet, ...]:
    """Return the facets that the request asks for of its matches; its filter values are ids."""
    return tuple(
        date_facet(columns, request, LABELS[name], tally.of(name))
        if name == "date"
        else value_facet(columns, request, tally, label, name)
        for name in request.facets
    )


def value_facet(
    columns: Columns,
    request: SearchRequest,
    tally: Tally,
    label: Label,
    name: str,
    *,
    find: str = "",
    size: int = MAX_BUCKETS,
    skip: int | None = None,
) -> Facet:
    """Return one facet: its ``size`` commonest values and those chosen.

    With ``find`` only values with words that begin like all of its words, and those chosen; the rest count
    as ``other``. With ``skip`` it is a page of a list: the values after the commonest ``skip``, and what is
    chosen has no place but its own.
    """
    counts, missing = tally.of(name)
    called = columns.keep(("called", name), lambda: _Called(columns, name, label)).of
    shown = _beginning(columns, name, counts, find) if find.strip() else counts
    most, different = largest(shown, (skip or 0) + size)
    found = [(count, *called(code)) for count, code in most[skip or 0 :]]
    chosen = [filter for filter in request.filters if filter.facet == name]
    if chosen and skip is None:
        there = {value for _, _, value in found}
        for value in dict.fromkeys(filter.value for filter in chosen if filter.value not in there):
            count = sum(int(counts[code]) for code in columns.codes_of(name, [value]))
            found.append((-count, label(name, value), value))
    found.sort()
    total = int(counts.sum())
    return Facet(
        name=name,
        label=LABELS[name],
        buckets=_buckets(found, chosen),
        total=total,
        other=total + sum([count for count, _, _ in found]),
        missing=missing,
        size=different,
    )


def _buckets(found: Sequence[tuple[int, str, str]], chosen: Sequence[Filter]) -> tuple[Bucket, ...]:
    """Return buckets for counts below 0, labels and values."""
    if not chosen:
        return tuple([Bucket(value, label, -count) for count, label, value in found])
    selected = {filter.value for filter in chosen if not filter.excluded}
    excluded = {filter.value for filter in chosen if filter.excluded}
    return tuple(
        Bucket(value, label, -count, value in selected, value in excluded) for count, label, value in found
    )


def begins_with(value: str, find: str) -> bool:
    """Whether each word of ``find`` begins a word of an id.

    >>> begins_with("mark-rutte", "rut ma"), begins_with("mark-rutte", "utte")
    (True, False)
    """
    return all(f"-{word}" in f"-{value}" for word in slug(find).split("-")) if find.strip() else True


def _beginning(columns: Columns, name: str, counts: Docs, find: str) -> Docs:
    """Return the counts of the values that begin like what is looked for, 0 for the others."""
    names = columns.names(name)
    found = np.zeros_like(counts)
    for code in positive(counts).tolist():
        if begins_with(names[code].decode("utf-8"), find):
            found[code] = counts[code]
    return found


class _Called:
    """A facet's values by their codes, and what people call them, each looked up once."""

    def __init__(self, columns: Columns, name: str, label: Label) -> None:
        self._names = columns.names(name)
        self._name = name
        self._label = label
        self.of = lru_cache(None)(self._of)

    def _of(self, code: int) -> tuple[str, str]:
        """Return what people call a value, and its id."""
        value = self._names[code].decode("utf-8")
        return self._label(self._name, value), value


def largest(counts: Docs, size: int) -> tuple[list[tuple[int, int]], int]:
    """Return the ``size`` codes counted most, of equal ones the first, and how many are counted at all.

    Each code stands after its count with a minus.
    """
    codes, values = positive(counts), len(counts)
    keys = codes - counts.take(codes) * values  # no two are the same
    if len(keys) > max(size, FEW_VALUES):
        keys.partition(size - 1)
        keys = keys[:size]
    return [divmod(key, values) for key in sorted(keys.tolist())[:size]], len(codes)
