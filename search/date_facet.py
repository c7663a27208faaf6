"""Counts by day → the date facet: days, months or years, whichever can still be read."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache, partial
from typing import Literal

import numpy as np

from search.arrays import Docs, positive
from search.codes import Counted
from search.columns import Columns
from search.days import period_of
from search.page import Bucket, Facet
from search.periods import days_of, numbered, periods
from search.request import SearchRequest

MAX_DATE_BUCKETS = 24
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)

Step = Literal["day", "month", "year"]
_STEPS: tuple[Step, ...] = ("day", "month", "year")


def date_facet(columns: Columns, request: SearchRequest, label: str, counted: Counted) -> Facet:
    """Return the facet of matches that were counted by the code of the day: the latest periods.

    What the request chooses is there too, where it is just one period.
    """
    by_day, missing = counted
    step, numbers, counts = _stepped(columns, by_day)
    shown = dict(zip(numbers[-MAX_DATE_BUCKETS:], counts[-MAX_DATE_BUCKETS:], strict=True))
    chosen = _chosen_period(request, step)
    if chosen is not None and chosen not in shown:
        shown[chosen] = dict(zip(numbers, counts, strict=True)).get(chosen, 0)
    total = sum(counts)
    return Facet(
        name="date",
        label=label,
        buckets=tuple([_bucket(step, number, shown[number], request) for number in sorted(shown)]),
        total=total,
        other=total - sum(shown.values()),
        missing=missing,
        size=len(numbers),
        step=step,
    )


def _stepped(columns: Columns, by_day: Docs) -> tuple[Step, list[int], list[int]]:
    """Return the finest step that gives a readable number of periods, their numbers, and their counts."""
    for step in _STEPS:
        numbers, starts = columns.keep(("firsts", step), partial(_firsts, columns, step))
        counts = by_day if len(starts) == len(by_day) else np.add.reduceat(by_day, starts)
        if step == "year" or np.count_nonzero(counts) <= MAX_DATE_BUCKETS:
            break
    there = positive(counts)
    return step, numbers.take(there).tolist(), counts.take(there).tolist()


def _firsts(columns: Columns, step: Step) -> tuple[Docs, Docs]:
    """Return the numbers of the periods in which dates of the index lie, and the code of each one's first."""
    numbers, starts = np.unique(periods(columns, step), return_index=True)
    return numbers, starts


def _bucket(step: Step, number: int, count: int, request: SearchRequest) -> Bucket:
    value, label, start, end = _period(step, number)
    within = bool(request.start or request.end)
    within = within and (request.start or start) <= start and end <= (request.end or end)
    return Bucket(value, label, count, within, False, start, end)


@lru_cache(1_000)
def _period(step: Step, number: int) -> tuple[str, str, dt.date, dt.date]:
    """Return a period's value in a URL, its name, its first and its last day."""
    start, end = days_of(step, number)
    month = MONTHS[start.month - 1]
    label = {"day": f"{start.day} {month} {start.year}", "month": f"{month} {start.year}"}.get(
        step, str(start.year)
    )
    return start.isoformat()[: {"day": 10, "month": 7, "year": 4}[step]], label, start, end


def _chosen_period(request: SearchRequest, step: Step) -> int | None:
    """Return the number of the period the request chooses, where it is just one of that step."""
    if not (request.start and request.end):
        return None
    day = request.start
    parts = {"day": (day.year, day.month, day.day), "month": (day.year, day.month), "year": (day.year,)}[step]
    if period_of(*parts) != (request.start, request.end):
        return None
    return int(numbered(np.array([day.toordinal()]), step)[0])
