"""Counts by day → a histogram over time: periods of one length without a gap, as fine as can be read."""

from __future__ import annotations

import numpy as np

from search.arrays import Docs, positive
from search.columns import Columns
from search.page import Bar, Histogram
from search.periods import STEPS, Step, days_of_each, periods
from search.request import SearchRequest

MAX_BARS = 60  # at 320 px a bar still has four of them
MIN_DAYS = 14  # shown of a search whose days are few, so that two of them do not look like all time


def histogram(columns: Columns, request: SearchRequest, by_day: Docs) -> Histogram | None:
    """Return how dated matches, counted by the code of the day, spread over time; None without any.

    By days there are MIN_DAYS bars at least, those around the matches empty.
    """
    codes = positive(by_day)
    if not len(codes):
        return None
    step = _step(columns, int(codes[0]), int(codes[-1]))
    places = periods(columns, step)[codes]
    first, size = int(places[0]), int(places[-1] - places[0]) + 1
    if step == "day" and size < MIN_DAYS:
        first, size = max(1, first - (MIN_DAYS - size) // 2), MIN_DAYS
    counts = np.bincount(places - first, by_day[codes], minlength=size).astype(np.int64).tolist()
    starts, ends = days_of_each(step, first, size)
    if not (request.start or request.end):
        return Histogram(step, tuple(map(Bar, starts, ends, counts)))
    chosen = [
        (request.start or start) <= end and start <= (request.end or end)
        for start, end in zip(starts, ends, strict=True)
    ]
    return Histogram(step, tuple(map(Bar, starts, ends, counts, chosen)))


def _step(columns: Columns, first: int, last: int) -> Step:
    """Return the finest step with no more than MAX_BARS bars from one code's day to another's."""
    for step in STEPS:
        numbers = periods(columns, step)
        if numbers[last] - numbers[first] < MAX_BARS:
            return step
    return "century"
