"""A search's query and conditions → what matches, its scores, and what matches with one left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from search.arrays import Docs, Floats, Found
from search.columns import Columns
from search.evaluator import Evaluator
from search.query import And, AtLeast, Chosen, Field, Node, Or, Word, leaves
from search.request import View
from search.spaces import Space, articles_among
from search.terms import Terms
from search.values import QUOTE_FIELDS

_OF_QUOTES = (*QUOTE_FIELDS, "about")


def asks_of_quotes(node: Node) -> bool:
    """Whether anything in the tree can be met by quotes alone."""
    if isinstance(node, Chosen):
        return node.name in _OF_QUOTES
    return any(isinstance(leaf, Field) and leaf.name in _OF_QUOTES for leaf in leaves(node))


@dataclass(frozen=True, slots=True)
class Selection:
    """What matches: slots of a space, ascending, and their scores."""

    space: Space
    slots: Docs
    scores: Floats


class Matches:
    """What a search matches, and what it would match with one of its conditions left out."""

    def __init__(
        self,
        columns: Columns,
        view: View,
        tree: Node,
        conditions: Mapping[str, Node],
        terms: Mapping[Node, Terms],
    ) -> None:
        self.columns = columns
        self.view = view
        self.conditions = conditions
        self._terms = terms
        self._evaluators: dict[str, Evaluator] = {}
        self._tree = tree
        self._selections: dict[str | None, Selection] = {}
        self.relaxed = False
        """Whether nothing had all the words, and some were dropped."""
        if not len(self.selection(None).slots) and (relaxed := self._relaxed_tree()):
            self._tree, self.relaxed = relaxed, True
            self._selections.clear()
        self.slots, self.scores = self._hits()

    @property
    def total(self) -> int:
        """How many articles, or quotes, match."""
        return len(self.slots)

    @property
    def of_articles(self) -> bool:
        """Whether ``slots`` are numbers of articles, and not documents."""
        return self.view == "articles"

    def docs(self, slots: Docs) -> Docs:
        """Return the documents of slots that were found."""
        return self.columns.article_docs.take(slots) if self.of_articles else slots

    def days(self, slots: Docs) -> Docs:
        """Return the dates of slots that were found, as ``date.toordinal()``, 0 where unknown."""
        return self._space("articles" if self.of_articles else "quotes").days(slots)

    def lacking(self, slots: Docs) -> list[tuple[str, ...]]:
        """Return for each slot the words of the query that it lacks; none but in a relaxed search."""
        if not isinstance(self._tree, AtLeast):
            return [()] * len(slots)
        evaluator = self._evaluator("articles" if self.of_articles else "quotes")
        order = np.argsort(slots)
        has = np.empty((len(self._tree.words), len(slots)), dtype=bool)
        for place, word in enumerate(self._tree.words):
            has[place, order] = evaluator.narrow(word, slots[order])[0]
        return [
            tuple(word.text for word, there in zip(self._tree.words, column, strict=True) if not there)
            for column in has.T.tolist()
        ]

    def selection(self, without: str | None) -> Selection:
        """Return what matches with the condition of that name left out, None for none of them."""
        if without not in self._selections:
            self._selections[without] = self._selection(without)
        return self._selections[without]

    def _selection(self, without: str | None) -> Selection:
        nodes = (self._tree, *(node for name, node in self.conditions.items() if name != without))
        kind = self._kind(nodes)
        space, found = self._space(kind), self._evaluator(kind).find(And(nodes))
        living = space.living(found.slots)
        if living is None or living.all():
            return Selection(space, *found)
        return Selection(space, found.slots[living], found.scores[living])

    def _kind(self, nodes: Sequence[Node]) -> str:
        if self.view == "quotes":
            return "quotes"
        return "quotes of articles" if any(map(asks_of_quotes, nodes)) else "articles"

    def _evaluator(self, kind: str) -> Evaluator:
        if kind not in self._evaluators:
            self._evaluators[kind] = Evaluator(Space(self.columns, kind), self._terms)  # type: ignore[arg-type]
        return self._evaluators[kind]

    def _space(self, kind: str) -> Space:
        return self._evaluator(kind).space

    def _relaxed_tree(self) -> Node | None:
        """Return the query for most of the words and all the rest; None where nothing has a word."""
        nodes = self._tree.nodes if isinstance(self._tree, And) else (self._tree,)
        words = tuple(node for node in nodes if isinstance(node, Word))
        required = tuple(node for node in nodes if not isinstance(node, Word))
        others = tuple(self.conditions.values())
        kind = self._kind((*required, *others))
        any_word = self._evaluator(kind).find(And((Or(words), *required, *others)))
        living = self._space(kind).living(any_word.slots)
        slots = any_word.slots if living is None else any_word.slots[living]
        if not words or not len(slots):
            return None
        masks = [self._evaluator(kind).narrow(word, slots)[0] for word in words]
        return AtLeast(int(np.sum(masks, axis=0).max()), words, required)

    def _hits(self) -> Found:
        """Return the articles or quotes that match, an article with the best score of its quotes."""
        selection = self.selection(None)
        if self.view == "quotes" or selection.space.whole or not len(selection.slots):
            return Found(selection.slots, selection.scores)
        articles, starts = articles_among(self.columns, selection.slots)
        return Found(articles, np.maximum.reduceat(selection.scores, starts))
