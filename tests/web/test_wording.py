"""Dates, doubts, titles and requests in plain words."""

import datetime as dt

import pytest

from index.article import Article, Quote, Span
from search.request import Filter, SearchRequest
from web import wording

CALLED = {
    ("speaker", "mark-rutte"): "Mark Rutte",
    ("speaker", "mark rutte"): "Mark Rutte",
    ("topic", "ukraine-aid"): "Ukraine aid",
}
APRIL = (dt.date(2025, 4, 1), dt.date(2025, 4, 30))
RUTTE = Filter("speaker", "mark-rutte")


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        (SearchRequest(), "All quotes"),
        (SearchRequest(view="articles"), "All articles"),
        (SearchRequest(q="aid"), "Quotes with “aid”"),
        (SearchRequest(filters=(RUTTE,)), "Quotes by Mark Rutte"),
        (SearchRequest(filters=(Filter("speaker", "Mark RUTTE"),)), "Quotes by Mark Rutte"),
        (SearchRequest(view="articles", filters=(RUTTE,)), "Articles quoting Mark Rutte"),
        (
            SearchRequest(filters=(RUTTE, Filter("topic", "ukraine-aid"))).between(*APRIL),
            "Quotes by Mark Rutte about Ukraine aid, April 2025",
        ),
        (
            SearchRequest(filters=(RUTTE, Filter("speaker", "x"), Filter("speaker", "y"))),
            "Quotes by Mark Rutte, x or y",
        ),
        (
            SearchRequest(q="aid", filters=(Filter("outlet", "WORLD"),)),
            "Quotes with “aid” in WORLD",
        ),
        (
            SearchRequest(filters=(Filter("kind", "direct"), Filter("kind", "mixed"))),
            "Quotes, quoted or partly quoted",
        ),
        (SearchRequest(filters=(Filter("speaker", "mark-rutte", True),)), "Quotes, without Mark Rutte"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_request_is_said_in_a_sentence(request_: SearchRequest, said: str) -> None:
    assert wording.sentence(request_, CALLED) == said


def test_what_has_most_of_the_words_is_not_said_to_have_all() -> None:
    asked = SearchRequest(q="aid zebra")
    assert wording.sentence(asked, CALLED, 2, relaxed=True) == "2 quotes with most of “aid zebra”"


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2025-04-03", "2025-04-03", "3 April 2025"),
        ("2025-04-01", "2025-04-30", "April 2025"),
        ("2025-01-01", "2025-12-31", "2025"),
        ("2025-03-01", "2025-04-30", "March to April 2025"),
        ("2024-12-01", "2025-01-31", "December 2024 to January 2025"),
        ("2025-04-01", "2025-04-15", "1 to 15 April 2025"),
        ("2025-03-30", "2025-04-02", "30 March to 2 April 2025"),
        ("2024-12-30", "2025-01-02", "30 December 2024 to 2 January 2025"),
        ("2025-04-03", None, "since 3 April 2025"),
        (None, "2025-04-03", "until 3 April 2025"),
        (None, None, ""),
    ],
)
def test_a_stretch_of_days_takes_few_words(start: str | None, end: str | None, said: str) -> None:
    first, last = (dt.date.fromisoformat(day) if day else None for day in (start, end))
    assert wording.days(first, last) == said


@pytest.mark.parametrize(
    ("confidence", "said"),
    [
        (1.0, None),
        (0.9, None),
        (0.89, "fairly sure, 89%"),
        (0.8, "fairly sure, 80%"),
        (0.79, "uncertain, 79%"),
        (0.2, "uncertain, 20%"),
    ],
)
def test_a_doubt_is_said_a_certainty_is_not(confidence: float, said: str | None) -> None:
    assert wording.doubt(Quote(kind="direct", content=Span(0, 1), confidence=confidence)) == said


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Short text.", "Short text."),
        ("", "Untitled"),
        ("word " * 30, "word word word word word word word word word word word word word word …"),
        ("one\n\ntwo", "one two"),
    ],
)
def test_first_words_stand_in_for_a_title(text: str, shown: str) -> None:
    assert wording.title(Article(id="x", text=text, path="x")) == shown


def test_a_title_is_shown_as_it_is() -> None:
    assert wording.title(Article(id="x", text="text", path="x", title="Title")) == "Title"


@pytest.mark.parametrize(("number", "said"), [(0, "0 quotes"), (1, "1 quote"), (1204, "1,204 quotes")])
def test_numbers_agree_with_their_noun(number: int, said: str) -> None:
    assert wording.count(number, "quote") == said


@pytest.mark.parametrize(
    ("address", "linked"),
    [
        ("https://x.example/a", True),
        ("HTTP://x.example", True),
        ("javascript:alert(1)", False),
        (None, False),
    ],
)
def test_only_web_addresses_are_linked(address: str | None, linked: bool) -> None:
    assert wording.web_address(address) is linked


def test_what_is_printed_commands_a_terminal_nothing_and_keeps_its_offsets() -> None:
    text = "red \x1b[31m bell \x07 \x9b1m \x7f tab\t line\n ’é"
    assert wording.printable(text) == "red  [31m bell    1m   tab\t line\n ’é"
    assert len(wording.printable(text)) == len(text)


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0, "0%"),
        (0.0004, "under 0.1%"),
        (0.001, "0.1%"),
        (0.0094, "0.9%"),
        (0.0096, "1%"),
        (0.01, "1%"),
        (0.126, "13%"),
        (1, "100%"),
    ],
)
def test_a_part_is_said_in_percent(share: float, said: str) -> None:
    assert wording.percent(share) == said


@pytest.mark.parametrize(
    ("start", "end", "step", "said"),
    [
        ("2025-04-03", "2025-04-03", "day", "3 April 2025"),
        ("2025-03-31", "2025-04-06", "week", "31 March to 6 April 2025"),
        ("2025-04-01", "2025-04-30", "month", "April 2025"),
        ("2025-04-01", "2025-06-30", "quarter", "April to June 2025"),
        ("2025-01-01", "2025-12-31", "year", "2025"),
        ("2020-01-01", "2029-12-31", "decade", "2020 to 2029"),
    ],
)
def test_a_bar_of_a_histogram_is_said_in_the_fewest_words(start: str, end: str, step: str, said: str) -> None:
    assert wording.period(dt.date.fromisoformat(start), dt.date.fromisoformat(end), step) == said
