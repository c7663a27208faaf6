"""The speakers of an article as its page tells them apart: a colour for each, and initials beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count

from index.article import Article, Quote, Speaker

COLOURS = 8  # --voice-1 to --voice-8 of the stylesheet; past them the colours begin anew
UNNAMED = "?"
LONGEST = 4  # letters of a last name that tell it from another


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
    named = [speakers[id] for id in counts if id is not None]
    initials = _initials([speaker.name for speaker in named])
    found: dict[str | None, Voice] = {
        speaker.id: Voice(speaker, place % COLOURS + 1, letters, counts[speaker.id])
        for place, (speaker, letters) in enumerate(zip(named, initials, strict=True))
    }
    if None in counts:
        found[None] = Voice(None, 0, UNNAMED, counts[None])
    return Voices(found)


def _initials(names: Sequence[str]) -> list[str]:
    """Return initials, with more of the last name where two share them: "MRub" and "MRut"."""
    letters = [_letters(name) for name in names]
    shared = Counter(chain.from_iterable(map(set, letters)))
    given: list[str] = []
    for longer in letters:
        alone = (found for found in longer if shared[found] == 1)
        numbered = (f"{longer[0]}{number}" for number in count(2))
        given.append(next(found for found in chain(alone, longer[:1], numbered) if found not in given))
    return given


def _letters(name: str) -> list[str]:
    """Return a name's initials, then with more and more of the last name: ["MR", "MRu", "MRut", "MRutt"]."""
    words = [word for word in name.split() if word[:1].isalnum()] or [name]
    first, last = words[0][:1].upper(), words[-1] if len(words) > 1 else words[0][1:]
    start = first + last[:1].upper() or UNNAMED
    return [start + last[1:length] for length in range(1, LONGEST + 1)]
