"""Days → numbered periods of one length, from days to centuries, and back to their first and last days."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Literal

import numpy as np

from search.arrays import Docs
from search.columns import Columns

Step = Literal["day", "week", "month", "quarter", "year", "decade", "century"]

_MONTHS: dict[Step, int] = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
STEPS: tuple[Step, ...] = ("day", "week", *_MONTHS)
"""The lengths of periods, shortest first."""

_DAY_ONE = np.datetime64("0001-01-01", "D")
_MONTHS_BEFORE_1970 = 1970 * 12
REMEMBERED = 10_000  # periods: a page of results shows some eighty


def periods(columns: Columns, step: Step) -> Docs:
    """Return the number of the period in which each date of the index lies, by the date's code; ascending."""
    return columns.keep(("periods", step), lambda: numbered(columns.day_values, step))


def numbered(days: Docs, step: Step) -> Docs:
    """Return for each day (``date.toordinal()``) the number of its period."""
    if step == "day":
        return days
    if step == "week":
        return (days - 1) // 7  # the first day of the calendar is a Monday
    months = (_DAY_ONE + (days - 1)).astype("M8[M]").astype(np.int64) + _MONTHS_BEFORE_1970
    found: Docs = months // _MONTHS[step]
    return found


@lru_cache(REMEMBERED)
def days_of(step: Step, number: int) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of a period."""
    following = _start(step, number + 1)
    last = following - dt.timedelta(1) if following < dt.date.max else following
    return _start(step, number), last


@lru_cache(REMEMBERED // 100)
def days_of_each(step: Step, first: int, size: int) -> tuple[tuple[dt.date, ...], tuple[dt.date, ...]]:
    """Return the first days and the last days of so many periods, one or more, that follow one another."""
    starts, ends = zip(*[days_of(step, number) for number in range(first, first + size)], strict=True)
    return starts, ends


def _start(step: Step, number: int) -> dt.date:
    if step in ("day", "week"):
        day = number if step == "day" else number * 7 + 1
        return dt.date.fromordinal(min(day, dt.date.max.toordinal()))
    year, month = divmod(number * _MONTHS[step], 12)
    return dt.date(max(year, 1), month + 1, 1) if year <= dt.MAXYEAR else dt.date.max
