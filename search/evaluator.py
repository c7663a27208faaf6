"""One space and a query tree → which of its slots match, and their scores.

A node can be *found*, all its matches at once, or *narrowed*: which of some slots match. An And finds its
rarest node and narrows by the others, so that nothing is scored that another word rules out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from search.arrays import Docs, Floats, Found, Mask, added_up, located, union, unscored
from search.query import And, AtLeast, Chosen, DateRange, Field, Node, Not, Or, Phrase, Prefix, Word
from search.scoring import WEIGHTS, Part, parts_of
from search.spaces import Space
from search.terms import Terms
from search.values import QUOTE_FIELDS, resolve_typed

ABOUT = {"about": 1.0}
NARROWED = 4  # postings of a leaf: of more, all are added up


class Evaluator:
    """Finds and narrows nodes in one space. ``terms`` holds what each text leaf stands for."""

    def __init__(self, space: Space, terms: Mapping[Node, Terms]) -> None:
        self.space = space
        self._columns = space.columns
        self._terms = terms
        self._found: dict[Node, Found] = {}
        self._parts: dict[Node, list[Part]] = {}

    def find(self, node: Node) -> Found:
        """Return all that matches; fields, dates and exclusions score 0. What is deleted may be among it."""
        if isinstance(node, And):
            return self._find(node)  # asked for once, and hashed with all that is in it
        if node not in self._found:
            self._found[node] = self._find(node)
        return self._found[node]

    def narrow(self, node: Node, slots: Docs) -> tuple[Mask, Floats | float]:
        """Return which of the slots, ascending, match, and what they score; 0 where they do not."""
        match node:
            case And(nodes):
                return self._narrow_all(nodes, slots)
            case Or(nodes):
                return self._narrow_any(nodes, slots)
            case Not(child):
                return ~self.narrow(child, slots)[0], 0.0
            case DateRange():
                first, stop = self._date_codes(node)
                return self.space.between("date", first, stop, slots), 0.0
            case Chosen(name, ids, excluded):
                return self._narrow_chosen(name, ids, excluded, slots), 0.0
            case Field(name) if name != "about":
                return self.space.having(name, self._codes(name, self._ids(node)), slots), 0.0
            case AtLeast():
                return self._narrow_found(node, slots)
            case _:
                return self._narrow_text(node, slots)

    def size(self, node: Node) -> int:
        """Return how many slots the node may match, at most."""
        match node:
            case And(nodes):
                return min(map(self.size, nodes), default=self.space.size)
            case Or(nodes):
                return min(self.space.size, sum(map(self.size, nodes)))
            case Not() | DateRange() | AtLeast():
                return self.space.size
            case Chosen(name, ids):
                return self._size_of(name, ids) if ids else self.space.size
            case Field(name) if name != "about":
                return self._size_of(name, self._ids(node))
            case _:
                # Postings of texts are of documents, and a quote in this space stands for its article.
                many = self.space.kind == "quotes of articles" and not isinstance(node, Field)
                size = sum(len(part.docs) for part in self._parts_of(node))
                return (
                    size * max(1, self.space.size // max(1, len(self._columns.article_docs)))
                    if many
                    else size
                )

    def _find(self, node: Node) -> Found:
        match node:
            case And(nodes):
                return self._find_all(nodes)
            case Or(nodes) if nodes and all(isinstance(child, Word | Phrase | Prefix) for child in nodes):
                return self._find_text(*nodes)
            case Or(nodes):
                return added_up([self.find(child) for child in nodes], self.space.size)
            case Not() | DateRange():
                return self._filtered(node, self.space.everything())
            case Chosen(name, ids, excluded):
                slots = self._having(name, ids) if ids else self.space.everything()
                return self._filtered(node, slots) if excluded else unscored(slots)
            case Field(name) if name != "about":
                return unscored(self._having(name, self._ids(node)))
            case AtLeast():
                return self._find_most(node)
            case _:
                return self._find_text(node)

    # Joined nodes

    def _find_all(self, nodes: Sequence[Node]) -> Found:
        if not nodes or nodes == (And(()),):
            return unscored(self.space.everything())
        rarest, *others = sorted((node for node in nodes if node != And(())), key=self.size)
        slots, scores = self.find(rarest)
        for node in others:
            mask, more = self.narrow(node, slots)
            kept = np.flatnonzero(mask)
            slots = slots.take(kept)
            scores = scores.take(kept) + (more if isinstance(more, float) else more.take(kept))
        return Found(slots, scores)

    def _narrow_all(self, nodes: Sequence[Node], slots: Docs) -> tuple[Mask, Floats]:
        mask, scores = np.ones(len(slots), dtype=bool), np.zeros(len(slots))
        for node in nodes:
            has, more = self.narrow(node, slots)
            mask &= has
            scores += more
        return mask, np.where(mask, scores, 0.0)

    def _narrow_any(self, nodes: Sequence[Node], slots: Docs) -> tuple[Mask, Floats]:
        mask, scores = np.zeros(len(slots), dtype=bool), np.zeros(len(slots))
        for node in nodes:
            has, more = self.narrow(node, slots)
            mask |= has
            scores += more
        return mask, scores

    def _filtered(self, node: Node, slots: Docs) -> Found:
        return unscored(slots[self.narrow(node, slots)[0]])

    def _narrow_found(self, node: Node, slots: Docs) -> tuple[Mask, Floats]:
        found = self.find(node)
        places, mask = located(found.slots, slots, self.space.size)
        scores = np.zeros(len(slots))
        scores[mask] = found.scores[places[mask]]
        return mask, scores

    def _find_most(self, node: AtLeast) -> Found:
        required = self.find(And((Or(node.words), *node.required)))
        count = sum(self.narrow(word, required.slots)[0].astype(np.int64) for word in node.words)
        kept = count >= node.count
        return Found(required.slots[kept], required.scores[kept])

    # Texts

    def _parts_of(self, node: Node) -> list[Part]:
        if node not in self._parts:
            about = isinstance(node, Field)
            self._parts[node] = parts_of(
                self._columns,
                self._terms[node],
                ABOUT if about else WEIGHTS[self.space.view],
                by_article=self.space.view == "articles" and not about,
            )
        return self._parts[node]

    def _find_text(self, *nodes: Node) -> Found:
        """Return where any of the leaves stands, the scores of all added up."""
        parts = [part for node in nodes for part in self._parts_of(node)]
        if isinstance(nodes[0], Field):  # about: only quotes have it, and it scores nothing
            return unscored(union([part.docs for part in parts]))
        found = added_up([Found(part.docs, part.scores()) for part in parts], self.space.texts)
        if self.space.kind != "quotes of articles":
            return found
        slots, places = self.space.lifted(found.slots)
        return Found(slots, found.scores.take(places))

    def _narrow_text(self, node: Node, slots: Docs) -> tuple[Mask, Floats | float]:
        parts = self._parts_of(node)
        if isinstance(node, Field) or len(parts) > NARROWED or not all(part.unique for part in parts):
            return self._narrow_found(node, slots)
        texts = self.space.texts_of(slots)
        mask, scores = np.zeros(len(slots), dtype=bool), np.zeros(len(slots))
        for part in parts:
            places, has = located(part.docs, texts, self.space.texts)
            at = np.flatnonzero(has)
            scores[at] += part.scores(places.take(at))
            mask |= has
        return mask, scores

    # Values

    def _ids(self, node: Field) -> tuple[str, ...]:
        return resolve_typed(self._columns, node.name, node.value)

    def _codes(self, name: str, ids: Sequence[str]) -> list[int]:
        return self._columns.codes_of(name, ids)

    def _size_of(self, name: str, ids: Sequence[str]) -> int:
        return sum(self._columns.doc_frequency(name, value) for value in ids)

    def _having(self, name: str, ids: Sequence[str]) -> Docs:
        """Return the slots that have any of the values."""
        if self.space.whole:
            return self.space.codes.all_having(name, self._codes(name, ids))
        docs = union([self._columns.entry(name, value).docs for value in ids])
        if self.space.kind == "quotes" or name in QUOTE_FIELDS:
            return docs[~self._columns.is_article[docs]]
        articles = docs[self._columns.is_article[docs]]
        return self.space.lifted(self._columns.article_of.take(articles))[0]

    def _narrow_chosen(self, name: str, ids: Sequence[str], excluded: Sequence[str], slots: Docs) -> Mask:
        if not ids:
            return ~self.space.having(name, self._codes(name, excluded), slots)
        mask = self.space.having(name, self._codes(name, ids), slots)
        if excluded:
            mask &= ~self.space.having(name, self._codes(name, excluded), slots)
        return mask

    def _date_codes(self, node: DateRange) -> tuple[int, int]:
        """Return the first code of the days that are meant, and the one past the last."""
        days = self._columns.day_values
        first = int(np.searchsorted(days, node.start.toordinal())) if node.start else 0
        stop = int(np.searchsorted(days, node.end.toordinal(), side="right")) if node.end else len(days)
        return first, stop
