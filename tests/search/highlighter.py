"""What ``search/places.py`` is held against: what matched, found by analysing the whole text again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from index.analyzer import Analyzer, Token
from search.highlight import Found
from search.terms import Terms


class Highlighter:
    """Finds what a query's text leaves matched; a phrase is one stretch, a stem's every form is found."""

    def __init__(self, analyzer: Analyzer, leaves: Iterable[Terms]) -> None:
        self._analyzer = analyzer
        self._leaves = tuple(dict.fromkeys(leaves))
        self._by_first: dict[str, list[tuple[int, Sequence[str]]]] = defaultdict(list)
        for number, terms in enumerate(self._leaves):
            for sequence in terms.sequences:
                self._by_first[sequence[0]].append((number, sequence))

        self._prefixes = [
            (prefix, number) for number, terms in enumerate(self._leaves) for prefix in terms.prefixes
        ]
        self._long = any(len(sequence) > 1 for terms in self._leaves for sequence in terms.sequences)

    def find(self, text: str) -> tuple[Found, ...]:
        """Return what matched, in the order of the text; stretches of two leaves may overlap."""
        if not self._by_first and not self._prefixes:
            return ()
        tokens = list(self._analyzer.tokens(text))
        places = _places(tokens) if self._long else {}
        return tuple(sorted({found for token in tokens for found in self._from(token, places)}))

    def _from(self, token: Token, places: Mapping[tuple[int, str], Token]) -> Iterator[Found]:
        """Yield the sequences that begin with the token."""
        for term in token.terms:
            for prefix, number in self._prefixes:
                if term.startswith(prefix):
                    yield Found(token.start, token.end, number)
            for number, sequence in self._by_first.get(term, ()):
                others = [places.get((token.position + n, other)) for n, other in enumerate(sequence[1:], 1)]
                if None not in others:
                    end = max(token.end, *(other.end for other in others if other)) if others else token.end
                    yield Found(token.start, end, number)


def _places(tokens: Iterable[Token]) -> dict[tuple[int, str], Token]:
    return {(token.position, term): token for token in tokens for term in token.terms}
