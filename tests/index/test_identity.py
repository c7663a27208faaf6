"""Ids: readable slugs, and hashes that stay the same where the article or the quote does."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import Article, Quote, Span
from index.identity import article_id, article_key, number_quotes, slug, with_id, wording_key


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Mark Rutte", "mark-rutte"),
        ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
        ("Siobhán O'Brien", "siobhan-obrien"),
        ("Siobhán O’Brien", "siobhan-obrien"),
        ("J.D. Vance", "jd-vance"),
        ("Jens Stoltenberg-Øverland", "jens-stoltenberg-overland"),
        ("Łukasz Weiß", "lukasz-weiss"),
        ("  U.S.   Army ", "us-army"),
        ("Ünal, İsmail", "unal-ismail"),
        ("", "unknown"),
        (" — ", "unknown"),
    ],
)
def test_a_slug_is_ascii_words_joined_by_hyphens(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_names_in_another_script_get_slugs_of_their_own() -> None:
    assert slug("Владимир") != slug("Андрій")
    assert slug("Владимир") == slug("владимир") != "unknown"


@given(st.text())
def test_every_slug_fits_an_address_and_is_its_own_slug(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(name))
    assert slug(slug(name)) == slug(name)


DAY = dt.date(2025, 4, 3)


def test_an_article_is_known_by_its_url_first() -> None:
    with_url = article_key(path="a/b.txt", url="https://Example.org/x/", outlet="WORLD", date=DAY, title="T")
    assert with_url == article_key(path="other.txt", url="http://example.org/x#top")


def test_without_a_url_by_outlet_date_and_title_where_all_are_known() -> None:
    known = article_key(path="a/b.txt", outlet="WORLD", date=DAY, title="A Title")
    assert known == article_key(path="elsewhere.txt", outlet="world", date=DAY, title="a title")
    assert article_key(path="a/b.txt", outlet="WORLD", date=DAY) == "path a/b.txt"


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("/home/ann/news/april/talks.jsonl#12", "path april/talks.jsonl#12"),
        ("D:\\news\\april\\talks.jsonl#12", "path april/talks.jsonl#12"),
        ("talks.txt", "path talks.txt"),
    ],
)
def test_of_a_path_the_last_two_parts_count(path: str, key: str) -> None:
    assert article_key(path=path) == key


def test_an_article_id_is_short_and_fixed_for_ever() -> None:
    assert article_id(path="/somewhere/seeds/000_be7ed0f8fad02e0f.txt") == "d4sgatdv3qxm"


def quote(text: str, words: str) -> Quote:
    start = text.index(words)
    return Quote(kind="direct", content=Span(start, start + len(words)))


def test_a_quote_keeps_its_id_when_text_before_it_changes() -> None:
    text, longer = "“We will pay,” he said.", "New first line.\n\n“We will pay,” he said."
    [first] = number_quotes("a", text, [quote(text, "We will pay,")])
    [second] = number_quotes("a", longer, [quote(longer, "We will pay,")])
    assert first.id == second.id
    assert re.fullmatch(r"a-[a-z2-7]{8}", first.id)


def test_repeated_words_are_numbered() -> None:
    text = "“Yes.” “yes!” “No.” “Yes”"
    quotes = [Quote(kind="direct", content=Span(m.start(1), m.end(1))) for m in re.finditer("“(.*?)”", text)]
    ids = [item.id for item in number_quotes("a", text, quotes)]
    assert ids[1:] == [f"{ids[0]}-2", ids[2], f"{ids[0]}-3"]
    assert len(set(ids)) == 4


def test_only_the_opening_words_make_the_id() -> None:
    opening = "one two three four five six seven eight nine ten eleven twelve"
    ids = {
        number_quotes("a", text, [quote(text, text)])[0].id
        for text in (opening, f"{opening} thirteen", opening.title())
    }
    assert len(ids) == 1


def test_an_article_under_another_id_takes_its_quotes_along() -> None:
    text = "“We will pay,” he said."
    article = Article(
        id="a", text=text, path="p", quotes=number_quotes("a", text, [quote(text, "We will pay,")])
    )
    moved = with_id(article, "b")
    assert moved.id == "b"
    assert moved.quotes[0].id == article.quotes[0].id.replace("a-", "b-", 1)


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("we will fund the harbour in full", True),
        ("We will fund — the harbour, in full!", True),
        ("We will fund\n the harbour in full", True),
        ("We will fund the harbour in part", False),
    ],
)
def test_the_very_same_words_have_one_key(words: str, same: bool) -> None:
    assert (wording_key(words) == wording_key("We will fund the harbour in full.")) is same


def test_a_few_words_have_no_key() -> None:
    assert wording_key("That is a lie") is None
    assert wording_key("That is a big lie") is not None
