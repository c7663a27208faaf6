"""The gender of people, by first names, titles and pronouns."""

from __future__ import annotations

import pytest

from tests.index.conftest import TAIL, Reader


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("They met Jane Doe{}", "female"),
        ("They met Paul Doe{}", "male"),
        ("They met Zorblat Doe{}", "either"),
        ("They met Zorblat Doe and her friends{}", "female"),
        ("They met Mr. Zorblat Doe{}", "male"),
        ("They met Senator Doe and her husband{}", "female"),
        ("They met Senator Doe and her friends{}", "either"),  # perhaps somebody else's
        ("They met Zorblat Doe and Jane Roe and his friends{}", "either"),  # somebody else stands between
    ],
)
def test_first_names_titles_and_pronouns_tell_the_gender(reader: Reader, text: str, gender: str) -> None:
    people = reader(text.format(TAIL)).people
    (person,) = (person for person in people.everybody if person.words[-1] == "doe")
    assert person.gender == gender


@pytest.mark.parametrize(
    ("text", "gender", "human"),
    [
        ("Smithers openly admitted that he left the old town.", "male", True),
        ("Smithers was glad, for her plan had passed.", "female", True),
        ("The council met Smithers, and he left the old town.", "either", False),  # no subject
        ("In Smithers walked the mayor, who said he was glad.", "either", False),
        ("Berg and Smithers walked on, and he was glad.", "either", False),
        ("The Smithers plan passed when he left the old town.", "either", False),
        ("Smithers walked to the old town of the council.", "either", False),
    ],
)
def test_a_name_of_one_word_is_a_persons_where_a_pronoun_follows_what_it_does(
    reader: Reader, text: str, gender: str, human: bool
) -> None:
    person = reader(f"We know Smithers. {text}").person("Smithers")
    assert (person.gender, person.human) == (gender, human)


def test_a_pronoun_after_the_surname_tells_the_gender_of_the_full_name(reader: Reader) -> None:
    text = "We saw Zorblat Vex in the hall. Vex said that he would leave the old town."
    assert reader(text).person("Zorblat Vex").gender == "male"


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Marty Doe came to Oslo. She left the old town.", "female"),
        ("One voter, Marty Doe, 35, came to Oslo. She left the old town.", "female"),
        ("Marty Doe came to Oslo. He left. Doe came again. She left the old town.", "male"),  # as often
        ("Marty Doe met the mayor. She left the old town.", "male"),  # somebody else may be meant
        ("Marty Doe came to Oslo. Her mother left the old town.", "female"),
        ("Marty Doe met Jane Roe. She left the old town.", "male"),
        ("Marty Doe met Zorblat Roe, 54, in Oslo. She left the old town.", "male"),
        ("With her husband, Marty Doe, she came to Oslo. She left the old town.", "male"),
        ("The council met Marty Doe. She left the old town.", "male"),  # no subject
        ("Marty Doe came to Oslo.\nShe left the old town.", "male"),  # another paragraph
    ],
)
def test_a_pronoun_that_opens_the_next_sentence_corrects_a_first_name_for_both(
    reader: Reader, text: str, gender: str
) -> None:
    assert reader(text).person("Marty Doe").gender == gender


def test_a_surname_of_the_table_of_speakers_is_a_persons(reader: Reader) -> None:
    people = reader("Lavrov spoke of the old town, and Zorblat stayed.").people
    assert {person.name: person.human for person in people.everybody} == {"Lavrov": True, "Zorblat": False}
