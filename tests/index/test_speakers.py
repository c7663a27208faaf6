"""Who a mention is: names, pronouns, roles, and those who stay unnamed."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import Quote
from index.identity import slug
from index.quotes import find_quotes
from index.speakers import name_speakers
from index.tables import load_tables
from index.words import split_words
from tests.index.conftest import Reader

TABLES = load_tables()
MEETING = "Foreign Minister Anna Berg met Treasury Secretary Paul Stone in Oslo."


def named(text: str) -> tuple[Quote, ...]:
    return name_speakers(text, find_quotes(text, TABLES), TABLES)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“We agree,” Berg said.", "Anna Berg"),
        ("“We agree,” Secretary Stone said.", "Paul Stone"),
        ("“We agree,” she said.", "Anna Berg"),
        ("“We agree,” he said.", "Paul Stone"),
        ("“We agree,” the foreign minister said.", "Anna Berg"),
        ("“We agree,” a spokesman for Berg said.", None),
        ("“We agree,” officials said.", None),
    ],
)
def test_resolves_the_mention(text: str, name: str | None) -> None:
    quote = named(f"{MEETING}\n{text}")[-1]
    assert (quote.speaker.name if quote.speaker else None) == name


def test_a_name_is_the_fullest_the_article_has() -> None:
    quote = named("“We agree,” Berg said.\nAnna Berg then left for home.")[0]
    assert quote.speaker is not None
    assert (quote.speaker.id, quote.speaker.name) == ("anna-berg", "Anna Berg")


def test_two_people_of_one_surname_are_told_apart_by_their_titles() -> None:
    text = "Anna Berg and Paul Berg came.\n“I came first,” Mr. Berg said.\n“No, I did,” Mrs. Berg said."
    assert [quote.speaker.name for quote in named(text) if quote.speaker] == ["Paul Berg", "Anna Berg"]


def test_the_role_is_what_the_article_calls_the_speaker() -> None:
    quote = named(f"{MEETING}\n“We agree,” Berg said.")[-1]
    assert quote.speaker is not None
    assert quote.speaker.role == "Foreign Minister"


def test_mentions_are_the_people_the_words_speak_of() -> None:
    quote = named(f"{MEETING}\n“Stone is right, and Oslo is cold,” Berg said.")[-1]
    assert quote.mentions == ("Paul Stone",)


def test_says_how_the_speaker_was_reached() -> None:
    assert "Anna Berg" in named(f"{MEETING}\n“We agree,” she said.")[-1].reason


def test_an_unnamed_source_is_less_than_certain_and_a_name_more_certain_than_a_pronoun() -> None:
    by_name, by_pronoun = named(f"{MEETING}\n“We agree,” Berg said.\n“We do not,” he said.")
    assert by_name.confidence > by_pronoun.confidence > 0


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("“It is dead,” Mayor Anna Berg said.", "Anna Berg", "Mayor"),
        ("“It is dead,” says Anna Berg, mayor of Oslo.", "Anna Berg", "mayor of Oslo"),
        ("“It is dead,” Mrs. Anna Berg said.", "Anna Berg", None),
        ("“It is dead,” Jane Doe and Paul Roe said.", "Jane Doe", None),
        ("“It is dead,” Jane and Paul Roe said.", "Paul Roe", None),
        ("“It is dead,” Anwar al-Awlaki said.", "Anwar al-Awlaki", None),
        ("“It is dead,” the Oslo Herald said.", "Oslo Herald", None),
        ("“It is dead,” Marks & Roe said.", "Marks & Roe", None),
        ("“It is dead,” Jane Doe, who lives in Oslo, said.", "Jane Doe", None),
    ],
)
def test_a_name_is_its_own_answer(text: str, name: str, role: str | None) -> None:
    speaker = named(text)[-1].speaker
    assert speaker is not None
    assert (speaker.id, speaker.name, speaker.role) == (slug(name), name, role)


def test_a_quote_without_a_cue_says_so() -> None:
    last = named("“It is dead,” Jane Doe said. “It is gone.”")[-1]
    assert last.reason.startswith("no cue of its own; ")


def test_somebody_of_another_first_name_within_a_quote_is_not_whom_the_article_names() -> None:
    quote = named("Jane Roe left. She felt “the presence of Anna Roe” there.")[-1]
    assert quote.mentions == ()
    assert quote.speaker is not None
    assert quote.speaker.name == "Jane Roe"


def test_mentions_are_whole_names_once_each_first_named_first() -> None:
    (quote,) = named("“Roe met Stone, and Roe left,” Jane Doe told Paul Stone and Ann Roe.")
    assert quote.mentions == ("Ann Roe", "Paul Stone")


PIECES = ["“", "”", " said", "Jane Doe", "Mr. Roe", " he ", "She ", ". ", "\n", ", ", "the senator ", "Sen. ",
          "Oslo Herald", "Jane “Tig” Doe", " Smith", " of ", "DOE", "’s ", " named ", "its statement ",
          "according to ", "(R-Fla.)"]  # fmt: skip
PROSE = st.lists(st.sampled_from(PIECES), max_size=50).map("".join)


@given(PROSE | st.text(max_size=120))
def test_naming_keeps_order_and_spans_and_gives_every_quote_a_reason(text: str) -> None:
    found = find_quotes(text, TABLES)
    quotes = name_speakers(text, found, TABLES)
    assert [(q.content, q.kind, q.cue, q.source) for q in quotes] == [
        (q.content, q.kind, q.cue, q.source) for q in found
    ]
    for quote in quotes:
        assert quote.reason
        assert quote.speaker is None or quote.speaker.name.strip()
        assert quote.speaker is None or quote.speaker.id == slug(quote.speaker.name)
        assert len(set(quote.mentions)) == len(quote.mentions)


@given(PROSE | st.text(max_size=120))
def test_the_people_of_any_text_are_named_in_it(reader: Reader, text: str) -> None:
    people = reader(text).people
    forms = split_words(text).form
    for person in people.everybody:
        assert person.name.strip()
        assert person.places == sorted(person.places)
        assert all(0 <= place < len(forms) for place in person.places)
        assert people.called(person.name.split()) is not None
    for run in people.runs:
        assert people.run_at(run.first) is run
        assert people.of_run(run) is None or people.of_run(run) in people.everybody


def numbered(number: int) -> str:
    """A name that no other number has."""
    letters = "abcdefghijklmnopqrst"
    return "X" + "".join(letters[number // 20**power % 20] for power in range(4))


@pytest.mark.parametrize(
    "unit",
    [
        lambda i: f"Jane {numbered(i)} said the plan is dead. ",
        lambda i: f"{numbered(i)} Doe said “no.” Doe said “yes.” ",  # one family
        lambda i: f"Jane {numbered(i)} left. “No,” Jane said. ",
        lambda i: f"Sen. Jane {numbered(i)} left. “No,” the senator said.\n",
        lambda i: f"Jane Swee{numbered(i).lower()} left. The hall of Swe{numbered(i).lower()} is old. ",
        lambda i: "He left the hall. ",
        lambda i: "“No,” she said. ",
        lambda i: "“No,” the senator said. ",
        lambda i: "“No,” the statement said. ",
        lambda i: "Oslo Union left. “No,” the newspaper said. ",
        lambda i: "“No,” it said. ",
        lambda i: "Doe’s campaign left. “No,” the campaign said. ",
        lambda i: f"{numbered(i)}, a group, left. “No,” the group said. ",
        lambda i: "“No,” the poll said. ",
        lambda i: "Jane Doe, the mayor of the old town, ",
        lambda i: "Doe’s claim that ",
        lambda i: "Jane Doe (R-Ohio, ",
        lambda i: "“No.” — Jane Doe\n",
    ],
    ids=[
        "names", "family", "first names", "senators", "misspelt", "He", "she said", "the senator",
        "the statement", "the newspaper", "it", "the campaign", "the group", "the poll",
        "apposition", "claim that", "bracket", "signatures",
    ],
)  # fmt: skip
def test_time_grows_with_the_people_and_mentions_and_no_faster(unit: Callable[[int], str]) -> None:
    def seconds(length: int) -> float:
        text = "".join(map(unit, range(length // len(unit(0)) + 1)))
        text = f"Sen. Jane Doe met Paul Roe.\n{text[:length]}\n“No,” he said."
        start = time.process_time()
        name_speakers(text, find_quotes(text, TABLES), TABLES)
        return time.process_time() - start

    seconds(4_000)
    assert seconds(32_000) < 8 * 3 * seconds(4_000) + 0.3
