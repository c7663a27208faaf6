"""Whom "I" means outside quotation marks: the article's one author, or whose book it is taken from."""

from __future__ import annotations

import pytest

from index.extract import extract_quotes
from index.quotes import find_quotes
from index.sources import Source
from index.speakers import name_speakers
from index.tables import Tables

ASKED = "I met the mayor, Paul Roe. “Is it dead?” I asked him. “It is,” he said."


def named(text: str, tables: Tables, author: str | None) -> list[str | None]:
    quotes = name_speakers(text, find_quotes(text, tables), tables, author)
    return [quote.speaker.name if quote.speaker is not None else None for quote in quotes]


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("Jane Doe", "Jane Doe"),
        (None, None),
        ("Jane Doe, Anna Berg", None),
        ("Jane Doe and Anna Berg", None),
        ("Herald", None),
        ("Jane Doe, Jr.", "Jane Doe, Jr."),
        ("Jane Doe & Anna Berg", None),
    ],
)
def test_i_is_the_one_author(tables: Tables, author: str | None, name: str | None) -> None:
    assert named(ASKED, tables, author) == [name, "Paul Roe"]


def test_the_author_is_who_the_text_calls_so(tables: Tables) -> None:
    text = "Jane Berg Doe came. “Is it dead?” I asked the crowd."
    assert named(text, tables, "Jane Doe") == ["Jane Berg Doe"]


def test_i_is_whose_book_the_text_is_taken_from(tables: Tables) -> None:
    note = "The following is one of two excerpts from historian Jane Doe’s new book.\n"
    assert named(note + ASKED, tables, None) == ["Jane Doe", "Paul Roe"]
    assert named(note + ASKED, tables, "Anna Berg") == ["Jane Doe", "Paul Roe"]


@pytest.mark.parametrize(
    ("head", "note", "name"),
    [
        ("", "Jane Doe is a teacher in Oslo.", "Jane Doe"),
        ("", "Jane Doe is a teacher.\n\nFollow her online.", "Jane Doe"),
        ("Jane Doe: The Plan Is Dead\n\n", "It is dead.", "Jane Doe"),
        # Who is named before, too, or is no person; no note, and a long way from the end.
        ("Jane Doe left.\n\n", "Jane Doe is a teacher in Oslo.", None),
        ("", "The Oslo Herald is a newspaper.", None),
        ("", "Jane Doe left for Oslo.", None),
        ("", "Jane Doe", None),
        ("", "Jane Doe is a teacher.\n\n" + "It is cold in Oslo. " * 30, None),
        ("Jane Doe: The Plan Is Dead\n\n", "Doe is sure.", None),
    ],
)
def test_i_is_whom_a_note_at_the_end_or_the_title_names(
    tables: Tables, head: str, note: str, name: str | None
) -> None:
    text = f"{head}The crowd left. “Is it dead?” I asked the crowd.\n\n{note}"
    assert named(text, tables, None) == [name]
    assert named(text, tables, "Anna Berg") == ["Anna Berg"]


@pytest.mark.parametrize(
    "source",
    [
        Source(text=ASKED, path="a.txt", author="Jane Doe"),
        Source(text=f"A Headline Over It\n\nBy Jane Doe\n\n{ASKED}", path="a.txt"),
    ],
)
def test_the_author_is_stated_beside_the_text_or_in_its_byline(tables: Tables, source: Source) -> None:
    _, quotes = extract_quotes(source, tables)
    assert [quote.speaker and quote.speaker.name for quote in quotes] == ["Jane Doe", "Paul Roe"]
    assert quotes[0].reason == "“I” is Jane Doe, who tells the article"
