"""Which marked words are a quotation."""

from __future__ import annotations

import pytest

from index.quotes import find_quotes
from index.speakers import name_speakers
from index.tables import Tables, load_tables

TABLES: Tables = load_tables()


def quoted(text: str) -> list[tuple[str, str | None]]:
    """The quoted words of a text, each with its source."""
    return [
        (quote.content.cut(text), quote.source.cut(text) if quote.source else None)
        for quote in find_quotes(text, TABLES)
        if quote.kind != "indirect"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("‘We will vote,’ Jane Doe said.", [("We will vote,", "Jane Doe")]),
        ("'We will vote,' said Jane Doe.", [("We will vote,", "Jane Doe")]),
        ("Jane Doe called the plan ‘a bad joke’.", [("a bad joke", "Jane Doe")]),
        (
            "‘We will vote,’ Jane Doe said. ‘Then we go home.’",
            [("We will vote,", "Jane Doe"), ("Then we go home.", "Jane Doe")],
        ),
        ("''We will vote,'' Jane Doe said.", [("We will vote,", "Jane Doe")]),
        ("‘I heard “no” twice,’ Jane Doe said.", [("I heard “no” twice,", "Jane Doe")]),
    ],
)
def test_single_and_doubled_marks_quote_like_double_ones(
    text: str, found: list[tuple[str, str | None]]
) -> None:
    assert quoted(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We will vote,” Jane Doe said. The ‘green’ plan is dead.", [("We will vote,", "Jane Doe")]),
        ("“Yes,” Jane Doe said. It was ‘a bad joke’ for years.", [("Yes,", "Jane Doe")]),
        (
            "“Yes,” Jane Doe said. She called it ‘a bad joke’ on Monday.",
            [("Yes,", "Jane Doe"), ("a bad joke", "She")],
        ),
        ("“Yes,” Jane Doe said. She sang ‘The Long Road to Rome’ on Monday.", [("Yes,", "Jane Doe")]),
    ],
)
def test_beside_double_marks_single_ones_quote_only_with_a_cue(
    text: str, found: list[tuple[str, str | None]]
) -> None:
    assert quoted(text) == found


def test_each_paragraph_of_a_speech_goes_to_its_speaker_and_no_further() -> None:
    text = "Jane Doe said: “One of us.\n\n“Two of us.\n\n“Three of us.”\n\n“I disagree,” said Bob Roe."
    assert quoted(text) == [
        ("One of us.", "Jane Doe"),
        ("Two of us.", "Jane Doe"),
        ("Three of us.", "Jane Doe"),
        ("I disagree,", "Bob Roe"),
    ]


def test_a_quotation_without_its_closing_mark_keeps_speaker_and_article_at_less_confidence() -> None:
    text = "“We will vote, Jane Doe said.\n\nThe town is quiet. “Never,” said Bob Roe."
    unclosed, closed = name_speakers(text, find_quotes(text, TABLES), TABLES)
    assert unclosed.content.cut(text) == "We will vote,"
    assert unclosed.speaker is not None
    assert unclosed.speaker.name == "Jane Doe"
    assert unclosed.confidence < closed.confidence


@pytest.mark.parametrize(
    "text",
    [
        "“We must vote now.” — Jane Doe",
        "“We must vote now.” — Jane Doe, mayor of Springfield",
        "“We must vote now.”\n\n- Jane Doe.",
        "“We must vote now.”\n\n— Jane Doe, mayor of Springfield, in a speech on Monday",
    ],
)
def test_a_signature_names_who_is_quoted(text: str) -> None:
    assert quoted(text) == [("We must vote now.", "Jane Doe")]


@pytest.mark.parametrize(
    "text",
    [
        "“It is dead,” Jane Doe told “Oslo and Friends” on Monday.",
        "“It is dead,” Jane Doe said in an interview with “Oslo News Sunday.”",
    ],
)
def test_a_programme_that_is_told_something_is_no_quotation(text: str) -> None:
    assert [content for content, _ in quoted(text)] == ["It is dead,"]


@pytest.mark.parametrize(
    "text",
    [
        # Titles of works, by what stands before or behind them.
        "Jane Doe wrote a memoir, “Tough Days.”",
        "Jane Doe sang in the blockbuster film, “Oslo,” and left.",
        "Jane Doe said so in her book, “A Time for Tea,” and left.",
        "Jane Doe left. “Oslo Nights,” a film about the town, is out.",
        "Jane Doe spoke of “Oslo Nights,” the old comedy series.",
        # A few words before a noun, without a cue.
        "Jane Doe positioned her town among “very green” towns.",
        "Jane Doe wore a “brown beret” uniform there.",
    ],
)
def test_titles_and_terms_before_a_noun_are_nobodys_words(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jane Doe said in her book, “It is dead.”", "It is dead."),
        ("Jane Doe told a show, “Oslo is dead, and you know it.”", "Oslo is dead, and you know it."),
        ("“It is dead,” a film director said.", "It is dead,"),
        ("Jane Doe called it a “very green” town.", "very green"),
        ("Jane Doe supports “appropriate pay raises,” opposes war.", "appropriate pay raises,"),
    ],
)
def test_words_beside_a_work_or_a_noun_that_somebody_says_are_quoted(text: str, words: str) -> None:
    assert [content for content, _ in quoted(text)] == [words]
