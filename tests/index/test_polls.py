"""Polls and what is issued in nobody's name."""

from __future__ import annotations

import pytest

from tests.index.conftest import Rows


@pytest.mark.parametrize(
    ("lead", "mention", "name"),
    [
        # The poll named last, whoever is spoken of.
        ("An Oslo Herald poll came in. Jane Doe leads.", "the poll", "Oslo Herald poll"),
        ("An Oslo Herald poll came in. Jane Doe leads.", "the new 50-state poll", "Oslo Herald poll"),
        ("An Oslo Herald poll came in. Jane Doe leads.", "the survey", "Oslo Herald poll"),
        ("The Oslo Herald asked 500. Jane Doe leads in a poll.", "the poll", None),
        ("An Oslo Herald poll came in.", "the Herald-Newsline poll", "Herald-Newsline poll"),
        ("A Newsline-Herald poll came in.", "the poll", "Newsline-Herald poll"),
        ("A Newsline/Herald poll came in.", "half of men", "Newsline/Herald poll"),
        # Not one named in passing, unless it is the only one.
        ("An Oslo Herald poll came in, a day after a Bergen Post poll.", "the poll", "Oslo Herald poll"),
        ("An Oslo Herald poll came in, a day after a Bergen Post poll.", "half of men", "Oslo Herald poll"),
        ("It came in a day after a Bergen Post poll.", "the poll", "Bergen Post poll"),
        # Under its full name.
        (
            "The Oslo Policy Institute met. An OPI poll came in.",
            "the poll",
            "Oslo Policy Institute poll",
        ),
        # A report is of the body that issued it, of a person only where it says so.
        ("The Oslo Union wrote a report. Jane Doe read it.", "the report", "Oslo Union"),
        ("Jane Doe read a report.", "the report", None),
        ("A report by Jane Doe came out.", "the report", "Jane Doe"),
        ("Jane Doe sent a letter.", "the letter", "Jane Doe"),
    ],
)
def test_whose_a_poll_or_a_report_is(rows_of: Rows, lead: str, mention: str, name: str | None) -> None:
    assert rows_of(f"{lead} “It is dead and gone,” {mention} said.")[-1].speaker == name


def test_who_is_named_in_what_a_report_says_did_not_issue_it(rows_of: Rows) -> None:
    rows = rows_of("The Oslo Union wrote a report. The Bergen Council knew of it, the report said.")
    assert rows[-1].speaker == "Oslo Union"
