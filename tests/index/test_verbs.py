"""What a reporting verb implies, by the table."""

import pytest

from index.extract import extract
from index.sources import Source
from index.tables import Tables
from index.verbs import implied, verb_forms


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [("say", "neutral"), ("deny", "denying"), ("call out", "criticising"), ("run", None), (None, None)],
)
def test_a_verb_implies_what_the_table_says(tables: Tables, lemma: str | None, expected: str | None) -> None:
    assert implied(lemma, tables) == expected


def test_an_extracted_quote_says_what_its_verb_implies(tables: Tables) -> None:
    article = extract(Source(text="“We did not take the money,” Anna Berg admitted.", path="a.txt"), tables)
    assert [(quote.verb, quote.implies) for quote in article.quotes] == [("admit", "conceding")]


@pytest.mark.parametrize(
    ("form", "lemma", "name"),
    [
        ("labeled", "label", "past"),
        ("labelled", "label", "past"),
        ("labelling", "label", "ing"),
        ("spoken", "speak", "participle"),
        ("summed", "sum up", "past"),
        ("recognised", "recognise", "past"),
    ],
)
def test_a_form_is_that_of_its_verb(tables: Tables, form: str, lemma: str, name: str) -> None:
    assert (lemma, name) in [(verb.lemma, verb.form) for verb in verb_forms(tables)[form]]
