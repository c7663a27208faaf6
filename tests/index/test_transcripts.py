"""What is said in transcripts and interviews, and what only looks like one."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.quotes import find_quotes
from index.speakers import name_speakers
from index.tables import Tables, load_tables
from index.transcripts import find_transcript
from index.words import split_words
from tests.index.spans import within

TABLES: Tables = load_tables()
HOSTS = "Mayor Jane Doe met Bob Roe on television."
LINES = st.sampled_from(
    ["JANE DOE: I do.", "DOE: No?", "ROE: We will.", "Q. Why?", "A. I must.", "Q: So?", "A: It is.", ":", "",
     "Note: none.", "WASHINGTON: Rain.", "**Why?**", "I said “so.”", "(LAUGHTER)",
     "Mayor Jane Doe met Bob Roe.", "DOE:"]
)  # fmt: skip


def paragraphs(*lines: str) -> str:
    return "\n\n".join(lines)


def said(text: str) -> list[tuple[str, str | None]]:
    """What is quoted, each with the name of the speaker."""
    quotes = name_speakers(text, find_quotes(text, TABLES), TABLES)
    return [
        (q.content.cut(text), q.speaker.name if q.speaker else None) for q in quotes if q.kind == "direct"
    ]


@pytest.mark.parametrize(
    "form", ["{}: {}", "**{}:** {}", "**{}**: {}", "_{}:_ {}", "{} (on tape): {}", "  {}: {}"]
)
@pytest.mark.parametrize(
    "names", [("JANE DOE", "ROE", "DOE"), ("Jane Doe", "Roe", "Doe"), ("MAYOR DOE", "ROE", "DOE")]
)
def test_each_turn_of_a_transcript_goes_to_its_label(form: str, names: tuple[str, str, str]) -> None:
    spoken = ("I will run.", "Will you win?", "We shall.")
    text = paragraphs(HOSTS, *(form.format(name, words) for name, words in zip(names, spoken, strict=True)))
    assert said(text) == [
        ("I will run.", "Jane Doe"),
        ("Will you win?", "Bob Roe"),
        ("We shall.", "Jane Doe"),
    ]


def test_the_source_is_the_label_and_the_cue_its_colon() -> None:
    text = paragraphs(HOSTS, "MAYOR JANE DOE (I-OHIO): I do.", "ROE: Do you?", "DOE: I do.")
    first = find_quotes(text, TABLES)[0]
    assert first.source is not None
    assert first.cue is not None
    assert (first.source.cut(text), first.cue.cut(text)) == ("MAYOR JANE DOE", ":")


@pytest.mark.parametrize(
    "labels", [("Q.", "A."), ("Q:", "A:"), ("**Q:**", "**A:**"), ("Q —", "A —"), ("Q -", "A -")]
)
@pytest.mark.parametrize(
    ("introduction", "asks"),
    [
        ("Jane Doe, the mayor, talked about her plans.", None),
        ("Q&A with Jane Doe, the mayor.", None),
        ("Bob Roe interviewed Jane Doe in May.", "Bob Roe"),
        ("Bob Roe sat down with Mayor Jane Doe in May.", "Bob Roe"),
        ("Jane Doe spoke with the Post’s Bob Roe in May.", "Bob Roe"),
        ("Jane Doe spoke to Bob Roe, a reporter for the Post, in May.", "Bob Roe"),
        ("Jane Doe was interviewed by Bob Roe. Doe is the mayor.", "Bob Roe"),
    ],
)
def test_the_introduction_tells_who_answers_and_who_asks(
    labels: tuple[str, str], introduction: str, asks: str | None
) -> None:
    q, a = labels
    text = paragraphs(introduction, f"{q} Will you run?", f"{a} I will.", f"{q} When?", f"{a} Soon.")
    answers = [("I will.", "Jane Doe"), ("Soon.", "Jane Doe")]
    questions = [("Will you run?", asks), ("When?", asks)] if asks else []
    assert sorted(said(text)) == sorted(answers + questions)


def test_an_answer_of_several_paragraphs_is_one_speakers() -> None:
    text = paragraphs(
        "Jane Doe talked to us.",
        "Q. Why?",
        "A. It is time.",
        "The town has waited.",
        "(Laughs.)",
        "Q. So?",
        "A. Yes.",
    )
    assert said(text) == [
        ("It is time.", "Jane Doe"),
        ("The town has waited.", "Jane Doe"),
        ("Yes.", "Jane Doe"),
    ]


def test_bold_questions_are_followed_by_answers() -> None:
    text = paragraphs(
        "Jane Doe talked to us.", "**Why?**", "I must.", "**When?**", "We go soon.", "**Sure?**", "I am."
    )
    assert said(text) == [("I must.", "Jane Doe"), ("We go soon.", "Jane Doe"), ("I am.", "Jane Doe")]


def test_initials_stand_for_the_names_of_the_introduction() -> None:
    text = paragraphs(
        "Bob Roe interviewed Jane Doe.", "BR: Will you run?", "JD: I will.", "BR: When?", "JD: Soon."
    )
    assert [name for _, name in said(text)] == ["Bob Roe", "Jane Doe", "Bob Roe", "Jane Doe"]


def test_reporters_and_voices_stay_without_a_name() -> None:
    text = paragraphs(
        HOSTS, "QUESTION: Will you run?", "DOE: I will.", "UNIDENTIFIED MALE: Why?", "DOE: I must."
    )
    assert [name for _, name in said(text)] == [None, "Jane Doe", None, "Jane Doe"]


def test_a_question_and_its_answer_are_enough() -> None:
    assert said(paragraphs(HOSTS, "Reporter: Will you run?", "Doe: I will.")) == [
        ("Will you run?", None),
        ("I will.", "Jane Doe"),
    ]


def test_what_is_reported_within_a_turn_is_part_of_it() -> None:
    text = paragraphs(HOSTS, "DOE: I said we go, and Roe said “no.”", "ROE: Did I?", "DOE: You did.")
    assert find_quotes(text, TABLES)[0].content.cut(text) == "I said we go, and Roe said “no.”"
    assert len(find_quotes(text, TABLES)) == 3


def test_prose_after_a_transcript_is_prose() -> None:
    text = paragraphs(HOSTS, "DOE: I go.", "ROE: Do you?", "DOE: I do.", "The talk took an hour, Roe said.")
    assert [quote.kind for quote in find_quotes(text, TABLES)] == ["direct", "direct", "direct", "indirect"]


def test_marks_around_a_turn_are_no_part_of_it() -> None:
    text = paragraphs(HOSTS, '"Bob Roe: Will you run?"', "Doe: I will.", "Roe: When?", "Doe: We see.")
    assert said(text)[0] == ("Will you run?", "Bob Roe")


@pytest.mark.parametrize(
    "lines",
    [
        ("Note: We are closed.", "Correction: We were wrong.", "Note: You may write to us."),
        ("WASHINGTON: We saw rain.", "LONDON: Do you see rain?", "PARIS: We saw none."),
        ("Jane Doe: Win in a walk.", "Bob Roe: Keep it close.", "Ann Poe: Just hang on."),
        ("DOE: The mayor wants more roads.", "ROE: The driver wants fewer.", "DOE: Older than most."),
        ("Winner: Who else?", "Loser: You and me.", "Winner: We say so."),
        ("Iowa: Jane Doe, Bob Roe, Ann Poe", "Ohio: Jim Coe, Sue Loe", "Iowa: Tim Voe"),
        ("DOE: I will run.",),
        ("A. Smith went home.", "A. Jones stayed."),
        ("Q: Will it rain?",),
        ("**Why?**", "It rains.", "**When?**", "Now."),
    ],
)
def test_notes_datelines_lists_and_headings_are_no_turns(lines: tuple[str, ...]) -> None:
    words = split_words(paragraphs(HOSTS, *lines))
    assert find_transcript(words, TABLES).quotes == ()


def test_quoted_words_after_a_label_are_read_as_any_quotation() -> None:
    text = paragraphs(
        HOSTS, "DOE: “I will run,” she said.", "THE FACTS: Nobody else will.", "ROE: “Who will?”"
    )
    assert said(text)[0] == ("I will run,", "Jane Doe")


@given(st.lists(LINES, max_size=14))
def test_turns_are_exact_pieces_of_their_lines_in_text_order(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = find_transcript(split_words(text), TABLES)
    end = 0
    for quote in found.quotes:
        words = quote.content.cut(text)
        assert words
        assert words == words.strip()
        assert "\n" not in words
        assert end <= quote.content.start
        assert any(within(quote.content, line) for line in found.lines)
        end = quote.content.end


@pytest.mark.parametrize(
    "unit",
    [
        "JANE DOE: I do.\n",
        "Q. Why?\nA. I am.\n",
        "Q: ",
        "**Why?**\nI do.\n",
        '"Jane Doe: I do."\n',
        "A B: c\n",
    ],
)
def test_time_grows_with_the_transcript_and_no_faster(unit: str) -> None:
    def seconds(length: int) -> float:
        text = (unit * length)[:length]
        start = time.process_time()
        find_quotes(text, TABLES)
        return time.process_time() - start

    seconds(20_000)
    assert seconds(160_000) < 8 * 3 * seconds(20_000) + 0.5
