"""Days as they are typed in a query: a year, a month, a day, or two of them with ``..`` between."""

from __future__ import annotations

import calendar
import datetime as dt
import re

_DAYS = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
_LOOSE_DAYS = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_HOW = "Write date:2025, date:2025-04, date:2025-04-03 or date:2025-04-01..2025-04-30."

Period = tuple[dt.date, dt.date]
"""The first and the last day, both included."""


def day_range(text: str) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and last day a text stands for, None where it is open; ValueError for no date.

    >>> day_range("2025-04..")
    (datetime.date(2025, 4, 1), None)
    """
    first, dots, last = text.partition("..")
    if not dots:
        return _period(first)
    if not first and not last:
        raise ValueError(f"A range of dates needs a beginning or an end. {_HOW}")
    start = _period(first)[0] if first else None
    end = _period(last)[1] if last else None
    if start and end and start > end:
        raise ValueError(f"The dates run backwards: {text}. {_HOW}")
    return start, end


def mended_days(text: str) -> str | None:
    """Return what a bad date may have meant, as it should be typed; None where nothing can be told.

    >>> mended_days("2025-4-31")
    '2025-04'
    """
    found = sorted(filter(None, (_longest_valid(match) for match in _LOOSE_DAYS.finditer(text))))
    if ".." in text and len(found) > 1:
        return f"{found[0]}..{found[-1]}"
    return found[0] if found else None


def period_of(year: int, month: int | None = None, day: int | None = None) -> Period:
    """Return the first and last day of a year, a month or a day; ValueError where there is none such."""
    if month is None:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    if day is None:
        first = dt.date(year, month, 1)
        return first, first.replace(day=calendar.monthrange(year, month)[1])
    return dt.date(year, month, day), dt.date(year, month, day)


def _period(text: str) -> Period:
    match = _DAYS.fullmatch(text.strip())
    if not match:
        raise ValueError(f"“{text}” is no date. {_HOW}")
    try:
        return period_of(*(int(part) for part in match.groups() if part))
    except ValueError as error:
        raise ValueError(f"There is no {text}. {_HOW}") from error


def _longest_valid(match: re.Match[str]) -> str | None:
    numbers = [int(part) for part in match.groups() if part]
    for length in range(len(numbers), 0, -1):
        try:
            period_of(*numbers[:length])
        except ValueError:
            continue
        return "-".join([f"{numbers[0]:04}", *(f"{n:02}" for n in numbers[1:length])])
    return None
