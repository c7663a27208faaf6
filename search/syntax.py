"""What a person types → query tree, or InvalidQuery with the place and a mended query.

Words must all match; ``"a phrase"``, ``-not``, ``OR``, ``prefix*``, ``(brackets)``, and the fields
``speaker: outlet: topic: kind: implies: verb: about: date:``. AND binds tighter than OR. Every limit is
checked before anything runs, so that no query costs more than it may.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import NoReturn

from index.article import Span
from search.clauses import Clauses
from search.grouping import Level
from search.invalid_query import InvalidQuery
from search.lexing import Token, paired, spliced, tokens
from search.page import Remark
from search.query import And, Node
from search.request import MAX_QUERY

MAX_NESTING = 20
MAX_CLAUSES = 64


@dataclass(frozen=True, slots=True)
class Parsed:
    """A query's tree, and remarks on what was ignored or read in another way."""

    tree: Node
    remarks: tuple[Remark, ...] = ()


def parse(q: str) -> Parsed:
    """Return the tree of a query; InvalidQuery where it has none. A suggestion is given only if it parses.

    >>> [type(node).__name__ for node in parse('aid speaker:rutte "this week"').tree.nodes]
    ['Word', 'Field', 'Phrase']
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
        self.q = self._without_controls(q)
        self.clauses = Clauses(self.q, self.remark)
        self.size = 0  # words and fields so far
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
                    self._add(self.clauses.field(token, value))
                    return at + 2
                self.remark(f"{token.text.strip()} needs a value, so it was ignored.", token.start)
                self.levels[-1].forget_negation()
            case _:
                if node := self.clauses.of(token):
                    self._add(node)
                else:
                    self.levels[-1].forget_negation()
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

    def _add(self, node: Node) -> None:
        self.size += len(node.nodes) if isinstance(node, And) else 1
        if self.size > MAX_CLAUSES:
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
