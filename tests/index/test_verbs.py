"""What a reporting verb implies, by the table."""

import pytest

from index.extract import extract
from index.sources import Source
from index.tables import Tables
from index.verbs import implied


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [("say", "neutral"), ("deny", "denying"), ("call out", "criticising"), ("run", None), (None, None)],
)
def test_a_verb_implies_what_the_table_says(tables: Tables, lemma: str | None, expected: str | None) -> None:
    assert implied(lemma, tables) == expected


def test_an_extracted_quote_says_what_its_verb_implies(tables: Tables) -> None:
    article = extract(Source(text="“We did not take the money,” Anna Berg admitted.", path="a.txt"), tables)
    assert [(quote.verb, quote.implies) for quote in article.quotes] == [("admit", "conceding")]
