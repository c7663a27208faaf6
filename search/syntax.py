"""What a person types → query tree, or InvalidQuery with the place and a mended query.

Words must all match; ``"a phrase"``, ``-not``, ``OR``, ``prefix*``, ``(brackets)``, and the fields
``speaker: outlet: topic: kind: implies: verb: about: date:``. AND binds tighter than OR. Every limit is
checked before anything runs, so that no query costs more than it may.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn, get_args

from index.article import Span
from search.days import day_range, mended_days
from search.grouping import Level
from search.lexing import FIELDS, Token, paired, spliced, tokens
from search.page import Remark
from search.query import And, DateRange, Field, FieldName, Node, Or, Phrase, Prefix, Word
from search.request import MAX_QUERY

MAX_NESTING = 20
MAX_CLAUSES = 64
MIN_PREFIX = 2  # letters: one letter stands for a tenth of the vocabulary

_UNKNOWN_FIELD = re.compile(r"(?P<name>[^\W\d_]{2,20}):(?P<value>\w.*)")


class InvalidQuery(ValueError):
    """A query that means nothing: where the mistake stands, and a mended query where there is one.

    ``costly`` marks one that is understood but would take too long.
    """

    def __init__(
        self, message: str, position: int, suggestion: str | None = None, *, costly: bool = False
    ) -> None:
        super().__init__(message)
        self.message = message
        self.position = position
        self.suggestion = suggestion
        self.costly = costly


@dataclass(frozen=True, slots=True)
class Parsed:
    """A query's tree, and remarks on what was ignored or read in another way."""

    tree: Node
    remarks: tuple[Remark, ...] = ()


def parse(q: str) -> Parsed:
    """Return the tree of a query; InvalidQuery where it has none.

    >>> parse('aid speaker:rutte').tree == And((Word("aid"), Field("speaker", "rutte")))
    True

    A suggestion is given only if it parses.
    """
    try:
        return _Parser(q).parse()
    except InvalidQuery as error:
        error.suggestion = _surely_mended(error.suggestion)
        raise


def _surely_mended(suggestion: str | None) -> str | None:
    for _ in range(MAX_NESTING):
        if not suggestion:
            return None
        try:
            _Parser(suggestion).parse()
        except InvalidQuery as error:
            suggestion = error.suggestion
        else:
            return suggestion
    return None


class _Parser:
    """One pass from left to right with a stack of its own: brackets cost no recursion."""

    def __init__(self, q: str) -> None:
        if len(q) > MAX_QUERY:
            self._refuse(
                f"The query has {len(q):,} characters. Use {MAX_QUERY:,} at most.",
                MAX_QUERY,
                suggestion=q[:MAX_QUERY].rpartition(" ")[0],
                costly=True,
            )
        self.remarks: list[Remark] = []
        self.clauses = 0
        self.q = self._without_controls(q)
        self.levels = [Level(0)]

    def parse(self) -> Parsed:
        found = list(tokens(self.q))
        at = 0
        while at < len(found):
            at = self._take(found, at)
        if len(self.levels) > 1:
            self._refuse(
                "This bracket is never closed.",
                self.levels[1].start,
                suggestion=self.q.rstrip() + ")" * (len(self.levels) - 1),
            )
        level = self.levels[0]
        self._leave(level, len(self.q))
        return Parsed(level.tree(Span(0, len(self.q))), tuple(self.remarks))

    def _take(self, found: list[Token], at: int) -> int:
        """Take the token at that place (a field with its value) and return the next place."""
        token = found[at]
        match token.kind:
            case "open":
                self._open(token)
            case "close":
                self._close(token)
            case "minus":
                self.levels[-1].negate(token)
            case "operator":
                self._operator(token)
            case "lone":
                self._refuse(
                    "This quotation mark has no partner.", token.start, suggestion=paired(self.q, token)
                )
            case "field":
                value = found[at + 1] if at + 1 < len(found) else None
                if value is not None and value.kind in ("word", "phrase"):
                    self._add(self._field(token, value))
                    return at + 2
                self.remark(f"{token.text.strip()} needs a value, so it was ignored.", token.start)
                self.levels[-1].forget_negation()
            case _:
                for node in self._words(token):
                    self._add(node)
        return at + 1

    # Brackets and operators

    def _open(self, token: Token) -> None:
        if len(self.levels) > MAX_NESTING:
            self._refuse(f"Brackets go {MAX_NESTING} deep at most.", token.start, costly=True)
        self.levels.append(Level(token.start))

    def _close(self, token: Token) -> None:
        if len(self.levels) == 1:
            self._refuse(
                "This bracket was never opened.",
                token.start,
                suggestion=spliced(self.q, token.start, token.end, " "),
            )
        level = self.levels.pop()
        self._leave(level, token.start)
        if level.empty:
            self.remark("Nothing stands between these brackets, so they were ignored.", level.start)
            self.levels[-1].forget_negation()
        else:
            self.levels[-1].add(level.tree(Span(level.start, token.end)))

    def _operator(self, token: Token) -> None:
        level = self.levels[-1]
        if token.text == "NOT":
            level.negate(token)
        elif level.nothing_before:
            self.remark(f"Nothing stands before {token.text}, so it was ignored.", token.start)
        else:
            level.join(token)

    def _leave(self, level: Level, end: int) -> None:
        for token in level.dangling():
            self.remark(f"Nothing stands after {token.text}, so it was ignored.", min(token.start, end))

    # Leaves

    def _words(self, token: Token) -> Iterator[Node]:
        if token.kind == "phrase":
            if any(map(str.isalnum, token.text)):
                yield Phrase(token.text[1:-1].strip(), token.span)
            else:
                self.remark("Nothing to search for stands between these quotation marks.", token.start)
                self.levels[-1].forget_negation()
        elif "*" in token.text:
            yield self._prefix(token)
        elif not any(map(str.isalnum, token.text)):
            self.levels[-1].forget_negation()  # a dash or an ampersand: punctuation asks for nothing
        elif unknown := _UNKNOWN_FIELD.fullmatch(token.text):
            yield from self._unknown_field(token, unknown)
        else:
            yield Word(token.text, token.span)

    def _unknown_field(self, token: Token, found: re.Match[str]) -> Iterator[Node]:
        name = found["name"]
        self.remark(
            f"There is no field {name}, so {token.text} was read as words. "
            f"The fields are {', '.join(FIELDS)}.",
            token.start,
        )
        words = (
            Word(found[part], Span(token.start + found.start(part), token.start + found.end(part)))
            for part in ("name", "value")
        )
        yield And(tuple(words), token.span)

    def _prefix(self, token: Token) -> Prefix:
        stem = token.text.rstrip("*")
        if "*" in stem:
            cut = stem.index("*")
            self._refuse(
                "A * may stand at the end of a word only.",
                token.start + cut,
                suggestion=spliced(self.q, token.start, token.end, stem[: cut + 1]),
            )
        if sum(map(str.isalnum, stem)) < MIN_PREFIX:
            self._refuse(
                f"{token.text} stands for too many words. Put {MIN_PREFIX} letters or more before the *.",
                token.start,
                suggestion=spliced(self.q, token.start, token.end, " "),
                costly=True,
            )
        return Prefix(stem, token.span)

    def _field(self, token: Token, value: Token) -> Node:
        name = token.text.strip().rstrip(":").lower()
        text = value.text[1:-1] if value.kind == "phrase" else value.text
        span = Span(token.start, value.end)
        if name == "date":
            return self._date(text.strip(), span)
        if not any(map(str.isalnum, text)):
            self._refuse(
                f"{name}: needs a value.", span.start, suggestion=spliced(self.q, span.start, span.end, " ")
            )
        names: dict[str, FieldName] = {known: known for known in get_args(FieldName)}
        return Field(names[name], " ".join(text.split()), span)

    def _date(self, text: str, span: Span) -> DateRange:
        try:
            start, end = day_range(text)
        except ValueError as error:
            mended = mended_days(text)
            self._refuse(
                str(error),
                span.start,
                suggestion=spliced(self.q, span.start, span.end, f"date:{mended}" if mended else " "),
            )
        return DateRange(start, end, span)

    def _add(self, node: Node) -> None:
        self.clauses += len(node.nodes) if isinstance(node, And | Or) else 1
        if self.clauses > MAX_CLAUSES:
            self._refuse(
                f"A query has {MAX_CLAUSES} words and fields at most.",
                node.span.start,
                suggestion=self.q[: node.span.start].rstrip(),
                costly=True,
            )
        self.levels[-1].add(node)

    # What the person is told

    def remark(self, message: str, position: int) -> None:
        self.remarks.append(Remark(message=message, parameter="q", position=position))

    def _refuse(
        self, message: str, position: int, *, suggestion: str | None = None, costly: bool = False
    ) -> NoReturn:
        raise InvalidQuery(message, position, suggestion, costly=costly)

    def _without_controls(self, q: str) -> str:
        """Blank control characters and lone surrogates out, place for place."""
        if q.isprintable():
            return q
        kept = "".join(" " if unicodedata.category(c) in ("Cc", "Cs") else c for c in q)
        for position, (old, new) in enumerate(zip(q, kept, strict=True)):
            if old != new and not old.isspace():
                self.remark("Control characters were ignored.", position)
                break
        return kept
