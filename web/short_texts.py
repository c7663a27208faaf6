"""A function of a text that remembers what it gave for short ones: a page asks for the same few often."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

LONGEST = 100  # characters of a text that is remembered, so that no stranger's fill the memory


class ShortTexts:
    """``make``, which keeps its last ``size`` answers for texts of LONGEST characters at most."""

    def __init__(self, make: Callable[[str], str], size: int = 10_000) -> None:
        self._make = make
        self.kept = lru_cache(size)(make)

    def __call__(self, text: str) -> str:
        """Return what ``make`` gives for the text."""
        return self.kept(text) if len(text) <= LONGEST else self._make(text)
