"""Query tree and columns → the documents that match, and their scores.

Everything is decided at *leaves*: the quotes and, in the articles view, the articles without one. In the
quotes view a leaf's text is the quote's own; in the articles view it is its article's. So what is asked of
quotes together is met by one and the same quote in either view, and the matching articles are the parents
of the matching leaves. Masks and scores are as long as the index has documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce

import numpy as np

from search.arrays import Docs, Floats, Mask
from search.columns import Columns
from search.query import And, DateRange, Field, Node, Not, Or, Word, leaves
from search.request import View
from search.scoring import WEIGHTS, Scored, score
from search.terms import Terms
from search.values import QUOTE_FIELDS, days_mask, resolve_typed, values_mask

WordMasks = tuple[tuple[Word, Mask], ...]
"""Words of a query, each with the documents that have it."""

_NO_WORDS: WordMasks = ()
ABOUT = {"about": 1.0}
_OF_QUOTES = (*QUOTE_FIELDS, "about")


@dataclass(frozen=True, slots=True)
class Matches:
    """The leaves that match the tree, those that meet each condition, and the documents that came of both.

    ``docs`` are the view's documents, ascending, ``scores`` theirs. ``words`` are those that some hits of a
    relaxed search lack, each with the documents that have it.
    """

    docs: Docs
    scores: Floats
    base: Mask
    conditions: Mapping[str, Mask]
    words: WordMasks = ()

    @property
    def relaxed(self) -> bool:
        """Whether no document had all the words, and some were dropped."""
        return bool(self.words)

    def leaves(self, without: str | None = None) -> Mask:
        """Return the leaves that match, one condition left out."""
        masks = (mask for name, mask in self.conditions.items() if name != without)
        return reduce(np.logical_and, masks, self.base)

    def lacking(self, doc: int) -> tuple[str, ...]:
        """Return the words of the query that the document lacks, as typed."""
        return tuple(word.text for word, mask in self.words if not mask[doc])


def asks_of_quotes(tree: Node) -> bool:
    """Whether anything in the tree can be met by quotes alone."""
    return any(isinstance(leaf, Field) and leaf.name in _OF_QUOTES for leaf in leaves(tree))


class Matcher:
    """Evaluates trees over one view of one commit. ``terms`` holds what each text leaf stands for."""

    def __init__(self, columns: Columns, view: View, terms: Mapping[Node, Terms]) -> None:
        self._columns = columns
        self._view = view
        self._terms = terms

    def match(self, tree: Node, conditions: Mapping[str, Mask]) -> Matches:
        """Return what matches the tree and every condition; with fewer words where nothing has them all."""
        domain = self._domain(tree)
        allowed = reduce(np.logical_and, conditions.values(), domain)
        scored, words = self.evaluate(tree), _NO_WORDS
        if not (scored.mask & allowed).any():
            scored, words = self._relaxed(tree, allowed) or (scored, words)
        base = scored.mask & domain
        docs, scores = self._hits(base & allowed, scored.scores)
        return Matches(docs, scores, base, conditions, words)

    def evaluate(self, node: Node) -> Scored:
        """Return the matches of a tree among all documents. Fields, dates and exclusions score 0."""
        match node:
            case And(nodes):
                return self._all(nodes)
            case Or(nodes):
                return self._any(nodes)
            case Not(child):
                return self._unscored(~self.evaluate(child).mask)
            case DateRange(start, end):
                return self._unscored(days_mask(self._columns, start, end))
            case Field("about"):
                return self._unscored(score(self._columns, self._terms[node], ABOUT).mask)
            case Field(name, value):
                ids = resolve_typed(self._columns, name, value)
                return self._unscored(values_mask(self._columns, self._view, name, ids))
            case _:
                return self._lifted(score(self._columns, self._terms[node], WEIGHTS[self._view]))

    def _domain(self, tree: Node) -> Mask:
        """Return the leaves that come into question: quotes alone where anything is asked of quotes."""
        only_quotes = self._view == "quotes" or asks_of_quotes(tree)
        return self._columns.quotes if only_quotes else self._columns.leaves

    def _all(self, nodes: Iterable[Node]) -> Scored:
        mask, scores = np.ones(self._columns.size, dtype=bool), np.zeros(self._columns.size)
        for part in map(self.evaluate, nodes):
            mask &= part.mask
            scores += part.scores
        return Scored(mask, np.where(mask, scores, 0.0))

    def _any(self, nodes: Iterable[Node]) -> Scored:
        mask, scores = np.zeros(self._columns.size, dtype=bool), np.zeros(self._columns.size)
        for part in map(self.evaluate, nodes):
            mask |= part.mask
            scores += part.scores
        return Scored(mask, scores)

    def _unscored(self, mask: Mask) -> Scored:
        return Scored(mask, np.zeros(self._columns.size))

    def _lifted(self, scored: Scored) -> Scored:
        """Give quotes what their article has, in the articles view."""
        if self._view == "quotes":
            return scored
        return Scored(scored.mask[self._columns.parent], scored.scores[self._columns.parent])

    def _relaxed(self, tree: Node, allowed: Mask) -> tuple[Scored, WordMasks] | None:
        """Return the documents that have most of the words and all the rest; None where none has a word."""
        nodes = tree.nodes if isinstance(tree, And) else (tree,)
        words = [node for node in nodes if isinstance(node, Word)]
        required = self._all(node for node in nodes if not isinstance(node, Word))
        parts = [self.evaluate(word) for word in words]
        count = reduce(
            np.add, (part.mask.astype(np.int64) for part in parts), np.zeros(len(allowed), np.int64)
        )
        most = int(count[required.mask & allowed].max(initial=0))
        if not most:
            return None
        mask = required.mask & (count >= most)
        total = reduce(np.add, (part.scores for part in parts), required.scores)
        masks = tuple((word, part.mask) for word, part in zip(words, parts, strict=True))
        return Scored(mask, np.where(mask, total, 0.0)), masks

    def _hits(self, matching: Mask, scores: Floats) -> tuple[Docs, Floats]:
        """Return the matching documents of the view, an article with the best score of its leaves."""
        docs = np.flatnonzero(matching)
        if self._view == "quotes" or not len(docs):
            return docs, scores[docs]
        articles = self._columns.parent[docs]
        starts = np.flatnonzero(np.diff(articles, prepend=-1))  # an article's leaves stand side by side
        return articles[starts], np.maximum.reduceat(scores[docs], starts)
