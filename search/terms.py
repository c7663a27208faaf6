"""A query's words, phrases and prefixes → the terms of the index they stand for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, groupby

from index.analyzer import Analyzer
from index.article import Span
from search.columns import Columns
from search.page import Remark
from search.query import EVERYTHING, And, Field, Node, Not, Or, Phrase, Prefix, Word, leaves

MAX_EXPANSIONS = 1_000  # terms of all prefixes of a query: past that they are no words one looks for

_TAKEN = f"of the {MAX_EXPANSIONS:,} that a query may use, the commonest were taken."


@dataclass(frozen=True, slots=True)
class Terms:
    """The ways a leaf may stand in the index: it matches where one of the sequences does.

    A sequence is terms at consecutive positions; a prefix is every term that begins so.
    """

    sequences: tuple[tuple[str, ...], ...]
    prefixes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Planned:
    """A tree ready to be matched: what each text leaf (and ``about:``) stands for, and remarks."""

    tree: Node
    terms: Mapping[Node, Terms]
    remarks: tuple[Remark, ...]


def plan(tree: Node, columns: Columns, analyzer: Analyzer, fields: Collection[str]) -> Planned:
    """Return the tree with neighbouring words joined that make one term ("F 16"), and its leaves' terms.

    What has no letter or digit the index knows of is left out with a remark. ``fields`` are those a
    prefix is looked up in.
    """
    joined = _joined(tree, analyzer)
    terms: dict[Node, Terms] = {}
    left = MAX_EXPANSIONS
    remarks = []
    for leaf in leaves(joined):
        match leaf:
            case Word(text) | Phrase(text) | Field("about", text):
                terms[leaf] = Terms(analyzer.query_phrase(text))
                if not terms[leaf].sequences:
                    remarks.append(_remark(f"{text} is nothing to search for, so it was ignored.", leaf.span))
            case Prefix(text):
                terms[leaf], count = _expanded(text, columns, analyzer, fields, left)
                if count > left:
                    remarks.append(_remark(f"{text}* stands for too many words; {_TAKEN}", leaf.span))
                left -= min(left, count)
    empty: set[Node] = {
        leaf for leaf, found in terms.items() if not found.sequences and not isinstance(leaf, Prefix)
    }
    return Planned((_without(joined, empty) or EVERYTHING) if empty else joined, terms, tuple(remarks))


def _remark(message: str, span: Span) -> Remark:
    return Remark(message=message, parameter="q", position=span.start)


def _expanded(
    text: str, columns: Columns, analyzer: Analyzer, fields: Collection[str], limit: int
) -> tuple[Terms, int]:
    """Return the terms a prefix stands for, and how many; past the limit, the commonest."""
    prefixes = analyzer.prefix_terms(text)
    stretches = [r for field in fields for prefix in prefixes for *_, r in columns.ranges(field, prefix)]
    most = sum(map(len, stretches))
    if most <= limit:
        return Terms((), prefixes), most
    found = {term for prefix in prefixes for field in fields for term in columns.terms(field, prefix)}
    if len(found) <= limit:
        return Terms((), prefixes), len(found)
    common = sorted(found, key=lambda term: (-sum(columns.doc_frequency(f, term) for f in fields), term))
    return Terms(tuple((term,) for term in common[:limit])), len(found)


def _joined(node: Node, analyzer: Analyzer) -> Node:
    """Join neighbouring words of an And that are one term, so that they are looked for side by side."""
    match node:
        case And(nodes):
            runs = groupby(
                (_joined(child, analyzer) for child in nodes), lambda child: isinstance(child, Word)
            )
            kept = tuple(chain.from_iterable(_grouped(list(run), analyzer) for _, run in runs))
            return kept[0] if len(kept) == 1 else And(kept, node.span)
        case Or(nodes):
            return Or(tuple(_joined(child, analyzer) for child in nodes), node.span)
        case Not(child):
            return Not(_joined(child, analyzer), node.span)
        case _:
            return node


def _grouped(run: list[Node], analyzer: Analyzer) -> Iterator[Node]:
    """Yield a run of words, those that make one term as one word; of other nodes, the nodes themselves."""
    words = [node for node in run if isinstance(node, Word)]
    if not words:
        yield from run
    first = 0
    for size in analyzer.query_groups([word.text for word in words]):
        group = words[first : first + size]
        span = Span(group[0].span.start, group[-1].span.end)
        yield group[0] if size == 1 else Word(" ".join(word.text for word in group), span)
        first += size


def _without(node: Node, empty: set[Node]) -> Node | None:
    """Return the tree without those leaves; None where nothing is left."""
    match node:
        case And(nodes) | Or(nodes):
            kept = tuple(child for child in (_without(child, empty) for child in nodes) if child is not None)
            return replace(node, nodes=kept) if kept or not nodes else None
        case Not(child):
            inner = _without(child, empty)
            return replace(node, node=inner) if inner is not None else None
        case _:
            return None if node in empty else node
