"""Capitalised words in a row: which are titles, which the name, and of a person, a body or a place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from index import grammar
from index.grammar import word_set
from index.lexicon import Lexicon, plain
from index.phrases import NICKNAME, is_surname
from index.words import BREAK, QUOTED, Sentence, Words

SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
PARTICLES = word_set("de del della der den di da du van von la le bin ibn al el ben y")
NAME_OPENERS = frozenset(("our", "one", "no", "your", "every", "all"))  # capitals of a body's name
NAME_CLOSERS = frozenset(("watch", "today", "now", "first"))
JOINERS = frozenset(("of", "for", "on", "to"))  # inside the name of a body: "Club for Growth"

_ARABIC = re.compile(r"(?:al|el|ad|ar|as|bin)-[A-Z]").match  # Anwar al-Awlaki

RunKind = Literal["person", "body", "place", "title"]


class Run(NamedTuple):
    """Words ``first`` up to ``last`` in capitals, of which the name begins at ``name``.

    kind          title: a title and no name ("the President"); person: perhaps no more than not a body
    titled        a title stands before the name; title_gender what it tells
    """

    first: int
    name: int
    last: int
    kind: RunKind
    titled: bool = False
    title_gender: str = "either"

    @property
    def length(self) -> int:
        """How many words the name has."""
        return self.last - self.name


def find_runs(words: Words, sentences: Sequence[Sentence], lexicon: Lexicon) -> Iterator[Run]:
    """Yield the names of a text from left to right, ordinary words at a sentence's start left out."""
    capitals = [place for place, form in enumerate(words.form) if form[0].isupper()]
    for sentence in sentences:
        inside = capitals[bisect_left(capitals, sentence.first) : bisect_left(capitals, sentence.last)]
        if not inside:
            continue
        if _is_title_case(words, sentence, len(inside)):
            yield from _heading_runs(words, sentence, lexicon)
            continue
        last = sentence.first
        for place in inside:
            if place < last or not _begins(words, place, sentence):
                continue
            if place == sentence.first and _is_verb(words, place, lexicon):
                continue
            last = _run_end(words, place, sentence.last, lexicon)
            yield _run(words, place, last, lexicon)


def _is_verb(words: Words, place: int, lexicon: Lexicon) -> bool:
    """ "Stated Jones", "Asking Jones": a verb that opens a sentence."""
    lower = words.lower[place]
    named = place + 1 < len(words.form) and words.form[place + 1][0].isupper()
    return named and lower.endswith(("ed", "ing")) and lower not in lexicon.first_names


def _begins(words: Words, place: int, sentence: Sentence) -> bool:
    return is_capital(words, place) or _is_may(words, place) or _is_own_word(words, place, sentence)


def _is_own_word(words: Words, place: int, sentence: Sentence) -> bool:
    """ "the group One Nation", "donors of Our Town PAC": a capital within a sentence is a name's."""
    if words.lower[place] not in NAME_OPENERS or place == sentence.first or place + 1 >= sentence.last:
        return False
    return words.form[place - 1].islower() and is_capital(words, place + 1)


def is_capital(words: Words, place: int) -> bool:
    """Whether a word may be part of a name."""
    form = words.form[place]
    ordinary = _is_ordinary(words.lower[place]) and not is_surname(words, place)
    return form[0].isupper() and form[1:2] not in ("-", "–") and not ordinary


def _is_may(words: Words, place: int) -> bool:
    """ "May said": neither the month nor the auxiliary, for a finite verb follows."""
    after = words.form[place + 1] if place + 1 < len(words.form) else ""
    month = place > 0 and words.lower[place - 1] in grammar.PREPOSITIONS
    return words.form[place] == "May" and after in grammar.PAST and not month


def _is_ordinary(lower: str) -> bool:
    """ "they’re" is, as "they" is."""
    if lower in _ORDINARY:
        return True
    stem, apostrophe, rest = lower.replace("'", "’").partition("’")
    return bool(apostrophe) and rest in ("re", "ve", "ll", "d", "m", "s") and stem in _ORDINARY


_ORDINARY = (
    grammar.DETERMINERS
    | grammar.PREPOSITIONS
    | grammar.SUBORDINATORS
    | grammar.ADVERBS
    | grammar.PRONOUNS
    | grammar.AUXILIARIES
    | grammar.CONJUNCTIONS
    | grammar.RELATIVES
    | word_set(
        """
        if there here yes no not well meanwhile asked said says let please what who how moreover indeed
        finally other others such meanwhile additionally similarly thus hence perhaps maybe ok okay oh
        according see watch whatever whenever someone somebody everyone everybody anyone anybody nobody
        none something nothing
        """
    )
) - {"will"}


def _is_title_case(words: Words, sentence: Sentence, capitals: int) -> bool:
    """ "Clinton Says Trump Is Wrong": capitals, of which there are so many, tell nothing there."""
    if 2 * capitals < sentence.last - sentence.first or not (sentence.heading or _is_alone(words, sentence)):
        return False
    long = [
        form for form in words.form[sentence.first : sentence.last] if len(form) > 3 and form[0].isalpha()
    ]
    return len(long) > 3 and sum(form[0].isupper() for form in long) * 4 > len(long) * 3


def _is_alone(words: Words, sentence: Sentence) -> bool:
    """Whether a sentence is a line of its own, with no comma or quotation in small letters: a heading."""
    forms = words.form[sentence.first : sentence.last]
    quoted = (
        words.marked[i].inner.cut(words.text)
        for i in range(sentence.first, sentence.last)
        if words.form[i] == QUOTED
    )
    speech = any(word[0].islower() for inner in quoted for word in inner.split() if len(word) > 3)
    opens = sentence.first == 0 or words.form[sentence.first - 1] == BREAK
    closes = sentence.last >= len(words.form) or words.form[sentence.last] == BREAK
    return opens and closes and not _is_told(forms) and "," not in forms and not speech


def _is_told(forms: Sequence[str]) -> bool:
    """Whether a line has a full stop and a verb in small letters, as prose has."""
    return forms[-1] == "." and any(form in grammar.PAST or form in grammar.AUXILIARIES for form in forms)


def _heading_runs(words: Words, sentence: Sentence, lexicon: Lexicon) -> Iterator[Run]:
    """Of a heading in capitals only a first name and the word after it, and surnames alone."""
    place = sentence.first
    while place < sentence.last:
        if not is_capital(words, place):
            place += 1
            continue
        known = plain(words.form[place]) in lexicon.first_names
        last = place + 1
        if known and not words.form[place].endswith(("’s", "'s")):
            while last < sentence.last and is_capital(words, last) and len(words.form[last]) == 2:
                last += 1  # an initial
            last += last < sentence.last and is_capital(words, last)
        yield _run(words, place, last, lexicon)
        place = last


def _run_end(words: Words, first: int, until: int, lexicon: Lexicon) -> int:
    last = first + 1
    while last < until and not words.form[last - 1].endswith(("’s", "'s", "’", "'")):
        closes = words.lower[last] in NAME_CLOSERS and words.form[last][0].isupper()
        if is_capital(words, last) or closes or _ARABIC(words.form[last]) or words.form[last] == "May":
            last += 1
        elif _joins(words, first, last, until, lexicon):
            last += 2
        else:
            break
    return last


def _joins(words: Words, first: int, place: int, until: int, lexicon: Lexicon) -> bool:
    """Whether the small word at ``place`` and the next belong to the name: "Jr.", "de", "&", "of"."""
    if place + 1 >= until:
        return False
    lower, following = words.lower[place], words.form[place + 1]
    if lower == ",":
        return plain(following) in SUFFIXES
    if not following[0].isupper():
        return False
    before = plain(words.form[place - 1])
    if lower in JOINERS:
        title = lexicon.is_title(before)
        return (before in lexicon.bodies and not title) or (lower == "of" and title)
    if lower == QUOTED:
        inner = words.marked[place].inner
        initial = len(before) == 1 and place - first > 1
        given = plain(words.form[place - 2]) if initial else before
        return given in lexicon.first_names and inner.end - inner.start <= NICKNAME
    return lower in PARTICLES or lower == "&"


def _run(words: Words, first: int, last: int, lexicon: Lexicon) -> Run:
    while first < last - 1 and _describes(words.form[first]):
        first += 1
    keys = [plain(form) for form in words.form[first:last]]
    name, titled, gender = _past_titles(keys, lexicon)
    if name < 0:
        return Run(first, last, last, "title", True, gender)
    kind: RunKind = "person"
    rest = keys[name:]
    if _names_body(rest, titled, lexicon):
        name, kind = 0, "body"
    elif all(_is_place(form, lexicon) for form in words.form[first + name : last]):
        kind = "place"
    return Run(first, first + name, last, kind, titled, gender)


def _describes(form: str) -> bool:
    """ "Oscar-winner", "Florida-based": a capital, but no part of the name after it."""
    _, hyphen, after = form.rpartition("-")
    return bool(hyphen) and after.islower()


def _is_place(form: str, lexicon: Lexicon) -> bool:
    """ "Ohio", "Colo.": a state is abbreviated with a full stop."""
    key = plain(form)
    return key in lexicon.places or (form.endswith(".") and key in lexicon.states)


def _past_titles(keys: list[str], lexicon: Lexicon) -> tuple[int, bool, str]:
    """Where the name begins, -1 where there is none, whether titles go before, and the gender they tell."""
    name, gender = 0, "either"
    for index, key in enumerate(keys):
        if lexicon.is_title(key) and not _is_first_or_last_name(keys, index, lexicon):
            name = index + 1
            gender = lexicon.titles.get(key, "either") if gender == "either" else gender
    titled = name > 0
    if name == len(keys):
        return -1, True, gender
    if keys[name] == "of":  # "Secretary of State Ann Roe"
        known = next((i for i in range(name + 1, len(keys)) if keys[i] in lexicon.first_names), 0)
        return (known if known and known < len(keys) - 1 else -1), True, gender
    if not titled and keys[0] not in lexicon.first_names:
        name = _past_other_words(keys, lexicon)
    return name, titled, gender


def _is_first_or_last_name(keys: list[str], index: int, lexicon: Lexicon) -> bool:
    """ "Dean Doe", "Marine Le Roe", "Jane Bishop": a title's word that is part of a name."""
    if index == 0:
        alone = len(keys) == 2 or (len(keys) > 2 and keys[1] in PARTICLES)
        return alone and keys[0] in lexicon.first_names
    return index == len(keys) - 1 and keys[index - 1] in lexicon.first_names


def _past_other_words(keys: list[str], lexicon: Lexicon) -> int:
    """Where the first name stands behind words that are none: "New York advocate" in capitals, "Georgia"."""
    name = next((i for i, key in enumerate(keys[:-1]) if key in lexicon.first_names), 0)
    if any(key in ("of", "for", "&") for key in keys[name:]):
        return 0
    others = keys[:name]
    return (
        name
        if len(others) > 1 or all(key in lexicon.places or key in lexicon.bodies for key in others)
        else 0
    )


def _names_body(keys: list[str], titled: bool, lexicon: Lexicon) -> bool:
    if keys[0] in lexicon.first_names and len(keys) <= 3 and (titled or keys[-1] not in lexicon.bodies):
        return False
    started = keys[0] in lexicon.bodies and all(key in lexicon.places for key in keys[1:])
    return keys[-1] in lexicon.bodies or started or any(key in JOINERS for key in keys)
