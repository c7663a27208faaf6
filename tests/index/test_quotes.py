"""Which words are quotes, what kind they are, and which words report them."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.article import Quote, Span
from index.quotes import find_quotes
from index.speakers import name_speakers
from index.tables import Tables, load_tables

TABLES: Tables = load_tables()
FRAGMENTS = st.sampled_from(
    ["“", "”", '"', "‘", "’", "'", "«", "»", " ", "\n", ",", ".", ":", "(", ")", "—", " said ", " who ",
     " he ", "Jane Doe", "Mr. Roe", "according to", " called ", "the ", " and ", "I am", "Ünï", "\x00"]
)  # fmt: skip
PROSE = st.lists(FRAGMENTS, max_size=60).map("".join)


def only(text: str) -> Quote:
    (quote,) = find_quotes(text, TABLES)
    return quote


@pytest.mark.parametrize(
    ("text", "kind", "content", "cue", "source"),
    [
        ("“We will vote today,” Jane Doe said.", "direct", "We will vote today,", "said", "Jane Doe"),
        ('"We will vote today," said Jane Doe.', "direct", "We will vote today,", "said", "Jane Doe"),
        ("Jane Doe said, “We will vote.”", "direct", "We will vote.", "said", "Jane Doe"),
        ("Jane Doe, a painter, told reporters: “No.”", "direct", "No.", "told", "Jane Doe"),
        ("Doe called the plan “a bad joke” on Monday.", "mixed", "a bad joke", "called", "Doe"),
        ("Doe said the plan was “a bad joke.”", "mixed", "a bad joke.", "said", "Doe"),
        ("Doe said that the plan had failed.", "indirect", "the plan had failed", "said", "Doe"),
        ("The plan had failed, Doe said.", "indirect", "The plan had failed", "said", "Doe"),
        ("The plan had failed, according to Doe.", "indirect", "The plan had failed", "according to", "Doe"),
        ("Doe promised to visit the town.", "indirect", "to visit the town", "promised", "Doe"),
        ("“Really?” Jane Doe asked.", "direct", "Really?", "asked", "Jane Doe"),
        ("“It rained all day,” she surmised.", "direct", "It rained all day,", "surmised", "she"),
    ],
)
def test_finds_the_words_the_cue_and_the_source(
    text: str, kind: str, content: str, cue: str, source: str
) -> None:
    quote = only(text)
    assert quote.cue is not None
    assert quote.source is not None
    found = (quote.kind, quote.content.cut(text), quote.cue.cut(text), quote.source.cut(text))
    assert found == (kind, content, cue, source)


@pytest.mark.parametrize(
    "text",
    [
        "Media “Hysteria” and the Push for Money",
        "She has a “green” thumb.",
        "Jane Doe walked home.",
        '<img author="janedoe" title="x">',
        "",
    ],
)
def test_headings_terms_and_markup_are_no_quotes(text: str) -> None:
    assert find_quotes(text, TABLES) == ()


def test_a_mixed_quote_keeps_its_whole_clause() -> None:
    text = "Doe said the plan was “a bad joke” for the town."
    clause = only(text).clause
    assert clause is not None
    assert clause.cut(text) == "the plan was “a bad joke” for the town"


def test_an_open_mark_ends_with_its_paragraph() -> None:
    text = "“We will vote, Doe said.\nThe town is quiet."
    assert all(quote.content.end <= text.index("\n") for quote in find_quotes(text, TABLES))


@given(PROSE | st.text(max_size=200))
def test_any_text_is_accepted_and_offsets_lie_inside(text: str) -> None:
    for quote in name_speakers(text, find_quotes(text, TABLES), TABLES):
        assert quote.content.cut(text).strip()
        assert 0 <= quote.confidence <= 1
        for span in (quote.content, quote.clause, quote.cue, quote.source):
            assert span is None or span.end <= len(text)


@given(PROSE)
@example("Jane Doe,”Jane Doe")  # the opening mark is missing, so that the quote begins the text
def test_the_marks_are_no_part_of_a_quote(text: str) -> None:
    for quote in find_quotes(text, TABLES):
        if quote.kind != "indirect":
            assert not text[: quote.content.start][-1:].isalnum()
            assert text[quote.content.start] not in " \n"
            assert "\n" not in quote.content.cut(text)


@pytest.mark.parametrize("unit", ['"', "“a” ", "said ", "Mr. Jones, a man, said “no”. ", "(A, ", "'a ", "\n"])
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    def seconds(length: int) -> float:
        text = (unit * length)[:length]
        start = time.process_time()
        name_speakers(text, find_quotes(text, TABLES), TABLES)
        return time.process_time() - start

    seconds(20_000)
    assert seconds(160_000) < 8 * 3 * seconds(20_000) + 0.5


@pytest.mark.parametrize(
    "text",
    [
        '"' * 100_000,
        "“" * 100_000,
        "'" * 100_000,
        "“No,” Jane Doe said. " + "a" * 5_000_000,  # one word
        "“No,” Jane Doe said. " + "Jane Doe " * 200_000,  # one line
    ],
    ids=["straight marks", "opening marks", "apostrophes", "a word of 5 MB", "a line of 1.8 MB"],
)
@pytest.mark.timeout(60)
def test_marks_alone_and_endless_lines_are_read_in_seconds(text: str) -> None:
    start = time.process_time()
    name_speakers(text, find_quotes(text, TABLES), TABLES)
    assert time.process_time() - start < 20


@example(",” called “ said ")  # a stretch that is left open ends before the space
@given(PROSE | st.text(max_size=200))
def test_offsets_are_exact(text: str) -> None:
    found = find_quotes(text, TABLES)
    assert list(found) == sorted(found, key=lambda quote: quote.content)
    for quote in found:
        for span in (quote.content, quote.clause, quote.cue, quote.source):
            assert span is None or 0 <= span.start < span.end <= len(text)
        for span in (quote.clause, quote.cue, quote.source):
            assert span is None or span.cut(text) == span.cut(text).strip()
        assert quote.clause is None or quote.clause.start <= quote.content.start
        assert quote.clause is None or quote.content.end <= quote.clause.end
        assert (quote.kind == "mixed") == (quote.clause is not None)
        assert quote.verb is None or quote.cue is not None


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Doe called the plan “a bad joke” on Monday.", "the plan “a bad joke” on Monday"),
        ("Doe said that it was “a bad joke.”", "it was “a bad joke.”"),
        ("It was “a bad joke,” Doe said.", "It was “a bad joke,”"),
        ("It is “a bad joke,” according to Doe.", "It is “a bad joke,”"),
    ],
)
def test_the_clause_of_a_mixed_quote_ends_at_its_cue(text: str, clause: str) -> None:
    found = only(text).clause
    assert found is not None
    assert found.cut(text) == clause


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("“It is dead,” Jane Doe said.", "say"),
        ("Jane Doe pointed out that it is dead.", "point out"),
        ("According to Jane Doe, it is dead.", "according to"),
        ("“It is dead,” she surmised.", None),
    ],
)
def test_the_verb_is_the_tables(text: str, verb: str | None) -> None:
    assert only(text).verb == verb


def test_after_but_it_is_who_spoke_first_that_goes_on() -> None:
    text = "Jane Doe noted that farmers have pledged more money but acknowledged more must be done."
    quotes = find_quotes(text, TABLES)
    (last,) = (quote for quote in quotes if quote.content.cut(text) == "more must be done")
    assert last.source is not None
    assert last.source.cut(text) == "Jane Doe"


def test_a_colon_reports_without_a_verb() -> None:
    quote = only("Jane Doe: “The town is quiet and we will vote.”")
    assert quote.cue == Span(8, 9)
    assert quote.verb is None
