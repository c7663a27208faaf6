"""Who is interviewed and who asks, as the paragraphs before an interview tell it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from index.article import Span

INTRODUCTION = 6000  # characters before the first question that are read for names
NEAR = 60  # characters before or after a name in which a word tells what the person does there

_PART = r"(?:[A-Z][a-z’'.]{0,3}[A-Z]?[\w-]{1,25}|[A-Z]\.)"
_NAME = re.compile(rf"\b{_PART}(?:\s(?:de\s|van\s|von\s|del\s|al\s|bin\s)?{_PART}){{1,3}}")
_ASKS = r"(?:interviewed|asked|questioned|(?:sat\sdown|caught\sup|met)\swith|(?:spoke|talked)\s(?:with|to))"
_SUBJECT = re.compile(rf"[^.!?\n]{{0,40}}?\b{_ASKS}\b")
_OBJECT = re.compile(
    rf"(?:{_ASKS}|interview\swith|q\s?&\s?a\swith|conversation\swith|interviewing|questions\s(?:for|to))\b[^.!?\n]{{0,50}}$",
    re.IGNORECASE,
)
_ASKED_BY = re.compile(
    r"(?:interview(?:ed)?\sby|questions\sfrom|told|conducted\sby)\s[^.!?\n]{0,30}$", re.IGNORECASE
)
_TRADE = r"(?:reporter|correspondent|host|editor|anchor|columnist|journalist|moderator|interviewer|writer)"
_TITLED = re.compile(rf"{_TRADE}\s", re.IGNORECASE)
_TRADE_BEFORE = re.compile(rf"\b{_TRADE}\s$|\b[A-Z]\w+[’']s?\s$")
_TRADE_AFTER = re.compile(
    rf"(?:,?\s(?:of|from|for)\s(?:the\s)?[A-Z]|,\s(?:a|an|the|our)?\s?[\w\s’-]{{0,30}}{_TRADE}\b)"
)


@dataclass(frozen=True, slots=True)
class Parties:
    """The mentions in the introduction of who answers and who asks; None where it does not say."""

    answers: Span | None = None
    asks: Span | None = None


def find_parties(text: str, end: int, nobody: frozenset[str]) -> Parties:
    """Return who the introduction, the text before ``end``, says is interviewed and by whom.

    ``nobody`` are words, lower case, with which no person's name ends: places and bodies.
    """
    names = [name for name in _names(text, end) if _last(text, name) not in nobody]
    asking = {_last(text, name) for name in names if _is_asking(text, name, end)}
    people = Counter(_last(text, name) for name in names)
    if len(people) > 1:
        subjects = {_last(text, name) for name in names if _SUBJECT.match(text, name.end, end)}
        objects = {_last(text, name) for name in names if _before(_OBJECT, text, name)} - asking
        if objects:
            asking |= subjects - objects
    answering = [last for last in people if last not in asking]
    if not answering:
        return Parties()
    objects = {_last(text, name) for name in names if _before(_OBJECT, text, name)}
    answers = max(answering, key=lambda last: people[last] + 3 * (last in objects))
    return Parties(
        _mention(text, names, {answers}), _mention(text, names, asking) if len(asking) == 1 else None
    )


def initials_of(text: str, end: int) -> dict[str, Span]:
    """Return the names before ``end`` by their initials ("JD"), for labels that are initials."""
    return {"".join(part[0] for part in name.cut(text).split()): name for name in reversed(_names(text, end))}


def _names(text: str, end: int) -> list[Span]:
    return [Span(*match.span()) for match in _NAME.finditer(text, max(0, end - INTRODUCTION), end)]


def _last(text: str, name: Span) -> str:
    return re.sub(r"[’']s?$", "", name.cut(text).split()[-1].lower())


def _before(pattern: re.Pattern[str], text: str, name: Span) -> bool:
    return pattern.search(text[max(0, name.start - NEAR - 20) : name.start]) is not None


def _is_asking(text: str, name: Span, end: int) -> bool:
    return (
        _before(_ASKED_BY, text, name)
        or _before(_TRADE_BEFORE, text, name)
        or _TITLED.match(text, name.start) is not None
        or _TRADE_AFTER.match(text, name.end, min(end, name.end + NEAR)) is not None
    )


def _mention(text: str, names: list[Span], wanted: set[str]) -> Span | None:
    """The fullest mention of somebody; the first of those."""
    mentions = [name for name in names if _last(text, name) in wanted]
    return max(mentions, key=lambda name: name.end - name.start, default=None)
