"""Topics: the phrases of the table, alone or near each other, with the words that are the evidence."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import Quote, Span, Topic
from index.cleaning import clean
from index.tables import TableError, Tables, load_tables
from index.topics import find_topics, quote_topics


def evidence(text: str, tables: Tables) -> dict[str, list[str]]:
    return {topic.id: [span.cut(text) for span in topic.evidence] for topic in find_topics(text, tables)}


@pytest.mark.parametrize(
    ("seed", "expected"),
    [
        ("000", {"ukraine-aid", "spending-targets", "indo-pacific", "russia-and-partners"}),
        ("001", {"ukraine-aid", "spending-targets", "indo-pacific", "russia-and-partners"}),
        ("002", {"spending-targets", "indo-pacific", "troops-in-europe", "russia-and-partners"}),
        ("003", {"ukraine-aid", "spending-targets", "indo-pacific", "russia-and-partners", "peace-talks"}),
        (
            "004",
            {"ukraine-aid", "spending-targets", "indo-pacific", "russia-and-partners", "peace-talks"}
            | {"nato-membership", "trade-and-tariffs"},
        ),
    ],
)
def test_the_seeds_treat_what_they_plainly_treat(
    seed: str, expected: set[str], seeds: dict[str, str], tables: Tables
) -> None:
    assert evidence(clean(seeds[seed], tables).text, tables).keys() == expected


@pytest.mark.parametrize(
    ("text", "topic", "words"),
    [
        ("He promised Aid to Ukraine.", "ukraine-aid", ["Aid to Ukraine"]),
        (
            "Ukraine will get billions, and 20 billion soon",
            "ukraine-aid",
            ["Ukraine will get billions, and 20 billion"],
        ),
        ("They sent 20 billion euros to Ukraine", "ukraine-aid", ["billion euros to Ukraine"]),
        ("defence budgets and DEFENSE BUDGET", "spending-targets", ["defence budgets", "DEFENSE BUDGET"]),
        ("5% of GDP", "spending-targets", ["% of GDP"]),
        (
            "Russia, China, North Korea and Iran",
            "russia-and-partners",
            ["Russia, China, North Korea and Iran"],
        ),
        ("Russia’s war machine", "russia-and-partners", ["Russia’s war machine"]),
        ("a cease-fire or ceasefires", "peace-talks", ["cease-fire", "ceasefires"]),
        ("the Indo‑Pacific", "indo-pacific", ["Indo‑Pacific"]),
    ],
)
def test_phrases_are_found_alone_and_near_each_other(
    text: str, topic: str, words: list[str], tables: Tables
) -> None:
    assert evidence(text, tables) == {topic: words}


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine is large. The minister of one of the smaller countries spoke of a billion",
        "Ukraine\n\na billion",
        "the firm aided Ukrainian farmers",
        "subtariffs",
        "The photo shows Russia and a Chinese vase",
        "",
    ],
)
def test_words_too_far_apart_or_within_other_words_are_none(text: str, tables: Tables) -> None:
    assert find_topics(text, tables) == ()


def user_tables(folder: Path, content: str) -> Tables:
    (folder / "topics.toml").write_text(content, encoding="utf-8")
    return load_tables(folder)


def test_a_user_s_table_adds_topics_and_replaces_phrases(tmp_path: Path) -> None:
    tables = user_tables(
        tmp_path,
        '[harvest]\nname = "Harvest"\nphrases = ["wheat*", "rye"]\n[indo-pacific]\nphrases = ["Guam"]\n',
    )
    found = evidence("Wheatfields, rye and Guam; rye-bread in the Indo-Pacific", tables)
    assert found == {"indo-pacific": ["Guam"], "harvest": ["Wheatfields", "rye", "rye"]}


@pytest.mark.parametrize("phrase", ["", "a ~", "~ a", "a ~ b ~ c", "…"])
def test_a_phrase_that_can_never_stand_is_refused_by_name(phrase: str, tmp_path: Path) -> None:
    tables = user_tables(tmp_path, f'[x]\nname = "X"\nphrases = ["{phrase}"]\n')
    with pytest.raises(TableError, match=r"topics\.toml: x:"):
        find_topics("text", tables)


def test_a_quote_has_the_topics_of_its_words_and_its_paragraph() -> None:
    text = "Tariffs hurt.\n\nRutte said “we agree” about Ukraine.\n\nTalks go on."
    topics = [
        Topic(word, word, (Span(text.index(word), text.index(word) + len(word)),))
        for word in ("Tariffs", "Ukraine", "Talks")
    ]
    start = text.index("we agree")
    quote = Quote(kind="direct", content=Span(start, start + 8))
    across = Quote(kind="direct", content=Span(start, text.index("Talks") + 2))
    assert quote_topics(text, [quote, across, quote], topics) == [
        ("Ukraine",),
        ("Ukraine", "Talks"),
        ("Ukraine",),
    ]


SUBJECTS = (
    "Ukraine",
    "aid",
    "billion",
    "defense",
    "spending",
    "Russia",
    "China",
    "tariffs",
    "peace",
    "talks",
)
WORDS = st.sampled_from((*SUBJECTS, "%", "of GDP", ".", "\n\n", ","))


@given(st.lists(WORDS).map(" ".join) | st.text())
def test_evidence_stands_in_the_text_in_order_none_within_another(tables: Tables, text: str) -> None:
    for topic in find_topics(text, tables):
        assert topic.evidence
        assert all(span.cut(text).strip() for span in topic.evidence)
        assert all(
            a.start < b.start and a.end < b.end
            for a, b in zip(topic.evidence, topic.evidence[1:], strict=False)
        )


@pytest.mark.parametrize("unit", ["Ukraine ", "Russia China ", "a", "% of GDP ", "Ukraine\n\n", "defense "])
def test_time_grows_with_length_alone(unit: str, tables: Tables) -> None:
    started = time.process_time()
    find_topics(unit * (100_000 // len(unit)), tables)
    assert time.process_time() - started < 5
