"""The very same words in other articles are found, whatever their case, marks and white space."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from index.article import Article, Quote, Span
from index.identity import number_quotes
from search import open_engine


def article(id: str, words: str, date: dt.date | None = None) -> Article:
    text = f"“{words}” she said."
    quotes = number_quotes(id, text, [Quote(kind="direct", content=Span(1, 1 + len(words)))])
    return Article(id=id, text=text, path=id, date=date, quotes=quotes)


def test_the_same_words_are_found_in_other_articles_oldest_first(
    tmp_path: Path, write: Callable[..., None]
) -> None:
    first = article("first", "We will fund the harbour, in full!")
    later = article("later", "we will fund THE harbour in full", dt.date(2025, 4, 4))
    older = article("older", "We will fund the harbour — in full.", dt.date(2025, 4, 3))
    other = article("other", "We will fund the harbour in part.")
    write(tmp_path, first, later, older, other)
    with open_engine(tmp_path) as engine:
        found = engine.same_words(first)
        assert {quote: [each.id for each in others] for quote, others in found.items()} == {
            first.quotes[0].id: ["older", "later"]
        }
        assert engine.same_words(other) == {}
        assert [engine.copies(each, each.quotes[0]) for each in (first, older, other)] == [2, 2, 0]


def test_a_few_words_are_no_copy(tmp_path: Path, write: Callable[..., None]) -> None:
    one, two = article("one", "That is a lie"), article("two", "That is a lie")
    write(tmp_path, one, two)
    with open_engine(tmp_path) as engine:
        assert engine.same_words(one) == {}


def test_a_deleted_article_is_no_longer_named(tmp_path: Path, write: Callable[..., None]) -> None:
    words = "We will fund the harbour in full"
    one, two = article("one", words), article("two", words)
    write(tmp_path, one, two)
    write(tmp_path, article("two", "Something else altogether, and nothing more"))
    with open_engine(tmp_path) as engine:
        assert engine.same_words(one) == {}
