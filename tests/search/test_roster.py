"""Who speaks in an index: counted by quote and by article, roles with the days on which they were stated."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from index.article import Article, Quote, Span, Speaker
from search import open_engine
from search.people import Person
from search.roles import StatedRole
from search.roster import SpeakerSummary

Write = Callable[..., None]
LEE, DAY = Speaker("ann-lee", "Ann Lee", "mayor"), Speaker("bo-day", "Bo Day")
APRIL, MAY = dt.date(2025, 4, 3), dt.date(2025, 5, 7)


def article(name: str, date: dt.date | None, *speakers: Speaker | None) -> Article:
    quotes = tuple(
        Quote(kind="direct", content=Span(0, 5), speaker=speaker, id=f"{name}-{number}")
        for number, speaker in enumerate(speakers)
    )
    return Article(id=name, text="Words.", path=f"{name}.txt", date=date, quotes=quotes)


def test_who_says_most_comes_first_and_the_latest_role(tmp_path: Path, write: Write) -> None:
    senator = Speaker("ann-lee", "Ann Lee", "senator", "Ann Bea Lee")
    write(
        tmp_path,
        article("a", MAY, LEE, LEE, None),
        article("b", APRIL, senator, DAY),
        article("c", None, LEE),
        article("d", None, Speaker("bo-day", "Bo Day", "aide")),
    )
    with open_engine(tmp_path) as engine:
        assert engine.speakers() == (
            SpeakerSummary(
                Person(
                    id="ann-lee",
                    name="Ann Lee",
                    quotes=4,
                    articles=3,
                    first=APRIL,
                    last=MAY,
                    roles=(StatedRole("mayor", 2, MAY, MAY), StatedRole("senator", 1, APRIL, APRIL)),
                ),
                forms=(("Ann Lee", 2), ("Ann Bea Lee", 1)),
            ),
            SpeakerSummary(
                Person(
                    id="bo-day",
                    name="Bo Day",
                    quotes=2,
                    articles=2,
                    first=APRIL,
                    last=APRIL,
                    roles=(StatedRole("aide", 1, None, None),),
                ),
                forms=(("Bo Day", 2),),
            ),
        )
        assert [speaker.person.id for speaker in engine.speakers("Bea")] == ["ann-lee"]
        assert engine.speakers("Cy") == ()


def test_only_what_is_in_the_index_now_counts(tmp_path: Path, write: Write) -> None:
    write(tmp_path, article("a", MAY, LEE), article("b", MAY, DAY))
    write(tmp_path, article("a", MAY, DAY))
    with open_engine(tmp_path) as engine:
        assert [(each.person.id, each.person.quotes) for each in engine.speakers()] == [("bo-day", 2)]


def test_the_list_has_of_everybody_what_a_look_up_has(tmp_path: Path, write: Write) -> None:
    capital = Speaker("ann-lee", "Ann Lee", "Mayor")
    write(
        tmp_path, article("a", MAY, LEE, LEE, DAY), article("b", APRIL, capital, DAY), article("c", None, LEE)
    )
    with open_engine(tmp_path) as engine:
        for each in engine.speakers():
            assert engine.person(each.person.id) == each.person
            assert engine.forms(each.person.id) == each.forms
