"""What articles call somebody, in how many of them, and from which day to which."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from index.article import Article
from index.identity import slug


@dataclass(frozen=True, slots=True)
class StatedRole:
    """What articles call somebody, in how many, and the first and last day; None where none is dated."""

    name: str
    articles: int
    first: dt.date | None
    last: dt.date | None


class Roles:
    """Gathers what articles call somebody; capitals, accents and punctuation make no other role."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._days: dict[str, dict[str, dt.date | None]] = {}

    def add(self, role: str, article: Article) -> None:
        """Take note that the article states the role; that it does so again makes no difference."""
        key = slug(role)
        self._names.setdefault(key, role)
        self._days.setdefault(key, {})[article.id] = article.date

    def stated(self) -> tuple[StatedRole, ...]:
        """Return the roles, that stated last before the others; undated ones at the end."""
        roles = [_stated(name, list(self._days[key].values())) for key, name in self._names.items()]
        return tuple(sorted(roles, key=lambda role: (role.last or dt.date.min, role.articles), reverse=True))


def _stated(name: str, days: list[dt.date | None]) -> StatedRole:
    dated = [day for day in days if day]
    return StatedRole(name, len(days), min(dated, default=None), max(dated, default=None))
