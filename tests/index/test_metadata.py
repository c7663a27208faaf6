"""Metadata: what the text says, None where it does not."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.metadata import Metadata, find_metadata, outlet_of
from index.tables import Tables

DAY = dt.date(2025, 4, 3)
BODY = "Rutte said on Friday that the allies would do more.\n\nHe did not say when."


@pytest.mark.parametrize(
    ("seed", "expected"),
    [
        (
            "000",
            Metadata(
                "Secretary of State Marco Rubio Meets with NATO Secretary General Mark Rutte in Brussels",
                date=DAY,
            ),
        ),
        ("001", Metadata("NATO leaders discuss increased defense commitments amid global threats")),
        ("002", Metadata("US Reaffirms NATO Commitment, Seeks Higher Spending", "Inter Bellum News", DAY)),
        ("003", Metadata(date=dt.date(2025, 4, 4))),
        (
            "004",
            Metadata("NATO foreign ministers seek “security through strength”", "WORLD", dt.date(2025, 4, 4)),
        ),
    ],
)
def test_the_seeds_say_what_a_careful_reader_finds(
    seed: str, expected: Metadata, seeds: dict[str, str], tables: Tables
) -> None:
    assert find_metadata(seeds[seed], tables) == expected


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("NATO ministers meet in Brussels", "NATO ministers meet in Brussels"),
        ("# NATO ministers meet", "NATO ministers meet"),
        ("Will NATO hold?", "Will NATO hold?"),
        ("NATO summit 2025 opens in The Hague", "NATO summit 2025 opens in The Hague"),
        ("April 3, 2025\nNATO ministers meet", "NATO ministers meet"),
        ("Opinion\nBy Ann Lee\nNATO ministers meet", "NATO ministers meet"),
        ("NATO ministers met in Brussels.", None),
        ("BRUSSELS, April 3, 2025 — Ministers met.\n\nWhat comes next", None),
        ("Brussels, Belgium — April 3, 2025", None),
        ("April 3, 2025", None),
        ("“We will pay,” he said", None),
        ("and so it goes", None),
        ("Rutte on the allies:", None),
        ("Dear reader,", None),
        ("NATO " * 40, None),
    ],
)
def test_a_title_is_a_short_first_line_that_is_no_sentence(
    line: str, title: str | None, tables: Tables
) -> None:
    assert find_metadata(f"{line}\n\n{BODY}", tables).title == title


def test_a_text_of_one_line_has_no_title(tables: Tables) -> None:
    assert find_metadata("NATO ministers meet in Brussels", tables) == Metadata()


@pytest.mark.parametrize(
    "raw",
    [
        "Brussels, Belgium — April 3, 2025\n\n{body}",
        "BRUSSELS, April 3, 2025 (Reuters) - {body}",
        "A title of some words\n\nApril 3, 2025\n\n{body}",
        "A title of some words\nThursday, 3 April 2025, 10:15 a.m.\n{body}",
        "Will NATO hold?\nApril 3, 2025\n{body}",
        "Published: April 3, 2025\n{body}",
        "date 2025-04-03 {body}",
        "Rutte meets Rubio, April 3, 2025. Photo by Ann Lee\n\n{body}",
        "{body} The ministers met on Thursday, April 3, 2025, in Brussels.",
        "Published April 3, 2025\nA meeting, April 1, 2025. Photo by Ann Lee\n\n{body}",
    ],
)
def test_a_date_is_read_from_dateline_header_caption_or_text(raw: str, tables: Tables) -> None:
    assert find_metadata(raw.format(body=BODY), tables).date == DAY


@pytest.mark.parametrize(
    "raw",
    [
        "BRUSSELS, April 3 (Reuters) - {body}",
        "{body} In April 2025 they met.",
        "{body} After the attacks of Sept. 11, 2001, they met in 2003.",
        "{body} The day marks the storming of the Bastille on July 14, 1789.",
        "{body} They had met on 12 May 2024 and met again on April 3, 2025.",
        "date 2025-02-30 {body}",
        "{body} On 03/04/2025 they met.",
    ],
)
def test_a_date_not_stated_in_full_or_of_the_past_is_not_guessed(raw: str, tables: Tables) -> None:
    assert find_metadata(raw.format(body=BODY), tables).date is None


@pytest.mark.parametrize(
    ("tail", "outlet"),
    [
        ("interbellumnews.com", "Inter Bellum News"),
        ("www.reuters.com", "Reuters"),
        ("Comments\nThe New York Times", "New York Times"),
        ("Sign up for the newsletter from WORLD's breaking news team", "WORLD"),
        ("Photo by Ann Lee, Reuters", None),
        ("Somebody told the New York Times.", None),
        ("unheard-of.example", None),
    ],
)
def test_an_outlet_is_known_by_what_it_signs(tail: str, outlet: str | None, tables: Tables) -> None:
    assert find_metadata(f"{BODY}\n\n{tail}", tables).outlet == outlet


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.bbc.co.uk/news/1", "BBC News"),
        ("https://edition.cnn.com/x", "CNN"),
        ("https://notcnn.com/x", None),
        ("https://com/", None),
    ],
)
def test_an_address_tells_the_outlet_by_its_domain(url: str, outlet: str | None, tables: Tables) -> None:
    assert outlet_of(url, tables) == outlet


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ann Lee", "Ann Lee"),
        ("By Ann Lee and John O’Hara", "Ann Lee and John O’Hara"),
        ("By the sea", None),
        ("By Ann Lee was this written", None),
    ],
)
def test_a_byline_names_the_author(line: str, author: str | None, tables: Tables) -> None:
    assert find_metadata(f"A title of some words\n{line}\n\n{BODY}", tables).author == author


@given(st.text())
def test_any_text_has_metadata(tables: Tables, raw: str) -> None:
    found = find_metadata(raw, tables)
    assert found.title is None or found.title in " ".join(raw.split()) or found.title in raw


@pytest.mark.parametrize(
    "unit", ["Friday, February 30, 2025 ", "April 3, 2025 ", "By Ann ", "A, ", "\n#", "date ", "1999-"]
)
def test_time_grows_with_length_alone(unit: str, tables: Tables) -> None:
    started = time.process_time()
    find_metadata(unit * (200_000 // len(unit)), tables)
    assert time.process_time() - started < 5
