"""Who somebody is: found by a name alone, with roles, counts and days as the articles state them."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from index.article import Article, Quote, Span, Speaker, replace
from search import Engine, open_engine


def test_a_person_has_counts_days_and_roles(engine: Engine) -> None:
    berg = engine.person("anna-berg")
    assert berg
    assert (berg.name, berg.quotes, berg.articles) == ("Anna Berg", 2, 2)
    assert (berg.first, berg.last) == (dt.date(2025, 4, 3), dt.date(2025, 4, 4))
    assert [(role.name, role.articles) for role in berg.roles] == [("minister for ports", 2)]


def test_somebody_without_dates_or_role_is_a_person_all_the_same(engine: Engine) -> None:
    kroon = engine.person("ilse-kroon")
    assert kroon
    assert (kroon.first, kroon.last, kroon.roles) == (None, None, ())


def test_nobody_is_found_under_an_unknown_id(engine: Engine) -> None:
    assert engine.person("berg") is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("berg", ["Anna Berg"]),
        ("Anna Berg", ["Anna Berg"]),
        ("reyes", ["Tom Reyes"]),
        ("anna", []),
        ("berg harbour", []),
        ("be", []),
        ("", []),
        ("–", []),
        ("unknown", []),
    ],
)
def test_people_are_found_by_their_names_alone(engine: Engine, text: str, names: list[str]) -> None:
    assert [person.name for person in engine.people(text)] == names


def test_the_latest_role_comes_first(
    tmp_path: Path, corpus: tuple[Article, ...], write: Callable[..., None]
) -> None:
    def said(number: int, date: str | None, role: str) -> Article:
        quote = Quote(
            kind="direct", content=Span(0, 4), speaker=Speaker("a-b", "A B", role), id=f"{number}-1"
        )
        day = dt.date.fromisoformat(date) if date else None
        return replace(corpus[-1], id=str(number), path=str(number), date=day, quotes=(quote,))

    write(
        tmp_path,
        said(1, "2024-01-01", "minister"),
        said(2, "2025-01-01", "prime minister"),
        said(3, "2024-06-01", "Minister"),
        said(4, None, "mayor"),
    )
    with open_engine(tmp_path) as engine:
        found = engine.person("a-b")
    assert found
    assert [(role.name, role.articles) for role in found.roles] == [
        ("prime minister", 1),
        ("minister", 2),
        ("mayor", 1),
    ]
    assert (found.roles[1].first, found.roles[1].last) == (dt.date(2024, 1, 1), dt.date(2024, 6, 1))
