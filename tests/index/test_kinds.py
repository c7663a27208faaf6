"""What kind of body a name is of, and whom "the group" therefore means."""

from __future__ import annotations

import pytest

from index.kinds import Kinds
from tests.index.conftest import TAIL, Reader, Rows


@pytest.mark.parametrize(
    ("text", "name", "nouns"),
    [
        ("We saw the advocacy group Voices Rising{}", "Voices Rising", {"group"}),
        ("We saw Voices Rising, a small advocacy group for all{}", "Voices Rising", {"group"}),
        ("We saw Oslo Voices Rising (OVR), a charity{}", "Oslo Voices Rising", {"charity"}),
        ("Voices Rising is a nonprofit that feeds us{}", "Voices Rising", {"nonprofit"}),
        ("Zorblat, the maker of the lamps, met us{}", "Zorblat", {"maker"}),
        ("We saw a lamp-maker called Zorblat Ray{}", "Zorblat Ray", {"maker"}),
        ("We saw Voices Rising, a super PAC backing us{}", "Voices Rising", {"pac"}),
        ("We saw Voices Rising, a consulting firm{}", "Voices Rising", {"firm"}),
        ("We saw Zorblat Ray, a start-up founder{}", "Zorblat Ray", set()),
        ("We saw Voices Rising, the union’s friend{}", "Voices Rising", set()),
        ("We saw Voices Rising, and a group{}", "Voices Rising", set()),
        ("We saw the campaign Voices Rising{}", "Voices Rising", set()),  # that is somebody's
    ],
)
def test_the_noun_beside_a_name_is_what_it_is_called(
    reader: Reader, text: str, name: str, nouns: set[str]
) -> None:
    article = reader(text.format(TAIL))
    kinds = Kinds(article.words, article.people)
    assert kinds.called(article.person(name)) == nouns


@pytest.mark.parametrize(
    ("name", "noun", "fit"),
    [
        ("Oslo Press Club", "club", 2),
        ("Oslo Logistics Services", "company", 1),
        ("Oslo Press Club", "group", 1),  # by its last word
        ("Oslo Council on World Affairs", "group", 1),
        ("Oslo Herald", "group", 0),
        ("Oslo Herald", "newspaper", 2),
        ("Oslo Herald", "paper", 2),  # which is a newspaper, as the table says
        ("State Department", "company", 0),
        ("Zorblat Motors", "company", 1),
        ("Zorblat Motors", "newspaper", 0),
        ("United States", "company", 0),
        ("U.S.", "group", 0),
    ],
)
def test_a_kind_fits_by_the_words_of_the_name(reader: Reader, name: str, noun: str, fit: int) -> None:
    article = reader(f"We went to see the {name}{TAIL}")
    assert Kinds(article.words, article.people).fit(article.person(name), noun) == fit


@pytest.mark.parametrize(
    ("lead", "mention", "name"),
    [
        # Called so, before what is named nearer but is not.
        (
            "The advocacy group Voices Rising awards the Home to House Prize in May.",
            "the nonprofit",
            "Voices Rising",
        ),
        ("Zorblat, a drugmaker, met the Harbour Project.", "the company", "Zorblat"),
        ("Voices Rising, a super PAC, met Jane Doe.", "the group", "Voices Rising"),
        # The subject, before what is only mentioned.
        ("The Oslo Herald reported it in the Bergen Post.", "the newspaper", "Oslo Herald"),
        # The nearer, though the farther is called so.
        (
            "Zorblat, a company, left. It rained. Nobody came. So it went. Days passed. It was cold."
            " Quorix Motors opened.",
            "the company",
            "Quorix Motors",
        ),
        # By its initials.
        ("Green Homes Now left. Nobody came to see the GHN.", "the GHN group", "Green Homes Now"),
        # A noun with a capital is still a noun.
        ("The Labor Department met us in the hall.", "the Department", "Labor Department"),
        ("The Oslo Union met us in the hall.", "an anti-union PAC", None),
        ("The Oslo Union met us in the hall.", "the Foundation", "Foundation"),
        # What more is said of it must be known.
        ("Voices Rising met the Oslo Union in the hall.", "the terrorist group", None),
        ("Voices Rising, a trade group, met us in the hall.", "the trade group", "Voices Rising"),
        # Nothing of that kind.
        ("The State Department met the Supreme Court.", "the company", None),
        ("The Supreme Court ruled in May.", "the group", None),
        ("We saw the United States in May.", "the company", None),
        # A heading names nothing.
        ("Voices Rising Wins Its Day\n\nIt was a long day for us all in the hall.", "the group", None),
        # An indefinite one is nobody yet.
        ("The Oslo Union met us in the hall.", "a group", None),
        ("Zorblat Motors met us in the hall.", "one company", None),
    ],
)
def test_whom_the_noun_of_a_kind_means(rows_of: Rows, lead: str, mention: str, name: str | None) -> None:
    assert rows_of(f"{lead} “It is dead and gone,” {mention} said.")[-1].speaker == name
