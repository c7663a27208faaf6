"""One name for each speaker, whatever the articles call them, and wherever it is shown."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest

from index.article import Article, Quote, Span, Speaker
from search import Engine, SearchRequest, open_engine
from search.page import QuoteHit

Write = Callable[..., None]
TEXT = "The dam will hold. It will not."


def article(name: str, *speakers: Speaker) -> Article:
    quotes = tuple(
        Quote(kind="direct", content=Span(0, 18), speaker=speaker, id=f"{name}-{number}")
        for number, speaker in enumerate(speakers)
    )
    return Article(id=name, text=TEXT, path=f"corpus/{name}.txt", quotes=quotes)


def lee(name: str, role: str | None = None, form: str | None = None) -> Speaker:
    return Speaker("ann-lee", name, role, form)


def shown(engine: Engine) -> set[str]:
    """Every name under which ann-lee is shown: hits, articles, facet, suggestions."""
    quotes = engine.search(SearchRequest(view="quotes"))
    articles = engine.search(SearchRequest(view="articles"))
    stored = [engine.article(hit.article.id) for hit in articles.hits]
    speakers = [hit.quote.speaker for hit in quotes.hits if isinstance(hit, QuoteHit)]
    speakers += [quote.speaker for found in stored if found for quote in found.quotes]
    labels = [bucket.label for page in (quotes, articles) for bucket in page.facet("speaker").buckets]
    completions = [completion.label for completion in engine.suggest("lee")]
    return {speaker.name for speaker in speakers if speaker} | set(labels) | set(completions)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([["Ann Lee"], ["Ann Lee"], ["Ann B. Lee"]], "Ann Lee"),
        ([["Ann Lee"], ["Ann B. Lee"]], "Ann B. Lee"),
        ([["Ann Lee"] * 5, ["Ann B. Lee"], ["Ann B. Lee"]], "Ann B. Lee"),
        ([["ANN LEE"], ["Ann Lee"]], "Ann Lee"),
        ([["Ann Lee"], ["Ánn Lee"]], "Ánn Lee"),
        ([["Ann R. Lee"], ["Ann B. Lee"]], "Ann B. Lee"),
    ],
)
def test_the_name_most_articles_give_is_shown_everywhere_in_whatever_order_they_came(
    tmp_path: Path, write: Write, names: list[list[str]], expected: str
) -> None:
    articles = [article(f"a{number}", *(lee(name) for name in given)) for number, given in enumerate(names)]
    for number, order in enumerate(permutations(articles)):
        write(tmp_path / str(number), *order)
        with open_engine(tmp_path / str(number)) as engine:
            assert shown(engine) == {expected}


def test_a_deleted_article_has_no_say(tmp_path: Path, write: Write) -> None:
    write(tmp_path, article("a", lee("Ann Lee")), article("b", lee("Ann Bea Lee")))
    write(tmp_path, article("b", lee("Ann Lee")))
    with open_engine(tmp_path) as engine:
        assert shown(engine) == {"Ann Lee"}


def test_the_role_stays_what_each_article_says(tmp_path: Path, write: Write) -> None:
    write(tmp_path, article("a", lee("Ann Lee", "mayor")), article("b", lee("Ann B. Lee", "senator")))
    with open_engine(tmp_path) as engine:
        found = [engine.article(id) for id in "ab"]
    assert [each.quotes[0].speaker for each in found if each] == [
        lee("Ann B. Lee", "mayor"),
        lee("Ann B. Lee", "senator"),
    ]


@pytest.mark.parametrize(
    ("typed", "articles"),
    [
        ('speaker:"Ann B. Lee"', {"a", "b"}),
        ('speaker:"Ann Q. Lee"', {"a", "b"}),
        ('speaker:"Ann Carter Lee"', {"b"}),
        ("speaker:Carter", {"b"}),
        ('speaker:"Carter Lee"', {"b"}),
        ('speaker:"B. Lee"', set()),
        ('speaker:"Bo Lee"', set()),
        ("Carter", {"b"}),
    ],
)
def test_a_speaker_is_found_by_every_form_of_the_name(
    tmp_path: Path, write: Write, typed: str, articles: set[str]
) -> None:
    other = Speaker("ann-day", "Ann Day", None, "Ann Carter Lee")
    write(tmp_path, article("a", lee("Ann Lee")), article("b", lee("Ann Lee"), other))
    with open_engine(tmp_path) as engine:
        assert {hit.article.id for hit in engine.search(SearchRequest(q=typed)).hits} == articles


@pytest.mark.parametrize(("typed", "ids"), [("cart", ["ann-day"]), ("carter le", ["ann-day"]), ("arter", [])])
def test_a_speaker_is_suggested_by_every_form_of_the_name(
    tmp_path: Path, write: Write, typed: str, ids: list[str]
) -> None:
    other = Speaker("ann-day", "Ann Day", None, "Ann Carter Lee")
    write(tmp_path, article("a", other), article("b", Speaker("bo-roe", "Bo Roe")))
    with open_engine(tmp_path) as engine:
        speakers = [found for found in engine.suggest(typed) if found.kind == "speaker"]
    assert [speaker.value for speaker in speakers] == ids


def test_an_index_without_speakers_has_no_names(tmp_path: Path, write: Write) -> None:
    write(tmp_path, article("a"))
    with open_engine(tmp_path) as engine:
        assert engine.search(SearchRequest(view="quotes")).facet("speaker").buckets == ()


def test_the_forms_of_a_name_are_counted_by_article(tmp_path: Path, write: Write) -> None:
    write(
        tmp_path,
        article("a", lee("Ann Lee"), lee("Ann B. Lee"), lee("Ann Lee")),
        article("b", Speaker("ann-lee", "Ann Lee", None, "Ann Carter Lee")),
        article("c", lee("Ann Lee"), Speaker("bo-roe", "Bo Roe")),
    )
    with open_engine(tmp_path) as engine:
        assert engine.forms("ann-lee") == (("Ann Lee", 2), ("Ann B. Lee", 1), ("Ann Carter Lee", 1))
        assert engine.forms("ann-lee") == engine.speakers("ann-lee")[0].forms
        assert engine.forms("nobody") == ()
    write(tmp_path, article("c", Speaker("bo-roe", "Bo Roe")))
    with open_engine(tmp_path) as engine:
        assert dict(engine.forms("ann-lee"))["Ann Lee"] == 1
