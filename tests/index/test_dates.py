"""Dates: read where day, month and year are stated, never guessed."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.dates import date_line, full_dates, parse_date

DAY = dt.date(2025, 4, 3)


@pytest.mark.parametrize(
    "text",
    [
        "2025-04-03",
        "2025-04-03T23:10:00Z",
        "2025-04-03 10:00:00+02:00",
        "April 3, 2025",
        "Apr. 3, 2025",
        "3 April 2025",
        "3rd of April 2025",
        "Thursday, April 3, 2025",
        "Thu, 03 Apr 2025 10:00:00 GMT",
        "2025/04/03 10:00 EST",
        "3 April 2025 10:00 EST",
    ],
)
def test_a_stated_date_is_read(text: str) -> None:
    assert parse_date(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "April 2025",
        "April 3",
        "2025",
        "Thursday",
        "today",
        "03/04/2025",
        "3 Apr 25",
        "30 February 2025",
        "2025-13-01",
        "20250403",
        "2025-02-30",
        "10:30",
        "a" * 10_000,
        "9" * 60,
        "0000-01-01",
        "3 April 99999",
    ],
)
def test_what_is_no_full_date_is_none(text: str) -> None:
    assert parse_date(text) is None


@given(st.text(alphabet=st.sampled_from("0123456789 -/:.,aprilmayTZ+")) | st.text())
def test_any_text_is_a_date_or_none(text: str) -> None:
    assert isinstance(parse_date(text), dt.date | None)


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_every_day_survives_being_written(day: dt.date) -> None:
    for written in (day.isoformat(), f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%b} {day.year}"):
        assert parse_date(written) == day
        assert [found for _, found in full_dates(f"On {written}, it rained.")] == [day]


def test_part_of_a_longer_number_is_no_date() -> None:
    assert not list(full_dates("id 12025-04-03 or 2025-04-031 or A2025-04-03-7"))


@pytest.mark.parametrize(
    "line", ["April 3, 2025", "Thursday, April 3, 2025", "3 April 2025 | 10:15 a.m. EDT", "2025-04-03"]
)
def test_a_line_that_is_only_a_date_is_told_from_one_that_has_a_date(line: str) -> None:
    assert date_line(line) == DAY
    assert date_line(f"Brussels, {line}") is None
    assert date_line(f"{line} was a cold day") is None
