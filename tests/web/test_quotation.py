"""How a hit stands on the page: quoted words between marks of our own, reported speech in its sentence."""

import pytest

from index.article import Article, Kind, Quote, Span
from search.page import QuoteHit, Snippet
from web.quotation import quotation


def hit(
    before: Snippet, words: str, after: Snippet, kind: Kind = "direct", clause: Span | None = None
) -> QuoteHit:
    text = before.text + words + after.text
    quote = Quote(kind=kind, content=Span(len(before.text), len(before.text) + len(words)), clause=clause)
    article = Article(id="x", text=text, path="x")
    return QuoteHit(quote=quote, article=article, snippet=Snippet(words), before=before, after=after)


@pytest.mark.parametrize(
    ("before", "after", "shown_before", "shown_after"),
    [
        ("“", "” Rutte said.", None, "Rutte said."),
        ("He said, “", "”", "He said, ", None),
        ('He said, "', '"', "He said, ", None),
        ("", "", None, None),
        ("No marks. ", " None.", "No marks.", "None."),
        ("“One,” he said. “", "” And more.", "“One,” he said.", "And more."),
    ],
)
def test_the_marks_beside_quoted_words_go(
    before: str, after: str, shown_before: str | None, shown_after: str | None
) -> None:
    shown = quotation(hit(Snippet(before), "yes", Snippet(after)))
    assert not shown.inline
    assert (shown.before and shown.before.text.rstrip()) == (shown_before and shown_before.rstrip())
    assert (shown.after and shown.after.text) == shown_after


def test_highlights_move_with_the_text() -> None:
    shown = quotation(hit(Snippet("Aid. “", ((0, 3),)), "yes", Snippet("” More aid.", ((0, 2), (7, 10)))))
    assert shown.before == Snippet("Aid.", ((0, 3),))
    assert shown.after == Snippet("More aid.", ((5, 8),))


def test_reported_speech_reads_on_from_what_is_before_it() -> None:
    shown = quotation(hit(Snippet("He said that "), "they agree", Snippet("."), kind="indirect"))
    assert shown.inline
    assert shown.before == Snippet("He said that ")
    assert shown.after == Snippet(".")


def test_a_clause_with_quoted_words_reads_on_too() -> None:
    assert quotation(hit(Snippet("He saw "), "a “path”", Snippet(""), "mixed", Span(7, 15))).inline


def test_quoted_words_without_a_clause_stand_between_marks() -> None:
    assert not quotation(hit(Snippet("He saw a “"), "path", Snippet("”."), "mixed")).inline
