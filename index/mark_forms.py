"""Each quotation mark of a text by itself: whether it may open, close, or is an apostrophe."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

DOUBLED = "''"  # two single marks, as typewriters and wire services write a double one
SINGLES = "‘’'"
LINE_END = "\n"

_MARK = re.compile(
    r"""
    [=`‘’'“”„«»"\n]                               # each begins with one of these, which is fast to look for
    (?: (?<==) \s?"[^"\n<>]*"?                   # an attribute's value in markup
      | (?<=`) `
      | (?<=[‘’']) (?: (?<![^\W_].) [‘’']* | [‘’']* (?![^\W_]) )  # no apostrophe within a word
      | (?<=[“”„«»"\n])
    )
    """,
    re.VERBOSE,
)
_ELISION = re.compile(
    r"[‘’'](?:\d0s?\b|(?:tis|twas|em|til|till|cause|n|bout|round|neath|nuff|cuz|s|d|ll|re|ve|m|t)\b)",
    re.IGNORECASE,
)
_OPENERS = frozenset('([{—–-/“"„«*_>')
_CLOSERS = frozenset(",.;:?!)]}…—–-*_’'\"”“")
_SENTENCE_PUNCTUATION = frozenset(",.?!…")


class Mark(NamedTuple):
    """A mark at characters ``start`` to ``end``; ``form`` is the mark, ``DOUBLED`` for two single ones.

    opens, closes  what it may do by the characters beside it; one that may do both closes if it can
    sure           single marks: it closes for certain, not being a plural's apostrophe
    """

    start: int
    end: int
    form: str
    opens: bool = False
    closes: bool = False
    sure: bool = True


def find_marks(text: str) -> Iterator[Mark]:
    """Yield the marks and line ends of ``text`` in order, apostrophes and attributes left out."""
    for match in _MARK.finditer(text):
        form, start, end = match[0], match.start(), match.end()
        if form[0] == "=":
            continue
        if form == LINE_END:
            yield Mark(start, end, LINE_END)
        elif form == "``":
            yield Mark(start, end, DOUBLED, opens=True)
        elif form[0] in SINGLES:
            yield from _singles(text, start, end)
        else:
            yield _double(text, start, end, form)


def ends_speech(text: str, start: int) -> bool:
    """Whether the character before ``start`` is the punctuation that stands within a closing mark."""
    return text[start - 1 : start] in _SENTENCE_PUNCTUATION and start > 0


def _singles(text: str, start: int, end: int) -> Iterator[Mark]:
    """One mark; two alike are a double one; of three the outer two are. More are ornament."""
    length = end - start
    if length == 1:
        yield from _single(text, start)
    elif length == 2 and text[start] == text[start + 1]:
        yield _double(text, start, end, DOUBLED)
    elif length == 2:
        yield from _single(text, start)
        yield from _single(text, start + 1)
    elif length == 3 and _follows_space(text[start - 1 : start]):
        yield _double(text, start, start + 2, DOUBLED)
    elif length == 3:
        yield _double(text, end - 2, end, DOUBLED)


def _single(text: str, start: int) -> Iterator[Mark]:
    before, after = text[start - 1 : start] if start else "", text[start + 1 : start + 2]
    form = text[start]
    if before.isalnum() and after.isalnum():
        return
    opens = (
        form != "’"
        and _follows_space(before)
        and (after.isalnum() or after in tuple('“"[($…'))
        and not _ELISION.match(text, start)
    )
    closes = form != "‘" and bool(before) and not before.isspace() and not after.isalnum() and not opens
    plural = before in ("s", "z", "S") and after == " " and text[start + 2 : start + 3].isalpha()
    dropped = (
        before == "n" and after == " " and text[max(0, start - 2) : start] == "in" and form != "'"
    )  # goin’ home
    if opens or closes:
        yield Mark(start, start + 1, form, opens, closes, sure=not plural and not dropped)


def _double(text: str, start: int, end: int, form: str) -> Mark:
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    at_word = bool(after) and not after.isspace()
    if form in "„«»":
        return Mark(start, end, form, *_guillemet(form, before, after))
    begins = _follows_space(before) and at_word
    ends = (not before or not before.isspace()) and (not at_word or after in _CLOSERS)
    ends = bool(before) and (ends or ends_speech(text, start))
    if form == "“":
        opens = not (before.isalnum() and not at_word) and bool(after)
        return Mark(start, end, form, opens, closes=ends and before not in _OPENERS)
    if form == "”":
        opens = (begins and after.isalnum()) or before in ("", "\n")
        return Mark(start, end, form, opens, closes=True)
    opens = not before.isdigit() and before not in ("=", '"') and bool(after)
    opens = opens and (not before.isalnum() or after.isalnum()) and not (ends and not begins)
    closes = not begins or after in tuple(",.;:?!)") or _is_misplaced(text, start, end)
    return Mark(start, end, form, opens, closes)


def _guillemet(form: str, before: str, after: str) -> tuple[bool, bool]:
    """»so« as in German opens with the mark that closes «so»."""
    if form == "„":
        return True, False
    if form == "»":
        return not before.isalnum() and after.isalnum(), True
    return not before.isalnum(), True


def _follows_space(before: str) -> bool:
    return not before or before.isspace() or before in _OPENERS or unicodedata.category(before) == "Cf"


def _is_misplaced(text: str, start: int, end: int) -> bool:
    """Whether a space stands on the wrong side of a closing mark: "We will, "he said."""
    return text[max(0, start - 2) : start] in (", ", "? ", "! ") and text[end : end + 1].islower()
