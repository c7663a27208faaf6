"""Names of one word: whom each means."""

from __future__ import annotations

import pytest

from tests.index.conftest import TAIL, Reader


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ("We saw Jane Doe{}\nThe day went well for Doe{}", "Jane Doe", "Doe"),
        ("We saw Jane Doe{}\nThe day went well for Jane{}", "Jane Doe", "Jane"),
        ("We saw Jane Doe{}\nThe day went well for Mrs. Doe{}", "Jane Doe", "Doe"),
        ("We saw Marine Le Pen{}\nThe day went well for Le Pen{}", "Marine Le Pen", "Pen"),
        ("We saw Bill de Blasio{}\nThe day was good, and de Blasio left{}", "Bill de Blasio", "Blasio"),
        ("We saw Ursula von der Berg{}\nVon der Berg left us{}", "Ursula von der Berg", "Berg"),
        ("We saw Jan van den Berg{}\nThe day went well for Van den Berg{}", "Jan van den Berg", "Berg"),
        ("We saw Sophie in ’t Dorp{}\nIn ’t Dorp said so{}", "Sophie in ’t Dorp", "Dorp"),
        ("We saw Omar el-Sisi{}\nThe day went well for el-Sisi{}", "Omar el-Sisi", "el-Sisi"),
        ("We saw Omar el-Sisi{}\nThe day went well for Sisi{}", "Omar el-Sisi", "Sisi"),
        ("We saw Prince Omar Roe{}\nThe day went well for Prince Omar{}", "Omar Roe", "Omar"),
        ("We saw Paul Roe Jr.{}\nThe day went well for Roe{}", "Paul Roe Jr.", "Roe"),
        ("We saw Jane Sweeney{}\nThe day went well for Sweeny{}", "Jane Sweeney", "Sweeny"),
        ("We saw Jane Kiedis{}\nThe day went well for Keidis{}", "Jane Kiedis", "Keidis"),
        ("We saw Howard Dean{}\nThe day went well, and Dean left{}", "Howard Dean", "Dean"),
        ("We saw Jane “Zorblat” Doe{}\nThe day went well for Zorblat{}", "Jane Doe", "Zorblat"),
        ("Jane Doe, the singer known as “Zorblat,” left{}\nThen Zorblat left{}", "Jane Doe", "Zorblat"),
        ("Jane Doe, better known as Zorblat, left{}\nThen singer Zorblat left{}", "Jane Doe", "Zorblat"),
        ("Jane Doe, the singer known as aloof, left{}\nThen Zorblat left{}", "Zorblat", "Zorblat"),
        ("The Oslo Policy Institute met{}\nThe day went well for the OPI{}", "Oslo Policy Institute", "OPI"),
        (
            "The Oslo Policy Institute met{}\nThe OPI’s day went well for the OPI{}",
            "Oslo Policy Institute",
            "OPI",
        ),
        ("We saw the Norsk Radio League (NRK){}\nIt went well for NRK{}", "Norsk Radio League", "NRK"),
        ("We saw Zorblat Research{}\nThe day went well for Zorblat{}", "Zorblat Research", "Zorblat"),
        ("We heard “I saw Jane Doe, I did,” and left{}\nDoe came too{}", "Jane Doe", "Doe"),
    ],
)
def test_one_word_means_who_was_named_in_full(reader: Reader, text: str, name: str, form: str) -> None:
    article = reader(text.format(TAIL, TAIL))
    run = article.people.run_at(article.place(form))
    assert run is not None
    person = article.people.of_run(run)
    assert person is not None
    assert person.name == name


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("We saw Paul Roe Jr. and Paul Roe Sr.{}", "Roe"),
        ("We saw Jane Doe{}\nThe day went well for Anna Doe{}", "Doe"),
        ("We saw Jane Doe{}\nThe day went well for Mr. Doe{}", "Doe"),
        ("We saw Jane Sween{}\nThe day went well for Swen{}", "Swen"),  # too short to be misspelt
    ],
)
def test_other_people_stay_apart(reader: Reader, text: str, form: str) -> None:
    article = reader(text.format(TAIL, TAIL))
    named = {person.name for person in article.people.everybody if not person.body}
    assert len(named) == 2, (form, named)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They met Jane Doe and Paul Doe{}\nThe day went well for Mr. Doe{}", "Paul Doe"),
        ("They met Jane Doe and Paul Doe{}\nThe day went well for Mrs. Doe{}", "Jane Doe"),
        ("They met Jane Doe and Paul Doe{}\nThe day was Doe and her friends{}", "Jane Doe"),
        ("They met Jane Doe{}\nThey met Paul Doe, and the day was for Doe{}", "Paul Doe"),  # in the paragraph
        ("They met Jane Doe{} They met Jane Doe and Paul Doe{}\nThe day went well for Doe{}", "Jane Doe"),
    ],
)
def test_of_a_family_the_title_the_pronoun_or_the_paragraph_tells_who(
    reader: Reader, text: str, name: str
) -> None:
    article = reader(text.format(TAIL, TAIL, TAIL))
    run = article.people.run_at(article.place("Doe"))
    assert run is not None
    person = article.people.of_run(run)
    assert person is not None
    assert person.name == name


def test_a_capital_that_opens_a_sentence_is_a_name_only_before_a_verb(reader: Reader) -> None:
    people = reader(f"Increasingly, the town sleeps.\nDoe said so{TAIL}").people
    assert [person.name for person in people.everybody] == ["Doe"]


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("ProPress", True),
        ("YouNews", True),
        ("McRoe", False),
        ("DeRoe", False),
        ("LeRoe", False),
        ("JoAnn", False),
    ],
)
def test_a_word_with_a_capital_within_is_a_bodys_name(reader: Reader, name: str, body: bool) -> None:
    article = reader(f"The day went well for {name}{TAIL}")
    assert article.person(name).body == body


def test_whoever_has_a_title_is_no_body(reader: Reader) -> None:
    article = reader(f"We saw Roe Research{TAIL}\nThe day went well for Mr. Roe{TAIL}\nRoe left{TAIL}")
    assert not article.person("Roe").body
