"""Who tells an article: whom "I" means outside quotation marks."""

from __future__ import annotations

import re

from index.lexicon import plain
from index.people import People
from index.person import Person
from index.words import BREAK

HEAD_WORDS = 120  # of an article, within which a note says whose book it is taken from
NAME_WITHIN = 10  # words after "excerpt" in which the writer's name begins

NOTE_WORDS = 100  # at the end of an article, within which a note says who wrote it

_BETWEEN = re.compile(
    r"\s*(?:,(?!\s*(?:jr|sr|i+)\b)|;|(?<=\s)&(?=\s)|\band\b)\s*", re.IGNORECASE
)  # two authors
_IS = frozenset(("is", "covers", "teaches", "writes"))
_EXCERPTS = frozenset(("excerpt", "excerpts", "excerpted"))


def authors_of(stated: str) -> list[str]:
    """Return the authors that are stated in one line, each by themselves.

    >>> authors_of("Jane Doe, Rich Roe, Jr. and Ann Poe")
    ['Jane Doe', 'Rich Roe, Jr.', 'Ann Poe']
    """
    return [name for name in _BETWEEN.split(stated) if name]


def narrator(people: People, author: str | None) -> Person | None:
    """Return who speaks as "I": the one author stated, else whose book the text is an excerpt from.

    Where no author is stated, a note at the end or a name before the title says who. None where several wrote
    it, and where nothing says who.
    """
    written = _excerpted(people)
    if written is None and author is None:
        written = _noted(people) or _titled(people)
    if written is not None or author is None:
        return written
    forms = author.split()
    if len(forms) < 2 or len(authors_of(author)) > 1:
        return None
    known = people.called(forms)
    if known is not None and known.words[0] == plain(forms[0]) and not known.body:
        return known
    return people.meet(forms, body=False)


def _excerpted(people: People) -> Person | None:
    """ "The following is an excerpt from Jane Doe’s new book": she tells it."""
    for place, lower in enumerate(people.words.lower[:HEAD_WORDS]):
        if lower not in _EXCERPTS:
            continue
        for run in people.runs_between(place + 1, place + 1 + NAME_WITHIN):
            person = people.of_run(run)
            if person is not None and person.human and not person.body and run.length > 1:
                return person
    return None


def _noted(people: People) -> Person | None:
    """ "Jane Doe is a teacher in Oslo." as one of the last paragraphs: who is not named before."""
    form = people.words.form
    breaks = [
        place for place in range(len(form) - NOTE_WORDS, len(form)) if place > 0 and form[place] == BREAK
    ]
    for opening in breaks:
        person = _named_first(people, opening + 1)
        run = people.run_at(opening + 1)
        if (
            person is not None
            and run is not None
            and _IS.intersection(people.words.lower[run.last : run.last + 1])
        ):
            return person
    return None


def _titled(people: People) -> Person | None:
    """ "Jane Doe: The Plan Is Dead", where nothing else names her."""
    run = people.run_at(0)
    person = _named_first(people, 0)
    titled = run is not None and people.words.form[run.last : run.last + 1] == [":"]
    return person if titled and person is not None and len(person.places) == 1 else None


def _named_first(people: People, place: int) -> Person | None:
    """The person whose full name stands at a place and nowhere before it."""
    run = people.run_at(place)
    person = people.of_run(run) if run is not None and run.length > 1 else None
    return person if person is not None and not person.body and min(person.places) >= place else None
