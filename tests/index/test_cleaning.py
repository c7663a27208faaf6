"""Cleaning: furniture goes, the article stays, and every offset leads back to the raw text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import Span
from index.cleaning import clean
from index.paragraphs import split
from index.tables import Tables

BODY = "Rutte said on Friday that the allies would do more.\n\nHe did not say when."


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe Us",
        "Post a Comment",
        "0 Comments",
        "1,204 comments",
        "Related Stories",
        "No stories found.",
        "ADVERTISEMENT",
        "Webp pzt2sjfeqjjdhiq5ow7dd1dbbo1i",
        "rutte-and-rubio.jpg",
        "Sign up for our newsletter",
        "Comments",
        "Rutte at a press conference. Associated Press / Photo by Ann Lee",
        "Ministers meet (AP Photo/Ann Lee, File)",
        "Photo: Ann Lee",
        "The Hague in June. Ann Lee/Getty Images",
        "Please wait while we load the latest comments...",
        "Please register, subscribe, or log in to comment on this article.",
        "Read more: Rutte in Paris",
        "© 2025 The Paper",
        "An actual newsletter worth subscribing to instead of just a collection of links. —Ann",
    ],
)
@pytest.mark.parametrize("place", ["above", "within", "below"])
def test_furniture_goes_wherever_it_stands(line: str, place: str, tables: Tables) -> None:
    first, second = BODY.split("\n\n")
    raw = {"above": f"{line}\n\n{BODY}", "within": f"{first}\n{line}\n{second}", "below": f"{BODY}\n{line}\n"}
    assert clean(raw[place], tables).text == BODY


@pytest.mark.parametrize(
    "line",
    [
        "He will subscribe to the view that NATO is fine.",
        "“Comments” was all he said.",
        "Readers left 200 comments on it.",
        "The photo by Ann Lee shows two men.",
        "She works for Getty Images.",
        "A subheading",
        "“Subscribe now,” he said.",
        "Related stories were told by others.",
        "Webp is an image format.",
        "The advertisement ran twice.",
    ],
)
def test_what_only_looks_like_furniture_stays(line: str, tables: Tables) -> None:
    raw = BODY.replace("\n\n", f"\n\n{line}\n\n")
    assert clean(raw, tables).text == raw


def test_a_caption_without_its_credit_is_known_from_the_one_with_it(tables: Tables) -> None:
    caption = "Rutte meets Rubio in Brussels on Thursday."
    raw = f"{caption}\n{caption} Official photo by Ann Lee\n\n{BODY}\n\n{caption}"
    assert clean(raw, tables).text == BODY


def test_title_byline_and_section_are_not_in_the_body(tables: Tables) -> None:
    raw = f"World\nNATO ministers meet in Brussels\nNATO ministers meet in Brussels\nBy Ann Lee\n\n{BODY}"
    assert clean(raw, tables).text == BODY


def test_a_given_title_is_not_repeated_in_the_body(tables: Tables) -> None:
    raw = f"“Enough,” says Rutte.\n\n{BODY}\n\n“Enough,” says Rutte."
    assert clean(raw, tables).text == raw
    assert clean(raw, tables, title='"Enough," says Rutte.').text == BODY


def test_subheadings_stay(tables: Tables) -> None:
    raw = f"NATO ministers meet\n\nA Second Heading\n\n{BODY}\n\nWhat Comes Next\n\nNobody knows."
    assert clean(raw, tables).text == raw.removeprefix("NATO ministers meet\n\n")


def test_other_stories_titles_go_with_the_furniture_they_stand_in(tables: Tables) -> None:
    others = "Related Stories\nSenate Confirms Ambassador\nAnother Title Here\ninterbellumnews.com"
    raw = f"{BODY}\n\nA closing list item\n\n{others}"
    assert clean(raw, tables).text == f"{BODY}\n\nA closing list item"


@pytest.mark.parametrize(
    "header", ["date 2025-04-04 ", "Published: April 4, 2025\n", "Friday, April 4, 2025, 10:15\n"]
)
def test_a_header_date_is_cut_from_the_paragraph_it_opens(header: str, tables: Tables) -> None:
    assert clean(header + BODY, tables).text == BODY
    assert clean(f"A title of some words\n{header}{BODY}", tables).text == BODY


def test_where_nothing_would_be_left_everything_stays(tables: Tables) -> None:
    assert clean("Comments", tables).text == "Comments"
    assert clean("", tables).text == ""


def test_lines_broken_by_width_are_one_paragraph(tables: Tables) -> None:
    raw = (
        "Rutte said on Friday that the allies would have to do\n"
        "more than they had promised, and that he expected them to\n"
        "say in June how they meant to pay for it.\n\n"
        "He did not say when he would publish the figures, nor\nwhere.\n"
    )
    text = clean(raw, tables).text
    assert text.count("\n") == 2
    assert "have to do more than they had promised" in text


def test_paragraphs_on_lines_of_their_own_stay_apart(tables: Tables) -> None:
    raw = f"{'Rutte spoke at length about it. ' * 6}\nHe stopped.\nHe left."
    assert clean(raw, tables).text.split("\n\n")[1:] == ["He stopped.", "He left."]


# Text as web pages have it: prose, furniture, blank lines of all kinds, in any order.
LINES = st.sampled_from(
    [
        "Subscribe Us",
        "A title of some words",
        "0 Comments",
        "“We will pay,” he said.",
        "  He left. ",
        "",
        " ",
        "date 2025-04-04 Rain.",
    ]
) | st.text(max_size=60)
PAGES = st.lists(LINES, max_size=12).flatmap(
    lambda lines: st.sampled_from(["\n", "\r\n", "\n\n", "\u2028"]).map(lambda end: end.join(lines))
)


@given(PAGES)
def test_every_piece_leads_back_to_the_same_words(tables: Tables, raw: str) -> None:
    cleaned = clean(raw, tables)
    for start, piece in zip(cleaned.starts, cleaned.pieces, strict=True):
        span = Span(start, start + piece.end - piece.start)
        assert cleaned.original(span) == piece
        assert span.cut(cleaned.text) == piece.cut(raw)


@given(PAGES, st.integers(0, 400), st.integers(0, 400))
def test_any_span_leads_back_to_text_that_opens_and_closes_alike(
    tables: Tables, raw: str, a: int, b: int
) -> None:
    cleaned = clean(raw, tables)
    start, end = sorted((min(a, len(cleaned.text)), min(b, len(cleaned.text))))
    words = cleaned.text[start:end]
    original = cleaned.original(Span(start, end)).cut(raw)
    if "\n" not in words and "  " not in original:
        assert original.split() == words.split()
    if words and not words[0].isspace() and not words[-1].isspace():
        assert (original[0], original[-1]) == (words[0], words[-1])


@given(PAGES)
def test_paragraphs_have_a_blank_line_between_and_no_space_around(tables: Tables, raw: str) -> None:
    text = clean(raw, tables).text
    assert all(paragraph and paragraph == paragraph.strip() for paragraph in text.split("\n\n")) or not text


@given(st.text())
def test_splitting_loses_nothing_but_white_space(raw: str) -> None:
    kept = "".join(piece.cut(raw) for paragraph in split(raw) for piece in paragraph.pieces)
    assert "".join(kept.split()) == "".join(raw.split()) or "#" in raw


@pytest.mark.parametrize(
    "unit", ["a", "\n", " \n", "“", "photo by ", "sign up for ", "2025 April ", "A ", "#", "- ", "Comments\n"]
)
def test_time_grows_with_length_alone(unit: str, tables: Tables) -> None:
    started = time.process_time()
    clean(unit * (200_000 // len(unit)), tables)
    assert time.process_time() - started < 5
