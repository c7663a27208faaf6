"""Who is interviewed and who asks, as an introduction tells it."""

from __future__ import annotations

import pytest

from index.interviews import find_parties, initials_of

NOBODY = frozenset(["york", "house", "committee"])


@pytest.mark.parametrize(
    ("introduction", "answers", "asks"),
    [
        ("Jane Doe talked about roads.", "Jane Doe", None),
        ("Bob Roe interviewed Jane Doe.", "Jane Doe", "Bob Roe"),
        ("Jane Doe, mayor of New York, spoke with Bob Roe of the Post.", "Jane Doe", "Bob Roe"),
        ("Jane Doe told the Post’s Bob Roe that she would run.", "Jane Doe", "Bob Roe"),
        ("Bob Roe asked Jane Doe about Ann Poe. Doe answered.", "Jane Doe", "Bob Roe"),
        ("Anchor Bob Roe met Jane Doe in New York.", "Jane Doe", "Anchor Bob Roe"),
        ("The mayor sat down with us in New York.", None, None),
        ("", None, None),
    ],
)
def test_the_introduction_names_who_answers_and_who_asks(
    introduction: str, answers: str | None, asks: str | None
) -> None:
    parties = find_parties(introduction, len(introduction), NOBODY)
    found = [span.cut(introduction) if span else None for span in (parties.answers, parties.asks)]
    assert found == [answers, asks]


def test_only_the_introduction_is_read() -> None:
    text = "Jane Doe talked.\n\nQ. Bob Roe interviewed Ann Poe?"
    answers = find_parties(text, text.index("Q."), NOBODY).answers
    assert answers is not None
    assert answers.cut(text) == "Jane Doe"


def test_initials_stand_for_the_first_mention() -> None:
    text = "Jane Doe met Bob Roe. Jane Doe left."
    assert {key: span.start for key, span in initials_of(text, len(text)).items()} == {"JD": 0, "BR": 13}
