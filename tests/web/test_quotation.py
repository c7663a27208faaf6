"""How a hit stands on the page: quoted words between marks of our own, reported speech in its sentence."""

import pytest

from index.article import Article, Kind, Quote, Span
from search.page import QuoteHit, Snippet
from web.quotation import CONTEXT, quotation


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


def test_long_context_is_shortened_at_a_word() -> None:
    shown = quotation(hit(Snippet("word " * 99), "said", Snippet(" word" * 99 + "."), kind="indirect"))
    assert shown.before
    assert shown.after
    assert shown.before.text.startswith("… word word")
    assert shown.after.text.endswith("word word …")
    assert max(len(shown.before.text), len(shown.after.text)) < CONTEXT + 10


def test_what_matched_in_the_context_is_never_cut_off() -> None:
    far = "aid " + "word " * 99
    shown = quotation(hit(Snippet("x " + far, ((2, 5),)), "said", Snippet(" " + far + "aid.", ((500, 503),))))
    assert shown.before == Snippet("… " + far.rstrip(), ((2, 5),))
    assert shown.after
    (found,) = shown.after.ranges
    assert shown.after.text[slice(*found)] == "aid"
