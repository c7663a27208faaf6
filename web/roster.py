"""The speakers of an index for a terminal: what to join and what to keep apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from search.roster import SpeakerSummary
from web import wording


def print_speakers(speakers: Sequence[SpeakerSummary], console: Console | None = None) -> None:
    """Print two columns, quotes and speaker; below each speaker the other forms of the name and the roles."""
    console = console or Console(highlight=False, markup=False, emoji=False)
    console.print("quotes  speaker")
    for speaker in speakers:
        for line in _lines(speaker):
            console.print(Text(wording.printable(line)), soft_wrap=True)


def _lines(speaker: SpeakerSummary) -> Iterator[str]:
    person = speaker.person
    yield f"{person.quotes:>6,}  {person.name}  {person.id}"
    others = [f"{form} ({articles:,})" for form, articles in speaker.forms if form != person.name]
    if others:
        yield f"        also named {', '.join(others)}"
    for stated in person.roles:
        yield f"        {stated.name}, {wording.days(stated.first, stated.last) or 'day unknown'}"
