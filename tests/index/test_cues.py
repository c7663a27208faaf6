"""The reporting words of a sentence, and the source beside each."""

from __future__ import annotations

import pytest

from tests.index.conftest import Rows

DEAD = "the plan is dead"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # A verb after its source, before it, and with words between.
        (f"Jane Doe said {DEAD}.", [(DEAD, "indirect", "said", "Jane Doe", "Jane Doe")]),
        (f"Jane Doe simply said {DEAD}.", [(DEAD, "indirect", "said", "Jane Doe", "Jane Doe")]),
        ("“No,” said Jane Doe.", [("No,", "direct", "said", "Jane Doe", "Jane Doe")]),
        # According to; a colon alone; a headline, a dash and a name.
        (f"According to Jane Doe, {DEAD}.", [(DEAD, "indirect", "According to", "Jane Doe", "Jane Doe")]),
        ("Jane Doe: “It is dead.”", [("It is dead.", "direct", ":", "Jane Doe", "Jane Doe")]),
        ("Jane Doe had a word for it: “Dead.”", [("Dead.", "direct", ":", "Jane Doe", "Jane Doe")]),
        ("A headline - Jane Doe: “We vote.”", [("We vote.", "direct", ":", "Jane Doe", "Jane Doe")]),
        # A capital is that of a sentence's first word, or no verb.
        ("Stated Jane Doe: “It is dead.”", [("It is dead.", "direct", "Stated", "Jane Doe", "Jane Doe")]),
        # Relative clauses share the antecedent's name.
        (
            f"Jane Doe, who said “{DEAD},” left.",
            [(f"{DEAD},", "mixed", "said", "Jane Doe, who", "Jane Doe")],
        ),
        # A second verb goes on with the first one's subject.
        (f"Jane Doe walked home and said {DEAD}.", [(DEAD, "indirect", "said", "Jane Doe", "Jane Doe")]),
        (
            f"Jane Doe said {DEAD} but said the bridge will stay.",
            [
                (DEAD, "indirect", "said", "Jane Doe", "Jane Doe"),
                ("the bridge will stay", "indirect", "said", "Jane Doe", "Jane Doe"),
            ],
        ),
    ],
)
def test_a_verb_according_to_and_a_colon_report(
    rows_of: Rows, text: str, rows: list[tuple[str, ...]]
) -> None:
    assert rows_of(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            f"Jane Doe stood by Mayor Anna Berg’s earlier false claim that {DEAD}.",
            [(DEAD, "indirect", "claim", "Mayor Anna Berg’s", "Anna Berg")],
        ),
        (
            f"Jane Doe stood by her insistence that {DEAD}.",
            [(DEAD, "indirect", "insistence", "her", "Jane Doe")],
        ),
        (
            f"Nobody heard the senator’s claim that {DEAD}.",
            [(DEAD, "indirect", "claim", "the senator’s", None)],
        ),
        ("Jane Doe made a claim in Oslo.", []),
        (f"The reports that {DEAD} were read.", []),
    ],
)
def test_a_noun_of_speech_with_its_owner_reports(
    rows_of: Rows, text: str, rows: list[tuple[str, ...]]
) -> None:
    assert rows_of(text) == rows


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"Jane Doe left the room, saying “{DEAD}.”", "Jane Doe"),
        (f"With Jane Doe saying “{DEAD},” the council met.", "Jane Doe"),
        (f"The council met, with Jane Doe saying “{DEAD}.”", "Jane Doe"),
        (f"Anna Berg met Paul Roe before saying “{DEAD}.”", "Anna Berg"),
        ("Jane Doe spoke, though he used stronger words, saying “it is rotten.”", "he"),
    ],
)
def test_a_participle_goes_on_with_the_sentences_subject_or_with_its_own(
    rows_of: Rows, text: str, source: str
) -> None:
    assert [(row.source, row.kind) for row in rows_of(text) if row.kind != "indirect"] == [(source, "mixed")]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Jane Doe went on to say “we vote.”", [("we vote.", "mixed", "say", "Jane Doe", "Jane Doe")]),
        ("Jane Doe had a lot to say about the vote.", []),
        ("Jane Doe wanted to say that it is dead.", []),
    ],
)
def test_an_infinitive_reports_only_beside_a_quotation(
    rows_of: Rows, text: str, rows: list[tuple[str, ...]]
) -> None:
    assert rows_of(text) == rows


def test_a_passive_verb_takes_who_comes_after_by(rows_of: Rows) -> None:
    (row,) = rows_of("The plan was described as “a bad joke” by Jane Doe.")
    assert row == ("a bad joke", "mixed", "described", "Jane Doe", "Jane Doe")


def test_without_by_a_passive_verb_has_no_source(rows_of: Rows) -> None:
    (row,) = rows_of("The plan was described as “a bad joke” on Monday.")
    assert (row.cue, row.speaker) == (None, None)


def test_who_was_quoted_as_saying_says_it(rows_of: Rows) -> None:
    (row,) = rows_of(f"Jane Doe was quoted as saying “{DEAD}.”")
    assert (row.cue, row.speaker) == ("saying", "Jane Doe")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The vote was lost, said the mayor in May.", "the mayor"),
        ("The vote was lost, said Jane Doe.", "Jane Doe"),
        ("“It is dead,” said the mayor’s guest, actress Jane Doe, on Monday.", "actress Jane Doe"),
        ("“It is dead,” said the mayor’s guest, a painter, on Monday.", "the mayor’s guest"),
    ],
)
def test_after_said_the_best_mention_is_the_name(rows_of: Rows, text: str, source: str) -> None:
    (row,) = rows_of(text)
    assert row.source == source


@pytest.mark.parametrize(
    "text",
    [
        "The United States voted.",
        "Thanks to Jane Doe, the town has a bridge.",
        "Jane Doe went on to the next town.",
        "The state of the bridge is poor.",
    ],
)
def test_names_nouns_and_idioms_are_no_cues(rows_of: Rows, text: str) -> None:
    assert rows_of(text) == []
