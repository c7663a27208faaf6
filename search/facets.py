"""Matches → facets: for each value how many matches have it, the facet's own filter left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Literal

import numpy as np

from index.identity import slug
from index.schema import GATHERED
from search.arrays import Docs, leading
from search.columns import Columns
from search.days import period_of
from search.matching import Matches
from search.page import Bucket, Facet
from search.request import FacetName, SearchRequest
from search.spaces import Space, articles_among
from search.values import QUOTE_FIELDS

MAX_BUCKETS = 20  # of one facet on a page of results; the chosen values come on top
MAX_DATE_BUCKETS = 24
FEW_VALUES = 256  # so many are sorted in less time than it takes to look for the largest first

LABELS = {
    "speaker": "Speaker",
    "topic": "Topic",
    "outlet": "Outlet",
    "date": "Date",
    "kind": "How it was said",
    "implies": "What the verb implies",
    "verb": "Verb",
}
"""The facets in the order of the page."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)

Step = Literal["day", "month", "year"]
_UNITS: dict[Step, Literal["D", "M", "Y"]] = {"day": "D", "month": "M", "year": "Y"}
_DAY_ONE = np.datetime64("0001-01-01", "D")

Dates = np.ndarray[Any, np.dtype[np.datetime64]]
Label = Callable[[str, str], str]
"""A facet's name and an id → what people call it."""


def count_facets(
    columns: Columns, request: SearchRequest, matches: Matches, label: Label
) -> tuple[Facet, ...]:
    """Return the facets of the matches in the order of LABELS; the request's filter values are ids."""
    return (
        value_facet(columns, request, matches, label, "speaker"),
        value_facet(columns, request, matches, label, "topic"),
        value_facet(columns, request, matches, label, "outlet"),
        _date_facet(columns, request, matches),
        value_facet(columns, request, matches, label, "kind"),
        value_facet(columns, request, matches, label, "implies"),
        value_facet(columns, request, matches, label, "verb"),
    )


# Values


def value_facet(
    columns: Columns,
    request: SearchRequest,
    matches: Matches,
    label: Label,
    name: FacetName,
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
    counts, missing = counted(columns, matches, name)
    called = columns.keep(("called", name), lambda: _Called(columns, name, label)).of
    chosen, excluded = request.chosen(name), request.chosen(name, excluded=True)
    wanted = _beginning(columns, name, counts, find) if find.strip() else counts
    largest = _largest(wanted, (skip or 0) + size)[skip or 0 :]
    found = [(*called(code), count) for code, count in zip(largest, counts[largest].tolist(), strict=True)]
    for value in dict.fromkeys((*chosen, *excluded)) if skip is None else ():
        if all(value != shown[0] for shown in found):
            count = sum(int(counts[code]) for code in columns.codes_of(name, [value]))
            found.append((value, label(name, value), count))
    found.sort(key=lambda shown: (-shown[2], shown[1]))
    total = int(counts.sum())
    return Facet(
        name=name,
        label=LABELS[name],
        buckets=tuple(
            Bucket(
                value=value, label=shown, count=count, selected=value in chosen, excluded=value in excluded
            )
            for value, shown, count in found
        ),
        total=total,
        other=total - sum(shown[2] for shown in found),
        missing=missing,
        size=int(np.count_nonzero(wanted)),
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
    for code in np.flatnonzero(counts).tolist():
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
        value = self._names[code].decode("utf-8")
        return value, self._label(self._name, value)


def _largest(counts: Docs, size: int) -> list[int]:
    """Return the ``size`` values that are counted most, of equal ones the first; none that is not counted."""
    if len(counts) <= FEW_VALUES:
        order: list[int] = np.argsort(-counts, kind="stable")[:size].tolist()
        return [code for code in order if counts[code]]
    found = np.flatnonzero(counts)
    found = found[leading(counts[found], size)]
    largest: list[int] = found[np.argsort(-counts[found], kind="stable")][:size].tolist()
    return largest


def counted(columns: Columns, matches: Matches, name: str) -> tuple[Docs, int]:
    """Return how many matches have each value, by its code, and how many have none.

    A condition on the facet itself is left out.
    """
    selection = matches.selection(name if name in matches.conditions else None)
    space, slots = selection.space, selection.slots
    if name in QUOTE_FIELDS and matches.view == "articles":
        if not (space.whole and space.gathers(name)):
            return _count_of_articles(columns, name, _quotes_of(columns, space, slots))
        counts, missing = space.count(name, slots)
        return _spread(columns, name, counts), missing
    if matches.view == "articles" and not space.whole:
        slots, _ = articles_among(columns, slots)
        space = Space(columns, "articles")
    return space.count(name, slots)


def _quotes_of(columns: Columns, space: Space, slots: Docs) -> tuple[Docs, int]:
    """Return the quotes whose values count, and of how many articles."""
    if space.whole:
        mask = np.zeros(len(columns.article_docs), dtype=bool)
        mask[slots] = True
        return np.flatnonzero(columns.quotes & mask[columns.article_of]), len(slots)
    return slots, len(articles_among(columns, slots)[0])


def _count_of_articles(columns: Columns, name: str, quotes: tuple[Docs, int]) -> tuple[Docs, int]:
    """Count the articles that have a value in any of the quotes, each once a value."""
    docs, articles = quotes
    codes, width = columns.codes(name), len(columns.names(name))
    pairs = np.unique(columns.article_of[docs].astype(np.int64) * (width + 1) + codes.first[docs])
    having, found = np.divmod(pairs, width + 1)
    has = found < width
    counts = np.bincount(found[has], minlength=width)
    return counts, articles - len(np.unique(having[has]))


def _spread(columns: Columns, name: str, counts: Docs) -> Docs:
    """Return counts by the codes of the articles' gathered values as counts by the codes of the quotes' own.

    They are the same values in the same order, unless a merge has kept some for one and not for the other.
    """
    own, gathered = columns.names(name), columns.names(GATHERED[name])
    if len(own) == len(gathered):
        return counts
    spread = np.zeros(len(own), np.int64)
    places = {term: place for place, term in enumerate(own)}
    for place in np.flatnonzero(counts).tolist():
        spread[places[gathered[place]]] = counts[place]
    return spread


# Dates


def _date_facet(columns: Columns, request: SearchRequest, matches: Matches) -> Facet:
    by_day, missing = counted(columns, matches, "date")
    codes = np.flatnonzero(by_day)
    dates = _DAY_ONE + (columns.day_values[codes] - 1)
    step, periods, counts = _stepped(dates, by_day[codes])
    recent = zip(periods[-MAX_DATE_BUCKETS:], counts[-MAX_DATE_BUCKETS:], strict=True)
    buckets = [_date_bucket(step, period.item(), int(count), request) for period, count in recent]
    if extra := _chosen_period(request, step):
        bucket = _date_bucket(
            step, extra, int(counts[periods == np.datetime64(extra, _UNITS[step])].sum()), request
        )
        if all(bucket.value != shown.value for shown in buckets):
            buckets = sorted([*buckets, bucket], key=lambda shown: shown.value)
    total = int(by_day.sum())
    return Facet(
        name="date",
        label=LABELS["date"],
        buckets=tuple(buckets),
        total=total,
        other=total - sum(bucket.count for bucket in buckets),
        missing=missing,
        size=len(periods),
        step=step,
    )


def _stepped(dates: Dates, counts: Docs) -> tuple[Step, Dates, Docs]:
    """Return the finest step that gives a readable number of periods, the periods, and their counts.

    ``dates`` ascend, each once.
    """
    for step, unit in _UNITS.items():
        periods = dates.astype(f"M8[{unit}]")
        starts = np.flatnonzero(np.concatenate(([True], periods[1:] != periods[:-1]))[: len(periods)])
        if len(starts) <= MAX_DATE_BUCKETS or step == "year":
            break
    return step, periods[starts], np.add.reduceat(counts, starts) if len(starts) else counts


def _date_bucket(step: Step, first: dt.date, count: int, request: SearchRequest) -> Bucket:
    value, label, start, end = _period(step, first)
    chosen = bool(request.start or request.end)
    within = chosen and (request.start or start) <= start and end <= (request.end or end)
    return Bucket(value=value, label=label, count=count, selected=within, start=start, end=end)


@lru_cache(1_000)
def _period(step: Step, first: dt.date) -> tuple[str, str, dt.date, dt.date]:
    """Return a period's value in a URL, its name, its first and its last day."""
    year, month, day = first.year, first.month, first.day
    parts = {"day": (year, month, day), "month": (year, month), "year": (year,)}[step]
    start, end = period_of(*parts)
    label = {
        "day": f"{day} {MONTHS[month - 1]} {year}",
        "month": f"{MONTHS[month - 1]} {year}",
        "year": str(year),
    }[step]
    return start.isoformat()[: {"day": 10, "month": 7, "year": 4}[step]], label, start, end


def _chosen_period(request: SearchRequest, step: Step) -> dt.date | None:
    """Return the first day of the period the request chooses, where it is just one of that step."""
    if not (request.start and request.end):
        return None
    day = request.start
    parts = {"day": (day.year, day.month, day.day), "month": (day.year, day.month), "year": (day.year,)}[step]
    return day if period_of(*parts) == (request.start, request.end) else None
