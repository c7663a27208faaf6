"""Where a phrase stands in a segment is where its words follow one another in the texts."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from index.article import Article
from index.identity import article_id
from index.writer import open_writer
from search import open_engine, phrases
from search.phrases import follow
from search.segments import Segment

WORDS = st.sampled_from(["mast", "keel", "helm"])
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=30), min_size=1, max_size=6)
SEQUENCES = st.lists(WORDS | st.just("nowhere"), min_size=2, max_size=4).map(tuple)


@contextmanager
def written(texts: Sequence[Sequence[str]]) -> Iterator[Segment]:
    """Give the segment of articles with these words."""
    with tempfile.TemporaryDirectory() as folder:
        with open_writer(folder) as writer:
            for number, words in enumerate(texts):
                path = f"{number}.txt"
                writer.add(Article(id=article_id(path=path), text=" ".join(words), path=path), "mark")
        with open_engine(folder) as engine:
            (segment,) = engine._current().columns.segments
            yield segment


@settings(max_examples=60)
@given(TEXTS, SEQUENCES, st.data())
def test_every_place_of_a_phrase_is_found_in_the_documents_asked_for(
    texts: list[list[str]], sequence: tuple[str, ...], data: st.DataObject
) -> None:
    asked = sorted(data.draw(st.sets(st.integers(0, len(texts) - 1))))
    expected = [
        (number, place)
        for number, doc in enumerate(asked)
        for place in range(len(texts[doc]))
        if tuple(texts[doc][place : place + len(sequence)]) == sequence
    ]
    with written(texts) as segment:
        phrase = segment.phrase("body", sequence)
        found = phrase.within(np.array(asked, np.int32)) if phrase else ((), ())
    assert list(zip(*found, strict=True)) == expected


COMPOUNDS = st.sampled_from(["mast", "keel", "helm", "mast-keel", "mastkeel", "helms", "May"])
TERMS = st.sampled_from(["mast", "keel", "helm", "mastkeel", "may", "May"])


@settings(max_examples=60)
@given(
    st.lists(st.lists(COMPOUNDS, min_size=1, max_size=30), min_size=1, max_size=6),
    st.lists(TERMS, min_size=2, max_size=4),
    st.sampled_from([0, 255]),
)
def test_a_phrase_stands_in_the_same_places_whatever_is_known_of_the_next_position(
    texts: list[list[str]], sequence: list[str], prints: int
) -> None:
    with written(texts) as segment:
        field = segment.field("body")
        assert field is not None
        ordinals = [field.terms.find(term.encode()) for term in sequence]
        assume(min(ordinals) >= 0)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(phrases, "PRINTS", prints)
            found = follow(field, ordinals, segment.size)
        without = follow(replace(field, nexts=None, leads=None), ordinals, segment.size)
    docs = np.arange(segment.size, dtype=np.int32)
    for one, other in zip(found.within(docs), without.within(docs), strict=True):
        assert one.tolist() == other.tolist()
    for one, other in zip(found.postings, without.postings, strict=True):
        assert one.tolist() == other.tolist()


def test_a_word_that_is_nowhere_makes_no_phrase() -> None:
    with written([["mast", "keel"]]) as segment:
        assert segment.phrase("body", ("mast", "helm")) is None
        assert segment.phrase("nothing", ("mast", "keel")) is None
