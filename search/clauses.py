"""A token of a query → the clause it stands for: words, a phrase, a prefix, a field, days.

What cannot be one is refused with a mended query, and what is read in another way is remarked on.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import get_args

from index.article import Span
from search.days import day_range, mended_days
from search.invalid_query import InvalidQuery
from search.lexing import FIELDS, Token, spliced
from search.query import And, DateRange, Field, FieldName, Node, Phrase, Prefix, Word

MIN_PREFIX = 2  # letters: one letter stands for a tenth of the vocabulary

_UNKNOWN_FIELD = re.compile(r"(?P<name>[^\W\d_]{2,20}):(?P<value>\w.*)")
_NAMES: dict[str, FieldName] = {name: name for name in get_args(FieldName)}


class Clauses:
    """The clauses of a query ``q``; ``remark`` is told what was ignored or read in another way, and where."""

    def __init__(self, q: str, remark: Callable[[str, int], None]) -> None:
        self._q, self._remark = q, remark

    def of(self, token: Token) -> Node | None:
        """Return what a word or a phrase asks for; None for punctuation, which asks for nothing."""
        if "*" in token.text and token.kind == "word":
            return self._prefix(token)
        if not any(map(str.isalnum, token.text)):
            if token.kind == "phrase":
                self._remark("Nothing to search for stands between these quotation marks.", token.start)
            return None
        if token.kind == "phrase":
            return Phrase(token.text[1:-1].strip(), token.span)
        if unknown := _UNKNOWN_FIELD.fullmatch(token.text):
            return self._unknown_field(token, unknown)
        return Word(token.text, token.span)

    def field(self, token: Token, value: Token) -> Node:
        """Return what a field's name and its value ask for."""
        name = token.text.strip().rstrip(":").lower()
        text = value.text[1:-1] if value.kind == "phrase" else value.text
        span = Span(token.start, value.end)
        if name == "date":
            return self._date(text.strip(), span)
        if not any(map(str.isalnum, text)):
            raise InvalidQuery(f"{name}: needs a value.", span.start, self._with(span, " "))
        return Field(_NAMES[name], " ".join(text.split()), span)

    def _unknown_field(self, token: Token, found: re.Match[str]) -> Node:
        self._remark(
            f"There is no field {found['name']}, so {token.text} was read as words. "
            f"The fields are {', '.join(FIELDS)}.",
            token.start,
        )
        words = (
            Word(found[part], Span(token.start + found.start(part), token.start + found.end(part)))
            for part in ("name", "value")
        )
        return And(tuple(words), token.span)

    def _prefix(self, token: Token) -> Prefix:
        stem = token.text.rstrip("*")
        if "*" in stem:
            cut = stem.index("*")
            mended = self._with(token.span, stem[: cut + 1])
            raise InvalidQuery("A * may stand at the end of a word only.", token.start + cut, mended)
        if sum(map(str.isalnum, stem)) < MIN_PREFIX:
            message = f"{token.text} stands for too many words."
            message += f" Put {MIN_PREFIX} letters or more before the *."
            raise InvalidQuery(message, token.start, self._with(token.span, " "), costly=True)
        return Prefix(stem, token.span)

    def _date(self, text: str, span: Span) -> DateRange:
        try:
            start, end = day_range(text)
        except ValueError as error:
            days = mended_days(text)
            mended = self._with(span, f"date:{days}" if days else " ")
            raise InvalidQuery(str(error), span.start, mended) from None
        return DateRange(start, end, span)

    def _with(self, span: Span, text: str) -> str:
        """The query with something else in the place of a stretch of it."""
        return spliced(self._q, span.start, span.end, text)
