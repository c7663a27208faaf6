"""How the clause of a cue lies to a quotation behind it: beside it, going on to it, or closed before it."""

from __future__ import annotations

from collections.abc import Sequence

from index import agreement, grammar, phrases
from index.cue import Cue
from index.grammar import word_set
from index.words import QUOTED, Sentence, Words

INTRODUCTIONS = word_set("as when while after before if although though")  # of a clause before the main one
ASIDE_WORDS = 8  # from the opening of an aside to its verb

CALLING = word_set("call dub label term brand deem pronounce declare consider")  # somebody or something so

_BESIDE = word_set(", : that as a the an it")
_APART = (
    grammar.SUBORDINATORS - grammar.PREPOSITIONS
    | grammar.CONJUNCTIONS
    | grammar.DASHES
    | {",", ":", ";", QUOTED}
)
_ASIDES = grammar.RELATIVES - {"that"}


def touches(words: Words, cue: Cue, place: int) -> bool:
    """Whether nothing but a comma, a colon, "that" or "as" stands between a cue and the quotation."""
    between = words.lower[cue.right : place]
    return len(between) <= 2 and _BESIDE.issuperset(between)


def is_of_person(words: Words, cue: Cue) -> bool:
    """Whether a cue is the verb of "who": "Roe, who said"."""
    return cue.relative and cue.source is not None and words.lower[cue.source.last - 1] == "who"


def goes_on(words: Words, cue: Cue, place: int) -> bool:
    """Whether the clause of a name holds the quotation: "Roe, who vowed not to go because of “…”"."""
    if cue.source is None or not is_of_person(words, cue):
        return False
    apart = words.form[cue.source.last - 2] in grammar.PAUSES
    named = phrases.is_name_word(words, cue.source.last - 2 - apart)
    return (named or "clause" in cue.verb.takes) and "," not in words.form[cue.right : place]


def is_spent(words: Words, cue: Cue, place: int) -> bool:
    """Whether a noun has its quotation: of "Doe’s pledge of “help” was “good”" it reports the first alone."""
    within = cue.verb.form == "noun" and words.lower[cue.last] != "that"
    return within and QUOTED in words.form[cue.last : place]


def is_in_object(words: Words, cue: Cue, place: int, cues: Sequence[Cue]) -> bool:
    """Whether a cue stands in what another names so: "Jones called a report suggesting fraud “bad”"."""
    if cue.last > place or not _may_be_noun(words, cue, place):
        return False
    for outer in cues:
        if outer.verb.lemma in CALLING and not outer.inverted and outer.right < cue.first:
            between = words.lower[outer.right : place]
            if _APART.isdisjoint(between):
                return True
    return False


def _may_be_noun(words: Words, cue: Cue, place: int) -> bool:
    """Whether a cue may be a noun or an adjective: "executive orders", "a report suggesting"."""
    if cue.verb.form == "ing":
        return cue.shared and not touches(words, cue, place)
    source = cue.source
    if words.lower[cue.first] not in agreement.NOUNS or source is None or source.last != cue.first:
        return False
    return words.form[source.last - 1].islower() and words.lower[source.last - 1] not in grammar.PRONOUNS


def is_aside(words: Words, cue: Cue, place: int, sentence: Sentence) -> bool:
    """Whether a cue stands in what has closed: ", which some call bad, …", "- as they sang “…” - “…”"."""
    if cue.last >= place or touches(words, cue, place):
        return False
    if cue.relative and cue.source is not None and words.form[cue.source.last - 2] in grammar.DASHES:
        return not grammar.DASHES.isdisjoint(words.form[cue.right : place])  # "Doe - who said … - …"
    opener = cue.left - 1
    while opener > sentence.first and phrases.is_word(words, opener) and cue.left - opener < ASIDE_WORDS:
        opener -= 1
    if words.form[opener] in grammar.DASHES:
        return words.form[place - 1] in grammar.DASHES
    if words.form[opener] != "," or words.lower[opener + 1] not in _ASIDES:
        return False
    return "," in words.form[cue.right + 1 : place]


def is_in_introduction(words: Words, cue: Cue, place: int, sentence: Sentence) -> bool:
    """Whether a cue stands in a clause before the main one: "When Roe called it “bad,” …"."""
    opener = words.lower[sentence.first]
    if opener not in INTRODUCTIONS:
        return False
    told = bool(cue.verb.takes & {"clause", "that"}) or cue.verb.lemma == "put it"
    if opener == "as" and told:  # "As Jones noted, …"
        return False
    comma = next((i for i in range(sentence.first, place) if phrases.is_comma(words, i)), place)
    return cue.first < comma < place


def apt_cues(words: Words, place: int, sentence: Sentence, cues: Sequence[Cue]) -> list[Cue]:
    """Return the cues of a sentence whose clauses do not rule out that they report a quotation."""
    apart = ends_sentence(words, place, sentence)
    return [
        cue
        for cue in cues
        if not (
            (apart and cue.left > place)
            or is_spent(words, cue, place)
            or is_aside(words, cue, place, sentence)
            or is_in_object(words, cue, place, cues)
        )
    ]


def ends_sentence(words: Words, place: int, sentence: Sentence) -> bool:
    """Return whether the quotation at a place does: a capital behind it that no name has begins another.

    "“Why us?” Her friends nodded."
    """
    if place + 1 >= sentence.last or words.text[words.marked[place].inner.end - 1] not in "?!":
        return False
    return words.form[place + 1].istitle() and words.lower[place + 1] in grammar.DETERMINERS
