"""What stands between two brackets of a query, and how operators join it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from index.article import Span
from search.lexing import Token
from search.query import And, Node, Not, Or


class Level:
    """What stands between two brackets: alternatives (OR), each a run of nodes (AND)."""

    def __init__(self, start: int) -> None:
        self.start = start
        self.alternatives: list[list[Node]] = [[]]
        self.negation: Token | None = None
        self.joint: Token | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing stands here yet."""
        return not any(self.alternatives)

    @property
    def nothing_before(self) -> bool:
        """Whether an operator would have nothing on its left."""
        return not self.alternatives[-1] or self.joint is not None

    def add(self, node: Node) -> None:
        """Take a node in, excluded where a negation stands before it."""
        if self.negation:
            node = Not(node, Span(self.negation.start, node.span.end))
        self.negation = self.joint = None
        self.alternatives[-1].append(node)

    def negate(self, token: Token) -> None:
        """Exclude the next node; twice is not at all."""
        self.negation = None if self.negation else token

    def forget_negation(self) -> None:
        """Drop a negation whose node came to nothing."""
        self.negation = None

    def join(self, token: Token) -> None:
        """Take in OR, which begins another run, or AND, which goes on with this one."""
        self.joint = token
        if token.text == "OR":
            self.alternatives.append([])

    def dangling(self) -> Iterator[Token]:
        """Yield the operators that nothing followed."""
        yield from (token for token in (self.joint, self.negation) if token)

    def tree(self, span: Span) -> Node:
        """Return all that stands here as one node."""
        runs = _each_once(_all_of(run, span) for run in self.alternatives if run)
        if len(runs) == 1:
            return runs[0]
        return Or(runs, span) if runs else And((), span)


def _all_of(run: list[Node], span: Span) -> Node:
    """Join a run of nodes; an And within it is opened, so that its words can be relaxed one by one."""
    nodes = _each_once(inner for node in run for inner in (node.nodes if isinstance(node, And) else (node,)))
    return nodes[0] if len(nodes) == 1 else And(nodes, span)


def _each_once(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Return the nodes without repetitions: a word typed 64 times asks for no more than once."""
    return tuple(dict.fromkeys(nodes))
