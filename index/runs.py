"""The capitalised words in a row of a text: where each name begins, and where it ends."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from index import grammar
from index.capitals import is_capital, is_title_case
from index.grammar import word_set
from index.lexicon import Lexicon, plain
from index.phrases import NICKNAME, is_surname
from index.run import JOINERS, PARTICLES, SIDES, Run, read_run
from index.words import QUOTED, Sentence, Words

SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
NAME_OPENERS = frozenset(("our", "one", "no", "your", "every", "all"))  # capitals of a body's name
PARTICLES_IN_ROW = 3  # "van der", "in ’t"
NAME_CLOSERS = frozenset(("watch", "today", "now", "first"))
HALVED = word_set(
    """
    agency association authority board bureau center centre commission committee council department
    directorate division federation foundation institute ministry office project school subcommittee union
    """
)  # bodies of two things: "Office of Management and Budget", "Roads and Rivers Agency"

_SMALL = re.compile(r"(?:(?:al|el|ad|ar|as|bin)-|[dl][’'])[A-Z]")


def find_runs(words: Words, sentences: Sequence[Sentence], lexicon: Lexicon) -> Iterator[Run]:
    """Yield the names of a text from left to right, ordinary words at a sentence's start left out."""
    capitals = [
        place
        for place, form in enumerate(words.form)
        if form[0].isupper() or (not form.isalpha() and _is_foreign(form))
    ]
    for sentence in sentences:
        inside = capitals[bisect_left(capitals, sentence.first) : bisect_left(capitals, sentence.last)]
        if not inside:
            continue
        if is_title_case(words, sentence, len(inside)):
            yield from _heading_runs(words, sentence, lexicon)
            continue
        last = sentence.first
        for place in inside:
            if place < last or not (is_capital(words.form[place]) or _begins(words, place, sentence)):
                continue
            if place == sentence.first and (_is_verb(words, place, lexicon) or _is_date(words, place)):
                continue
            last = _run_end(words, place, sentence.last, lexicon)
            first = place + _is_introduced(words, place, last, lexicon)
            yield _run(words, first, last, lexicon)


def _is_introduced(words: Words, place: int, last: int, lexicon: Lexicon) -> bool:
    """ "In Georgia Jane Doe said": the first of the words is a place, and no part of the name."""
    if last - place < 3 or place == 0 or words.lower[place - 1] != "in":
        return False
    return plain(words.form[place]) in lexicon.places and plain(words.form[place + 1]) in lexicon.first_names


def _is_verb(words: Words, place: int, lexicon: Lexicon) -> bool:
    """ "Stated Jones", "Asking Jones", "Consider Jones": a verb that opens a sentence."""
    lower = words.lower[place]
    named = place + 1 < len(words.form) and words.form[place + 1][0].isupper()
    verb = lower.endswith(("ed", "ing")) or lower in grammar.SHOWING
    return named and verb and lower not in lexicon.first_names


def _is_date(words: Words, place: int) -> bool:
    """ "Last September, …", "Next Monday, …"."""
    after = words.lower[place + 1 : place + 3]
    return after[1:] == [","] and after[0] in grammar.DATES


def _begins(words: Words, place: int, sentence: Sentence) -> bool:
    """Whether a word begins a name though it is one of those that may open any sentence."""
    foreign = _is_foreign(words.form[place])
    return (
        foreign or is_surname(words, place) or _is_may(words, place) or _is_own_word(words, place, sentence)
    )


def _is_own_word(words: Words, place: int, sentence: Sentence) -> bool:
    """ "the group One Nation", "donors of Our Town PAC": a capital within a sentence is a name's."""
    if words.lower[place] not in NAME_OPENERS or place == sentence.first or place + 1 >= sentence.last:
        return False
    return words.form[place - 1].islower() and is_capital(words.form[place + 1])


def _is_may(words: Words, place: int) -> bool:
    """ "May said": neither the month nor the auxiliary, for a finite verb follows."""
    after = words.form[place + 1] if place + 1 < len(words.form) else ""
    month = place > 0 and words.lower[place - 1] in grammar.PREPOSITIONS
    return words.form[place] == "May" and after in grammar.PAST and not month


def _heading_runs(words: Words, sentence: Sentence, lexicon: Lexicon) -> Iterator[Run]:
    """Of a heading in capitals only a first name and the word after it, and surnames alone."""
    place = sentence.first
    while place < sentence.last:
        if not is_capital(words.form[place]):
            place += 1
            continue
        known = plain(words.form[place]) in lexicon.first_names
        last = place + 1
        if known and not words.form[place].endswith(("’s", "'s")):
            while last < sentence.last and is_capital(words.form[last]) and len(words.form[last]) == 2:
                last += 1  # an initial
            last += last < sentence.last and is_capital(words.form[last])
        yield _run(words, place, last, lexicon)
        place = last


def _run_end(words: Words, first: int, until: int, lexicon: Lexicon) -> int:
    last = first + 1
    while last < until and not words.form[last - 1].endswith(("’s", "'s", "’", "'")):
        if is_capital(words.form[last]) or _belongs(words, last):
            last += 1
        else:
            small = _small_words(words, first, last, until, lexicon)
            if not small:
                break
            last += small + 1
    return last


def _belongs(words: Words, place: int) -> bool:
    """ "Anwar al-Awlaki", "Theresa May", "Media Watch": no capital as others are, yet part of a name."""
    form = words.form[place]
    if _is_foreign(form):
        return True
    if form[0].isupper():
        return form == "May" or words.lower[place] in NAME_CLOSERS or is_surname(words, place)
    return False


def _is_foreign(form: str) -> bool:
    """ "al-Awlaki", "d’Artagnan": a name that begins with a small letter."""
    return _SMALL.match(form) is not None


def _small_words(words: Words, first: int, place: int, until: int, lexicon: Lexicon) -> int:
    """How many small words from ``place`` on are inside the name, a capital following: "de", "van der"."""
    end = place
    while end < min(place + PARTICLES_IN_ROW, until) and _is_particle(words, end):
        end += 1
    if words.lower[place : place + 2] == ["of", "the"] and plain(words.form[place - 1]) in lexicon.members:
        end = place + 2  # "Friends of the Everglades"
    if end > place:
        return end - place if end < until and words.form[end][0].isupper() else 0
    return int(_joins(words, first, place, until, lexicon))


def _is_particle(words: Words, place: int) -> bool:
    lower = words.lower[place]
    return lower in PARTICLES or (lower == "in" and words.lower[place + 1 : place + 2] in (["’t"], ["'t"]))


def _joins(words: Words, first: int, place: int, until: int, lexicon: Lexicon) -> bool:
    """Whether the small word at ``place`` and the next belong to the name: "Jr.", "&", "of"."""
    if place + 1 >= until:
        return False
    lower, following = words.lower[place], words.form[place + 1]
    if lower == ",":
        return plain(following) in SUFFIXES
    if not following[0].isupper() or plain(following) in grammar.DATES:  # "the City Council on Monday"
        return False
    before = plain(words.form[place - 1])
    if lower in SIDES and before in lexicon.members:
        return True
    if lower == "and":
        second = _is_second_half(words, first, place, until, lexicon)
        return second or _is_first_half(words, first, place, until, lexicon)
    if lower in JOINERS:
        title = lexicon.is_title(before) and not _is_surname(words, place - 1, lexicon)
        return (before in lexicon.bodies and not title) or (lower == "of" and title)
    return lower == "&" or (lower == QUOTED and _is_nickname(words, first, place, lexicon))


def _is_second_half(words: Words, first: int, place: int, until: int, lexicon: Lexicon) -> bool:
    """ "Department of Health and Human Services": behind "of", and no name of its own."""
    joined = next((i for i in range(first + 1, place) if words.lower[i] in JOINERS), 0)
    if not joined or plain(words.form[joined - 1]) not in HALVED:
        return False
    last = place + 1
    while last < until and is_capital(words.form[last]):
        last += 1
    keys = [plain(form) for form in words.form[place + 1 : last]]
    named = not keys or keys[0] in lexicon.first_names or keys[-1] in lexicon.bodies
    return not named and not any(lexicon.is_title(key) or key in lexicon.places for key in keys)


def _is_first_half(words: Words, first: int, place: int, until: int, lexicon: Lexicon) -> bool:
    """ "the House Energy and Trade Committee": nouns before the noun of one body, no name of another."""
    before = words.form[first - 1] if first else ""
    if before not in ("the", "The") and not before.endswith(grammar.POSSESSIVE):
        return False
    last = place + 1
    while last < until and is_capital(words.form[last]):
        last += 1
    keys = [plain(form) for form in (*words.form[first:place], *words.form[place + 1 : last])]
    named = any(
        key in lexicon.first_names or key in lexicon.surnames or key in lexicon.places for key in keys
    )
    return keys[-1] in HALVED and not named and keys[place - first - 1] not in lexicon.bodies


def _is_surname(words: Words, place: int, lexicon: Lexicon) -> bool:
    """ "Jane King of Maine", "Jane A. King of Maine": behind a first name a title is a surname."""
    first = (
        place - 2 if words.form[place - 1].endswith(".") and len(words.form[place - 1]) == 2 else place - 1
    )
    return first >= 0 and plain(words.form[first]) in lexicon.first_names


def _is_nickname(words: Words, first: int, place: int, lexicon: Lexicon) -> bool:
    """Whether a quotation stands within a name: "John “Jack” Doe", "J. “Jack” Doe"."""
    inner, before = words.marked[place].inner, plain(words.form[place - 1])
    if inner.end - inner.start > NICKNAME:
        return False
    if len(before) == 1 and place - first > 1:
        before = plain(words.form[place - 2])
    return len(before) == 1 or before in lexicon.first_names


def _run(words: Words, first: int, last: int, lexicon: Lexicon) -> Run:
    start, name, _, kind, titled, gender = read_run(tuple(words.form[first:last]), lexicon)
    return Run(first + start, first + name, last, kind, titled, gender)
