"""Which of a sentence's cues reports a quotation in it."""

from __future__ import annotations

import pytest

from tests.index.conftest import Rows


def told(rows_of: Rows, text: str) -> list[tuple[str, str | None, str | None]]:
    """The quoted words of a text, each with its cue and speaker."""
    return [(row.content, row.cue, row.speaker) for row in rows_of(text) if row.kind != "indirect"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # Nearest before, nearest after, on both sides of one.
        ("Jane Doe said, “It is dead.”", [("It is dead.", "said", "Jane Doe")]),
        ("“It is dead,” Jane Doe said.", [("It is dead,", "said", "Jane Doe")]),
        (
            "“The plan,” Jane Doe said, “is dead today.”",
            [("The plan,", "said", "Jane Doe"), ("is dead today.", "said", "Jane Doe")],
        ),
        (
            "Jane Doe said: “It is dead.” Anna Berg said: “It lives.”",
            [("It is dead.", "said", "Jane Doe"), ("It lives.", "said", "Anna Berg")],
        ),
        (
            "“It is dead,” said Anna Berg, adding: “It never lived.”",
            [("It is dead,", "said", "Anna Berg"), ("It never lived.", "adding", "Anna Berg")],
        ),
        # The clause of an introduction keeps its own words.
        (
            "After Anna Berg called it “bad,” Jane Doe said, “It is dead.”",
            [("bad,", "called", "Anna Berg"), ("It is dead.", "said", "Jane Doe")],
        ),
        (
            "When Anna Berg called for a vote, Jane Doe said it was “a bad joke for us all.”",
            [("a bad joke for us all.", "said", "Jane Doe")],
        ),
        ("As Jane Doe noted, “it is dead and gone.”", [("it is dead and gone.", "noted", "Jane Doe")]),
        # Who reports a report is quoted.
        ("Jane Doe said Anna Berg called it “a bad joke.”", [("a bad joke.", "said", "Jane Doe")]),
        (
            "Jane Doe, who says Anna Berg called it “a bad joke,” left.",
            [("a bad joke,", "says", "Jane Doe")],
        ),
        # Thought away from the quotation yields to speech; beside it, it is the cue.
        (
            "Jane Doe said Anna Berg wants to “kill the plan for good.”",
            [("kill the plan for good.", "said", "Jane Doe")],
        ),
        ("Jane Doe wants to “kill the plan.”", [("kill the plan.", "wants", "Jane Doe")]),
        (
            "Jane Doe believes Anna Berg said “the plan is dead.”",
            [("the plan is dead.", "said", "Anna Berg")],
        ),
        # A verb that closes the sentence reports all of it.
        ("The plan is “a bad joke,” Jane Doe said.", [("a bad joke,", "said", "Jane Doe")]),
        (
            "Jane Doe complained that it is “a bad joke,” Anna Berg said.",
            [("a bad joke,", "said", "Anna Berg")],
        ),
        ("The plan, Jane Doe said, is “a bad joke.”", [("a bad joke.", "said", "Jane Doe")]),
        ("The “deal” is off, Jane Doe said.", [("deal", "said", "Jane Doe")]),
        ("The “bad deal” is off, according to Jane Doe.", [("bad deal", "according to", "Jane Doe")]),
        ("“It is dead,” according to Jane Doe.", [("It is dead,", "according to", "Jane Doe")]),
        # Two verbs of one subject.
        (
            "Jane Doe called Anna Berg “a liar” and said “she must go.”",
            [("a liar", "called", "Jane Doe"), ("she must go.", "said", "Jane Doe")],
        ),
        (
            "Jane Doe said that “it is dead” and that “the bridge will stay.”",
            [("it is dead", "said", "Jane Doe"), ("the bridge will stay.", "said", "Jane Doe")],
        ),
    ],
)
def test_the_cue_of_each_quotation(
    rows_of: Rows, text: str, found: list[tuple[str, str | None, str | None]]
) -> None:
    assert told(rows_of, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“It is dead,” she surmised.", [("It is dead,", "surmised", None)]),
        ("“It is dead,” Jane Doe surmised.", [("It is dead,", "surmised", "Jane Doe")]),
        ("“It is dead,” beamed Jane Doe.", [("It is dead,", "beamed", "Jane Doe")]),
        ("“It is dead,” sniffs Jane Doe.", [("It is dead,", "sniffs", "Jane Doe")]),
    ],
)
def test_after_a_comma_a_verb_of_no_table_reports(
    rows_of: Rows, text: str, found: list[tuple[str, str | None, str | None]]
) -> None:
    assert told(rows_of, text) == found


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ("“It is dead.” — Jane Doe", "—", "Jane Doe"),
        ("“It is dead.” – Jane Doe, mayor of Oslo", "–", "Jane Doe"),
        ("“It is dead.” -- Jane Doe", "--", "Jane Doe"),
        ("“It is dead.” — the mayor", None, None),
        ("“It is dead” – Jane Doe said it twice.", "said", "Jane Doe"),
    ],
)
def test_a_name_after_a_dash_signs_where_no_verb_follows(
    rows_of: Rows, text: str, cue: str | None, speaker: str | None
) -> None:
    assert [found[1:] for found in told(rows_of, text)] == [(cue, speaker)]
