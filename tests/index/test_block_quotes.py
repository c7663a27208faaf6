"""Paragraphs without marks that a colon announces as somebody's words."""

from __future__ import annotations

import pytest

from index.quotes import find_quotes
from index.tables import Tables, load_tables

TABLES: Tables = load_tables()
WORDS = "The town has waited long enough."


def direct(text: str) -> list[tuple[str, str | None]]:
    return [
        (quote.content.cut(text), quote.source.cut(text) if quote.source else None)
        for quote in find_quotes(text, TABLES)
        if quote.kind == "direct"
    ]


@pytest.mark.parametrize(
    "announcement",
    [
        "Jane Doe wrote:",
        "Jane Doe said in a statement:",
        "In May, Jane Doe tweeted:",
        "Jane Doe wrote in a long letter:",
    ],
)
@pytest.mark.parametrize("mark", ["", "> "])
def test_the_paragraph_after_the_colon_is_quoted(announcement: str, mark: str) -> None:
    text = f"{announcement}\n\n{mark}{WORDS}\n\nThe town is quiet."
    assert direct(text) == [(WORDS, "Jane Doe")]
    assert all(quote.kind == "direct" for quote in find_quotes(text, TABLES))


def test_it_goes_on_while_somebody_speaks_as_i_or_we() -> None:
    text = (
        f"Jane Doe wrote:\n\n{WORDS} It must act.\n\nI know it.\n\nWe vote.\n\nThe town is quiet.\n\nI agree."
    )
    assert direct(text) == [
        (f"{WORDS} It must act.", "Jane Doe"),
        ("I know it.", "Jane Doe"),
        ("We vote.", "Jane Doe"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe said changes in the town include:\n\nThe town gets roads.",
        "Jane Doe wrote:\n\n- The town gets roads.",
        "Jane Doe wrote:\n\n1. The town gets roads.",
        "Jane Doe wrote:\n\nRoads: The town gets them.",
        "Jane Doe wrote:\n\nA Heading Without An End",
        "These are the towns:\n\nThe town gets roads.",
        "Jane Doe wrote:",
    ],
)
def test_lists_and_headings_are_not_quoted(text: str) -> None:
    assert direct(text) == []


def test_marked_words_after_the_colon_are_read_as_such() -> None:
    assert direct("Jane Doe wrote:\n\n“We vote,” she added. “Now.”")[0] == ("We vote,", "she")
