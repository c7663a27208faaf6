"""A search that found nothing → which of its parts, left out, brings results back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from search.matching import Matches
from search.page import Remark, Remedy
from search.query import And, Node, texts
from search.request import FILTERS, SearchRequest

MAX_PARTS = 8  # of a query; each costs a search
QUOTATION_MARKS = '"“”'

Count = Callable[[SearchRequest], int]
"""How many hits a request has; 0 where its query means nothing."""

Change = tuple[str, bool, SearchRequest]
"""The part left out, whether it was typed, and the request without it."""


def remedies(request: SearchRequest, tree: Node, matches: Matches, count: Count) -> tuple[Remedy, ...]:
    """Return for each part of the search what there is without it, where that is something; most first.

    Where no single part is to blame, the words that are nowhere are left out together.
    """
    if matches.total:
        return ()
    nodes = (tree.nodes if isinstance(tree, And) else (tree,))[:MAX_PARTS]
    each = _found((*_without_words(request, nodes), *_without_filters(request)), count)
    return each or _found(_without_absent_words(request, nodes, count), count)


def absent(request: SearchRequest, tree: Node, matches: Matches, count: Count) -> tuple[Remark, ...]:
    """Remark on the words and phrases that nothing on record has, where nothing was found."""
    if matches.total:
        return ()
    nodes = _absent(request, texts(tree)[:MAX_PARTS], count)
    words = [f"“{node.span.cut(request.q).strip(QUOTATION_MARKS)}”" for node in nodes]
    return (Remark(message=f"Nowhere on record: {', '.join(words)}.", parameter="q"),) if words else ()


def _found(changes: Iterable[Change], count: Count) -> tuple[Remedy, ...]:
    found = [
        Remedy(part=part, typed=typed, request=changed, total=total)
        for part, typed, changed in changes
        if (total := count(changed))
    ]
    return tuple(sorted(found, key=lambda remedy: -remedy.total))


def _without_words(request: SearchRequest, nodes: Sequence[Node]) -> Iterator[Change]:
    if len(nodes) == 1 and not _is_filtered(request):
        return  # without its only part a search asks for nothing
    for node in nodes:
        yield _without(request, (node,))


def _without_absent_words(request: SearchRequest, nodes: Sequence[Node], count: Count) -> Iterator[Change]:
    nowhere = _absent(request, nodes, count)
    if len(nowhere) > 1 and (len(nowhere) < len(nodes) or _is_filtered(request)):
        yield _without(request, nowhere)


def _absent(request: SearchRequest, nodes: Sequence[Node], count: Count) -> Sequence[Node]:
    """Return the parts of the query that nothing has, whatever else is asked."""
    alone = SearchRequest(view=request.view)
    return [node for node in nodes if not count(alone.asking(node.span.cut(request.q)))]


def _without(request: SearchRequest, nodes: Sequence[Node]) -> Change:
    rest = request.q
    for node in reversed(nodes):
        rest = f"{rest[: node.span.start]} {rest[node.span.end :]}"
    part = " ".join(node.span.cut(request.q) for node in nodes)
    return part, True, request.asking(" ".join(rest.split()))


def _is_filtered(request: SearchRequest) -> bool:
    return bool(request.filters or request.start or request.end)


def _without_filters(request: SearchRequest) -> Iterator[Change]:
    for facet in FILTERS:
        if any(chosen.facet == facet for chosen in request.filters):
            yield facet, False, request.without_filter(facet)
    if request.start or request.end:
        yield "date", False, request.between(None, None)
