"""Who acted last before a word, and so may have issued "the statement"."""

from __future__ import annotations

from index.focus import Focus
from index.person import Person
from index.salience import CLAUSE, part_weight

ACTORS_BACK = 4  # sentences


def last_actor(focus: Focus, place: int) -> Person | None:
    """Return the person or body that is the subject of the sentence before a word, or of one near it."""
    here = focus.sentence_at(place)
    for index in range(here - 1, max(-1, here - ACTORS_BACK), -1):
        sentence = focus.sentences[index]
        heard = focus.heard(index)
        if heard is not None:
            return heard
        for run in focus.people.runs_between(sentence.first, sentence.last):
            actor = focus.people.of_run(run)
            weight = part_weight(focus.words, run, sentence, focus.forms)
            if actor is not None and run.kind != "place" and weight >= CLAUSE:
                return actor
    return None
