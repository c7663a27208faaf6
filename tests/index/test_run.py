"""Words in capitals: where titles end and the name begins, what it names, and the gender titles tell."""

from __future__ import annotations

import pytest

from index.lexicon import lexicon
from index.run import read_run
from index.tables import Tables


@pytest.mark.parametrize(
    ("words", "before", "name", "kind"),
    [
        ("Jane Doe", "", "Jane Doe", "person"),
        ("President Anna Berg", "President", "Anna Berg", "person"),
        ("President", "President", "", "title"),
        ("Mr. Speaker", "Mr. Speaker", "", "title"),
        ("Vice-President Anna Berg", "Vice-President", "Anna Berg", "person"),
        ("Attorney General Anna Berg", "Attorney General", "Anna Berg", "person"),
        ("Secretary of State Anna Berg", "Secretary of State", "Anna Berg", "person"),
        ("Secretary of State", "Secretary of State", "", "title"),
        ("Dean Doe", "", "Dean Doe", "person"),  # a first name and a title
        ("Jane Bishop", "", "Jane Bishop", "person"),
        ("Ohio Jane Doe", "Ohio", "Jane Doe", "person"),
        ("New York Advocate Jane Doe", "New York Advocate", "Jane Doe", "person"),
        ("Oslo Herald", "", "Oslo Herald", "body"),
        ("Club for Growth", "", "Club for Growth", "body"),
        ("Oslo Center for Justice", "", "Oslo Center for Justice", "body"),  # that ends with a title
        ("South Carolina", "", "South Carolina", "place"),
        ("Colo.", "", "Colo.", "place"),
    ],
)
def test_titles_and_other_capitals_go_before_the_name(
    words: str, before: str, name: str, kind: str, tables: Tables
) -> None:
    forms = tuple(words.split())
    run = read_run(forms, lexicon(tables))
    found = " ".join(forms[run.first : run.name]), " ".join(forms[run.name : run.last]), run.kind
    assert found == (before, name, kind)


@pytest.mark.parametrize("words", ["Oscar-winner Jane Doe", "Florida-based Jane Doe"])
def test_a_capital_that_describes_is_no_part_of_the_name(words: str, tables: Tables) -> None:
    run = read_run(tuple(words.split()), lexicon(tables))
    assert (run.first, run.name, run.last, run.length) == (1, 1, 3, 2)


@pytest.mark.parametrize(
    ("words", "gender"), [("Mrs. Berg", "female"), ("Chairman Roe", "male"), ("Dr. Doe", "either")]
)
def test_a_title_tells_the_gender(words: str, gender: str, tables: Tables) -> None:
    run = read_run(tuple(words.split()), lexicon(tables))
    assert (run.titled, run.title_gender) == (True, gender)
