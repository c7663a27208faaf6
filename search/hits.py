"""Articles and quotes that a search found → hits: read, and marked where it matched."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache

import numpy as np

from index.analyzer import Analyzer
from index.lazy import Lazy
from index.record import Read
from search.arrays import Docs, Floats
from search.columns import Columns
from search.highlight import Found
from search.matching import Matches, asks_of_quotes
from search.page import Hit, Snippet
from search.places import found_in
from search.query import texts
from search.records import Records
from search.request import SearchRequest
from search.snippets import article_hit, marked, quote_hit
from search.terms import Planned, Terms
from search.values import QUOTE_FIELDS


class HitMaker:
    """Makes the hits of one commit."""

    def __init__(self, columns: Columns, analyzer: Analyzer, records: Records) -> None:
        self._columns, self._analyzer, self._records = columns, analyzer, records

    def of(
        self, planned: Planned, request: SearchRequest, matches: Matches, slots: Docs, scores: Floats
    ) -> tuple[Hit, ...]:
        """Return the hits for slots that were found and what they score, in their order."""
        docs = matches.docs(slots).tolist()
        parents = docs if matches.of_articles else [self._columns.parent_of(doc) for doc in docs]
        read = {parent: self._records.read(parent) for parent in parents}
        leaves = tuple(dict.fromkeys(planned.terms[leaf] for leaf in texts(planned.tree)))
        found = self._found(leaves, "body", {parent: one.article.text for parent, one in read.items()})
        each = zip(docs, parents, scores.tolist(), matches.lacking(slots), strict=True)
        if request.view == "quotes":
            return tuple(
                quote_hit(
                    read[parent].article,
                    read[parent].article.quotes[doc - parent - 1],
                    found[parent],
                    score=score,
                    missing_words=missing,
                )
                for doc, parent, score, missing in each
            )
        asked = asks_of_quotes(planned.tree) or any(f.facet in QUOTE_FIELDS for f in request.filters)
        title_of = self._titles(leaves, {parent: one.article.title or "" for parent, one in read.items()})
        return tuple(
            article_hit(
                read[doc],
                Lazy(title_of, (doc,)),
                _quotes_of(read[doc], doc, matches),
                found[doc],
                asks_of_quotes=asked,
                score=score,
                missing_words=missing,
            )
            for doc, _, score, missing in each
        )

    def _titles(self, leaves: Sequence[Terms], titles: Mapping[int, str]) -> Callable[[int], Snippet]:
        """Return what marks an article's title: looked up for all of them when the first is asked for."""
        found = cache(lambda: self._found(leaves, "title", titles))
        return lambda doc: marked(titles[doc], found()[doc])

    def _found(
        self, leaves: Sequence[Terms], field: str, shown: Mapping[int, str]
    ) -> Mapping[int, Sequence[Found]]:
        """Return for each article's document what matched in its title or text."""
        if not leaves:
            return dict.fromkeys(shown, ())
        return found_in(self._columns, self._analyzer, leaves, field, shown)


def _quotes_of(read: Read, doc: int, matches: Matches) -> Sequence[int]:
    """Return the numbers of the article's quotes that match, in text order."""
    selection = matches.selection(None)
    if selection.space.whole:
        return range(len(read.shown))
    first, stop = np.searchsorted(selection.slots, (doc + 1, doc + 1 + len(read.shown)))
    numbers: list[int] = (selection.slots[first:stop] - (doc + 1)).tolist()
    return numbers
