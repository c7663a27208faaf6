"""Which quotation marks belong together."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.marks import Marked, find_marked

PIECES = st.sampled_from(
    ["“", "”", '"', "‘", "’", "'", "''", "``", "„", "«", "»", "=", " ", "\n", ",", ".", "?", "s", "We", "Doe",
     "said", "(", "—", "\u202a", "6", "“\n", "End.”"]
)  # fmt: skip
MARKED_UP = st.lists(PIECES, max_size=60).map("".join)


def inner(text: str) -> list[str]:
    return [marked.inner.cut(text) for marked in find_marked(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“Yes,” he said.", ["Yes,"]),
        ('He said "yes" and "no".', ["yes", "no"]),
        ("«Oui» et „Ja“ et »So«", ["Oui", "Ja", "So"]),
        ("‘Yes,’ he said.", ["Yes,"]),
        ("'Yes,' he said.", ["Yes,"]),
        ("''Yes,'' he said, ''and no.''", ["Yes,", "and no."]),
        ("``Yes,'' he said.", ["Yes,"]),
        ("“Yes“ and “no“.", ["Yes", "no"]),
        ("”Yes,” he said.", ["Yes,"]),
        ('“Yes," he said. "No,” he said.', ["Yes,", "No,"]),
        ('“Yes, " he said.', ["Yes,"]),
        ('"Yes, "he said.', ["Yes,"]),
        ("He said,” Yes.”", ["Yes."]),
        ("\u202a”Yes,” he said.", ["Yes,"]),
        ("““Yes,” he said.", ["Yes,"]),
    ],
)
def test_pairs_the_marks(text: str, words: list[str]) -> None:
    assert inner(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“He said ‘no’ to me.”", ["He said ‘no’ to me."]),
        ('"He said "no" to me."', ['He said "no" to me.']),
        ('"It is not “fair” at all."', ["It is not “fair” at all."]),
        ("“You call it “fair” here,” he said.", ["You call it “fair” here,"]),
        ("‘He said “no” to me,’ she said.", ["He said “no” to me,"]),
        ("''I said, 'No.'''", ["I said, 'No.'"]),
        ("'''No' is what I said,'' he said.", ["'No' is what I said,"]),
        ('"“Yes,” he said."', ["Yes,"]),  # a template has put a paragraph of prose in marks
    ],
)
def test_marks_within_marks_are_part_of_the_words(text: str, words: list[str]) -> None:
    assert inner(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "It's the dogs' bone, isn't it?",
        "’Twas in the ’90s, rock ’n’ roll for ’em.",
        "'Twas in the '90s, rock 'n' roll for 'em.",
        "‘Tis the ‘80s.",
        "a 6'2\" man",
        'The 10" pipe and the 12" one.',
        '<a b="c" d="">',
        '<img alt="She waves." title="No.">',
        "Goin’ home to the Joneses’ house",
    ],
)
def test_apostrophes_inches_and_attributes_are_no_marks(text: str) -> None:
    assert inner(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("‘We know the farmers’ troubles,’ he said.", ["We know the farmers’ troubles,"]),
        ("'It's the bosses' fault,' he said.", ["It's the bosses' fault,"]),
        ("the ‘bosses’ rule", ["bosses"]),
        ("He called it ‘the lost ones’ and left.", ["the lost ones"]),
    ],
)
def test_a_plurals_apostrophe_closes_only_for_want_of_a_better_mark(text: str, words: list[str]) -> None:
    assert inner(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We will vote, Doe said.", "We will vote,"),
        ("“We will vote, said the mayor.", "We will vote,"),
        ("“Shall we vote? he asked.", "Shall we vote?"),
        ("“We will vote. Then we go home.\nA town is quiet.", "We will vote. Then we go home."),
        ("“We will vote. “Then we go home.”", "We will vote."),
        ("We will vote,” Doe said.", "We will vote,"),
        ("“Yes,” he said. He left. We will vote,” Doe said.", "We will vote,"),
        ("Then she added, we will vote.”", "we will vote."),
    ],
)
def test_a_quotation_without_one_of_its_marks_ends_or_begins_where_it_makes_sense(
    text: str, words: str
) -> None:
    (found,) = (marked for marked in find_marked(text) if not marked.closed)
    assert found.inner.cut(text) == words
    assert not found.certain


def test_who_is_reported_within_an_open_quotation_does_not_end_it() -> None:
    assert inner("“In 2017, Doe said that we would vote.") == ["In 2017, Doe said that we would vote."]


def test_a_mark_left_open_closes_with_its_line_and_goes_on_in_the_next() -> None:
    first, second = find_marked("“One.\n“Two.”")
    assert (first.closed, first.goes_on, second.closed) == (False, True, True)
    assert first.certain


@pytest.mark.parametrize("opening", ["“", '"', "''", "‘", "«"])
def test_a_speech_of_several_paragraphs_has_a_stretch_in_each(opening: str) -> None:
    closing = {"“": "”", "‘": "’", "«": "»"}.get(opening, opening)
    text = f"He said: {opening}One of us.\n\n{opening}Two of us.\n\n{opening}Three,{closing} he said."
    assert inner(text) == ["One of us.", "Two of us.", "Three,"]
    assert [marked.goes_on for marked in find_marked(text)] == [True, True, False]


def test_a_letter_opened_once_and_closed_once_is_quoted_whole() -> None:
    text = "She wrote: “Dear all,\n\nI write to you.\n\nYours, Jane.”\n\nNo more."
    assert inner(text) == ["Dear all,", "I write to you.", "Yours, Jane."]
    assert all(marked.certain for marked in find_marked(text))


def test_a_mark_alone_on_its_line_opens_what_follows_and_nothing_before_it() -> None:
    text = "“We will,” he said.\n\n“ \n\nThe town is quiet.\n\nYours, Jane.”\n\nNo more."
    assert inner(text) == ["We will,", "The town is quiet.", "Yours, Jane."]
    assert [marked.goes_on for marked in find_marked(text)] == [False, True, False]
    assert inner("“ \nThe town is quiet.\nYours, Jane.”") == ["The town is quiet.", "Yours, Jane."]


def test_a_letter_that_is_never_closed_ends_with_its_first_paragraph() -> None:
    assert inner("She wrote: “Dear all,\n\nThe town is quiet.\n\n“No,” he said.") == ["Dear all,", "No,"]


def test_the_credit_below_a_pulled_quotation_is_no_part_of_it() -> None:
    assert inner('"We must never vote again.\nJane Doe, mayor of Springfield."') == [
        "We must never vote again."
    ]


@given(MARKED_UP | st.text(max_size=200))
def test_stretches_follow_each_other_and_stay_in_their_line(text: str) -> None:
    end = 0
    for marked in find_marked(text):
        assert end <= marked.outer.start <= marked.inner.start < marked.inner.end <= marked.outer.end
        words = marked.inner.cut(text)
        assert words == words.strip()
        assert "\n" not in words
        end = marked.outer.end


@given(st.lists(st.sampled_from(["We will vote.", "No, never.", "It is so?"]), min_size=1, max_size=8))
def test_every_well_marked_speech_is_found_whole(paragraphs: list[str]) -> None:
    text = "\n\n".join("“" + paragraph for paragraph in paragraphs) + "”"
    assert inner(text) == paragraphs


@pytest.mark.parametrize(
    "unit", ['"', "“", "“a ", "‘a ", "a,” ", "« ", '="a', "“a\n", "a,”\n", "‘“a” ", "“ « ” "]
)
def test_time_grows_with_the_marks_and_no_faster(unit: str) -> None:
    def seconds(length: int) -> float:
        text = (unit * length)[:length]
        start = time.process_time()
        find_marked(text)
        return time.process_time() - start

    assert seconds(200_000) < 8 * 3 * seconds(25_000) + 0.5


def test_a_line_of_five_million_characters_is_read() -> None:
    text = "“We will vote,” he said. " * 200_000
    found: list[Marked] = find_marked(text)
    assert len(found) == 200_000
