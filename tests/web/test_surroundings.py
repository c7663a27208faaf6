"""The sentences around a quote: its own paragraph and one on either side, cut at a word's end."""

import pytest

from index.article import Article, Quote, Span
from web.surroundings import LONGEST, Surroundings, around


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("One.\n\nTwo “three” four.\n\nFive.", "three", ("One.", "Two “", "three", "” four.", "Five.")),
        ("“three” four.", "three", ("", "“", "three", "” four.", "")),
        ("Zero.\n\nOne.\nthree\nFive.\n\nSix.", "three", ("One.", "", "three", "", "Five.")),
    ],
)
def test_a_quote_stands_between_its_neighbours(text: str, words: str, expected: tuple[str, ...]) -> None:
    start = text.index(words)
    quote = Quote(kind="direct", content=Span(start, start + len(words)))
    assert around(Article(id="a", text=text, path="a"), quote) == Surroundings(*expected)


def test_a_long_paragraph_is_cut_at_a_words_end() -> None:
    text = "word " * 1000 + "HERE" + " word" * 1000
    quote = Quote(kind="direct", content=Span(text.index("HERE"), text.index("HERE") + 4))
    shown = around(Article(id="a", text=text, path="a"), quote)
    assert shown.before.startswith("… word")
    assert shown.after.endswith("word …")
    assert len(shown.before) <= LONGEST + 2 >= len(shown.after)
    assert (shown.above, shown.below) == ("", "")
