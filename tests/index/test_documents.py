"""Whose a document is."""

from __future__ import annotations

import pytest

from tests.index.conftest import Quotes


@pytest.mark.parametrize(
    "text",
    [
        "“It is dead,” said a letter",
        "“It is dead,” according to a report",
        "“It is dead,” according to a report by",
        "“It is dead,” said a study,",
    ],
)
def test_a_document_that_ends_its_text_is_nobodys(quotes_of: Quotes, text: str) -> None:
    assert quotes_of(text)[-1].speaker is None


def test_a_lawsuit_is_that_of_who_filed_it_each_time(quotes_of: Quotes) -> None:
    text = (
        "The Harbour Union said it will sue the town, the union said. It filed in Oslo.\n"
        "“It is dead,” the lawsuit says.\n"
        "Anna Berg spoke to Oslo Council.\n“It never lived,” the lawsuit says."
    )
    quotes = quotes_of(text)
    assert {quote.speaker.name for quote in quotes[-2:] if quote.speaker} == {"Harbour Union"}


def test_a_lawsuit_of_nobody_who_filed_it_stays_without_a_name(quotes_of: Quotes) -> None:
    text = "Harbour Union said the town is old.\nIt rained.\n“It is dead,” the lawsuit says."
    assert quotes_of(text)[-1].speaker is None


@pytest.mark.parametrize(
    ("lead", "mention", "name"),
    [
        # Whoever wrote, wrote it.
        ("An Oslo Union memo was sent. “No,” manager Jane Doe wrote.", "the memo", "Jane Doe"),
        ("“No,” wrote Jane Doe, who lives in Bergen.", "the memo", "Jane Doe"),
        ("Jane Doe wrote to the mayor.", "a copy of the letter seen by the Oslo Herald", "Jane Doe"),
        ("“No,” the man wrote.", "the memo", None),
        # Not whoever is spoken of just before, where others wrote it.
        ("The Oslo Union was hacked.", "the congressional report", None),
        ("The Oslo Supreme Court met Jane Doe.", "the unsigned opinion", "Oslo Supreme Court"),
        ("The Oslo Union met Jane Doe.", "the unsigned opinion", None),
        ("The Oslo Union said it was hacked.", "the anti-union ad", None),
        ("The Oslo Union said it was hacked.", "the ad", "Oslo Union"),
        # Not who is named beside a group without a name.
        ("A coalition of groups, with the Oslo Union among them, sent a letter.", "the letter", None),
        ("A group of teachers, led by Jane Doe, sent a letter.", "the letter", None),
        # Not whoever got it, nor who is looked into.
        ("We saw an investigation of the Oslo Union.", "the investigation", None),
        ("We saw an investigation by the Oslo Union.", "the investigation", "Oslo Union"),
        ("We saw a letter obtained by the Oslo Herald.", "the letter", None),
    ],
)
def test_whose_the_document_is(quotes_of: Quotes, lead: str, mention: str, name: str | None) -> None:
    speaker = quotes_of(f"{lead} “It is dead and gone,” according to {mention}.")[-1].speaker
    assert (speaker.name if speaker is not None else None) == name
