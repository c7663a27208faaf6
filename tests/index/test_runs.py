"""Capitals in a row: where a name begins in its sentence, and where it ends."""

from __future__ import annotations

from itertools import pairwise

import pytest

from index.words import read
from tests.index.conftest import TAIL, Reader


def runs(reader: Reader, text: str) -> list[tuple[str, str, str]]:
    """The runs of a text: titles, name, kind."""
    words, _ = read(text)
    return [
        (words.cut(run.first, run.name), words.cut(run.name, run.last), run.kind)
        for run in reader(text).people.runs
    ]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They met Anwar al-Awlaki", "Anwar al-Awlaki", "person"),
        ("They met Marine Le Pen", "Marine Le Pen", "person"),
        ("They met Bill de Blasio", "Bill de Blasio", "person"),
        ("They met Theresa May", "Theresa May", "person"),
        ("They met Ursula von der Berg", "Ursula von der Berg", "person"),
        ("They met Jan van den Berg", "Jan van den Berg", "person"),
        ("They met Juan de la Roe", "Juan de la Roe", "person"),
        ("They met Sophie in ’t Dorp", "Sophie in ’t Dorp", "person"),
        ("They met Robert van 't Dorp", "Robert van 't Dorp", "person"),
        ("They met Charles d’Oslo", "Charles d’Oslo", "person"),
        ("They met al-Awlaki", "al-Awlaki", "person"),
        ("They met J. “Tig” Doe", "J. “Tig” Doe", "person"),
        ("They met Paul Roe Jr.", "Paul Roe Jr.", "person"),
        ("They met Paul Roe III", "Paul Roe III", "person"),
        ("They met Jane “Tig” Doe", "Jane “Tig” Doe", "person"),
        ("They met Marks & Roe", "Marks & Roe", "person"),
        ("They met the Oslo Herald", "Oslo Herald", "body"),
        ("They met the Club for Growth", "Club for Growth", "body"),
        ("They met Citizens for Clean Water", "Citizens for Clean Water", "body"),
        ("They met Moms Against Noise", "Moms Against Noise", "body"),
        ("They met Friends of the Fjord", "Friends of the Fjord", "body"),
        ("They met the University of Oslo", "University of Oslo", "body"),
        ("They met the Oslo Council on Monday", "Oslo Council", "body"),
        ("They met the Oslo Council on Climate", "Oslo Council on Climate", "body"),
        ("They met the Department of State", "Department of State", "body"),
        ("They met the Office of Bread and Salt", "Office of Bread and Salt", "body"),
        ("They met the Bread and Salt Committee", "Bread and Salt Committee", "body"),
        ("They met at South Carolina", "South Carolina", "place"),
        ("They met Jane Doe’s", "Jane Doe’s", "person"),
    ],
)
def test_small_words_inside_a_name_belong_to_it(reader: Reader, text: str, name: str, kind: str) -> None:
    assert [found[1:] for found in runs(reader, text + TAIL)] == [(name, kind)]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("They met the Department of State and Jane Doe", "Department of State", "Jane Doe"),
        ("They met the Department of State and President Doe", "Department of State", "Doe"),
        ("They met Jane Doe for Bergen Oil", "Jane Doe", "Bergen Oil"),
        ("They met the Council of Workers and the Oslo Herald", "Council of Workers", "Oslo Herald"),
        ("They met the Council of Workers and Deutsche Bank", "Council of Workers", "Deutsche Bank"),
        ("They met the Bank of Salt and Bergen Oil", "Bank of Salt", "Bergen Oil"),
        ("They met the Oslo Council and Bergen Oil", "Oslo Council", "Bergen Oil"),
        ("They met Bergen Oil and Salt Committee", "Bergen Oil", "Salt Committee"),
        ("They met the Oslo Herald and Salt Committee", "Oslo Herald", "Salt Committee"),
        ("They met the Office of Bread and Ohio", "Office of Bread", "Ohio"),
    ],
)
def test_and_parts_two_names(reader: Reader, text: str, first: str, second: str) -> None:
    assert [name for _, name, _ in runs(reader, text + TAIL)] == [first, second]


@pytest.mark.parametrize(
    "opener", ["They’re", "They've", "If he’d gone", "Meanwhile it is", "Thus it’s", "Given it is"]
)
def test_ordinary_words_at_a_sentences_start_are_no_names(reader: Reader, opener: str) -> None:
    assert runs(reader, opener + TAIL) == []


@pytest.mark.parametrize("opener", ["Stated", "Asking", "Quoting", "Consider"])
def test_a_verb_that_opens_a_sentence_is_no_part_of_the_name_after_it(reader: Reader, opener: str) -> None:
    assert runs(reader, f"{opener} Jane Doe{TAIL}") == [("", "Jane Doe", "person")]


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Jane Doe Says Paul B. Roe Is Right About Bridges", ["Jane Doe", "Paul B. Roe"]),
        ("JANE DOE LEAVES TOWN HALL FOR GOOD", ["JANE DOE"]),
        ("Jane’s Bridge Over Troubled Water Opens", ["Jane’s"]),
    ],
)
def test_of_a_heading_in_capitals_only_first_names_begin_a_name(
    reader: Reader, heading: str, names: list[str]
) -> None:
    found = [name for _, name, _ in runs(reader, f"{heading}\nThe council{TAIL}")]
    assert [name for name in found if " " in name or name in names] == names


def test_runs_come_in_order_and_never_overlap(reader: Reader) -> None:
    found = reader(
        "Jane Doe, Mrs. Berg, the Oslo Herald and Paul Roe Jr. met Anna de Berg" + TAIL
    ).people.runs
    assert all(run.first <= run.name <= run.last for run in found)
    assert all(before.last <= after.first for before, after in pairwise(found))


@pytest.mark.parametrize("opener", ["Last September, ", "Next Monday, ", "Late Friday, "])
def test_a_date_that_opens_a_sentence_is_no_name(reader: Reader, opener: str) -> None:
    names = [name for _, name, kind in runs(reader, f"{opener}we met Jane Doe.") if kind != "place"]
    assert names == ["Jane Doe"]
