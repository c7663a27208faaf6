"""The one analyzer: what stands in the index for a text, and what to look for when a word is typed.

A text is analysed chunk by chunk (``text.split()``), each without regard to its neighbours. At every
position of a text the index has

    polici          the stem of the folded word: what most queries look for
    =policies       the word itself behind "=", where it differs from the stem: for prefixes and spelling
    May             a word of the table cased.toml as it is written, beside its folded form "may"
    $20             an amount with its currency, beside "20"
    indopacif       a compound joined, at the first and the last position of its parts "indo", "pacif"

No word is a stop word. A query that is typed gives *alternatives*: each a sequence of terms that stand at
consecutive positions; the text matches where one alternative does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product
from typing import Any

from Stemmer import Stemmer
from whoosh.analysis import Analyzer as WhooshAnalyzer
from whoosh.analysis import Token as WhooshToken

from index.amounts import Amounts, Terms, groups
from index.chunks import PERCENT, Piece, Scanner
from index.spelling import LONGEST, Spelling
from index.tables import Tables, load_tables
from index.word_terms import SURFACE, WordTerms, compounds

CACHED_CHUNKS = 50_000  # distinct chunks kept analysed; English news has some 100,000, most of them rare
MAX_ALTERNATIVES = 16  # of a phrase: the first ones are the likeliest

LONGEST_CHUNK = 1_000  # characters: longer ones are data, and would fill the cache

_CHUNK = re.compile(rf"\S{{1,{LONGEST_CHUNK}}}")
_AROUND = '.,;:!?()[]"“”‘’—–…'  # what may stand around a word and tells nothing about it
_PER_CENT = re.compile(r"\bper\s+cent\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Token:
    """The terms that stand at a position, and the characters ``start`` to ``end`` to highlight for them.

    A compound gives several tokens at its first and last position: its part and the whole.
    """

    start: int
    end: int
    position: int
    terms: Terms


class Analyzer(WhooshAnalyzer):  # type: ignore[misc]  # Whoosh has no types
    """The analyzer of one set of tables. Whoosh pickles it with the schema: an index carries its own."""

    def __init__(self, spellings: Mapping[str, Any], cased: Mapping[str, Any]) -> None:
        self._tables = (spellings, cased)
        self._forms: Mapping[str, str] = cased["forms"]
        self._scanner = Scanner(spellings)
        self._spelling = Spelling(spellings, Stemmer("english", maxCacheSize=0).stemWord)
        self._words = WordTerms(self._spelling, self._forms)
        self._amounts = Amounts(spellings["currencies"], self._words.stem)
        self._of_chunk: Callable[[str], tuple[int, tuple[Token, ...]]]
        self._of_chunk = lru_cache(CACHED_CHUNKS)(self._analysed)
        self._plain_span = lru_cache(CACHED_CHUNKS)(self._span_of_plain_word)
        self._contractions: Mapping[str, Any] = spellings["contractions"]

    def __reduce__(self) -> tuple[object, ...]:
        return Analyzer, self._tables

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Analyzer) and self._tables == other._tables

    def __hash__(self) -> int:
        return hash(tuple(self._forms))

    def __call__(
        self,
        value: str,
        positions: bool = False,
        chars: bool = False,
        start_pos: int = 0,
        start_char: int = 0,
        **_: Any,
    ) -> Iterator[WhooshToken]:
        """Yield Whoosh's tokens, one for each term; those of one position follow one another."""
        token = WhooshToken(positions, chars)
        token.boost, token.stopped = 1.0, False
        for found in self.tokens(value):
            token.pos = start_pos + found.position
            token.startchar, token.endchar = start_char + found.start, start_char + found.end
            for token.text in found.terms:
                token.original = token.text
                yield token

    def tokens(self, text: str) -> Iterator[Token]:
        """Yield what the index has of a text, ordered by position, with offsets into the text."""
        position = 0
        for chunk in _CHUNK.finditer(text):
            start = chunk.start()
            length, found = self._of_chunk(chunk[0])
            for token in found:
                yield Token(start + token.start, start + token.end, position + token.position, token.terms)
            position += length

    def tokens_with(self, text: str, start: int, term: str) -> list[Token]:
        """Return the tokens with a term in the chunk of a text that begins at a place.

        Their positions are counted from the chunk's first.
        """
        chunk = _CHUNK.match(text, start)
        return [
            Token(start + token.start, start + token.end, token.position, token.terms)
            for token in (self._of_chunk(chunk[0])[1] if chunk else ())
            if term in token.terms
        ]

    def plain_word_at(self, text: str, start: int) -> tuple[int, int] | None:
        """Return the first and last character of the one word in the chunk at a place, if it is plain."""
        chunk = _CHUNK.match(text, start)
        span = self._plain_span(chunk[0]) if chunk else None
        return (start + span[0], start + span[1]) if span else None

    @property
    def longest_chunk(self) -> int:
        """How many characters a chunk has at most; the codec asks for chunks where it can."""
        return LONGEST_CHUNK

    def chunk(self, text: str) -> tuple[int, Iterable[tuple[int, str]]]:
        """Return how many positions a chunk takes, and its terms, each with its position from 0."""
        word = text.strip(_AROUND)
        if word.isascii() and word.isalpha() and (lower := word.lower()) not in self._contractions:
            if word in self._forms:
                return 1, [(0, term) for term in self._words.of_word(word, lower)]
            folded = lower[:LONGEST]
            term = self._spelling.term(folded)
            return 1, ((0, term),) if term == folded else ((0, term), (0, SURFACE + folded))
        length, found = self._analysed(text)  # whoever asks keeps what is told
        return length, [(token.position, term) for token in found for term in token.terms]

    def query_phrase(self, text: str) -> tuple[Terms, ...]:
        """Return the ways a typed word or phrase may stand in the index, the likeliest first, 16 at most.

        Empty for a text without a letter or digit.

        >>> ANALYZER.query_phrase("Policies"), ANALYZER.query_phrase("U.S.")
        ((('polici',),), (('US',),))
        >>> ANALYZER.query_phrase("Indo-Pacific")
        (('indo', 'pacif'), ('indopacif',))
        >>> ANALYZER.query_phrase("5 per cent of GDP")
        (('5', 'percent', 'of', 'gdp'), ('5', 'per', 'cent', 'of', 'gdp'))
        """
        chunks = [self._chunk_alternatives(chunk) for chunk in _PER_CENT.sub(PERCENT, text).split()]
        phrases = (sum(choice, ()) for choice in product(*chunks))
        variants = (variant for phrase in phrases if phrase for variant in self._amounts.variants(phrase))
        return tuple(dict.fromkeys(islice(variants, MAX_ALTERNATIVES)))

    def query_groups(self, words: Sequence[str]) -> tuple[int, ...]:
        """Return how many neighbouring words make one term of a query, in order; the sum is their number.

        "F 16", "5 per cent" and "$20 billion" are each to be asked as a phrase.

        >>> ANALYZER.query_groups(["over", "$20", "billion", "in", "aid"])
        (1, 2, 1, 1)
        """
        return groups(words, self._amounts)

    def prefix_terms(self, prefix: str) -> Terms:
        """Return the prefixes of terms to expand for a typed prefix: of stems and of words as written.

        >>> ANALYZER.prefix_terms("Econom")
        ('econom', '=econom')
        """
        folded = self._spelling.fold(prefix)
        return (folded, SURFACE + folded) if folded else ()

    def _analysed(self, chunk: str) -> tuple[int, tuple[Token, ...]]:
        """How many positions a chunk takes, and its tokens."""
        word = self._plain_word(chunk)
        if word:
            start, terms = chunk.index(word), self._words.of_word(word, self._spelling.fold(word))
            return 1, (Token(start, start + len(word), 0, terms),)
        pieces = self._pieces(chunk)
        found = [
            Token(piece.start, piece.end, position, self._words.of_piece(piece))
            for position, piece in enumerate(pieces)
        ]
        for first, stop in compounds(pieces):
            terms = self._words.joined(pieces[first:stop])
            found += [Token(pieces[first].start, pieces[stop - 1].end, at, terms) for at in (first, stop - 1)]
        return len(pieces), tuple(sorted(found, key=lambda token: token.position))

    def _plain_word(self, chunk: str) -> str | None:
        """The one word of a chunk that needs no taking apart, None for any other chunk."""
        word = chunk.strip(_AROUND)
        plain = word.isascii() and word.isalpha() and word.lower() not in self._contractions
        return word if plain else None

    def _span_of_plain_word(self, chunk: str) -> tuple[int, int] | None:
        word = self._plain_word(chunk)
        return (chunk.index(word), chunk.index(word) + len(word)) if word else None

    def _pieces(self, chunk: str) -> list[Piece]:
        return [piece for piece in self._scanner.pieces(chunk) if self._spelling.fold(piece.word)]

    def _chunk_alternatives(self, chunk: str) -> tuple[Terms, ...]:
        if word := self._plain_word(chunk):
            return ((self._words.asked_word(word),),)
        pieces = self._pieces(chunk)
        apart = tuple(self._words.asked(piece) for piece in pieces)
        joined = list(apart)
        for first, stop in reversed(compounds(pieces)):
            if all(piece.word.isalpha() for piece in pieces[first:stop]):
                joined[first:stop] = self._words.joined(pieces[first:stop])[:1]
        return tuple(dict.fromkeys((apart, tuple(joined))))


def analyzer_for(tables: Tables) -> Analyzer:
    """Return the analyzer for a set of tables."""
    return Analyzer(tables.table("spellings"), tables.table("cased"))


ANALYZER = analyzer_for(load_tables())
"""The analyzer for the tables that ship."""
