"""The name behind words for somebody that they give or go by: "a man calling himself Jane Doe"."""

from __future__ import annotations

from index.grammar import word_set
from index.people import People
from index.person import Person

OPENINGS = tuple(
    tuple(line.split())
    for line in """
    known as
    known only as
    known online as
    identified only as
    calling himself
    calling herself
    identifying himself as
    identifying herself as
    who called himself
    who called herself
    who calls himself
    who calls herself
    who identified himself as
    who identified herself as
    who identified himself only as
    who identified herself only as
    who introduced himself as
    who introduced herself as
    who gave his name as
    who gave her name as
    who gave his name only as
    who gave her name only as
    going by
    who goes by
    who went by
    """.strip().splitlines()
)
_HANDLES = word_set("name handle alias moniker pseudonym username nickname")  # "going by the handle (of) …"


def name_given(people: People, last: int) -> Person | None:
    """Return whom the words behind a source that ends at ``last`` name as what it goes by."""
    lower = people.words.lower
    for opening in OPENINGS:
        if tuple(lower[last : last + len(opening)]) == opening:
            return _named_at(people, _past_handle(lower, last + len(opening)))
    return None


def _named_at(people: People, place: int) -> Person | None:
    """Whom a name is that begins at a place and owns nothing: not "going by Jane Doe’s book"."""
    run = people.run_at(place)
    owns = run is not None and people.owns(run)
    return people.of_run(run) if run is not None and not owns else None


def _past_handle(lower: list[str], place: int) -> int:
    """The word behind "the handle" or "the name of"."""
    if lower[place : place + 1] not in (["the"], ["a"]) or lower[place + 1 : place + 2] == []:
        return place
    if lower[place + 1] not in _HANDLES:
        return place
    return place + 2 + (lower[place + 2 : place + 3] == ["of"])
