"""The speakers of an article as its page tells them apart: a colour for each, and initials beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, count

from index.article import Article, Quote, Speaker

COLOURS = 8  # --voice-1 to --voice-8 of the stylesheet; past them the colours begin anew
UNNAMED = "?"


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker of an article: the number of its colour, initials that no other has, and how often quoted."""

    speaker: Speaker | None
    colour: int
    initials: str
    quotes: int

    @property
    def name(self) -> str:
        """What the page calls them."""
        return self.speaker.name if self.speaker else "Speaker unknown"


class Voices:
    """The voices of one article, those who speak first before the others."""

    def __init__(self, found: Mapping[str | None, Voice]) -> None:
        self._found = found

    def __iter__(self) -> Iterator[Voice]:
        return iter(self._found.values())

    def of(self, quote: Quote) -> Voice:
        """Return the voice of a quote."""
        return self._found[quote.speaker.id if quote.speaker else None]


def voices(article: Article) -> Voices:
    """Return who speaks in an article; all who are not named are one voice, the last, without a colour."""
    counts = Counter(quote.speaker.id if quote.speaker else None for quote in article.quotes)
    speakers = {quote.speaker.id: quote.speaker for quote in reversed(article.quotes) if quote.speaker}
    found: dict[str | None, Voice] = {}
    taken: set[str] = set()
    for id in counts:
        if id is None:
            continue
        initials = _initials(speakers[id].name, taken)
        taken.add(initials)
        found[id] = Voice(speakers[id], len(found) % COLOURS + 1, initials, counts[id])
    if None in counts:
        found[None] = Voice(None, 0, UNNAMED, counts[None])
    return Voices(found)


def _initials(name: str, taken: set[str]) -> str:
    """Return the first letters of first and last name, more of the last where another has them already."""
    words = [word for word in name.split() if word[:1].isalnum()] or [name]
    first, last = words[0][:1].upper(), words[-1] if len(words) > 1 else words[0][1:]
    start = first + last[:1].upper() or UNNAMED
    longer = (start + last[1:length] for length in (1, 2, 3))
    numbered = (f"{start}{number}" for number in count(2))
    return next(found for found in chain(longer, numbered) if found not in taken)
