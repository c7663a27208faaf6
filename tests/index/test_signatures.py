"""Who signs a quotation, after a dash or within its marks."""

from __future__ import annotations

import pytest

from index.article import Quote, Span
from index.signatures import after_dash, within_marks
from index.tables import Tables
from index.verbs import verb_forms
from index.words import read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("— Jane Doe", "Jane Doe"),
        ("- Jane Doe.", "Jane Doe"),
        ("-- Jane Doe, mayor of Oslo, in a speech", "Jane Doe"),
        ("— Jane Doe in the Oslo Herald", "Jane Doe"),
        ("— Jane Doe (mayor)", "Jane Doe"),
        ("— Jane Doe walked home", None),  # a sentence
        ("— the mayor", None),
        ("Jane Doe", None),
        ("— Jane Doe, " + "who ran and ran and ran and ran, " * 4, None),  # too long to sign
    ],
)
def test_a_dash_opens_a_name_and_no_more_than_what_the_person_is(
    text: str, name: str | None, tables: Tables
) -> None:
    words, sentences = read(text)
    phrase = after_dash(words, 0, sentences[0], verb_forms(tables))
    assert (words.cut(*phrase) if phrase is not None else None) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“The plan is dead.\nJane Doe, mayor of Springfield.”", "Jane Doe"),
        ("“The plan is dead.\nJane Doe, mayor of Springfield.", None),  # the marks are not closed there
        ("“The plan is dead.\nThe mayor walked home.”", None),
    ],
)
def test_a_name_before_the_closing_mark_signs_the_paragraph_above(
    text: str, name: str | None, tables: Tables
) -> None:
    words, sentences = read(text)
    inner = next(iter(words.marked.values())).inner
    quote = Quote(kind="direct", content=Span(inner.start, inner.end))
    below = next(sentence for sentence in sentences if sentence.paragraph == 1)
    phrase = within_marks(words, below, quote, verb_forms(tables))
    assert (words.cut(*phrase) if phrase is not None else None) == name
