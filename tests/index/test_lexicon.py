"""The tables about names and nouns, compiled for look-up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.lexicon import lexicon, plain, without_possessive
from index.tables import Tables


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("Doe’s", "doe"),
        ("Doe's", "doe"),
        ("James’", "james"),
        ("Sen.", "sen"),
        ("Calderón", "calderon"),
        ("Müller’s", "muller"),
        ("O’Brien", "o'brien"),
        ("O'Brien", "o'brien"),
        ("DOE", "doe"),
        ("", ""),
    ],
)
def test_a_word_is_compared_without_possessive_stop_accents_and_case(word: str, key: str) -> None:
    assert plain(word) == key


@pytest.mark.parametrize(("word", "left"), [("Doe’s", "Doe"), ("James'", "James"), ("Doe", "Doe")])
def test_the_possessive_is_left_out_of_a_name(word: str, left: str) -> None:
    assert without_possessive(word) == left


@given(st.text("abcdefgé’'.SD"))
def test_any_word_has_a_key_in_lower_case_and_no_longer_than_itself(word: str) -> None:
    assert plain(word) == plain(word).lower()
    assert len(plain(word)) <= len(word)


@pytest.mark.parametrize(
    ("key", "title"),
    [
        ("president", True),
        ("vice-president", True),
        ("then-president", True),
        ("chairwoman", True),
        ("herald", False),
        ("doe", False),
        ("-", False),
    ],
)
def test_titles_also_stand_behind_a_hyphen(tables: Tables, key: str, title: bool) -> None:
    assert lexicon(tables).is_title(key) is title


@pytest.mark.parametrize(
    ("noun", "role"),
    [
        ("lawmaker", True),  # one that may stand for a senator
        ("candidate", True),  # whoever is spoken of
        ("mayor", True),
        ("statement", False),
        ("town", False),
    ],
)
def test_a_role_is_a_noun_for_a_person(tables: Tables, noun: str, role: bool) -> None:
    assert lexicon(tables).is_role(noun) is role


def test_the_tables_agree_about_what_each_word_is(tables: Tables) -> None:
    compiled = lexicon(tables)
    assert set(compiled.titles.values()) | set(compiled.first_names.values()) <= {"male", "female", "either"}
    assert set(compiled.genders.values()) == {"male", "female"}
    assert not compiled.documents & compiled.general
    for noun, roles in compiled.same.items():
        assert roles, noun
        assert all(role == role.lower() for role in roles)


def test_states_and_parties_are_written_out(tables: Tables) -> None:
    compiled = lexicon(tables)
    assert compiled.states["fla"] == "florida"
    assert {letter: compiled.parties[letter] for letter in "rd"} == {"r": "republican", "d": "democrat"}
