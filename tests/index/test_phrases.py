"""Noun phrases from their last word back and from their first word on."""

from __future__ import annotations

import pytest

from index.phrase_endings import phrase_ending
from index.phrases import is_finite, is_name_word, is_word, phrase_starting
from index.tables import Tables
from index.verbs import verb_forms
from index.words import read


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("the old mayor", "the old mayor"),
        ("said the old mayor", "the old mayor"),
        ("and then he", "he"),
        ("the “Hamlet” actress", "the “Hamlet” actress"),
        ("days after Jane Doe", "Jane Doe"),
        ("that Jane Doe", "Jane Doe"),
        ("Marks & Roe", "Marks & Roe"),
        ("Jane and Paul Roe", "Jane and Paul Roe"),
        ("while the mayor of Oslo", "the mayor of Oslo"),
        ("also Jane Doe", "Jane Doe"),
        ("In the town Jane Doe", "Jane Doe"),
        ("if some", "some"),
    ],
)
def test_a_phrase_by_its_last_word(tables: Tables, text: str, phrase: str) -> None:
    words, _ = read(text)
    found = phrase_ending(words, len(words.form), 0, verb_forms(tables))
    assert found is not None
    assert words.cut(*found) == phrase


@pytest.mark.parametrize("text", ["went to the", "Jane Doe,", "his", "and said", "who cited"])
def test_no_phrase_ends_with_a_determiner_or_a_mark_or_is_a_verb_alone(tables: Tables, text: str) -> None:
    words, _ = read(text)
    assert phrase_ending(words, len(words.form), 0, verb_forms(tables)) is None


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Jane Doe in Oslo", "Jane Doe"),
        ("Jane Doe said it", "Jane Doe"),
        ("Jane Doe walks home", "Jane Doe"),
        ("Jane Doe supporters went", "Jane Doe supporters"),
        ("Doe hosts it", "Doe"),
        ("the former first lady came", "the former first lady"),
        ("she left", "she"),
        ("the mayor of Oslo on Monday", "the mayor of Oslo"),
        ("the mayor who left", "the mayor"),
        ("the mayor and", "the mayor"),
        ("the claimed prize was", "the claimed prize"),
        ("conservative talk host Jane Doe in Oslo", "conservative talk host Jane Doe"),
        ("Herald bureau chief Jane Doe on Monday", "Herald bureau chief Jane Doe"),
        ("Marks & Roe has", "Marks & Roe"),
        ("a spokesman for Jane Doe in Oslo", "a spokesman for Jane Doe"),
    ],
)
def test_a_phrase_by_its_first_word(tables: Tables, text: str, phrase: str) -> None:
    words, _ = read(text)
    found = phrase_starting(words, 0, len(words.form), verb_forms(tables))
    assert found is not None
    assert words.cut(*found) == phrase


@pytest.mark.parametrize("text", ["in Oslo", "has said", "because he", "later that", ", and"])
def test_no_phrase_starts_with_a_small_word_or_a_mark(tables: Tables, text: str) -> None:
    words, _ = read(text)
    assert phrase_starting(words, 0, len(words.form), verb_forms(tables)) is None


def test_words_names_and_finite_verbs_are_told_by_their_form(tables: Tables) -> None:
    words, _ = read("Doe said $5 and went, saying “no” to @doe.")
    forms = verb_forms(tables)
    told = {
        form: (is_word(words, i), is_name_word(words, i), is_finite(words, i, forms))
        for i, form in enumerate(words.form)
    }
    assert told["Doe"] == (True, True, False)
    assert told["said"] == told["went"] == (True, False, True)
    assert told["saying"] == told["$5"] == told["@doe"] == (True, False, False)
    assert told["“…”"] == told[","] == (False, False, False)
