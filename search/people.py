"""Who somebody is, as the articles state it: the people a name means, their roles, how often they speak."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from index.article import Article, Quote
from index.identity import UNKNOWN, slug
from search.arrays import Docs
from search.columns import Columns
from search.records import Records
from search.roles import Roles, StatedRole

MAX_PEOPLE = 3  # shown for one name
MAX_READ = 60  # of a speaker's latest articles, of which roles are read
MIN_LETTERS = 3  # of a name; "Mr" and "Al" are in too many


@dataclass(frozen=True, slots=True)
class Person:
    """A speaker: the name, how many quotes and articles, the days between them, the roles, latest first."""

    id: str
    name: str
    quotes: int
    articles: int
    first: dt.date | None
    last: dt.date | None
    roles: tuple[StatedRole, ...]


def person(columns: Columns, records: Records, id: str) -> Person | None:
    """Return the speaker of that id; None where nobody is quoted under it."""
    docs = _quotes_by(columns, id)
    if not len(docs):
        return None
    return counted(columns, id, records.label("speaker", id), _roles(columns, records, docs))


def counted(columns: Columns, id: str, name: str, roles: tuple[StatedRole, ...]) -> Person:
    """Return a speaker of the index, called so, with these roles, and what the index counts of them."""
    docs = _quotes_by(columns, id)
    days = columns.days[docs]
    dated = days[days > 0]
    return Person(
        id=id,
        name=name,
        quotes=len(docs),
        articles=len(np.unique(columns.parent[docs])),
        first=dt.date.fromordinal(int(dated.min())) if len(dated) else None,
        last=dt.date.fromordinal(int(dated.max())) if len(dated) else None,
        roles=roles,
    )


def people_named(columns: Columns, records: Records, text: str) -> tuple[Person, ...]:
    """Return the people a text names and nothing else, those most quoted first: "rutte", "mark rutte".

    The words must end the name: "rutte" is Mark Rutte, "wall" is not the Wall Street Journal.
    """
    if sum(map(str.isalnum, text)) < MIN_LETTERS or slug(text) == UNKNOWN:
        return ()
    key = slug(text)
    ids = sorted(
        {key, *columns.ending("speaker", f"-{key}")}, key=lambda id: (-len(_quotes_by(columns, id)), id)
    )
    return tuple(who for id in ids[:MAX_PEOPLE] if (who := person(columns, records, id)))


def _quotes_by(columns: Columns, id: str) -> Docs:
    docs = columns.postings("speaker", id).docs
    return docs[columns.alive[docs]]


def _roles(columns: Columns, records: Records, docs: Docs) -> tuple[StatedRole, ...]:
    """Read the roles of the latest articles."""
    roles = Roles()
    for article, quote in _latest(columns, records, docs):
        if quote.speaker and quote.speaker.role:
            roles.add(quote.speaker.role, article)
    return roles.stated()


def _latest(columns: Columns, records: Records, docs: Docs) -> Iterator[tuple[Article, Quote]]:
    articles = np.unique(columns.parent[docs])
    newest = set(articles[np.argsort(-columns.days[articles], kind="stable")][:MAX_READ].tolist())
    for doc in docs:
        if int(columns.parent[doc]) in newest:
            yield records.quote(int(doc))
