"""Corrections by hand: they hold for the quote they name, whatever extraction finds, and outlive indexing."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.article import Article, Quote, Span, Speaker, replace
from index.corrections import Corrections
from index.extract import extract, fingerprint
from index.sources import Source
from index.tables import TableError, load_tables

TEXT = "Words of theirs"
CLINTON = Speaker("hillary-clinton", "Hillary Clinton")
REYES = Speaker("tom-reyes", "Tom Reyes", "opposition leader")
ARTICLE = Article(
    id="article",
    text=TEXT,
    path="a.txt",
    quotes=(
        Quote(kind="direct", content=Span(0, 5), speaker=REYES, confidence=0.6, id="article-one"),
        Quote(kind="direct", content=Span(6, 8), confidence=0.4, id="article-two"),
    ),
)


def corrections(folder: Path, *lines: str) -> Corrections:
    (folder / "corrections.toml").write_text("\n".join(lines), encoding="utf-8")
    return Corrections(load_tables(folder))


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ("Tom Reyes", REYES),
        ("Mr. Tom B. Reyes", REYES),
        ("tom-reyes", REYES),
        ("Anna Berg", Speaker("anna-berg", "Anna Berg")),
        ("anna-berg", Speaker("anna-berg", "Anna Berg")),
        ("Hillary Rodham Clinton", replace(CLINTON, form="Hillary Rodham Clinton")),
        ("hillary-clinton", CLINTON),
        ("nobody", None),
        ("Nobody", None),
        ("", None),
    ],
)
def test_a_name_or_an_id_is_who_said_it(tmp_path: Path, said: str, speaker: Speaker | None) -> None:
    by_hand = corrections(tmp_path, f'"article-two" = "{said}"')
    corrected = by_hand.corrected(ARTICLE)
    two = replace(ARTICLE.quotes[1], speaker=speaker, confidence=1.0, reason="corrected by hand")
    assert corrected == replace(ARTICLE, quotes=(ARTICLE.quotes[0], two))
    assert by_hand.corrected(corrected) == corrected


def test_a_right_speaker_can_be_confirmed(tmp_path: Path) -> None:
    by_hand = corrections(tmp_path, '"article-one" = "Tom Reyes"')
    one = by_hand.corrected(ARTICLE).quotes[0]
    assert (one.speaker, one.confidence) == (REYES, 1.0)
    assert by_hand.corrected(by_hand.corrected(ARTICLE)) == by_hand.corrected(ARTICLE)


def test_an_article_without_corrections_stays_as_it_is(tmp_path: Path) -> None:
    by_hand = corrections(tmp_path, '"other-one" = "Tom Reyes"')
    assert by_hand.corrected(ARTICLE) is ARTICLE
    assert list(by_hand) == ["other-one"]


def test_only_the_fingerprints_of_the_articles_concerned_change(tmp_path: Path) -> None:
    source = Source(text=TEXT, path="a.txt")
    one = corrections(tmp_path, '"article-one" = "Tom Reyes"')
    assert fingerprint(source, load_tables(tmp_path)) == fingerprint(source, load_tables())
    two = corrections(tmp_path, '"article-one" = "Anna Berg"')
    marks = {one.marked("mark", "article"), two.marked("mark", "article"), "mark"}
    assert len(marks) == 3
    assert one.marked("mark", "another") == "mark"


def test_extraction_itself_is_left_to_find_what_it_finds(tmp_path: Path) -> None:
    source = Source(text="“We will pay,” Anna Berg said on Friday.", path="a.txt")
    article = extract(source, load_tables())
    corrections(tmp_path, f'"{article.quotes[0].id}" = "Tom Reyes"')
    assert extract(source, load_tables(tmp_path)) == article


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('"article-one" = 3', "article-one = 3 is no text"),
        ('"article-one" = ["Tom Reyes"]', "article-one = ['Tom Reyes'] is no text"),
        ('"article-one" = "—"', "article-one = '—' is no name"),
        (
            '[corrections]\n"article-one" = "Tom Reyes"',
            "corrections = {'article-one': 'Tom Reyes'} is no text",
        ),
    ],
)
def test_a_mistake_names_the_file_the_quote_and_the_reason(tmp_path: Path, line: str, message: str) -> None:
    with pytest.raises(TableError) as raised:
        corrections(tmp_path, line)
    assert str(raised.value).startswith(f"{tmp_path / 'corrections.toml'}: ")
    assert message in str(raised.value)
