"""Everybody who speaks in an index: the forms of their names, and their roles as stated, with the days."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Set
from dataclasses import dataclass, field

import numpy as np

from index.article import Article, Speaker
from index.identity import slug
from index.schema import stored_article
from search.columns import Columns
from search.names import Names, ids_of_form
from search.roles import StatedRole, stated_role
from search.values import resolve_typed


@dataclass(frozen=True, slots=True)
class SpeakerSummary:
    """A speaker of the index. ``forms`` are the names met and in how many articles, most frequent first.

    ``first`` and ``last`` are the days of the first and the last article that quotes them.
    """

    id: str
    name: str
    quotes: int
    articles: int
    first: dt.date | None
    last: dt.date | None
    forms: tuple[tuple[str, int], ...]
    roles: tuple[StatedRole, ...]


@dataclass(slots=True)
class _Tally:
    """What was met of a speaker so far; of each role the days of the articles that state it."""

    quotes: int = 0
    articles: int = 0
    days: set[dt.date] = field(default_factory=set)
    forms: Counter[str] = field(default_factory=Counter)
    roles: dict[str, list[dt.date | None]] = field(default_factory=lambda: defaultdict(list))


def roster(columns: Columns, names: Names, name: str | None = None) -> tuple[SpeakerSummary, ...]:
    """Return the speakers, who says most first; with a name those alone whose id or any form has its words.

    ``names`` are the names shown. Reads every article in which one of them speaks.
    """
    wanted = None if name is None else _ids(columns, name)
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    for article in _articles(columns, wanted):
        _count(article, wanted, tallies)
    found = (_summary(id, names.of(id) or id, tally) for id, tally in tallies.items())
    return tuple(sorted(found, key=lambda summary: (-summary.quotes, summary.id)))


def _ids(columns: Columns, name: str) -> Set[str]:
    words = set(slug(name).split("-"))

    def fits(key: str) -> bool:
        return words <= set(key.split("-"))

    ids = {id for id in columns.places_of("speaker") if fits(id)} | set(ids_of_form(columns, fits))
    return ids or set(resolve_typed(columns, "speaker", name))


def _articles(columns: Columns, wanted: Set[str] | None) -> Iterator[Article]:
    speakers = columns.values("speaker")
    codes = [code for code, id in enumerate(speakers.names) if wanted is None or id in wanted]
    docs = speakers.docs[np.isin(speakers.codes, codes)]
    for doc in np.unique(columns.parent[docs]):
        yield stored_article(columns.stored(int(doc)))


def _count(article: Article, wanted: Set[str] | None, tallies: dict[str, _Tally]) -> None:
    met: dict[str, list[Speaker]] = defaultdict(list)
    for quote in article.quotes:
        if quote.speaker and (wanted is None or quote.speaker.id in wanted):
            met[quote.speaker.id].append(quote.speaker)
    for id, speakers in met.items():
        tally = tallies[id]
        tally.articles += 1
        tally.quotes += len(speakers)
        tally.days |= {article.date} if article.date else set()
        tally.forms.update({speaker.form or speaker.name for speaker in speakers})
        for role in {speaker.role for speaker in speakers if speaker.role}:
            tally.roles[role].append(article.date)


def _summary(id: str, name: str, tally: _Tally) -> SpeakerSummary:
    forms = sorted(tally.forms.items(), key=lambda item: (-item[1], item[0]))
    roles = [stated_role(role, days) for role, days in tally.roles.items()]
    roles.sort(key=lambda stated: (stated.first or dt.date.max, stated.name))
    return SpeakerSummary(
        id=id,
        name=name,
        quotes=tally.quotes,
        articles=tally.articles,
        first=min(tally.days, default=None),
        last=max(tally.days, default=None),
        forms=tuple(forms),
        roles=tuple(roles),
    )
