"""The speakers of an index for a terminal, and as JSON: what to join and what to keep apart."""

from __future__ import annotations

import json
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
    yield f"{speaker.quotes:>6,}  {speaker.name}  {speaker.id}"
    others = [f"{form} ({articles:,})" for form, articles in speaker.forms if form != speaker.name]
    if others:
        yield f"        also named {', '.join(others)}"
    for stated in speaker.roles:
        yield f"        {stated.name}, {wording.days(stated.first, stated.last) or 'day unknown'}"


def speakers_json(speakers: Sequence[SpeakerSummary]) -> str:
    """Return the speakers as a JSON list; days are ISO or null."""
    return json.dumps([_record(speaker) for speaker in speakers], ensure_ascii=False, indent=2)


def _record(speaker: SpeakerSummary) -> dict[str, object]:
    return {
        "id": speaker.id,
        "name": speaker.name,
        "quotes": speaker.quotes,
        "articles": speaker.articles,
        "forms": [{"name": name, "articles": articles} for name, articles in speaker.forms],
        "roles": [
            {
                "role": stated.name,
                "articles": stated.articles,
                "first": stated.first.isoformat() if stated.first else None,
                "last": stated.last.isoformat() if stated.last else None,
            }
            for stated in speaker.roles
        ],
    }
