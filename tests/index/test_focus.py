"""Whom a text speaks of, and so whom its pronouns mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.actors import last_actor
from tests.index.conftest import Reader, Rows


def last_speaker(rows_of: Rows, text: str) -> str | None:
    return rows_of(text)[-1].speaker


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # Gender.
        ("Jane Doe met Paul Roe in the hall of the old town.\n“It is dead,” he said.", "Paul Roe"),
        ("Jane Doe met Paul Roe in the hall of the old town.\n“It is dead,” she said.", "Jane Doe"),
        ("Jane Doe met Zorblat Vex in the old hall.\n“It is dead,” he said.", "Zorblat Vex"),
        ("Paul Roe met the council in the old hall.\n“It is dead,” she said.", None),
        ("The Oslo Herald met the council in the hall.\n“It is dead,” she said.", None),
        # The subject outweighs who is only mentioned; whom one asks outweighs both.
        ("Jane Doe met Anna Berg in the hall of the old town. “It is dead,” she said.", "Jane Doe"),
        ("The council heard of Jane Doe, and Anna Berg left the hall. “It is dead,” she said.", "Anna Berg"),
        (
            "The council asked Anna Berg about the hall, where Jane Doe sat. “It is dead,” she said.",
            "Anna Berg",
        ),
        (
            "Jane Doe sat in the hall.\nAs for Anna Berg, the council heard her. “It is dead,” she said.",
            "Anna Berg",
        ),
        # Who spoke, rather than who was subject before, and than whom what they said is about.
        ("Anna Berg wins more votes than Roe, Jane Doe said. “It is dead,” she said.", "Jane Doe"),
        (
            "Jane Doe left the old hall. “It is dead,” said Anna Berg. “It never lived,” she said.",
            "Anna Berg",
        ),
        (
            "When Anna Berg said it is old, Jane Doe replied that it is “bad” and had, she said, “gone.”",
            "Jane Doe",
        ),
        # A subject that reports what stands before the pronoun is heard on.
        (
            "Anna Berg left. In a note, Jane Doe acknowledged the loss of it, which was, she said, “bad.”",
            "Jane Doe",
        ),
        # Whom readers are asked to look at.
        ("Anna Berg left the hall. Just look at Mayor Jane Doe. “It is dead,” she said.", "Jane Doe"),
        ("Anna Berg left the hall. Take Jane Doe, a teacher in Oslo. “It is dead,” she said.", "Jane Doe"),
        ("Anna Berg left the hall. Take the plan of Jane Doe to Oslo. “It is dead,” she said.", "Anna Berg"),
        # The same pronoun again, whoever is named between; not the one behind what is reported.
        (
            "Jane Doe left. She says as long as it is split, Anna Berg wins, which she calls “bad.”",
            "Jane Doe",
        ),
        ("Paul Roe met Jane Doe. She says if it is split, Anna Berg wins, which he calls “bad.”", "Paul Roe"),
        ("It hurt, Jane Doe said, when a man asked Anna Berg why. “It is dead,” she said.", "Jane Doe"),
        ("Jane Doe left. When a man asked Anna Berg why, we left. “It is dead,” she said.", "Anna Berg"),
        # Who asks a question leaves the floor, who asks for something to be done does not.
        ("Jane Doe asked her aide to call Anna Berg at once. “It is dead,” she said.", "Jane Doe"),
        # Owners, and what is somebody's, weigh less.
        ("Jane Doe’s plan failed in the old hall. “It is dead,” she said.", "Jane Doe"),
        ("Jane Doe met Anna Berg’s voters in the old hall. “It is dead,” she said.", "Jane Doe"),
        ("Jane Doe stood in the hall with Anna Berg supporters. “It is dead,” she said.", "Jane Doe"),
        # Sentences take their share away; a pronoun reaches past them where nobody else fits.
        ("Jane Doe left.\nThe hall is old.\nThe town is old.\n“It is dead,” she said.", "Jane Doe"),
        ("Jane Doe left.\nAnna Berg came to the hall.\n“It is dead,” she said.", "Anna Berg"),
        # Announced after the pronoun; a different person from the object of the verb.
        ("John Smith was in the hall. As he left it, Paul Roe spoke. “It is dead,” he said.", "Paul Roe"),
        ("Jane Doe met Anna Berg in the hall. She told Berg that the plan is dead.", "Jane Doe"),
        ("Anna Berg met Jane Doe in the hall. She told Berg that the plan is dead.", "Jane Doe"),
        # Who is named in an introduction is somebody else than the subject after it.
        (
            "John Smith was in the hall. Moved by Paul Roe’s plan, he wept. “It is dead,” he said.",
            "John Smith",
        ),
        ("Anna Berg sat. She heard Jane Doe’s aide. She’s the mayor. “It is dead,” she said.", "Anna Berg"),
        (
            "Helped by John Smith, the mayor of Oslo, Roe walked in. “It is dead,” he said.\nPaul Roe.",
            "Paul Roe",
        ),
        # Whose sentence it is, rather than who is named in it.
        ("Oslo aide Paul Roe said he knew that John Smith has “a plan for the town,” he said.", "Paul Roe"),
        # Who is named within what is reported.
        ("John Smith was in the hall. Paul Roe is wrong, he said.", "John Smith"),
        # The noun phrase's own name.
        ("One delegate, chairwoman Jane Doe, left the hall. “It is dead,” she said.", "Jane Doe"),
        ("A chain: Jane Doe left. She ran. She sat. She stood. “It is dead,” she said.", "Jane Doe"),
        # A pronoun before anybody is named means the one named after.
        ("“It is dead,” she said.\nJane Doe left the hall of the old town.", "Jane Doe"),
    ],
)
def test_whom_a_pronoun_means(rows_of: Rows, text: str, name: str | None) -> None:
    assert last_speaker(rows_of, text) == name


def test_a_pronoun_that_once_meant_somebody_tells_their_gender(rows_of: Rows) -> None:
    rows = rows_of("Zorblat Vex met us in the old hall.\n“It is dead,” she said.\n“It is gone,” he said.")
    assert [row.speaker for row in rows] == ["Zorblat Vex", None]


def test_who_holds_the_floor_is_whom_a_description_with_no_other_clue_means(reader: Reader) -> None:
    article = reader("The town met Jane Doe and Anna Berg in the hall.\nThe town is old and quiet.")
    berg = article.person("Anna Berg")
    article.focus.hear(berg, article.place("Berg"))
    assert article.focus.floor is berg
    assert article.focus.whom(article.place("quiet"), "female") is berg


@pytest.mark.parametrize(
    ("lead", "sure"),
    [
        ("Jane Doe met us.", True),
        ("Jane Doe met Anna Berg.", True),
        # Hardly more speaks for one than for another; hardly anything for the only one.
        ("The council heard of Jane Doe and of Anna Berg.", False),
        ("They met Jane Doe.\nIt rains.\nIt pours.\nIt snows.\nIt ends.", False),
        ("They met in the hall.", False),
    ],
)
def test_a_pronoun_is_sure_where_much_speaks_for_one(reader: Reader, lead: str, sure: bool) -> None:
    article = reader(f"{lead} “It is dead,” she said.")
    assert article.focus.meant(article.place("she"), "female").sure is sure


def test_headings_name_nobody_a_pronoun_could_mean_next(reader: Reader) -> None:
    article = reader("Anna Berg Wins the Old Town Race\nJane Doe left the hall.\nThen she ran.")
    found = article.focus.whom(article.place("she"), "female")
    assert found is not None
    assert found.name == "Jane Doe"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jane Doe went home. So it is.", "Jane Doe"),
        ("In Iowa on Friday, Jane Doe went home. So it is.", "Jane Doe"),
        ("The mayor of Oslo went home. So it is.", None),
        ("One delegate, chairwoman Jane Doe, went home.", "Jane Doe"),
        ("Jane Doe’s went home. So it is.", None),
    ],
)
def test_the_person_who_is_a_sentences_subject(reader: Reader, text: str, name: str | None) -> None:
    found = reader(text).focus.subject(0)
    assert (found.name if found else None) == name


def test_the_last_to_act_is_a_person_or_a_body_of_the_sentences_before(reader: Reader) -> None:
    article = reader("Jane Doe voted in the hall.\nThe Oslo Herald reported on it.\nThen it ended.")
    found = last_actor(article.focus, article.place("ended"))
    assert found is not None
    assert found.name == "Oslo Herald"


PIECES = ["Jane Doe", "Anna Berg", "Paul Roe", " he ", " she ", " said", "“It is dead,”", ". ", "\n",
          " asked ", "The Oslo Herald", " the senator ", " her ", "As for ", ", ", "As "]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=80))
def test_any_text_has_a_focus_and_a_pronoun_never_means_a_body_or_the_other_gender(
    reader: Reader, text: str
) -> None:
    article = reader(text)
    for place in (place for sentence in article.sentences for place in range(*sentence[:2], 3)):
        for gender, other in (("male", "female"), ("female", "male")):
            person = article.focus.whom(place, gender)
            assert person is None or (not person.body and person.gender != other)
        last_actor(article.focus, place)
    for index, sentence in enumerate(article.sentences):
        article.focus.subject(index)
        assert article.focus.sentence_at(sentence.first) == index
