"""What an article says its people are."""

from __future__ import annotations

import pytest

from index.called import by_role
from index.role_words import role_words
from tests.index.conftest import TAIL, Reader


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("We saw Mayor Jane Doe{}", ["Mayor"]),
        ("Speaking to Jane Doe, the mayor said that we left{}", []),
        ("We met former Oslo mayor Jane Doe{}", ["former Oslo mayor"]),
        ("We met the GOP vice-chair Jane Doe{}", ["GOP vice-chair"]),
        ("We met Secretary of State Jane Doe{}", ["Secretary of State"]),
        ("We met United Nations Secretary Jane Doe{}", ["United Nations Secretary"]),
        ("We met Jane Doe, mayor of Oslo, and left{}", ["mayor of Oslo"]),
        ("We met Jane Doe, a member of the council, today{}", ["member of the council"]),
        ("We met Jane Doe, 54, the chairwoman of the board, and left{}", ["chairwoman of the board"]),
        ("We met Jane Doe (R-Fla.), chairwoman of the board, and left{}", ["chairwoman of the board"]),
        ("We heard that the group’s chairwoman, Jane Doe, came{}", ["chairwoman"]),
        ("We heard that the mayor of Oslo, Jane Doe, came{}", ["mayor of Oslo"]),
        ("Mayor Jane Doe, chairwoman of the board, came{}", ["Mayor", "chairwoman of the board"]),
        ("Mayor Jane Doe came{} Mayor Jane Doe left{}", ["Mayor"]),
        ("We met Mrs. Jane Doe and Dr. Anna Berg{}", []),
        ("We met Jane Doe, who chairs the board, and left{}", []),
        ("We met Jane Doe, in the office of the mayor, and left{}", []),
        ("We met Jane Doe, a lover of boats, and left{}", []),
        ("We met acting mayor Jane Doe{}", ["acting mayor"]),
        ("We met Paul Roe’s running mate Jane Doe{}", ["running mate"]),
        ("They warned Mayor Jane Doe{}", ["Mayor"]),
        ("Ahead of the release of mayoral candidate Jane Doe we met{}", ["mayoral candidate"]),
        ("We know few voters have given her less, Jane Doe, than this{}", []),
        ("Of all the voters have given, Jane Doe, the least{}", []),
        ("We met Jane Doe, a mayor whom we like, and left{}", ["mayor"]),
        ("We met Jane Doe, one of few voters he has met, and left{}", []),
        ("We met Jane Doe, a pollster working for the mayor, and left{}", ["pollster working for the mayor"]),
        ("We met Jane Doe, attorney general of Ohio, and left{}", ["attorney general of Ohio"]),
        ("We met Jane Doe, University of Oslo professor, and left{}", ["University of Oslo professor"]),
        ("We met Jane Doe, one of the founders of the club, and left{}", ["one of the founders of the club"]),
        ("We met Jane Doe, praised by the mayor of Oslo, and left{}", []),
        ("We met Jane Doe, according to a council spokesman, and left{}", []),
        ("We met Jane Doe, an odd sight in a mayor’s office, and left{}", []),
        ("We met Jane Doe, Oslo, and left{}", []),
        ("It rained. United States Secretary of State Jane Doe came{}", ["United States Secretary of State"]),
        ("It rained. Former Oslo mayor Jane Doe came{}", ["Former Oslo mayor"]),
        ("It rained. Asked Mayor Jane Doe came{}", ["Mayor"]),
        ("The list includes Gov. Jane Doe{}", ["Gov."]),
        ("In a talk with Jane Doe, the chairwoman of the club said so{}", []),
        ("Jane Doe, the chairwoman of the club said so{}", ["chairwoman of the club"]),
    ],
)
def test_the_roles_beside_a_name(reader: Reader, text: str, roles: list[str]) -> None:
    assert reader(text.format(TAIL, TAIL)).person("Jane Doe").roles == roles


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We met Rep. Jane Doe (R-Fla.){}", {"representative", "republican", "florida"}),
        ("We met Sen. Jane Doe, D-Ohio,{}", {"senator", "democrat", "ohio"}),
        ("We met Senator Jane Doe of Vermont{}", {"senator", "vermont"}),
        ("We met Jane Doe of Vermont{}", set()),  # no title: where she is from
    ],
)
def test_party_and_state_are_words_of_the_role(reader: Reader, text: str, words: set[str]) -> None:
    assert reader(text.format(TAIL)).person("Jane Doe").role_words == words


def test_an_age_or_a_role_shows_a_person(reader: Reader) -> None:
    assert reader(f"We met Zorblat Vex, 54, today{TAIL}").person("Zorblat Vex").human
    assert reader(f"We met mayor Zorblat Vex today{TAIL}").person("Zorblat Vex").human
    assert not reader(f"We met Zorblat Vex today{TAIL}").person("Zorblat Vex").human


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("GOP vice-chair", {"republican", "vice", "chair", "vice-chair"}),
        ("Sen.", {"senator"}),
        ("the former Gov.", {"former", "governor"}),
        ("Democratic Rep.", {"democrat", "representative"}),
        ("chairwoman, board", {"chairwoman", "board"}),
    ],
)
def test_the_words_of_a_role_in_full(role: str, words: set[str]) -> None:
    assert role_words(role) == words


SENATORS = (
    "We met Sen. Jane Doe (R-Ohio) today, and the council met Sen. Paul Roe (D-Utah) today"
    " and Vice President Anna Berg met Foreign Minister Ida Holm"
)


@pytest.mark.parametrize(
    ("wanted", "noun", "name"),
    [
        ({"senator", "ohio"}, "senator", "Jane Doe"),
        ({"senator", "utah"}, "senator", "Paul Roe"),
        ({"senator"}, "senator", "Paul Roe"),  # the nearest
        ({"democrat", "senator"}, "senator", "Paul Roe"),
        ({"lawmaker"}, "lawmaker", "Paul Roe"),
        ({"diplomat", "top"}, "diplomat", "Ida Holm"),
        ({"senator", "maine"}, "senator", None),
        ({"president"}, "president", None),  # a vice-president is no president
        ({"vice", "president"}, "president", "Anna Berg"),
        ({"governor"}, "governor", None),
    ],
)
def test_who_is_called_so(reader: Reader, wanted: set[str], noun: str, name: str | None) -> None:
    article = reader(f"{SENATORS}{TAIL}")
    person = by_role(article.people, wanted, noun, None, len(article.words.form))
    assert (person.name if person else None) == name


def test_of_two_who_are_called_so_it_is_who_holds_the_floor(reader: Reader) -> None:
    article = reader(f"{SENATORS}{TAIL}")
    doe = article.person("Jane Doe")
    assert by_role(article.people, {"senator"}, "senator", doe, len(article.words.form)) is doe


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Voters Fleeing President Doe\nJane Doe left the hall.", ["President"]),
        ("Voters Love Doe\nJane Doe left the hall.", []),
        ("Jane Doe, all of 20, left the hall.", []),
        ("Jane Doe, one of the mayors, left the hall.", ["one of the mayors"]),
    ],
)
def test_headings_give_titles_only_and_quantities_are_no_roles(
    reader: Reader, text: str, roles: list[str]
) -> None:
    assert reader(text).person("Jane Doe").roles == roles
