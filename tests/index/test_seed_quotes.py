"""Every quote of the five seed articles: words, cue, source and speaker, as a careful reader finds them."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from index.article import Article, Span
from index.corpus import read
from index.extract import extract
from index.sources import Source
from index.tables import Tables
from tests.index.spans import within

RUTTE, RUBIO, TRUMP = "Mark Rutte", "Marco Rubio", "Donald Trump"
NAMES = ("000", "001", "002", "003", "004")

# The whole and the partial quotations of each article, by speaker.
VERBATIM = {
    "000": {},
    "001": {RUTTE: 2, RUBIO: 2},
    "002": {RUTTE: 5, RUBIO: 7, TRUMP: 1},
    "003": {RUTTE: 6},
    "004": {},
}
PARTLY_QUOTED = [("002", "realistic pathway"), ("002", "hysteria and hyperbole")]


@pytest.fixture(scope="module")
def articles(seed_folder: Path, tables: Tables) -> dict[str, Article]:
    sources = [source for source in read([seed_folder]) if isinstance(source, Source)]
    return {Path(source.path).name[:3]: extract(source, tables) for source in sources}


def cut(article: Article, span: Span | None) -> str | None:
    return span.cut(article.text) if span else None


@pytest.mark.parametrize("name", NAMES)
def test_every_quote_has_its_words_cue_source_and_speaker(
    articles: dict[str, Article], check_golden: Callable[[str, Any], None], name: str
) -> None:
    article = articles[name]
    found = [
        {
            "kind": quote.kind,
            "words": cut(article, quote.content),
            "place": [quote.content.start, quote.content.end],
            "clause": cut(article, quote.clause),
            "cue": cut(article, quote.cue),
            "source": cut(article, quote.source),
            "verb": quote.verb,
            "speaker": quote.speaker.name if quote.speaker else None,
            "topics": list(quote.topics),
        }
        for quote in article.quotes
    ]
    check_golden(f"quotes_{name}", found)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_quoted_goes_to_those_who_said_it(articles: dict[str, Article], name: str) -> None:
    quoted = [quote for quote in articles[name].quotes if quote.kind != "indirect"]
    assert Counter(quote.speaker.name if quote.speaker else None for quote in quoted) == VERBATIM[name]


@pytest.mark.parametrize(("name", "words"), PARTLY_QUOTED)
def test_rubios_few_words_are_partly_quoted(articles: dict[str, Article], name: str, words: str) -> None:
    article = articles[name]
    (quote,) = (quote for quote in article.quotes if cut(article, quote.content) == words)
    assert quote.kind == "mixed"
    assert quote.speaker
    assert quote.speaker.name == RUBIO
    assert quote.clause
    assert within(quote.content, quote.clause)


def test_what_trump_said_is_found_once(articles: dict[str, Article]) -> None:
    found = [
        cut(article, quote.content)
        for article in articles.values()
        for quote in article.quotes
        if quote.speaker and quote.speaker.name == TRUMP and quote.kind == "direct"
    ]
    assert found == ["If they don’t pay, I’m not going to defend them,"]


def test_nobody_in_a_caption_or_a_heading_speaks(articles: dict[str, Article]) -> None:
    names = {quote.speaker.name for a in articles.values() for quote in a.quotes if quote.speaker}
    words = {cut(a, quote.content) for a in articles.values() for quote in a.quotes}
    assert "Mark Tervakoski" not in names
    assert "Hysteria" not in words
