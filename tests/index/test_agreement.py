"""Whether a word that may be a reporting verb is one: its form must go with its subject."""

from __future__ import annotations

import pytest

from tests.index.conftest import Rows

DEAD = "the plan is dead"


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        # A base form needs several who speak, or a modal.
        (f"Critics note that {DEAD}.", "note", "Critics"),
        (f"Republicans argue that {DEAD}.", "argue", "Republicans"),
        (f"The mayors argue that {DEAD}.", "argue", "The mayors"),
        (f"They argue that {DEAD}.", "argue", "They"),
        (f"Jane Doe will say {DEAD}.", "say", "Jane Doe"),
        (f"Jane Doe did argue that {DEAD}.", "argue", "Jane Doe"),
        # What is a noun as often follows a name or a pronoun, or has a clause after it.
        (f"Jane Doe reports that {DEAD}.", "reports", "Jane Doe"),
        (f"She claims {DEAD}.", "claims", "She"),
        (f"The report notes that {DEAD}.", "notes", "The report"),
        ("Jane Doe comments: “It is dead.”", "comments", "Jane Doe"),
        ("The council offers “a new plan for the town.”", "offers", "The council"),
        # A past form that names, after a name or a pronoun.
        ("Jane Doe called it “a bad joke for us.”", "called", "Jane Doe"),
        ("They called it “a bad joke for us.”", "called", "They"),
        ("The critics called it “a bad joke for us.”", "called", "The critics"),
    ],
)
def test_a_form_that_agrees_with_its_subject_reports(rows_of: Rows, text: str, cue: str, source: str) -> None:
    (row,) = rows_of(text)
    assert (row.cue, row.source) == (cue, source)


@pytest.mark.parametrize(
    "text",
    [
        f"The boss note that {DEAD}.",
        f"The tweets that {DEAD} were read.",
        "Jane Doe’s comments on the plan were read.",
        "The movement called “Free Oslo” has failed.",
        "The state of the bridge is poor.",
        "The council’s demands were met on Monday.",
    ],
)
def test_a_noun_and_a_participle_report_nothing(rows_of: Rows, text: str) -> None:
    assert rows_of(text) == []


def test_a_noun_before_a_colon_is_no_verb_but_the_colon_reports(rows_of: Rows) -> None:
    (row,) = rows_of("The final quote: “The plan is dead.”")
    assert (row.cue, row.source) == (":", "The final quote")
