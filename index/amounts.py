"""Percentages and money in a query: the other ways in which a text may write the same amount."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from index.chunks import PERCENT

_SCALES = ("thousand", "million", "billion", "trillion")
_ARTICLES = frozenset("ai")  # "a 20 year plan" speaks of no A20, "F 16" does of an F-16

Terms = tuple[str, ...]
"""Terms at consecutive positions."""


class Amounts:
    """The currencies of spellings.toml. ``term`` gives the term a word is indexed under."""

    def __init__(self, currencies: Mapping[str, Mapping[str, Any]], term: Callable[[str], str]) -> None:
        self._term = term
        self._scales = {term(name) for name in _SCALES}
        self._codes = {sign: _once(map(term, money["codes"])) for sign, money in currencies.items()}
        self._words = {sign: _once(map(term, money["words"])) for sign, money in currencies.items()}

    def variants(self, terms: Terms) -> Iterator[Terms]:
        """Yield the terms themselves, then with "per cent" in two words, or with money without its sign."""
        yield terms
        for place, term in enumerate(terms):
            before, after = terms[:place], terms[place + 1 :]
            if term == PERCENT:
                yield (*before, "per", "cent", *after)
            elif term[0] in self._codes:
                scale = after[:1] if after and after[0] in self._scales else ()
                for money in self._written_out(term[0], (term[1:], *scale)):
                    yield (*before, *money, *after[len(scale) :])

    def belongs(self, before: str, word: str, after: str) -> bool:
        """Whether a typed word makes one term with the word before it, ``after`` being the word behind it."""
        lower = word.casefold()
        if before[-1:].isdigit():
            return self._term(word) in {*self._scales, PERCENT} or (
                lower == "per" and after.casefold() == "cent"
            )
        if word.isdigit():
            return len(before) == 1 and before.isalpha() and before.casefold() not in _ARTICLES
        return lower == "cent" and before.casefold() == "per"

    def _written_out(self, sign: str, amount: Terms) -> Iterator[Terms]:
        """20 dollars, 20 USD, USD 20."""
        for name in (*self._words[sign], *self._codes[sign]):
            yield (*amount, name)
        for code in self._codes[sign]:
            yield (code, *amount)


def groups(words: Sequence[str], amounts: Amounts) -> tuple[int, ...]:
    """Return how many neighbouring words make one term of a query, in order; the sum is their number."""
    sizes: list[int] = []
    for before, word, after in zip(("", *words), words, (*words[1:], ""), strict=False):
        if before and amounts.belongs(before, word, after):
            sizes[-1] += 1
        else:
            sizes.append(1)
    return tuple(sizes)


def _once(terms: Iterator[str]) -> Terms:
    return tuple(dict.fromkeys(terms))
