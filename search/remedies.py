"""A search that found nothing → which of its parts, left out, brings results back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from search.matching import Matches
from search.page import Remedy
from search.query import And, Node
from search.request import FILTERS, SearchRequest

MAX_PARTS = 8  # of a query; each costs a search

Count = Callable[[SearchRequest], int]
"""How many hits a request has; 0 where its query means nothing."""


def remedies(request: SearchRequest, tree: Node, matches: Matches, count: Count) -> tuple[Remedy, ...]:
    """Return for each part of the search what there is without it, where that is something; most first."""
    if matches.total:
        return ()
    found = [
        Remedy(part=part, typed=typed, request=changed, total=total)
        for part, typed, changed in (*_without_words(request, tree), *_without_filters(request))
        if (total := count(changed))
    ]
    return tuple(sorted(found, key=lambda remedy: -remedy.total))


def _without_words(request: SearchRequest, tree: Node) -> Iterator[tuple[str, bool, SearchRequest]]:
    nodes = tree.nodes if isinstance(tree, And) else (tree,)
    if len(nodes) == 1 and not (request.filters or request.start or request.end):
        return  # without its only part a search asks for nothing
    for node in nodes[:MAX_PARTS]:
        rest = f"{request.q[: node.span.start]} {request.q[node.span.end :]}"
        yield node.span.cut(request.q), True, request.asking(" ".join(rest.split()))


def _without_filters(request: SearchRequest) -> Iterator[tuple[str, bool, SearchRequest]]:
    for facet in FILTERS:
        if any(chosen.facet == facet for chosen in request.filters):
            yield facet, False, request.without_filter(facet)
    if request.start or request.end:
        yield "date", False, request.between(None, None)
