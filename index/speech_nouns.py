"""Nouns that report: "Doe’s claim that …", "her answer was “…”", "Doe’s pledge to be “neutral”"."""

from __future__ import annotations

from index import grammar, phrases
from index.cue import Clause, Cue
from index.phrases import Phrase
from index.verbs import Verb
from index.words import QUOTED

ADJECTIVES = 3  # words between an owner and a noun of speech: "Doe’s earlier false claim"
GOVERNED = 5  # words after "Doe’s pledge" in which what she pledged is quoted
ABOUT = frozenset(("about", "on", "of", "to", "for", "with"))  # before claims that others discuss


def noun_cue(clause: Clause, place: int, verb: Verb) -> Cue | None:
    """Return the cue of a noun of speech at ``place``, None where nobody owns it or nothing is reported."""
    words, told = clause.words, _told_by(clause, place)
    if told is None and clause.lower(place + 1) != "that" and not _is_quoted_thing(clause, place):
        return None
    for owner in range(place - 1, max(clause.first, place - ADJECTIVES) - 1, -1):
        lower = words.lower[owner]
        if lower in ("his", "her", "their"):
            source = Phrase(owner, owner + 1)
        elif lower.endswith(grammar.OWNERS) and lower not in grammar.CONTRACTIONS:
            source = phrases.owner_ending(words, owner, clause.first)
        else:
            continue
        announced = told is not None and words.form[told - 1] == ":"
        if announced and clause.lower(source.first - 1) in ABOUT:
            return None  # "They had this to say about his claims: “…”"
        return Cue(verb, place, told or place + 1, source)
    return None


def _told_by(clause: Clause, place: int) -> int | None:
    """The word after "was" in "Doe’s answer on Sunday was that …", after ":" in "her answer: “…”"."""
    for after in range(place + 1, min(place + 1 + GOVERNED, clause.end)):
        lower, following = clause.words.lower[after], clause.lower(after + 1)
        if lower in ("was", "is") and following in ("that", ",", ":", QUOTED):
            return after + 1
        if lower == ":" and following == QUOTED:
            return after + 1
        if not phrases.is_word(clause.words, after) or phrases.is_finite(clause.words, after, clause.forms):
            return None
    return None


def _is_quoted_thing(clause: Clause, place: int) -> bool:
    """ "Doe’s pledge to be “neutral”", "Doe’s claim of a “right”": what it governs is quoted."""
    governed = clause.words.form[place + 1 : min(place + 1 + GOVERNED, clause.end)]
    opened = clause.lower(place + 1) in ("of", "to")
    return opened and QUOTED in governed and "," not in governed[: governed.index(QUOTED)]
