"""An article survives the trip through JSON, whatever stands in it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from index.article import KINDS, Article, Quote, Span, Speaker, Topic
from index.record import article_from, read, record_of

words = st.text(max_size=20)
spans = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)).map(lambda pair: Span(min(pair), max(pair)))
speakers = st.builds(Speaker, words, words, st.none() | words, st.none() | words)
quotes = st.builds(
    Quote,
    kind=st.sampled_from(KINDS),
    content=spans,
    clause=st.none() | spans,
    cue=st.none() | spans,
    source=st.none() | spans,
    verb=st.none() | words,
    speaker=st.none() | speakers,
    confidence=st.floats(0, 1),
    reason=words,
    mentions=st.lists(words, max_size=3).map(tuple),
    topics=st.lists(words, max_size=3).map(tuple),
    id=words,
)
topics = st.builds(Topic, words, words, st.lists(spans, max_size=3).map(tuple))
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "id": words,
    "text": st.text(),
    "path": words,
    "title": st.none() | words,
    "outlet": st.none() | words,
    "date": st.none() | st.dates(),
    "url": st.none() | words,
    "author": st.none() | words,
    "quotes": st.lists(quotes, max_size=3).map(tuple),
    "topics": st.lists(topics, max_size=3).map(tuple),
    "indexed": st.none() | st.datetimes(timezones=st.just(dt.UTC)),
}
articles = st.builds(Article, **FIELDS)


def test_these_articles_have_all_that_an_article_can_have() -> None:
    assert set(FIELDS) == set(Article.__struct_fields__)


@given(articles)
def test_an_article_comes_back_as_it_was(article: Article) -> None:
    assert article_from(record_of(article)) == article


@given(articles)
def test_of_each_quote_the_record_tells_what_is_shown(article: Article) -> None:
    expected = [(span.start, span.end) for span in (quote.shown for quote in article.quotes)]
    record = record_of(article, with_text=False)
    assert list(read(record, "text").shown) == expected
    assert list(read(_as_before(record), "text").shown) == expected


def _as_before(record: bytes) -> bytes:
    """Return the record as it was before it told what is shown."""
    return msgspec.json.encode(
        {name: value for name, value in msgspec.json.decode(record).items() if name != "shown"}
    )


def test_a_quote_is_decoded_when_it_is_first_asked_for_and_once() -> None:
    quotes = tuple(Quote(kind="direct", content=Span(place, 9), id=str(place)) for place in range(3))
    finished = []

    def finish(quote: Quote) -> Quote:
        finished.append(quote.id)
        return quote

    article, shown = read(record_of(Article(quotes=quotes)), None, finish)
    assert len(article.quotes) == len(shown) == 3
    assert finished == []
    assert (article.quotes[2], article.quotes[2]) == (quotes[2], quotes[2])
    assert finished == ["2"]


def test_a_record_leaves_out_what_is_unknown_and_writes_spans_as_pairs() -> None:
    quote = Quote(kind="direct", content=Span(0, 2), confidence=0.5)
    record = record_of(Article(id="a", text="Hi", path="a.txt", quotes=(quote,)))
    assert record == (
        b'{"id":"a","text":"Hi","path":"a.txt","quotes":[{"kind":"direct","content":[0,2],"confidence":0.5}],'
        b'"shown":[[0,2]]}'
    )
