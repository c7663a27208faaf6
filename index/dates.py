"""Dates as people write them. A date is read only where day, month and year are all stated."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache

from dateutil import parser

LONGEST = 64  # characters; "Wednesday, 24 September 2025 at 10:15:30.000 a.m. GMT+00:00" has 60
DATELINE = 90  # characters a dateline has at most
# dateutil fills what is missing from a default: two defaults with nothing in common give that away.
_DEFAULTS = (dt.datetime(2000, 1, 1), dt.datetime(2003, 2, 2))

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
FULL_DATE = re.compile(
    rf"""(?<![\w-])(?:
        {_MONTH} [ ] \d{{1,2}}(?:st|nd|rd|th)? ,?[ ] \d{{4}}        # April 3, 2025
      | \d{{1,2}}(?:st|nd|rd|th)? [ ] (?:of[ ])? {_MONTH} ,?[ ] \d{{4}}  # 3 April 2025
      | \d{{4}}-\d{{2}}-\d{{2}}                                     # 2025-04-03
    )(?![\w-])""",
    re.IGNORECASE | re.VERBOSE,
)
_FOUR_DIGITS = re.compile(r"\d(?<!\d\d)\d{3}(?!\d)")  # the digit first, which is fast to look for
_WEEKDAY_BEFORE = re.compile(
    r"[\s|·•,.—–-]{0,9}(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?)?[\s|·•,.—–-]{0,9}", re.IGNORECASE
)
_TIME_AFTER = re.compile(r"[\s|·•,.—–-]{0,9}(?:(?:at )?\d{1,2}[:.]\d{2}.{0,20})?", re.IGNORECASE)
_PLACE = re.compile(r"[A-Z][\w.'’]*(?:[ ,()–—|/-]+[A-Z][\w.'’]*){0,8}[ ,()–—|/-]*")
_AFTER_DATELINE = re.compile(r"\s{0,4}(?:\([\w .]{1,30}\)\s{0,4})?(?:$|[—–-])")
_YEAR_FIRST = re.compile(r"(\d{4})([-/])(\d{2})\2(\d{2})(?=$|[T ])")


@lru_cache(maxsize=4096)
def parse_date(text: str) -> dt.date | None:
    """Return the day ``text`` states; None where a part is missing, ambiguous or no date at all.

    >>> parse_date("Fri, 4 Apr 2025 10:00:00 GMT"), parse_date("April 2025"), parse_date("03/04/2025")
    (datetime.date(2025, 4, 4), None, None)
    """
    text = text.strip()
    if match := _YEAR_FIRST.match(text):
        return _day(*map(int, match.group(1, 3, 4)))
    if len(text) > LONGEST or not _FOUR_DIGITS.search(text):
        return None
    day_first, month_first = _read(text, dayfirst=True), _read(text, dayfirst=False)
    return day_first if day_first == month_first else None


def full_dates(text: str) -> Iterator[tuple[re.Match[str], dt.date]]:
    """Yield each full date of a text with the match that states it, in order."""
    if not _FOUR_DIGITS.search(text):
        return
    for match in FULL_DATE.finditer(text):
        if date := parse_date(match.group().lower().replace(" of ", " ")):
            yield match, date


def date_line(text: str) -> dt.date | None:
    """Return the date of a line that is nothing but a date, a weekday or a time beside it."""
    for match, date in full_dates(text) if len(text) <= LONGEST else ():
        if _WEEKDAY_BEFORE.fullmatch(text, 0, match.start()) and _TIME_AFTER.fullmatch(text, match.end()):
            return date
    return None


def dateline(text: str) -> dt.date | None:
    """Return the date in "BRUSSELS, April 3, 2025 (Agency) — …" or "Brussels, Belgium — April 3, 2025"."""
    for match, date in full_dates(text[:DATELINE]):
        if _PLACE.fullmatch(text, 0, match.start()) and _AFTER_DATELINE.match(text, match.end()):
            return date
    return None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _read(text: str, *, dayfirst: bool) -> dt.date | None:
    try:
        first, second = (
            parser.parse(text, default=default, dayfirst=dayfirst, ignoretz=True).date()
            for default in _DEFAULTS
        )
    except (ValueError, OverflowError, TypeError):
        return None
    return first if first == second else None
