"""Where a quotation begins or ends of which one mark is missing."""

from __future__ import annotations

import pytest

from index import missing_marks


@pytest.mark.parametrize(
    ("text", "goes_on", "words"),
    [
        ("We will vote, Doe said.", False, "We will vote,"),
        ("We will vote, Jane Doe told reporters in Rome.", False, "We will vote,"),
        ("We will vote, the mayor added.", False, "We will vote,"),
        ("Will we vote? asked Doe.", False, "Will we vote?"),
        ("We will vote, Doe said.", True, "We will vote,"),
        ("No, Doe said, and then he left the town for good with all of us.", True, None),
        ("In May, Doe said that we would vote.", False, None),
        ("We will vote.", False, None),
    ],
)
def test_words_end_before_the_clause_that_reports_them(text: str, goes_on: bool, words: str | None) -> None:
    end = missing_marks.end_before_clause(text, 0, len(text), goes_on=goes_on)
    assert (text[:end] if end is not None else None) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We will vote. Never doubt it.", "We will vote. Never doubt it."),
        ("He said, never doubt it.", "never doubt it."),
        ("He wrote: We vote.", "We vote."),
    ],
)
def test_words_begin_with_their_paragraph_or_after_a_verb_of_speech(text: str, words: str) -> None:
    assert text[missing_marks.start_of_paragraph(text, 0, len(text)) :] == words


def test_words_begin_with_their_sentence_after_other_marks() -> None:
    text = "he said. We will vote. Never doubt it,"
    assert missing_marks.start_of_sentence(text, 0, len(text)) == text.index("Never")
    assert missing_marks.start_of_sentence("he left it,", 0, 11) is None


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Jane Doe, mayor of Springfield.", True),
        ("Jane Doe", True),
        ("We must never, ever (really) do it.", False),
        ("Never.", False),
    ],
)
def test_a_name_under_a_pulled_quotation_is_a_credit(text: str, credit: bool) -> None:
    assert missing_marks.is_credit(text, 0, len(text)) is credit


@pytest.mark.parametrize(
    ("below", "opens"),
    [("\n\n“And so", True), ("\n'' And so", True), ("\n«And so", True), ("\nAnd “so”", False), ("", False)],
)
def test_a_paragraph_that_opens_with_a_mark_goes_on_with_the_speech(below: str, opens: bool) -> None:
    text = "“We will vote."
    assert missing_marks.next_paragraph_opens(text + below, len(text)) is opens
