"""Highlights hold no markup but <mark>, and articles are cut where quotes begin and end."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import Article, Quote, Span
from search.page import Snippet
from web import markup
from web.markup import highlight, paragraphs


@pytest.mark.parametrize(
    ("text", "ranges", "expected"),
    [
        ("plain", (), "plain"),
        ("a <b> & c", (), "a &lt;b&gt; &amp; c"),
        ("more aid now", ((5, 8),), "more <mark>aid</mark> now"),
        ("aid", ((0, 3),), "<mark>aid</mark>"),
        ("aid and aid", ((0, 3), (8, 11)), "<mark>aid</mark> and <mark>aid</mark>"),
        ("<mark>x</mark>", ((6, 7),), "&lt;mark&gt;<mark>x</mark>&lt;/mark&gt;"),
        ("a &amp; b", ((0, 1),), "<mark>a</mark> &amp;amp; b"),
        ("<script>alert(1)", ((0, 7),), "<mark>&lt;script</mark>&gt;alert(1)"),
    ],
)
def test_ranges_become_marks_and_all_else_is_text(
    text: str, ranges: tuple[tuple[int, int], ...], expected: str
) -> None:
    assert str(highlight(Snippet(text, ranges))) == expected


# bleach shows control characters as "?"; cleaned articles have none but line ends.
texts = st.text(st.characters(exclude_categories=["C"]) | st.sampled_from("<>&\"'/"), max_size=40)


@given(texts, st.lists(st.integers(0, 40), max_size=6))
def test_taking_the_marks_away_gives_the_text_back(text: str, places: list[int]) -> None:
    cuts = sorted({place for place in places if place <= len(text)})
    ranges = tuple(zip(cuts[::2], cuts[1::2], strict=False))
    shown = str(highlight(Snippet(text, ranges)))
    assert shown.count("<mark>") == shown.count("</mark>") == len(ranges)
    assert html.unescape(re.sub("</?mark>", "", shown)) == text
    assert not re.search(r"<(?!/?mark>)", shown)


@pytest.mark.parametrize("long", ["", "and so on, past what is remembered, " * 4])
def test_bleach_strips_from_a_mark_what_escaping_let_through(
    long: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.markup.html.escape", lambda text, quote: text)
    text = f"{long}no <b onclick=x>escape</b></mark><script>alert(1)</script>"
    shown = str(highlight(Snippet(text, ((0, len(text)),))))
    markup._marked.kept.cache_clear()
    assert set(re.findall("<[^>]*>", shown)) == {"<mark>", "</mark>"}
    assert "escape" in shown


def test_marks_of_the_same_words_are_the_same_wherever_they_stand() -> None:
    words = "<aid> & 'trade'"
    texts = [f"{words} first", f"then {words}", words]
    shown = [
        str(highlight(Snippet(text, ((text.index("<"), text.index("<") + len(words)),)))) for text in texts
    ]
    assert [each.count("<mark>&lt;aid&gt; &amp; &#39;trade&#39;</mark>") for each in shown] == [1, 1, 1]


def cut(text: str, *spans: tuple[int, int]) -> list[list[tuple[str, str, str]]]:
    quotes = tuple(
        Quote(kind="direct", content=Span(*span), id=chr(ord("a") + n)) for n, span in enumerate(spans)
    )
    article = Article(id="x", text=text, path="x", quotes=quotes)
    return [
        [(part.text, "".join(q.id for q in part.quotes), "".join(q.id for q in part.opens)) for part in parts]
        for parts in paragraphs(article)
    ]


def test_text_without_quotes_is_one_segment_a_paragraph() -> None:
    assert cut("One.\n\n  \nTwo.") == [[("One.", "", "")], [("Two.", "", "")]]


def test_a_quote_is_cut_out_of_its_paragraph() -> None:
    assert cut("He said no.", (8, 10)) == [[("He said ", "", ""), ("no", "a", "a"), (".", "", "")]]


def test_a_quote_over_two_paragraphs_opens_in_the_first() -> None:
    assert cut("x ab\ncd y", (2, 7)) == [
        [("x ", "", ""), ("ab", "a", "a")],
        [("cd", "a", ""), (" y", "", "")],
    ]


def test_a_quote_within_a_quote_is_in_both() -> None:
    assert cut("abcde", (0, 5), (2, 3)) == [[("ab", "a", "a"), ("c", "ab", "b"), ("de", "a", "")]]


@given(st.text("ab \n", max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=5))
def test_segments_add_up_to_the_text_and_every_quote_opens_once(
    text: str, pairs: list[tuple[int, int]]
) -> None:
    spans = [(min(p), max(p)) for p in pairs if max(p) <= len(text)]
    parts = cut(text, *spans)
    assert ["".join(t for t, _, _ in part) for part in parts] == [
        line for line in text.split("\n") if line.strip()
    ]
    opened = "".join(opens for part in parts for _, _, opens in part)
    assert len(opened) == len(set(opened))
    shown = {chr(ord("a") + n) for n, (start, end) in enumerate(spans) if text[start:end].strip()}
    assert shown <= set(opened)
