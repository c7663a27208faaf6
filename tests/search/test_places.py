"""What the index's positions mark is what analysing the whole text again would mark."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.analyzer import ANALYZER
from index.article import Article
from index.identity import article_id
from index.writer import open_writer
from search import Engine, open_engine
from search.highlight import Found
from search.invalid_query import InvalidQuery
from search.places import MOST, found_in
from search.query import texts
from search.scoring import WEIGHTS
from search.syntax import parse
from search.terms import plan
from tests.search.highlighter import Highlighter

WORDS = st.sampled_from(
    [
        *(
            "harbour",
            "Harbours,",
            "“harbor”",
            "half-open",
            "U.S.-led",
            "$20bn",
            "5%",
            "5 per cent",
            "—",
            "May",
        ),
        *(
            "may",
            "O’Brien’s",
            "don't",
            "Indo-Pacific",
            "policies.",
            "policy",
            "F-16",
            "naïve",
            "(run)",
            "ran!",
        ),
    ]
)
GAPS = st.sampled_from([" ", "  ", "\n", "\u00a0", "\t\n ", " " * 300])
TEXTS = st.lists(st.tuples(WORDS, GAPS), min_size=1, max_size=30).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
PATTERNS = st.sampled_from(['"per cent"', '"half open"', "har*", "polic*", "in*", '"may may"'])
QUERIES = st.lists(WORDS | PATTERNS, min_size=1, max_size=4)


def article(number: int, text: str) -> Article:
    path = f"{number}.txt"
    return Article(id=article_id(path=path), text=text, path=path, title=text[:40])


def marks(engine: Engine, q: str) -> tuple[list[tuple[Found, ...]], list[tuple[Found, ...]]]:
    snapshot = engine._current()
    planned = plan(parse(q).tree, snapshot.columns, ANALYZER, WEIGHTS["articles"])
    leaves = tuple(dict.fromkeys(planned.terms[leaf] for leaf in texts(planned.tree)))
    expected: list[tuple[Found, ...]] = []
    found: list[tuple[Found, ...]] = []
    articles = {doc: snapshot.records.article(doc) for doc in snapshot.columns.article_docs.tolist()}
    bodies = {doc: made.text for doc, made in articles.items()}
    titles = {doc: made.title or "" for doc, made in articles.items()}
    for field, shown in (("body", bodies), ("title", titles)):
        expected += [Highlighter(ANALYZER, leaves).find(text) for text in shown.values()]
        marked = found_in(snapshot.columns, ANALYZER, leaves, field, shown)
        found += [tuple(marked[doc]) for doc in shown]
    return found, expected


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(TEXTS, min_size=1, max_size=4), QUERIES)
def test_the_same_stretches_as_by_analysing_again(
    tmp_path_factory: pytest.TempPathFactory, bodies: list[str], words: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("places")
    for number, text in enumerate(bodies):
        with open_writer(folder) as writer:
            writer.add(article(number, text), "mark")
    with open_engine(folder) as engine:
        try:
            found, expected = marks(engine, " ".join(words))
        except InvalidQuery:
            return
    assert found == expected


def test_a_text_longer_than_any_chunk_is_marked(tmp_path: Path) -> None:
    text = "x" * 2_500 + " harbour " + "y" * 1_000 + "harbour"
    with open_writer(tmp_path) as writer:
        writer.add(article(1, text), "mark")
    with open_engine(tmp_path) as engine:
        found, expected = marks(engine, "harbour")
    assert found == expected
    assert found[0]


@pytest.mark.parametrize("q", ["keel", "kee*", '"keel keel"'])
def test_no_more_is_marked_in_one_article_than_anybody_reads(tmp_path: Path, q: str) -> None:
    with open_writer(tmp_path) as writer:
        writer.add(article(1, "keel " * (3 * MOST)), "mark")
    with open_engine(tmp_path) as engine:
        found, _ = marks(engine, q)
    assert len(found[0]) == MOST
    assert found[0][-1].end < 6 * MOST
