"""The very same words elsewhere: which other articles carry a quote of an article word for word."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from index.article import Article, Quote
from index.identity import wording_key
from search.columns import Columns
from search.records import Records

MAX_ARTICLES = 20  # for one quote; a line of a debate may stand in hundreds


def same_words(columns: Columns, records: Records, article: Article) -> Mapping[str, tuple[Article, ...]]:
    """Return for each quote of the article that stands elsewhere too the articles that have it, oldest first.

    Case, punctuation and white space do not count, a quote of a few words only is left out
    (``index.identity.wording_key``). At most MAX_ARTICLES for a quote, undated ones last.
    """
    found: dict[str, tuple[Article, ...]] = {}
    for quote in article.quotes:
        parents = sorted(_parents(columns, article, quote))[: MAX_ARTICLES + 1]
        others = [other for other in map(records.article, parents) if other.id != article.id]
        if others:
            others.sort(key=lambda other: (other.date or dt.date.max, other.id))
            found[quote.id] = tuple(others[:MAX_ARTICLES])
    return found


def copies(columns: Columns, article: Article, quote: Quote) -> int:
    """Return how many other articles carry a quote of an article word for word."""
    return max(0, len(_parents(columns, article, quote)) - 1)


def _parents(columns: Columns, article: Article, quote: Quote) -> set[int]:
    """Return the documents of all articles that have the quote's very words, its own included."""
    key = wording_key(quote.content.cut(article.text))
    return _having(columns, key) if key else set()


def _having(columns: Columns, key: str) -> set[int]:
    docs = columns.entry("wording", key).docs
    return {columns.parent_of(doc) for doc in docs[columns.alive[docs]].tolist()}
