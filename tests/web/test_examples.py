"""Examples: drawn from the index at hand, and each finds something."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import Article, Quote, Span, Speaker
from index.writer import open_writer
from search import open_engine
from search.query import Phrase, Word, leaves
from search.syntax import parse
from web.examples import examples, samples, typed


def test_a_speaker_is_chosen_with_what_belongs_to_them(index: Path, corpus: tuple[Article, ...]) -> None:
    with open_engine(index) as engine:
        found = samples(engine)
    assert found is not None
    assert found.values == {
        "q": "spend",
        "speaker": "mark-rutte",
        "outlet": "the-daily",
        "topic": "spending-targets",
        "from": "2025-04",
        "to": "2025-04",
        "find": "Rut",
        "facet": "speaker",
        "quote": corpus[0].quotes[0].id,
        "article": corpus[0].id,
    }
    assert {each.operation for each in examples(found)} == {
        *("search", "facet", "suggest", "article", "quote", "speaker")
    }


@pytest.mark.parametrize("speaker", [None, Speaker("bo-roe", "Bo Roe")])
def test_what_an_index_lacks_is_left_out(tmp_path: Path, speaker: Speaker | None) -> None:
    quote = Quote(kind="direct", content=Span(0, 4), speaker=speaker, id="a-1")
    with open_writer(tmp_path) as writer:
        writer.add(Article(id="a", text="Said.", path="a", quotes=(quote,)), fingerprint="1")
        writer.commit()
    with open_engine(tmp_path) as engine:
        found = samples(engine)
    if speaker is None:
        assert found is None
    else:
        assert found is not None
        assert (found.topic, found.outlet, found.month, found.words) == (None, None, None, "Bo Roe")
        assert "topic" not in found.values
        assert all("topic" not in each.parameters for each in examples(found))


@given(st.text() | st.text(st.sampled_from('aOR ()"-:*“speakr.’_')))
def test_whatever_stands_in_an_article_can_be_typed(text: str) -> None:
    parsed = parse(typed(text))
    assert parsed.remarks == ()
    assert all(isinstance(leaf, Word | Phrase) for leaf in leaves(parsed.tree))


def test_a_name_that_nobody_can_type_has_no_examples_of_typing(tmp_path: Path) -> None:
    quote = Quote(kind="direct", content=Span(0, 4), speaker=Speaker("x", "— (“?”)"), id="a-1")
    with open_writer(tmp_path) as writer:
        writer.add(Article(id="a", text="Said.", path="a", quotes=(quote,)), fingerprint="1")
        writer.commit()
    with open_engine(tmp_path) as engine:
        found = samples(engine)
    assert found is not None
    assert "q" not in found.values
    assert {each.operation for each in examples(found)} == {"search", "article", "quote", "speaker"}
