"""Mentions by a noun: people, bodies and papers that are not named where they speak."""

from __future__ import annotations

import pytest

from tests.index.conftest import Quotes, Rows

SENATORS = "Sen. Anna Berg (R-Ohio) met Sen. Paul Roe (D-Utah) in the old hall.\n"


@pytest.mark.parametrize(
    ("lead", "mention", "name"),
    [
        # By what the article calls them.
        (SENATORS, "the Ohio senator", "Anna Berg"),
        (SENATORS, "the Utah senator", "Paul Roe"),
        (SENATORS, "the Ohio Republican", "Anna Berg"),
        ("Sen. Anna Berg met the council in the hall.\n", "the senator", "Anna Berg"),
        ("Sen. Anna Berg met the council in the hall.\n", "the lawmaker", "Anna Berg"),
        ("Foreign Minister Anna Berg met the council.\n", "the top Norwegian diplomat", "Anna Berg"),
        ("Jane Doe’s lawyer, Paul Roe, spoke in the hall.\n", "the lawyer", "Paul Roe"),
        ("Vice President Anna Berg met President Paul Roe in the hall.\n", "the president", "Paul Roe"),
        ("Vice President Anna Berg met President Paul Roe in the hall.\n", "the vice president", "Anna Berg"),
        ("The council met in the hall.\n", "the senator", None),
        ("Convention chairman Paul Roe met the council.\n", "Oslo’s delegation chairman", None),
        ("Convention chairman Paul Roe met the council.\n", "the chairman", "Paul Roe"),
        ("Host Jane Doe met the council.\n", "the hosts", None),
        ("Jane Doe met us. Appearing on the Oslo Show, the candidate sang.\n", "the candidate", "Jane Doe"),
        (SENATORS + "Then came a rain.\nJane Doe took the stage. ", "the senator", "Jane Doe"),
        (SENATORS + "The senator wept.\nJane Doe took the stage. ", "the senator", "Paul Roe"),
        (SENATORS + "Then came a rain.\nJane Doe took the stage after Roe. ", "the senator", "Paul Roe"),
        # Whoever the text speaks of.
        ("Jane Doe met the council in the hall.\n", "the candidate", "Jane Doe"),
        ("Jane Doe met the council in the hall.\n", "the 54-year-old", "Jane Doe"),
        ("Jane Doe met the council in the hall.\n", "the Texan", "Jane Doe"),
        ("Paul Roe met the council in the hall.\n", "the Oslo native", "Paul Roe"),
        # Never named, even with "the"; tied to a name, and not that name's.
        ("Jane Doe met the council in the hall.\n", "the aide", None),
        ("Jane Doe met the council in the hall.\n", "an aide to Doe", None),
        ("Jane Doe met the council in the hall.\n", "a spokesman for Doe", None),
        ("Jane Doe met the council in the hall.\n", "a Doe spokesman", None),
        ("Jane Doe met the council in the hall.\n", "her spokesman", None),
        ("Jane Doe met the council in the hall.\n", "one of the aides", None),
        ("Jane Doe met the council in the hall.\n", "officials", None),
        ("Jane Doe met the council in the hall.\n", "Doe spokesman Paul Roe", "Paul Roe"),
        # What is somebody's speaks for them; several people of theirs do not.
        ("Jane Doe met the council in the hall.\n", "Doe’s first answer", "Jane Doe"),
        ("Jane Doe met the council in the hall.\n", "her web page", "Jane Doe"),
        ("Jane Doe met the council in the hall.\n", "Doe’s first five questioners", None),
        ("Jane Doe met the council in the hall.\n", "her reviewers", None),
        ("The Oslo Union met us in the old hall.\n", "the group’s Web page", "Oslo Union"),
        # Bodies.
        ("The Oslo Herald and the Oslo Union met us in the old hall.\n", "the newspaper", "Oslo Herald"),
        ("The Oslo Herald and the Oslo Union met us in the old hall.\n", "the group", "Oslo Union"),
        ("The Oslo Herald met the council in the hall.\n", "it", "Oslo Herald"),
        ("Jane Doe met the council in the hall.\n", "her campaign", "Jane Doe campaign"),
        ("Jane Doe met the council in the hall.\n", "the campaign", "Jane Doe campaign"),
        ("Jane Doe met the council in the hall.\n", "the Doe campaign", "Jane Doe campaign"),
        ("Jane Doe met the council in the hall.\n", "Doe’s office", "Jane Doe office"),
        ("China’s foreign ministry met the council.\n", "the ministry", "China’s foreign ministry"),
        # Papers are their authors'.
        ("Jane Doe issued a statement in the hall.\n", "the statement", "Jane Doe"),
        ("Jane Doe met the council in the hall.\n", "her statement", "Jane Doe"),
        ("Jane Doe met the council in the hall.\n", "Doe’s statement", "Jane Doe"),
        ("Jane Doe met the council in the hall.\n", "the Doe campaign’s ad", "Jane Doe campaign"),
        ("A letter signed by Jane Doe came to the hall.\n", "the letter", "Jane Doe"),
        ("A report by the Oslo Institute came out.\n", "the report", "Oslo Institute"),
        ("Jane Doe met the council in the hall.\n", "a report from Doe", "Jane Doe"),
        ("Jane Doe met the council in the hall.\n", "a story by the Oslo Herald", "Oslo Herald"),
        ("Jane Doe met the council in the hall.\n", "an Oslo Herald article", "Oslo Herald"),
        ("Jane Doe met the council in the hall.\n", "the Oslo Herald poll", "Oslo Herald poll"),
        # Those asked speak in the poll that is named in the sentence or just before.
        ("The Oslo Herald poll came in.\n", "25 percent of voters", "Oslo Herald poll"),
        ("The May Oslo Herald poll came in.\n", "some 31% of Greens", "Oslo Herald poll"),
        ("The Oslo Herald survey came in.\n", "half of respondents", "Oslo Herald survey"),
        ("The Oslo Herald met us.\n", "half of respondents", None),
        ("The Oslo Herald poll came in.\n", "most voters", None),
        # What is no person speaks for its owner; a verb taken for a noun.
        ("Jane Doe met the council in the hall.\n", "Doe’s accusation", "Jane Doe"),
        ("Jane Doe met the council in the hall.\n", "her plan", "Jane Doe"),
        ("Jane Doe met the council in the hall.\n", "Doe focuses", "Jane Doe"),
        ("Jane Doe met the council in the hall.\n", "Doe defenders", None),
        ("The Oslo Council met in the hall.\n", "Oslo Council agents", None),
        ("Harbours met in the hall.\n", "Harbour rights groups", None),
        ("Anna Berg met the council in the hall.\n", "Fight for Bread organizer Jane Doe", "Jane Doe"),
        # Pronouns that name nobody.
        ("Jane Doe met the council in the hall.\n", "they", None),
    ],
)
def test_who_a_description_means(rows_of: Rows, lead: str, mention: str, name: str | None) -> None:
    assert rows_of(f"{lead}“It is dead and gone,” {mention} said.")[-1].speaker == name


def test_an_indefinite_description_may_bring_its_name(rows_of: Rows) -> None:
    (row,) = rows_of("“It is dead,” said a man called Paul Roe in the hall.")
    assert row.speaker == "Paul Roe"


def test_it_is_the_body_heard_last(rows_of: Rows) -> None:
    rows = rows_of("“It is dead,” the Oslo Herald said.\n“It is gone,” it said.\n“So it is,” it said.")
    assert [row.speaker for row in rows] == ["Oslo Herald"] * 3


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"{SENATORS}“It is dead,” the Ohio senator said.", "so called in the article"),
        ("Jane Doe ran.\n“It is dead,” the candidate said.", "of whom the text speaks"),
        ("Jane Doe ran.\n“It is dead,” her statement said.", "is that of Jane Doe"),
        ("Jane Doe ran.\n“It is dead,” an aide said.", "stays without a name"),
        ("The Oslo Herald met.\n“It is dead,” it said.", "the subject before"),
        ("We saw the Oslo Herald.\n“It is dead,” it said.", "named last"),
    ],
)
def test_every_description_says_how_it_was_understood(quotes_of: Quotes, text: str, reason: str) -> None:
    assert reason in quotes_of(text)[-1].reason
