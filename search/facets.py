"""Matches → facets: for each value how many matches have it, the facet's own filter left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Literal, NamedTuple

import numpy as np

from index.identity import slug
from search.arrays import Docs, Mask
from search.columns import Columns
from search.days import period_of
from search.matching import Matches
from search.page import Bucket, Facet
from search.request import FacetName, SearchRequest
from search.values import QUOTE_FIELDS, articles_of

MAX_BUCKETS = 20  # of one facet on a page of results; the chosen values come on top
MAX_DATE_BUCKETS = 24

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

Label = Callable[[str, str], str]
"""A facet's name and an id → what people call it."""


class _Counts(NamedTuple):
    """How many matches have each value, by the value's place among the names, and how many have none."""

    counts: Docs
    missing: int


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
) -> Facet:
    """Return one facet: its ``size`` commonest values and those chosen.

    With ``find`` only values with words that begin like all of its words, and those chosen; the rest count
    as ``other``.
    """
    leaves = matches.leaves(without=name)
    counts, missing = _count(columns, request, name, leaves)
    names = columns.values(name).names
    chosen, excluded = request.chosen(name), request.chosen(name, excluded=True)
    found = {names[code]: int(counts[code]) for code in map(int, np.flatnonzero(counts))}
    wanted = {value: count for value, count in found.items() if begins_with(value, find)}
    shown = dict(sorted(wanted.items(), key=lambda item: (-item[1], item[0]))[:size])
    shown |= {value: found.get(value, 0) for value in (*chosen, *excluded)}
    buckets = [
        Bucket(
            value=value,
            label=label(name, value),
            count=count,
            selected=value in chosen,
            excluded=value in excluded,
        )
        for value, count in shown.items()
    ]
    buckets.sort(key=lambda bucket: (-bucket.count, bucket.label))
    total = int(counts.sum())
    return Facet(
        name=name,
        label=LABELS[name],
        buckets=tuple(buckets),
        total=total,
        other=total - sum(shown.values()),
        missing=missing,
        size=len(wanted),
    )


def begins_with(value: str, find: str) -> bool:
    """Whether each word of ``find`` begins a word of an id.

    >>> begins_with("mark-rutte", "rut ma"), begins_with("mark-rutte", "utte")
    (True, False)
    """
    return all(f"-{word}" in f"-{value}" for word in slug(find).split("-")) if find.strip() else True


def _count(columns: Columns, request: SearchRequest, name: FacetName, leaves: Mask) -> _Counts:
    values = columns.values(name)
    if request.view == "articles" and name in QUOTE_FIELDS:
        return _count_of_articles(columns, name, leaves)
    units = _units(columns, request, leaves)
    counted = units[values.docs]
    having = np.zeros(columns.size, dtype=bool)
    having[values.docs[counted]] = True
    counts = np.bincount(values.codes[counted], minlength=len(values.names))
    return _Counts(counts, int(units.sum() - having.sum()))


def _count_of_articles(columns: Columns, name: FacetName, leaves: Mask) -> _Counts:
    """Count the articles that have a value in any of their matching quotes, each once a value."""
    values = columns.values(name)
    width = len(values.names) or 1
    counted = leaves[values.docs]
    pairs = np.unique(columns.parent[values.docs[counted]] * width + values.codes[counted])
    articles, codes = np.divmod(pairs, width)
    counts = np.bincount(codes, minlength=len(values.names))
    having = np.zeros(columns.size, dtype=bool)
    having[articles] = True
    return _Counts(counts, int(articles_of(columns, leaves).sum() - having.sum()))


def _units(columns: Columns, request: SearchRequest, leaves: Mask) -> Mask:
    """Return the documents to count: the leaves, or their articles in the articles view."""
    return leaves if request.view == "quotes" else articles_of(columns, leaves)


# Dates


def _date_facet(columns: Columns, request: SearchRequest, matches: Matches) -> Facet:
    units = _units(columns, request, matches.leaves(without="date"))
    days = columns.days[units]
    dates = _DAY_ONE + (days[days > 0] - 1)
    step, periods, counts = _stepped(dates)
    found = [
        _date_bucket(step, period.item(), int(count), request)
        for period, count in zip(periods, counts, strict=True)
    ]
    buckets = found[-MAX_DATE_BUCKETS:]
    if extra := _chosen_period(request, step):
        known = {bucket.value: bucket for bucket in found}
        bucket = _date_bucket(step, extra, 0, request)
        if all(bucket.value != shown.value for shown in buckets):
            buckets = sorted([*buckets, known.get(bucket.value, bucket)], key=lambda shown: shown.value)
    return Facet(
        name="date",
        label=LABELS["date"],
        buckets=tuple(buckets),
        total=len(dates),
        other=len(dates) - sum(bucket.count for bucket in buckets),
        missing=len(days) - len(dates),
        size=len(periods),
        step=step,
    )


def _stepped(
    dates: np.ndarray[tuple[int, ...], np.dtype[np.datetime64]],
) -> tuple[Step, np.ndarray[tuple[int, ...], np.dtype[np.datetime64]], Docs]:
    """Return the finest step that gives a readable number of periods, the periods, and their counts."""
    for step, unit in _UNITS.items():
        periods, counts = np.unique(dates.astype(f"M8[{unit}]"), return_counts=True)
        if len(periods) <= MAX_DATE_BUCKETS or step == "year":
            break
    return step, periods, counts


def _date_bucket(step: Step, first: dt.date, count: int, request: SearchRequest) -> Bucket:
    year, month, day = first.year, first.month, first.day
    parts = {"day": (year, month, day), "month": (year, month), "year": (year,)}[step]
    start, end = period_of(*parts)
    label = {
        "day": f"{day} {MONTHS[month - 1]} {year}",
        "month": f"{MONTHS[month - 1]} {year}",
        "year": str(year),
    }[step]
    within = (request.start or start) <= start and end <= (request.end or end)
    return Bucket(
        value=start.isoformat()[: {"day": 10, "month": 7, "year": 4}[step]],
        label=label,
        count=count,
        selected=within and bool(request.start or request.end),
        start=start,
        end=end,
    )


def _chosen_period(request: SearchRequest, step: Step) -> dt.date | None:
    """Return the first day of the period the request chooses, where it is just one of that step."""
    if not (request.start and request.end):
        return None
    day = request.start
    parts = {"day": (day.year, day.month, day.day), "month": (day.year, day.month), "year": (day.year,)}[step]
    return day if period_of(*parts) == (request.start, request.end) else None
