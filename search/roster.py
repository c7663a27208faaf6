"""Everybody who speaks in an index: the forms of their names, and all roles as stated, with the days."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Set
from dataclasses import dataclass, field

import numpy as np

from index.article import Article, Speaker
from index.identity import slug
from index.stored_articles import read_stored
from search.columns import Columns
from search.names import Names, ids_of_form
from search.people import Person, counted
from search.roles import Roles
from search.values import resolve_typed


@dataclass(frozen=True, slots=True)
class SpeakerSummary:
    """A speaker of the index with the roles of all articles, not of the latest alone.

    ``forms`` are the names met and in how many articles, most frequent first.
    """

    person: Person
    forms: tuple[tuple[str, int], ...]


@dataclass(slots=True)
class _Met:
    """What was met of a speaker so far."""

    forms: Counter[str] = field(default_factory=Counter)
    roles: Roles = field(default_factory=Roles)


def roster(columns: Columns, names: Names, name: str | None = None) -> tuple[SpeakerSummary, ...]:
    """Return the speakers, who says most first; with a name those alone whose id or any form has its words.

    ``names`` are the names shown. Reads every article in which one of them speaks.
    """
    wanted = None if name is None else _ids(columns, name)
    met: dict[str, _Met] = defaultdict(_Met)
    for article in _articles(columns, wanted):
        _meet(article, wanted, met)
    found = (
        SpeakerSummary(counted(columns, id, names.of(id) or id, each.roles.stated()), _most_used(each.forms))
        for id, each in met.items()
    )
    return tuple(sorted(found, key=lambda each: (-each.person.quotes, each.person.id)))


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
        yield read_stored(columns.stored(int(doc))).article


def _meet(article: Article, wanted: Set[str] | None, met: dict[str, _Met]) -> None:
    speaking: dict[str, list[Speaker]] = defaultdict(list)
    for quote in article.quotes:
        if quote.speaker and (wanted is None or quote.speaker.id in wanted):
            speaking[quote.speaker.id].append(quote.speaker)
    for id, speakers in speaking.items():
        met[id].forms.update({speaker.form or speaker.name for speaker in speakers})
        for speaker in speakers:
            if speaker.role:
                met[id].roles.add(speaker.role, article)


def _most_used(forms: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(forms.items(), key=lambda item: (-item[1], item[0])))
