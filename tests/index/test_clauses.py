"""Whose words a quotation is when a sentence has several clauses: asides, introductions, clauses of “who”."""

from __future__ import annotations

import pytest

from tests.index.conftest import Quotes


def speakers(quotes: Quotes, text: str) -> list[str | None]:
    """Who speaks each quotation in marks of a text."""
    told = [quote for quote in quotes(text) if quote.kind != "indirect"]
    return [quote.speaker.name if quote.speaker is not None else None for quote in told]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # An aside that has closed holds nothing behind it; the quotation within it is its own.
        (
            "Anna Berg said the club’s note, which Paul Roe had argued was kind, was an “insult” to us.",
            ["Anna Berg"],
        ),
        (
            "Anna Berg said, “We will build” - at which point Paul Roe yelled “Build!” - “and mend.”",
            ["Anna Berg", "Paul Roe", "Anna Berg"],
        ),
        # A clause of a name that has not closed does.
        (
            "Then Paul Roe praised Anna Berg, who has vowed to buy none because of their “love of dust.”",
            ["Anna Berg"],
        ),
        ("Paul Roe praised Anna Berg, who had vowed to go, as a “true friend.”", ["Paul Roe"]),
        # An introduction may end with a comma within marks.
        (
            "While Paul Roe proclaims it a “fine piece of work,” Anna Berg dwells on the “turning point.”",
            ["Paul Roe", "Anna Berg"],
        ),
        (
            "As the columnist Anna Berg had written a few years earlier, “No stage could do without her.”",
            ["Anna Berg"],
        ),
        ("As Anna Berg, author of “Our Oslo,” put it, “We should keep it.”", ["Anna Berg"]),
        # Thought within what is said hides nobody.
        (
            "Anna Berg added that she thinks Paul Roe appeals to some for their “love of noise.”",
            ["Anna Berg"],
        ),
        ("Anna Berg said she often recalls what her parents told her: “Speak up.”", ["Anna Berg"]),
        ("Anna Berg thinks Paul Roe said it was a “love of noise.”", ["Paul Roe"]),
        # Whoever tells what a thing has done is quoted.
        (
            "Anna Berg told all, stating that they should fight the group that has declared a “free land.”",
            ["Anna Berg"],
        ),
    ],
)
def test_a_quotation_belongs_to_the_clause_that_holds_it(
    quotes_of: Quotes, text: str, names: list[str | None]
) -> None:
    assert speakers(quotes_of, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Anna Berg would do well to begin “building bridges” to us, said Paul Roe, an adviser.",
            ["Paul Roe"],
        ),
        ("The plan is praised as a “gift to us all” by Anna Berg, Paul Roe said.", ["Anna Berg"]),
        ("Her record is “rather careless” – as described by Director Paul Roe – in all of it.", ["Paul Roe"]),
        (
            "It may have one effect: “The talk will lead to rules,” Anna Berg, a clerk, wrote in a note.",
            ["Anna Berg"],
        ),
    ],
)
def test_what_follows_a_quotation_reports_it_where_nothing_before_does(
    quotes_of: Quotes, text: str, names: list[str | None]
) -> None:
    assert speakers(quotes_of, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # “Who” is of the person behind the things, not of whose person it is.
        (
            "A page from the memoirs of the baker Paul Roe who wrote about “quiet mills” was lost.",
            ["Paul Roe"],
        ),
        (
            "The Danish president, Anna Berg, came. Paul Roe heard a lecture "
            "from the Danish president, who said that trade was “good for us both.”",
            ["Anna Berg"],
        ),
        ("A letter by a spokesman for the mayor who called it “quite wrong” came.", [None]),
    ],
)
def test_whom_a_relative_clause_is_of(quotes_of: Quotes, text: str, names: list[str | None]) -> None:
    assert speakers(quotes_of, text) == names
