"""Quotes without a cue of their own: whose words they are."""

from __future__ import annotations

import pytest

from index.quotes import find_quotes
from index.tables import Tables
from tests.index.conftest import Quotes


def sources(text: str, tables: Tables) -> list[tuple[str, str | None]]:
    """The words of each quote, and its source."""
    return [
        (quote.content.cut(text), quote.source.cut(text) if quote.source else None)
        for quote in find_quotes(text, tables)
    ]


def test_a_quote_without_a_cue_goes_on_with_the_speaker_before(tables: Tables) -> None:
    text = "“We will vote,” Jane Doe said. “Then we go home.”"
    assert sources(text, tables) == [("We will vote,", "Jane Doe"), ("Then we go home.", "Jane Doe")]
    assert find_quotes(text, tables)[1].cue is None


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("“We vote.” The council met. “It is so,” Jane Doe said.", ["We vote.", "It is so,"]),
        ("“We vote.”\n\n“It is so,” Jane Doe said.", ["We vote.", "It is so,"]),
        ("Jane Doe spoke in Oslo.\n\n“We vote today.”", ["We vote today."]),
        ("Jane Doe had a word to say about the vote:\n\n“We vote today.”", ["We vote today."]),
        ("“We vote today.” — Jane Doe, mayor of Oslo.", ["We vote today."]),
        ("“We vote today.”\n\n— Jane Doe, mayor of Oslo.", ["We vote today."]),
    ],
)
def test_it_belongs_to_who_is_named_beside_it(text: str, contents: list[str], tables: Tables) -> None:
    assert sources(text, tables) == [(content, "Jane Doe") for content in contents]


def test_lines_of_quotation_in_a_row_are_one_speakers(tables: Tables) -> None:
    text = "Jane Doe spoke in Oslo.\n\n“We vote today.”\n\n“Then we go.”\n\n“It is over now.”\n\nIt rained."
    assert {source for _, source in sources(text, tables)} == {"Jane Doe"}


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("For us, on the other hand, “you do not take a job for granted at all.”", "Jane Doe"),
        ("For us, on the other hand, “you do not.”", None),  # too short to be more than a term
        ("\n\nFor us, on the other hand, “you do not take a job for granted at all.”", None),
    ],
)
def test_part_of_a_sentence_goes_on_with_the_sentence_before(
    tables: Tables, said: str, source: str | None
) -> None:
    text = f"“We vote today,” Jane Doe said. {said}"
    assert dict(sources(text, tables)).get(text.split("“")[-1].rstrip("”")) == source


def test_a_quote_two_paragraphs_before_a_name_waits_for_it_no_longer(tables: Tables) -> None:
    text = "“We vote.”\n\nThe day was long.\n\nThe town slept.\n\n“It is so,” Jane Doe said."
    assert sources(text, tables) == [("We vote.", None), ("It is so,", "Jane Doe")]


@pytest.mark.parametrize("text", ["She has a “green” thumb.", "It was the “Great Day” of Oslo."])
def test_a_word_or_a_name_in_marks_without_a_cue_is_nobodys_words(text: str, tables: Tables) -> None:
    assert sources(text, tables) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jane Doe came.\n“Go home, all of you, if you can.” Paul Roe said.\nDoe left.", "Paul Roe"),
        ("Jane Doe came. “Go home, all of you.” Paul Roe tweeted.", "Paul Roe"),
        # What says more, or something of its own, is another sentence.
        ("Jane Doe came.\n“Go home, all of you, if you can.” Paul Roe said it rained.", "Jane Doe"),
        ("Jane Doe said, “Go home, all of you.” Paul Roe agreed.", "Jane Doe"),
    ],
)
def test_a_sentence_may_only_say_whose_the_quotation_before_it_is(
    quotes_of: Quotes, text: str, name: str
) -> None:
    quote = quotes_of(text)[0]
    assert quote.speaker is not None
    assert quote.speaker.name == name
