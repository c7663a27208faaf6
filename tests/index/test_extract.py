"""The pipeline: what is given goes before what is found, and offsets refer to the stored text."""

from __future__ import annotations

import dataclasses
import datetime as dt
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import Article
from index.extract import extract, fingerprint
from index.sources import Source
from index.tables import Tables, load_tables


def from_seed(name: str, seeds: dict[str, str], tables: Tables) -> Article:
    return extract(Source(text=seeds[name], path=f"seeds/{name}.txt"), tables)


@pytest.mark.parametrize("name", ["000", "001", "002", "003", "004"])
def test_metadata_text_and_topics_of_the_seeds(
    name: str, seeds: dict[str, str], tables: Tables, check_golden: Callable[[str, Any], None]
) -> None:
    article = from_seed(name, seeds, tables)
    found = {
        "title": article.title,
        "outlet": article.outlet,
        "date": article.date.isoformat() if article.date else None,
        "author": article.author,
        "topics": {
            topic.id: [f"{span.start}-{span.end}: {span.cut(article.text)}" for span in topic.evidence]
            for topic in article.topics
        },
        "text": article.text.split("\n\n"),
    }
    check_golden(f"article_{name}", found)


@pytest.mark.parametrize("name", ["000", "001", "002", "003", "004"])
def test_every_quote_of_the_seeds_stands_in_the_text_under_an_id_of_its_own(
    name: str, seeds: dict[str, str], tables: Tables
) -> None:
    article = from_seed(name, seeds, tables)
    assert len({quote.id for quote in article.quotes}) == len(article.quotes) > 0
    for quote in article.quotes:
        assert quote.id.startswith(f"{article.id}-")
        assert quote.content.cut(article.text).strip()
        assert set(quote.topics) <= {topic.id for topic in article.topics}


SAID = "BRUSSELS, April 3, 2025 — “We will pay,” Mark Rutte said of tariffs."
TEXT = f"A title of some words\n\n{SAID}\n\ninterbellumnews.com"


def test_what_is_given_goes_before_what_is_found(tables: Tables) -> None:
    found = extract(Source(text=TEXT, path="a/b.txt"), tables)
    assert (found.title, found.outlet, found.date) == (
        "A title of some words",
        "Inter Bellum News",
        dt.date(2025, 4, 3),
    )
    given = {"title": "Given", "outlet": "The Paper", "date": dt.date(2024, 1, 2), "author": "Ann Lee"}
    article = extract(Source(text=TEXT, path="a/b.txt", url="https://cnn.com/x", **given), tables)  # type: ignore[arg-type]
    assert {key: getattr(article, key) for key in given} == given
    assert extract(Source(text=TEXT, path="a/b.txt", url="https://cnn.com/x"), tables).outlet == "CNN"


def test_a_quote_has_the_topics_of_its_paragraph(tables: Tables) -> None:
    article = extract(Source(text=TEXT, path="a/b.txt"), tables)
    assert [quote.topics for quote in article.quotes if quote.kind == "direct"] == [("trade-and-tariffs",)]


def test_the_same_source_gives_the_same_article(seeds: dict[str, str], tables: Tables) -> None:
    assert from_seed("002", seeds, tables) == from_seed("002", seeds, load_tables())


def test_a_fingerprint_changes_with_text_metadata_and_tables_and_not_with_the_path(
    tables: Tables, tmp_path: Path
) -> None:
    source = Source(text=TEXT, path="a/b.txt")
    (tmp_path / "outlets.toml").write_text('[outlets]\n"The Paper" = {}\n')
    others = [
        fingerprint(dataclasses.replace(source, text=TEXT + "!"), tables),
        fingerprint(dataclasses.replace(source, title="T"), tables),
        fingerprint(dataclasses.replace(source, outlet="T"), tables),
        fingerprint(dataclasses.replace(source, date=dt.date(2025, 4, 3)), tables),
        fingerprint(source, load_tables(tmp_path)),
    ]
    mark = fingerprint(source, tables)
    assert len({mark, *others}) == 6
    assert fingerprint(dataclasses.replace(source, path="c/d.txt", start=7), tables) == mark


SENTENCES = st.sampled_from(
    [
        "“We will pay,” Rutte said.",
        "He said that tariffs would fall.",
        "0 Comments",
        'Rubio called it “a "realistic" pathway”.',
        "“No",
        "End.”",
        "\n",
        "\n\n",
        "according to Mark Rutte",
        "according to a report",
        "“We will pay,” said a letter",
        "said Jane Doe, Democrat",
        "The list of Gov",
        "“",
        "'",
    ]
)


@given(st.lists(SENTENCES, max_size=15).map(" ".join) | st.text())
def test_any_text_is_extracted_and_every_span_stands_in_it(tables: Tables, text: str) -> None:
    article = extract(Source(text=text, path="a.txt"), tables)
    spans = [span for topic in article.topics for span in topic.evidence]
    for quote in article.quotes:
        parts = (quote.content, quote.clause, quote.cue, quote.source)
        spans += [span for span in parts if span is not None]
    assert all(span.end <= len(article.text) and span.cut(article.text) for span in spans)


@pytest.mark.parametrize(
    ("unit", "times"),
    [
        ("said ", 6),  # a report in each word, if any, and no source
        ("the Texan said ", 25),  # a quote in three words: prose has one in thirty
        ("Doe said “a” ", 30),
        ("“a” ", 15),
        ("He ", 5),
    ],
)
def test_a_text_full_of_reports_costs_little_more_than_prose(
    seeds: dict[str, str], tables: Tables, unit: str, times: int
) -> None:
    length = 30_000

    def seconds(words: str) -> float:
        text = (words * (length // len(words) + 1))[:length]
        start = time.process_time()
        extract(Source(text=text, path="x"), tables)
        return time.process_time() - start

    prose = "\n\n".join(seeds.values())
    assert min(seconds(unit) for _ in range(2)) < times * max(seconds(prose) for _ in range(2))


def test_many_quotes_of_one_paragraph_cost_no_more_each_than_few(tables: Tables) -> None:
    def seconds(quotes: int) -> float:
        start = time.process_time()
        assert (
            len(extract(Source(text="Jane Doe said no to it. " * quotes, path="x"), tables).quotes) == quotes
        )
        return time.process_time() - start

    seconds(1_000)
    assert seconds(6_000) < 6 * 3 * seconds(1_000) + 0.5
