"""Matches → a histogram over time: periods of one length without a gap, as fine as still can be read."""

from __future__ import annotations

import datetime as dt

import numpy as np

from search.arrays import Docs
from search.columns import Columns
from search.facets import counted
from search.matching import Matches
from search.page import Bar, Histogram
from search.request import SearchRequest

MAX_BARS = 60  # at 320 px a bar still has four of them
MIN_DAYS = 14  # shown of a search whose days are few, so that two of them do not look like all time

_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAY_ONE = np.datetime64("0001-01-01", "D")
_MONTHS_BEFORE_1970 = 1970 * 12


def histogram(columns: Columns, request: SearchRequest, matches: Matches) -> Histogram | None:
    """Return how the dated matches spread over time, the request's own days left out; None without any.

    By days there are MIN_DAYS bars at least, those around the matches empty.
    """
    by_day, _ = counted(columns, matches, "date")
    codes = np.flatnonzero(by_day)
    days = columns.day_values[codes]
    if not len(days):
        return None
    step = _step(int(days.min()), int(days.max()))
    places = _places(days, step)
    first, size = int(places.min()), int(np.ptp(places)) + 1
    if step == "day" and size < MIN_DAYS:
        first, size = max(1, first - (MIN_DAYS - size) // 2), MIN_DAYS
    counts = np.bincount(places - first, by_day[codes], minlength=size)
    return Histogram(
        step, tuple(_bar(step, first + place, int(count), request) for place, count in enumerate(counts))
    )


def _step(first: int, last: int) -> str:
    """Return the finest step with no more than MAX_BARS bars from one day to another, else centuries."""
    ends = np.array([first, last])
    for step in ("day", "week", *_MONTHS):
        start, end = _places(ends, step)
        if end - start < MAX_BARS:
            return step
    return "century"


def _places(days: Docs, step: str) -> Docs:
    """Return for each day (``date.toordinal()``) the number of its period."""
    if step == "day":
        return days
    if step == "week":
        return (days - 1) // 7  # the first day of the calendar is a Monday
    months = (_DAY_ONE + (days - 1)).astype("M8[M]").astype(np.int64) + _MONTHS_BEFORE_1970
    counted: Docs = months // _MONTHS[step]
    return counted


def _bar(step: str, place: int, count: int, request: SearchRequest) -> Bar:
    start, end = _start(step, place), _end(step, place)
    chosen = bool(request.start or request.end)
    within = (request.start or start) <= end and start <= (request.end or end)
    return Bar(start, end, count, chosen and within)


def _end(step: str, place: int) -> dt.date:
    following = _start(step, place + 1)
    return following - dt.timedelta(1) if following < dt.date.max else following


def _start(step: str, place: int) -> dt.date:
    if step in ("day", "week"):
        day = place if step == "day" else place * 7 + 1
        return dt.date.fromordinal(min(day, dt.date.max.toordinal()))
    year, month = divmod(place * _MONTHS[step], 12)
    return dt.date(max(year, 1), month + 1, 1) if year <= dt.MAXYEAR else dt.date.max
