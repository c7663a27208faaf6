"""Reported speech: the clause a cue reports where nothing stands in quotation marks."""

from __future__ import annotations

import pytest

from tests.index.conftest import Rows

DEAD = "the plan is dead"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # After the cue, with "that" and without, past an addressee and a place.
        (f"Jane Doe said {DEAD}.", [(DEAD, "said")]),
        (f"Jane Doe said that {DEAD}.", [(DEAD, "said")]),
        (f"Jane Doe told reporters that {DEAD}.", [(DEAD, "told")]),
        (f"Jane Doe told Paul Roe that {DEAD}.", [(DEAD, "told")]),
        ("Jane Doe told Anna Berg she was wrong.", [("she was wrong", "told")]),
        (f"Jane Doe assured the council that {DEAD}.", [(DEAD, "assured")]),
        (f"Jane Doe said in Oslo that {DEAD}.", [(DEAD, "said")]),
        (f"Jane Doe said recently that {DEAD}.", [(DEAD, "said")]),
        (f"Jane Doe said of the plan that {DEAD}.", [(DEAD, "said")]),
        (f"Jane Doe pointed out that {DEAD}.", [(DEAD, "pointed out")]),
        # Before it, closed by a comma, when the cue closes the sentence.
        ("The plan is dead, Jane Doe said.", [("The plan is dead", "said")]),
        ("The plan is dead, Jane Doe said on Monday.", [("The plan is dead", "said")]),
        ("The plan is dead, Jane Doe told reporters.", [("The plan is dead", "told")]),
        ("The plan is dead, Jane Doe argued when asked.", [("The plan is dead", "argued")]),
        ("The plan is dead, said the mayor in May.", [("The plan is dead", "said")]),
        # According to, before and after.
        ("The plan is dead, according to Jane Doe.", [("The plan is dead", "according to")]),
        (f"According to Jane Doe, {DEAD}.", [(DEAD, "According to")]),
        # Questions, infinitives, objects.
        (f"Jane Doe asked whether {DEAD}.", [(f"whether {DEAD}", "asked")]),
        ("Jane Doe asked when the plan would die.", [("when the plan would die", "asked")]),
        ("Jane Doe vowed to build the bridge.", [("to build the bridge", "vowed")]),
        ("Jane Doe declined to comment on it.", [("to comment on it", "declined")]),
        ("Jane Doe called for a new plan.", [("a new plan", "called for")]),
        ("Jane Doe called on the council to act.", [("the council to act", "called on")]),
        ("Jane Doe denounced the plan as a joke.", [("the plan as a joke", "denounced")]),
        # The next report ends the one before.
        (
            f"Jane Doe said {DEAD}, adding that the bridge will stay.",
            [(DEAD, "said"), ("the bridge will stay", "adding")],
        ),
        (
            f"Jane Doe said {DEAD} but said the bridge will stay.",
            [(DEAD, "said"), ("the bridge will stay", "said")],
        ),
        (
            f"Jane Doe said {DEAD}, Anna Berg said.",
            [(f"Jane Doe said {DEAD}", "said"), (DEAD, "said")],
        ),
    ],
)
def test_the_words_that_are_reported(rows_of: Rows, text: str, found: list[tuple[str, str]]) -> None:
    rows = rows_of(text)
    assert {row.kind for row in rows} == {"indirect"}
    assert [(row.content, row.cue) for row in rows] == found


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe said so.",
        "Jane Doe said no.",
        f"Jane Doe thinks {DEAD}.",
        "Jane Doe agreed with the plan for the bridge.",
        "Jane Doe added, for good measure.",
        "Jane Doe spoke against the plan.",
        "Jane Doe pointed at the plan for the bridge.",
        f"Jane Doe was asked whether {DEAD}.",
        "According to Jane Doe.",
        "Jane Doe walked home in the rain.",
    ],
)
def test_thought_fragments_and_other_senses_report_nothing(rows_of: Rows, text: str) -> None:
    assert rows_of(text) == []


def test_a_clause_with_a_quotation_in_it_is_a_mixed_quote_and_no_indirect_one(rows_of: Rows) -> None:
    assert [row.kind for row in rows_of("Jane Doe said the plan is “a bad joke” for us.")] == ["mixed"]
