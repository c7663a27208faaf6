"""What the index stores of an article gives the article back, in the way of today and of earlier versions."""

import pickle

import pytest

from index.article import Article, Quote, Span, Topic
from index.codec.stored import packed_fields
from index.record import record_of
from index.stored_articles import read_stored, stored_article, stored_names

QUOTE = Quote(kind="direct", content=Span(5, 9), id="a-q1")
ARTICLE = Article(
    id="a",
    text="He: “Yes.”",
    path="a.txt",
    outlet="Oslo Post",
    quotes=(QUOTE,),
    topics=(Topic("x", "X", ()),),
)
FIELDS = {
    "id": "a",
    "record": record_of(ARTICLE, with_text=False),
    "text": ARTICLE.text,
    "names": {"outlet": {"oslo-post": "Oslo Post"}, "topic": {"x": "X"}},
}


@pytest.mark.parametrize(
    "stored",
    [
        packed_fields(FIELDS),
        pickle.dumps(FIELDS),
        pickle.dumps(FIELDS | {"record": record_of(ARTICLE, with_text=False).decode()}),
        pickle.dumps({"record": record_of(ARTICLE).decode(), "names": FIELDS["names"]}),
    ],
    ids=["now", "pickled", "record as str", "text in the record"],
)
def test_an_article_is_read_from_what_any_version_stored(stored: bytes) -> None:
    article, shown = read_stored(stored)
    assert article == ARTICLE
    assert list(shown) == [(5, 9)]
    assert stored_names(stored) == FIELDS["names"]


def test_an_article_is_made_of_stored_fields() -> None:
    assert stored_article(FIELDS) == ARTICLE
