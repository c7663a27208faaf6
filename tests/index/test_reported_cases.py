"""Reported speech as news has it: which words are reported, and by whom."""

from __future__ import annotations

import pytest

from tests.index.conftest import Quotes


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The plan would kill the town, Jane Doe told the council on Monday.",
            "The plan would kill the town",
        ),
        ("The plan would kill the town, Jane Doe told CNN.", "The plan would kill the town"),
        ("The plan would kill the town, Jane Doe told the Herald in May.", "The plan would kill the town"),
        ("The plan would kill the town, Jane Doe told reporters.", "The plan would kill the town"),
        ("In May, Jane Doe told the council the plan is dead.", "the plan is dead"),
        ("In a letter to the mayor, Jane Doe asked the council to go.", "the council to go"),
        ("The plan is bad, Jane Doe said to them.", "The plan is bad"),
        ("Days after Jane Doe said the plan is dead, it passed.", "the plan is dead"),
        ("When Jane Doe said the plan is dead, Paul Roe left the hall.", "the plan is dead"),
        ("After Jane Doe said the plan, the bridge and the road are dead, it passed.", None),
        ("Jane Doe said the plan is dead, it passed too late.", "the plan is dead, it passed too late"),
        ("The plan is dead, adds Jane Doe.", "The plan is dead"),
        ("The plan is dead, added Jane Doe.", "The plan is dead"),
        ("Both argue that the plan is dead.", "the plan is dead"),
        ("Jane Doe and Paul Roe met. Both say the plan is dead.", "the plan is dead"),
    ],
)
def test_the_reported_clause_is_found(quotes_of: Quotes, text: str, content: str | None) -> None:
    expected = content or "the plan, the bridge and the road are dead"
    assert [quote.content.cut(text) for quote in quotes_of(text)] == [expected]


def test_a_digest_of_an_article_is_no_speech(quotes_of: Quotes) -> None:
    assert quotes_of("Jane Doe left.\n“A title,” by the Post’s Paul Roe: “The plan will fail today.”") == []


def test_both_may_follow_the_verb(quotes_of: Quotes) -> None:
    text = "“It is dead,” said both mayors."
    (quote,) = quotes_of(text)
    assert quote.source is not None
    assert quote.source.cut(text) == "both mayors"
