"""Several people of one surname, and whom it means where it stands alone."""

from __future__ import annotations

import pytest

from tests.index.conftest import Reader

FAMILY = "Jane Doe met John Doe. Jane Doe met the council, and Jane Doe met the town."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # Named in full most, where nothing else tells.
        ("{}\nThe hall is old.\nThe town is old.\nThe hill is high.\n“No,” Doe said.", "Jane Doe"),
        # The subject before, not who is named beside it.
        ("{}\nThen John Doe, the father of Jane Doe, came.\n“No,” Doe said.", "John Doe"),
        ("{}\nThen John Doe came.\nThe hall is old.\n“No,” Doe said.", "John Doe"),
        ("{}\nThen John Doe came.\nIt rains.\nIt pours.\nIt snows.\n“No,” Doe said.", "Jane Doe"),
        # Named last in the paragraph.
        ("{}\nThe council heard of John Doe. “No,” Doe said.", "John Doe"),
        ("{}\nThen John Doe, the father of Jane Doe, came. “No,” Doe said.", "John Doe"),
        # A title and a pronoun go before all that.
        ("{}\nThen John Doe came.\n“No,” Mrs. Doe said.", "Jane Doe"),
        ("{}\nThen Jane Doe came.\n“No,” Doe said, and he left.", "John Doe"),
        # Who is named in full after it, in the same sentence, is somebody else.
        ("{}\nThe council heard of Jane Doe. “No,” Doe said of Jane Doe.", "John Doe"),
        # Only those named in full so far; before any is, the first to be.
        ("Ann Doe left.\nThe hall is old.\nIt rains.\nIt pours.\n“No,” Doe said.\n{}", "Ann Doe"),
        ("“No,” Doe said.\nThen Ann Doe came.\n{}", "Ann Doe"),
    ],
)
def test_a_surname_of_several_means_one(reader: Reader, text: str, name: str) -> None:
    article = reader(text.format(FAMILY))
    runs = [run for run in article.people.runs if run.length == 1 and article.words.form[run.name] == "Doe"]
    assert [person.name for run in runs if (person := article.people.of_run(run)) is not None] == [name]


@pytest.mark.parametrize(
    ("between", "name"),
    [
        ("Then {} met the town.", "Ann Doe"),
        # Not whom it meant for being named beside it only.
        ("Then the council heard of {}. Later Doe left.", "Jane Doe"),
    ],
)
def test_a_surname_goes_on_with_whom_it_meant(reader: Reader, between: str, name: str) -> None:
    opening = f"{FAMILY} It went on.\n{between.format('Ann Doe')} Doe left.\n"
    article = reader(opening + "It rains.\nIt pours.\nIt snows.\n“No,” Doe said.")
    person = article.people.of_run(article.people.runs[-1])
    assert person is not None
    assert person.name == name
