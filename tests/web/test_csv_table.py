"""Hits as CSV: what is written is read back by the csv module, and no cell is a formula."""

import csv
import re
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from index.article import Article, Quote, Span, Speaker
from search import SearchRequest
from search.page import Hit, HitStream, QuoteHit, Snippet
from tests.web.cells import plain_cell
from web.csv_table import ARTICLE_COLUMNS, QUOTE_COLUMNS, csv_lines, guarded_cell

texts = st.text(st.characters(codec="utf-8"), max_size=40) | st.text("=+-@'\t\r\n\"; ,a＝", max_size=8)


def quote_hit(words: str, name: str, title: str | None) -> QuoteHit:
    quote = Quote(
        kind="direct",
        content=Span(0, len(words)),
        speaker=Speaker("some-one", name),
        confidence=0.9,
        id="a-1",
    )
    article = Article(id="a", text=words, path="a.txt", title=title, quotes=(quote,))
    return QuoteHit(
        quote=quote, article=article, snippet=Snippet(words), before=Snippet(""), after=Snippet("")
    )


def stream(*hits: Hit) -> HitStream:
    return HitStream(
        request=SearchRequest(),
        total=len(hits),
        first=0,
        count=len(hits),
        hits=iter(hits),
        names={},
        generation=1,
    )


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+49 30 1234", "'+49 30 1234"),
        ("-5 degrees", "'-5 degrees"),
        ("@here", "'@here"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("＝1+1", "'＝1+1"),  # a spreadsheet reads wide signs as the narrow ones
        ("'=1", "''=1"),
        ("’Tis = so", "’Tis = so"),
        ("'Tis so", "'Tis so"),
        ("1 = 1", "1 = 1"),
        ("", ""),
        (0.95, 0.95),
        (None, None),
    ],
)
def test_a_cell_like_a_formula_has_an_apostrophe(
    cell: str | float | None, written: str | float | None
) -> None:
    assert guarded_cell(cell) == written


@given(text=texts)
def test_a_guarded_cell_is_no_formula_and_gives_its_text_back(text: str) -> None:
    guarded = guarded_cell(text)
    assert isinstance(guarded, str)
    assert not guarded or guarded[0] not in "=+-@\t\r\n＝＋－＠"
    assert plain_cell(guarded) == text


@given(words=texts, name=texts, title=texts)
def test_what_is_written_is_read_back(app: Flask, words: str, name: str, title: str) -> None:
    with app.test_request_context():
        written = "".join(csv_lines(stream(quote_hit(words, name, title)), link=str))
    assert written.encode("utf-8").decode("utf-8-sig") == written[1:]
    (row,) = csv.DictReader(StringIO(written[1:], newline=""))
    assert (plain_cell(row["quote"]), plain_cell(row["speaker"])) == (words, name)
    assert plain_cell(row["title"]) == title
    assert (row["id"], row["confidence"], row["link"]) == ("a-1", "0.9", "/quote/a-1")


def test_the_columns_stay_as_they_are() -> None:
    """People's scripts name them: a new one comes at the end."""
    assert QUOTE_COLUMNS[:11] == (
        *("id", "date", "outlet", "speaker", "role", "quote", "kind", "cue", "verb", "implies"),
        "confidence",
    )
    assert QUOTE_COLUMNS[11:] == (
        *("topics", "title", "author", "url", "link", "before", "after"),
        *("speaker_id", "article_id", "article_link", "missing_words"),
    )
    assert tuple(ARTICLE_COLUMNS) == (
        *("id", "date", "outlet", "title", "author", "speakers", "topics", "quotes", "extract"),
        *("url", "link", "missing_words"),
    )


def test_the_readme_tells_how_to_read_it(app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(import csv.*?)```", readme, re.DOTALL)
    assert all(f"`{name}`" in readme for name in (*QUOTE_COLUMNS, *ARTICLE_COLUMNS))
    hits = [quote_hit(words, "'=a", "\t'b") for words in ("=1+1", "''-1", "'Tis", "one\r\ntwo", "'")]
    with app.test_request_context():
        written = "".join(csv_lines(stream(*hits), link=str))
    (tmp_path / "quotes.csv").write_bytes(written.encode())
    monkeypatch.chdir(tmp_path)
    found: dict[str, Any] = {}
    exec(example, found)
    assert [row["quote"] for row in found["rows"]] == ["=1+1", "''-1", "'Tis", "one\r\ntwo", "'"]
    assert {(row["speaker"], row["title"]) for row in found["rows"]} == {("'=a", "\t'b")}


def test_lines_end_as_the_standard_says_and_a_cell_keeps_its_own(app: Flask) -> None:
    with app.test_request_context():
        head, row = csv_lines(stream(quote_hit("one\ntwo, “three”", 'Ann "Lee"', None)), link=str)
    assert head.endswith("\r\n")
    assert row.endswith("\r\n")
    assert '"one\ntwo, “three”"' in row
    assert '"Ann ""Lee"""' in row
