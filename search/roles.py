"""What articles call somebody, in how many of them, and from which day to which."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StatedRole:
    """What articles call somebody, in how many, and the first and last day; None where none is dated."""

    name: str
    articles: int
    first: dt.date | None
    last: dt.date | None


def stated_role(name: str, days: Collection[dt.date | None]) -> StatedRole:
    """Return a role that articles of these days state; None for the day of one without a date."""
    dated = [day for day in days if day]
    return StatedRole(name, len(days), min(dated, default=None), max(dated, default=None))
