"""Who a mention is: names, pronouns, roles, and those who stay unnamed."""

from __future__ import annotations

import pytest

from index.article import Quote
from index.quotes import find_quotes
from index.speakers import name_speakers
from index.tables import load_tables

TABLES = load_tables()
MEETING = "Foreign Minister Anna Berg met Treasury Secretary Paul Stone in Oslo."


def named(text: str) -> tuple[Quote, ...]:
    return name_speakers(text, find_quotes(text, TABLES), TABLES)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“We agree,” Berg said.", "Anna Berg"),
        ("“We agree,” Secretary Stone said.", "Paul Stone"),
        ("“We agree,” she said.", "Anna Berg"),
        ("“We agree,” he said.", "Paul Stone"),
        ("“We agree,” the foreign minister said.", "Anna Berg"),
        ("“We agree,” a spokesman for Berg said.", None),
        ("“We agree,” officials said.", None),
    ],
)
def test_resolves_the_mention(text: str, name: str | None) -> None:
    quote = named(f"{MEETING}\n{text}")[-1]
    assert (quote.speaker.name if quote.speaker else None) == name


def test_a_name_is_the_fullest_the_article_has() -> None:
    quote = named("“We agree,” Berg said.\nAnna Berg then left for home.")[0]
    assert quote.speaker is not None
    assert (quote.speaker.id, quote.speaker.name) == ("anna-berg", "Anna Berg")


def test_two_people_of_one_surname_are_told_apart_by_their_titles() -> None:
    text = "Anna Berg and Paul Berg came.\n“I came first,” Mr. Berg said.\n“No, I did,” Mrs. Berg said."
    assert [quote.speaker.name for quote in named(text) if quote.speaker] == ["Paul Berg", "Anna Berg"]


def test_the_role_is_what_the_article_calls_the_speaker() -> None:
    quote = named(f"{MEETING}\n“We agree,” Berg said.")[-1]
    assert quote.speaker is not None
    assert quote.speaker.role == "Foreign Minister"


def test_mentions_are_the_people_the_words_speak_of() -> None:
    quote = named(f"{MEETING}\n“Stone is right, and Oslo is cold,” Berg said.")[-1]
    assert quote.mentions == ("Paul Stone",)


def test_says_how_the_speaker_was_reached() -> None:
    assert "Anna Berg" in named(f"{MEETING}\n“We agree,” she said.")[-1].reason


def test_an_unnamed_source_is_less_than_certain_and_a_name_more_certain_than_a_pronoun() -> None:
    by_name, by_pronoun = named(f"{MEETING}\n“We agree,” Berg said.\n“We do not,” he said.")
    assert by_name.confidence > by_pronoun.confidence > 0
