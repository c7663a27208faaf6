"""A text as words and sentences, each stretch between quotation marks standing as one word."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from index.article import Span
from index.marks import Marked, find_marked

QUOTED = "“…”"  # the word that stands for a quotation; no word of a text is like it
BREAK = "\n"

# One group around all of it: ``split`` gives what stands between the words, too, and so their places.
_WORD = re.compile(
    r"""(?!\ )(                                               # no try of all these at each space
      [^\W\d_]+(?=[ ,;:?!)\n])                               # most words, tried first for speed
    | [\n,;:()?!]
    | (?:[RDIL]|GOP)[-–](?:[A-Z]\w*\.?)+(?=[\s),;])         # R-Fla.  D-N.Y.
    | (?:[^\W\d_]\.){2,}                                    # U.S.  p.m.
    | (?:Mr|Mrs|Ms|Dr|Ft|Mt|Msgr|Fr|Supt|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Sgt|Capt|Adm|St|Jr|Sr|Rev|Hon
        |Prof|Pres|Dept|No
        |Jan|Feb|Aug|Sept|Oct|Nov|Dec|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich
        |Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|vs|etc|Inc|Corp|Co|Ltd)\.(?=[\s,’'])
    | [^\W\d_]\.(?=\s?["“‘']?[^\W\d_])                       # an initial
    | \d+(?:[-–][^\W\d_]+)+                                 # 74-year-old
    | \$?\d+(?:[.,:]\d+)*%?
    | @?[^\W_]+(?:(?:['’‘&/\xad-]|\.(?!(?<=[a-z][a-z]\.)[A-Z][a-z]))[^\W_]+   # not "left.Jones"
                  |[\u0300-\u036f]+[^\W_]*                  # Jose\u0301
                  |(?<=[ÃÂ\u0302\u0303])[\x80-\x9f¡-ª¬-º¼-¿][^\W_]*   # PeÃ±a
                )*(?:(?<=[sz])[’'](?=\s))?
    | ['’]t(?=\ [^\W\d_a-z])                                # in 't Veld
    | --+ | \.\.\.+
    | [^\w\s\xad]                                             # a soft hyphen is nothing
    )""",
    re.VERBOSE,
)
LONGEST_SENTENCE = 120  # words, a quotation being one; a longer one is cut, so that time stays linear
_ENDS = frozenset(".!?…")
_SENTENCE_ENDS = _ENDS | {")"}
_OPENING_WORDS = frozenset(
    (
        "The",
        "He",
        "She",
        "It",
        "They",
        "We",
        "But",
        "In",
        "This",
        "That",
        "These",
        "Those",
        "While",
        "When",
        "If",
    )
) | {"There", "His", "Her", "Their", "Its", "It’s", "It's", "He’s", "He's", "After", "Although"}
_STOPS = frozenset((".", "!", "?"))
_OPENERS = frozenset("([")


@dataclass(slots=True)
class Words:
    """The words of a text, in parallel lists; ``marked[i]`` is the quotation word i stands for."""

    text: str
    form: list[str]
    lower: list[str]
    start: list[int]
    end: list[int]
    marked: dict[int, Marked]

    def cut(self, first: int, last: int) -> str:
        """Return the text from word ``first`` up to, not including, word ``last``."""
        return self.text[self.start[first] : self.end[last - 1]] if last > first else ""

    def span(self, first: int, last: int) -> Span:
        """Return where the words ``first`` up to, not including, ``last`` stand in the text."""
        return Span(self.start[first], self.end[last - 1])

    def lacks_mark(self, span: Span) -> bool:
        """Whether ``span`` is the inside of marks one of which is missing, so that its end is a guess."""
        marked = self.marked.get(bisect_right(self.start, span.start) - 1)
        return marked is not None and marked.inner == span and not marked.certain


class Sentence(NamedTuple):
    """Words ``first`` up to, not including, ``last``; ``paragraph`` counts from 0; ``heading``: no prose."""

    first: int
    last: int
    paragraph: int
    heading: bool


def split_words(text: str) -> Words:
    """Return the words of ``text``; what stands in quotation marks is one word, ``QUOTED``."""
    words = Words(text, [], [], [], [], {})
    place = 0
    for marked in find_marked(text):
        _add(words, place, marked.outer.start)
        _join_initial(words, marked)
        words.marked[len(words.form)] = marked
        words.form.append(QUOTED)
        words.start.append(marked.outer.start)
        words.end.append(marked.outer.end)
        place = marked.outer.end
    _add(words, place, len(text))
    if "‘" in text:  # for an apostrophe
        words.form = [form.replace("‘", "’") for form in words.form]
    if "\xad" in text:
        words.form = [form.replace("\xad", "") for form in words.form]
    words.lower = list(map(str.lower, words.form))
    return words


@functools.lru_cache(maxsize=1)
def read(text: str) -> tuple[Words, tuple[Sentence, ...]]:
    """Return the words and sentences of ``text``, kept until the next text: two stages read each article."""
    words = split_words(text)
    return words, tuple(split_sentences(words))


def _add(words: Words, place: int, until: int) -> None:
    pieces = _WORD.split(words.text[place:until])  # between, word, between, word, between
    places = list(accumulate(map(len, pieces), initial=place))
    words.form += pieces[1::2]
    words.start += places[1:-1:2]
    words.end += places[2:-1:2]


def _join_initial(words: Words, marked: Marked) -> None:
    """Make "J" and "." one word before a nickname in marks, as in "J. “Jack” Doe"; no sentence ends there."""
    inner, after = marked.inner.cut(words.text), words.text[marked.outer.end : marked.outer.end + 2]
    initial = words.form[-1:] == ["."] and len(words.form) > 1 and len(words.form[-2]) == 1
    if (
        initial
        and words.form[-2].isupper()
        and inner.isalpha()
        and inner[0].isupper()
        and after[1:].isupper()
    ):
        del words.form[-1], words.start[-1], words.end[-2]
        words.form[-1] += "."


def split_sentences(words: Words) -> list[Sentence]:
    """Return the sentences in text order; each lies in one line of the text, its full stop included."""
    found: list[Sentence] = []
    ends = [place for place, form in enumerate(words.form) if form[-1] in _SENTENCE_ENDS or form is QUOTED]
    for paragraph, (first, last) in enumerate(_lines(words)):
        heading = _is_heading(words, first, last)
        start = first
        for place in (*ends[bisect_left(ends, first) : bisect_left(ends, last)], last - 1):
            while place - start > LONGEST_SENTENCE:
                found.append(Sentence(start, start + LONGEST_SENTENCE + 1, paragraph, heading))
                start += LONGEST_SENTENCE + 1
            if _ends_sentence(words, place, start, last) or place - start == LONGEST_SENTENCE:
                found.append(Sentence(start, place + 1, paragraph, heading))
                start = place + 1
        if start < last:
            found.append(Sentence(start, last, paragraph, heading))
    return found


def _lines(words: Words) -> Iterator[tuple[int, int]]:
    first = 0
    for place, form in enumerate(words.form):
        if form == BREAK:
            if place > first:
                yield first, place
            first = place + 1
    if len(words.form) > first:
        yield first, len(words.form)


HEADING_WORDS = 20  # a line of at most so many words without a full stop is a heading


def _is_heading(words: Words, first: int, last: int) -> bool:
    if last - first > HEADING_WORDS or words.form[first] == QUOTED:
        return False
    final = words.form[last - 1]
    if final == QUOTED:
        inner = words.marked[last - 1].inner
        return words.text[inner.end - 1] not in ".!?,…—-" and words.form[last - 2] not in (",", ":")
    return final[-1] not in ".!?:…,;—-)]"


def _ends_sentence(words: Words, place: int, first: int, last: int) -> bool:
    form = words.form[place]
    following = words.form[place + 1] if place + 1 < last else ""
    if not following:
        return False
    if form[0] in _ENDS:
        return (
            following[0] not in _ENDS
            and following not in (")", "]", "’", "'", ",", ";")
            and ((form[0] != "…" and not form.startswith("..")) or following[0].isupper())
        )
    if form == QUOTED:
        return _quotation_ends_sentence(words, place, first, following)
    if form[-1] == ".":  # "in the U.S. The vote …", "in Yuma, Ariz. It …"
        apt = form.count(".") > 1 or words.form[place - 1] == ","
        return apt and following in _OPENING_WORDS
    if form != ")" or words.form[place - 1] not in _STOPS:
        return False
    return following[0].isupper() or (following == QUOTED and words.form[first] == "(")  # "(She left.) He …"


def _quotation_ends_sentence(words: Words, place: int, first: int, following: str) -> bool:
    inner = words.marked[place].inner
    final = words.text[inner.end - 1]
    if final in "’'":
        final = words.text[inner.end - 2]
    if following == QUOTED:
        return True
    if final in "?!" and place > first and following[0].isupper():
        return True
    return final == "." and (following[0].isupper() or following in _OPENERS)
