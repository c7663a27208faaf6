"""Inverted order: "…," said Jane Doe; "The vote was lost, said the mayor in May"."""

from __future__ import annotations

from index import agreement, grammar, phrases
from index.cue import Clause, Cue
from index.phrases import Phrase
from index.verbs import Verb
from index.words import QUOTED, Words

NAME_LIMIT = 6  # words of ", actress Jane Doe," after "said the mayor’s guest"
BEFORE = (",", QUOTED, "—", "–", "so", "as", "", "'", "’")  # an inverted verb


def is_inverted(clause: Clause, place: int, last: int, verb: Verb, before: Phrase | str | None) -> bool:
    """Whether a verb is inverted: no name goes ``before`` it as its subject, and no clause follows."""
    words = clause.words
    takes = verb.takes
    says = takes & {"clause", "that"} and "addressee" not in takes and verb.form in ("past", "present")
    if clause.lower(place - 1) != "," or not says or isinstance(before, str):
        return False
    named = before is not None and _is_named(words, before)
    if named and before is not None and QUOTED not in words.lower[before.last : place]:
        return False
    after = clause.phrase_at(last)
    if after is None or clause.lower(after.last) == QUOTED:
        return False
    if (
        not phrases.is_name_word(words, after.last - 1)
        and words.lower[after.last - 1] not in grammar.ROLE_NOUNS
    ):
        return False
    return not _has_verb(clause, after.last)


def inverted(clause: Clause, place: int, last: int, verb: Verb) -> Cue | None:
    """Return the cue of a verb at ``place`` whose source follows, None where it is no cue."""
    before = clause.lower(place - 1)
    if before not in BEFORE or verb.form in ("ing", "base"):
        return None
    if before == "" and clause.words.form[place][0].isupper() and verb.form not in ("past", "present"):
        return None
    source = clause.phrase_at(last)
    if before in (",", QUOTED) and not verb.takes & {"clause", "that", "quote", "addressee"}:
        return None  # "… as “bad,” denounced her record and …"
    if source is None or clause.words.lower[source.first] in ("it", "that", "this", "they"):
        source = None
    if source is None and clause.words.lower[place] in agreement.NOUNS:
        return None  # ", thanks to …"
    opened = before == QUOTED and place - 1 > clause.first
    if opened and source is not None and clause.lower(source.last) in grammar.AUXILIARIES:
        return None  # "Doe, citing “…,” said the mayor would …"
    return Cue(verb, place, last, named_source(clause, source), inverted=True)


def _is_named(words: Words, phrase: Phrase) -> bool:
    """Whether a phrase is a name; not "the paradox of Jane"."""
    small = (
        words.lower[phrase.first] in grammar.DETERMINERS
        and "of" in words.lower[phrase.first + 1 : phrase.last]
    )
    return phrases.is_name_word(words, phrase.last - 1) and not small


def _has_verb(clause: Clause, place: int) -> bool:
    """Whether a verb comes before the next comma or mark, which would make a clause of it."""
    words = clause.words
    if words.lower[place : place + 2] == ["so", "far"]:
        place += 2
    for index in range(place, clause.end):
        if not phrases.is_word(words, index):
            return False
        if words.lower[index] in grammar.RELATIVES or words.lower[index] in grammar.SUBORDINATORS:
            return False
        auxiliary = words.lower[index] in grammar.AUXILIARIES and words.form[index].islower()
        if auxiliary or phrases.is_finite(words, index, clause.forms) or words.lower[index] == "to":
            return True
    return False


def _past_place(clause: Clause, place: int) -> int:
    """Skip the "at Oslo" or "at the time" of "said his best friend at Oslo, Jane Doe"."""
    words, end = clause.words, place
    if words.lower[place : place + 3] == ["at", "the", "time"]:
        return place + 3
    if clause.lower(place) in grammar.PREPOSITIONS:
        end = place + 1
        while end < clause.end and phrases.is_name_word(words, end):
            end += 1
    return end if end > place + 1 else place


def named_source(clause: Clause, source: Phrase | None) -> Phrase | None:
    """Return the name behind a source: Jane Doe of "said the mayor’s guest, actress Jane Doe, …"."""
    words = clause.words
    if source is None or phrases.is_name_word(words, source.last - 1):
        return source
    comma = _past_place(clause, source.last)
    if clause.lower(comma) != ",":
        return source
    name = clause.phrase_at(comma + 1)
    least = 1 if comma == source.last else 2  # "said the mayor in Oslo, Ohio"
    short = name is not None and least <= name.last - name.first <= NAME_LIMIT
    if name is None or not short or not phrases.is_name_word(words, name.last - 1):
        return source
    after = clause.lower(name.last)
    lower = words.lower[name.first]
    common = lower in grammar.DETERMINERS or lower in grammar.PREPOSITIONS
    return name if after in ("", ",", ".", "(") and not common else source
