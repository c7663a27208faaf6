"""Names of several words: which are one person's, and how the person is then called."""

from __future__ import annotations

import pytest

from tests.index.conftest import TAIL, Reader


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ("We saw Jane Roe{}\nThe day went well for Team Roe{}", "Jane Roe", "Roe"),
        ("The prize went to Aung San Suu Kyi{}\nThe prize of Suu Kyi{}", "Aung San Suu Kyi", "Kyi"),
        ("We saw Jane Doe{}\nThe day went well for Jane A. Doe{}", "Jane A. Doe", "Doe"),
        ("We saw J. Doe{}\nThe day went well for Jane Doe{}", "Jane Doe", "Doe"),
        ("We saw Steve Roe{}\nThe day went well for Steven Roe{}", "Steven Roe", "Roe"),
        ("We saw Hilary Doe{}\nThe day went well for Hillary Doe{}", "Hillary Doe", "Doe"),
        ("We saw Phillip Doe{}\nPhilip Doe left.\nThe day went well for Philip Doe{}", "Philip Doe", "Doe"),
        ("We saw Hilary Ann Doe{}\nThe day went well for Hilary Doe{}", "Hilary Ann Doe", "Doe"),
        ("We saw Daniel Doe{}\nThe day went well for Daniela Doe{}", "Daniela Doe", "Doe"),
        ("We saw Jane Doe, dean of the school{}\nThe day went well for Dean Doe{}", "Jane Doe", "Doe"),
        ("We saw Jane Doe of the school{}\nThe day went well for Dean Doe{}", "Dean Doe", "Doe"),
        ("We saw Jane “Tig” Doe{}\nThe day went well for Tig Doe{}", "Jane Doe", "Doe"),
    ],
)
def test_another_form_of_several_words_means_the_fullest(
    reader: Reader, text: str, name: str, form: str
) -> None:
    article = reader(text.format(TAIL, TAIL))
    run = article.people.run_at(article.place(form))
    assert run is not None
    person = article.people.of_run(run)
    assert person is not None
    assert person.name == name


def test_a_name_in_capitals_is_shown_as_others_are(reader: Reader) -> None:
    assert reader(f"They met JANE SWEENEY of Oslo{TAIL}").person("Jane Sweeney").full == 1
