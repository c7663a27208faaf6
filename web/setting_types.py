"""Values of settings that are more than a text or a number, read as people write them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Self

NOTHING = frozenset({"none", "off"})
"""What a text says that stands for an empty list: the environment has no other way to say it."""

_UNITS = {"": 1, "B": 1, "KB": 10**3, "MB": 10**6, "GB": 10**9}
_SIZE = re.compile(r"(?P<number>[0-9]{1,15})\s*(?P<unit>[A-Za-z]*)")
_SEPARATORS = re.compile(r"[,\s]+")


def words(value: Any) -> list[str]:
    """Read a list of words: a list, or one text with commas or spaces between; ValueError for all else."""
    if isinstance(value, str):
        return [] if value.strip().lower() in NOTHING else [word for word in _SEPARATORS.split(value) if word]
    if isinstance(value, Sequence) and all(isinstance(item, str) and item.strip() for item in value):
        return [item.strip() for item in value]
    raise ValueError("Expected a list of texts, or one text with commas between")


class Size(int):
    """A number of bytes, written with its unit: "500 KB", "1 MB"."""

    @classmethod
    def of(cls, value: Any) -> Self:
        """Read a size; ValueError where it is none."""
        found = _SIZE.fullmatch(str(value).strip()) if isinstance(value, (str, int)) else None
        unit = found["unit"].upper() if found else ""
        if isinstance(value, bool) or not found or unit not in _UNITS:
            raise ValueError("Expected a number with B, KB, MB or GB, as in “1 MB”")
        return cls(int(found["number"]) * _UNITS[unit])

    def __str__(self) -> str:
        unit = next(unit for unit in ("GB", "MB", "KB", "B") if self % _UNITS[unit] == 0)
        return f"{self // _UNITS[unit]} {unit}"
