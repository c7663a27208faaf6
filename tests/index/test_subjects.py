"""The subject of a verb past adverbs, appositions and asides, and that of a sentence."""

from __future__ import annotations

import pytest

from index.subjects import before_adverbs, subject_before, subject_of
from index.tables import Tables
from index.verbs import verb_forms
from index.words import read
from tests.index.conftest import Rows


@pytest.mark.parametrize(
    ("subject", "before"),
    [
        ("Jane Doe", "Jane Doe"),
        ("Jane Doe", "Jane Doe has repeatedly"),
        ("Jane Doe", "Jane Doe never"),
        ("Jane Doe", "Jane Doe last week"),
        ("Jane Doe", "Jane Doe on Monday"),
        ("Jane Doe", "Jane Doe, 54,"),
        ("Jane Doe", "Jane Doe (R-Ohio)"),
        ("Jane Doe", "Jane Doe, R-Ohio,"),
        ("Jane Doe", "Jane Doe, Jr.,"),
        ("Jane Doe", "Jane Doe, mayor of Oslo,"),
        ("Jane Doe", "Jane Doe, a member of the council and owner of the Oslo Herald,"),
        ("Jane Doe", "Jane Doe, speaking in Oslo,"),
        ("Jane Doe", "Jane Doe, clad in red,"),
        ("Jane Doe", "Jane Doe, in a speech at the Oslo Herald,"),
        ("Jane Doe", "Jane Doe, who lives in the capital, Oslo,"),
        ("Jane Doe", "Jane Doe, in Oslo, and in front of the council, which met on Monday,"),
        ("Jane Doe", "Jane Doe — the mayor of Oslo —"),
        ("Jane Doe of Columbia", "Jane Doe of Columbia, South Carolina,"),
        ("Jane Doe", "Jane Doe, president and owner of the firm"),
        ("Jane Doe", "As Jane Doe (R-Ohio) has"),
        ("Jane Doe", "The candidate, Jane Doe,"),
        ("chairwoman Jane Doe", "One delegate, chairwoman Jane Doe,"),
        ("The mayor", "The mayor, in a letter,"),
        ("A letter", "A letter sent out by Jane Doe on Friday"),
        ("Jane Doe, who", "Jane Doe, who"),
        ("she", "Days later she"),
    ],
)
def test_the_subject_of_a_verb(tables: Tables, subject: str, before: str) -> None:
    words, _ = read(f"{before} said the plan is dead.")
    phrase = subject_before(words, words.form.index("said"), 0, verb_forms(tables))
    assert phrase is not None
    assert not isinstance(phrase, str)
    assert words.cut(*phrase) == subject


@pytest.mark.parametrize("before", ["Jane Doe left and", "Jane Doe came, spoke but"])
def test_after_a_conjunction_the_subject_is_an_earlier_verbs(tables: Tables, before: str) -> None:
    words, _ = read(f"{before} said the plan is dead.")
    assert subject_before(words, words.form.index("said"), 0, verb_forms(tables)) == "shared"


@pytest.mark.parametrize("text", ["said Jane Doe.", "“It is dead” said Jane Doe."])
def test_a_verb_that_opens_or_follows_a_quotation_has_none_before_it(tables: Tables, text: str) -> None:
    words, _ = read(text)
    assert subject_before(words, words.form.index("said"), 0, verb_forms(tables)) is None


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Doe has never said", "Doe"),
        ("Doe last week said", "Doe"),
        ("Doe on Monday said", "Doe"),
        ("Doe quietly said", "Doe"),
    ],
)
def test_auxiliaries_adverbs_and_days_are_passed_over(text: str, left: str) -> None:
    words, _ = read(text)
    end = before_adverbs(words, words.form.index("said"), 0)
    assert words.cut(0, end) == left


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Jane Doe", "Jane Doe went home."),
        ("Jane Doe", "In Iowa on Friday, Jane Doe went home."),
        ("Jane Doe", "Speaking in Oslo, Jane Doe went home."),
        ("Jane Doe", "Meanwhile, Jane Doe went home."),
        ("Jane Doe", "Three days later, Jane Doe went home."),
        ("She", "She left the next day, saying no."),
        ("Doe", "Doe left the next day, saying no."),
        ("Jane Doe", "Asked about it, Jane Doe went home."),
        ("Jane Doe", "But on Monday, after the vote, Jane Doe went home."),
        ("Jane Doe", "Saying “no,” Jane Doe went home."),
        ("Jane Doe", "Helped by a friend, the mayor, Jane Doe went home."),
        ("The mayor", "OSLO, July 25 (AP) — The mayor went home."),
        ("The mayor", "The mayor, Jane Doe and two aides."),
        ("Oslo", "In Ames, Oslo,"),  # the text ends here
    ],
)
def test_the_subject_of_a_sentence_stands_past_its_introductions(
    tables: Tables, subject: str, text: str
) -> None:
    words, _ = read(text)
    phrase = subject_of(words, 0, len(words.form), verb_forms(tables))
    assert phrase is not None
    assert words.cut(*phrase) == subject


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Jane Doe, an aide said, is tired of the plan.",
            ("Jane Doe, an aide said, is tired of the plan", "indirect", "said", "an aide", None),
        ),
        (
            "In what Jane Doe called “a bad joke,” the plan was dropped.",
            ("a bad joke,", "mixed", "called", "Jane Doe", "Jane Doe"),
        ),
        (
            "“It is dead,” Jane Doe, the mayor of Oslo and owner of the Oslo Herald, said.",
            ("It is dead,", "direct", "said", "Jane Doe", "Jane Doe"),
        ),
    ],
)
def test_asides_and_what_clauses_keep_their_own_subjects(
    rows_of: Rows, text: str, row: tuple[str, ...]
) -> None:
    assert rows_of(text) == [row]
