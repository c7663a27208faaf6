"""Who is quoted behind a colon: "Jane Doe: “…”", "More from Jane Doe: “…”", "She had a word for it: “…”"."""

from __future__ import annotations

from collections.abc import Sequence

from index import grammar, phrases, subjects
from index.cue import COLON, Clause, Cue
from index.phrase_endings import phrase_ending
from index.phrases import Phrase
from index.words import Words

_LABELS = (["more", "from"], ["this", "from"])


def colon_cue(clause: Clause, place: int, cues: Sequence[Cue]) -> Cue | None:
    """Return the cue that the colon at ``place`` is, None where one of ``cues`` before it reports."""
    words = clause.words
    source = _labelled(words, phrase_ending(words, place, clause.first, clause.forms))
    before = clause.lower(source.first - 1) if source is not None else ""
    signed = source is not None and phrases.is_name_word(words, source.last - 1)
    if signed and before in grammar.DASHES:  # "A headline - Jane Doe: “…”"
        return Cue(COLON, place, place + 1, source)
    if cues:
        return None
    if source is not None and words.lower[source.first] in grammar.TIMES:
        return Cue(COLON, place, place + 1, None)  # "Then, later that month on the radio: “…”"
    subject = subjects.subject_of(words, clause.first, place, clause.forms)
    if source is not None and _is_predicate(clause, source):
        return Cue(COLON, place, place + 1, subject)
    apart = source is None or source.first > clause.first + 1
    named = signed and source is not None and source.last - source.first > 1 and not _is_thing(words, source)
    if apart and not (named and before not in grammar.PREPOSITIONS) and before not in ("from", "by"):
        source = subject or source
    return Cue(COLON, place, place + 1, source)


def _labelled(words: Words, phrase: Phrase | None) -> Phrase | None:
    """Return the name of a label: Jane Doe in "More from Jane Doe: “…”"."""
    if phrase is None or words.lower[phrase.first : phrase.first + 2] not in _LABELS:
        return phrase
    return Phrase(phrase.first + 2, phrase.last) if phrase.last - phrase.first > 2 else None


def _is_thing(words: Words, phrase: Phrase) -> bool:
    """ "Jones explained the attacks on Twitter: “…”": the name at the end of the phrase is not its head."""
    small = words.form[phrase.first].islower()
    return small and not grammar.PREPOSITIONS.isdisjoint(words.lower[phrase.first : phrase.last])


def _is_predicate(clause: Clause, phrase: Phrase) -> bool:
    """ "Jones told us what is wrong with Oslo: “…”": what an auxiliary goes before is no subject."""
    words = clause.words
    lower = words.lower[phrase.first : phrase.last]
    bare = words.form[phrase.first].islower() and lower[0] not in grammar.DETERMINERS
    governs = not grammar.PREPOSITIONS.isdisjoint(lower)
    return bare and governs and clause.lower(phrase.first - 1) in grammar.AUXILIARIES
