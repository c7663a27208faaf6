"""What a mention weighs, by its part in the sentence and by the person."""

from __future__ import annotations

import pytest

from index import salience
from index.person import Person
from index.tables import Tables
from index.verbs import verb_forms
from tests.index.conftest import Reader


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("Doe left the old hall.", salience.SUBJECT),
        ("In the old hall Doe stood.", salience.CLAUSE),
        ("As for Doe, the hall was old.", salience.ASKED),
        ("For Doe, the hall was old.", salience.SPEAKER),
        ("The council asked Doe about the hall.", salience.ASKED),
        ("When Doe asked for the hall, it fell.", salience.ASKER),
        ("The plan of Doe, a farmer, failed.", salience.TOPIC),
        ("When Doe asked the mayor to leave, it fell.", salience.CLAUSE),
        ("When Doe asked how to leave, it fell.", salience.ASKER),
        ("The council talked of Doe.", salience.ASIDE),
        ("The council talked of farmers like Doe, a smith of old.", salience.PRESENTED),
        ("They stood in the hall with Doe.", salience.ASIDE),
        ("The council met Doe supporters.", salience.ASIDE),
        ("The plan, Doe’s own, failed.", salience.TOPIC),
        ("The council liked Doe’s plan.", salience.OWNER),
        ("Doe’s been in the hall.", salience.SUBJECT),
        ("The council met Doe.", salience.OBJECT),
    ],
)
def test_a_name_weighs_by_its_part_in_the_sentence(
    reader: Reader, tables: Tables, text: str, weight: float
) -> None:
    article = reader(f"Jane Doe came.\n{text}")
    run = article.people.runs[-1]
    found = salience.part_weight(article.words, run, article.sentences[-1], verb_forms(tables))
    assert found == weight


@pytest.mark.parametrize(
    ("person", "gender", "weight"),
    [
        (Person("Jane Doe", ("jane", "doe"), "female", human=True), "female", 1.0),
        (Person("Jane Doe", ("jane", "doe"), "female", human=True), "either", 1.0),
        (Person("Jane Doe", ("jane", "doe"), "female", human=True), "male", 0.0),
        (Person("Vex Doe", ("vex", "doe"), human=True), "male", salience.UNTOLD),
        (Person("Vex Doe", ("vex", "doe"), "male"), "male", salience.GUESSED),
        (Person("Doe", ("doe",), "male"), "male", salience.GUESSED * salience.LONE),
        (Person("Oslo Herald", ("oslo", "herald"), body=True), "either", 0.0),
    ],
)
def test_a_person_fits_by_gender_and_by_being_one(person: Person, gender: str, weight: float) -> None:
    assert salience.fitness(person, gender) == weight


@pytest.mark.parametrize(
    ("roles", "called", "weight"),
    [
        ({"mayor"}, set(), 1.0),
        (set(), {"mayor"}, 1.0),
        ({"mayor", "oslo"}, {"mayor"}, salience.SO_CALLED),
        ({"farmer"}, {"mayor"}, salience.OTHERWISE_CALLED),
        ({"democrat", "ohio"}, {"mayor"}, 1.0),  # of "(D-Ohio)", which is no role
    ],
)
def test_a_person_is_apt_by_what_the_article_calls_them(
    roles: set[str], called: set[str], weight: float
) -> None:
    stated = ["farmer"] if "farmer" in roles else []
    person = Person("Jane Doe", ("jane", "doe"), roles=stated, role_words=roles)
    assert salience.aptness(person, called) == weight
