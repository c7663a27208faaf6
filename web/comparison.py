"""Two searches side by side: the values of a facet, with the share each has in either."""

from __future__ import annotations

from dataclasses import dataclass

from search import Engine, SearchRequest
from search.page import SearchPage
from search.request import FacetName
from web.links import search_url

COUNTED = 1_000  # values of each side that are looked through
LISTED = 12


@dataclass(frozen=True, slots=True)
class Side:
    """How often one side has a value, which part of its quotes that is (0 to 1), and the search for them."""

    count: int
    share: float
    url: str


@dataclass(frozen=True, slots=True)
class Compared:
    """A value and its two sides."""

    label: str
    sides: tuple[Side, Side]


def compared(engine: Engine, one: SearchPage, other: SearchPage, name: FacetName) -> list[Compared]:
    """Return the values with the largest shares on either side, largest first."""
    counts = []
    labels: dict[str, str] = {}
    for page in (one, other):
        facet = engine.facet(page.request, name, "", COUNTED)
        counts.append({bucket.value: bucket.count for bucket in facet.buckets})
        labels |= {bucket.value: bucket.label for bucket in facet.buckets}

    def share(page: SearchPage, found: dict[str, int], value: str) -> float:
        return found.get(value, 0) / page.total

    def side(page: SearchPage, found: dict[str, int], value: str) -> Side:
        asked = SearchRequest(filters=page.request.filters).with_filter(name, value)
        return Side(found.get(value, 0), share(page, found, value), search_url(asked))

    order = sorted(labels, key=lambda v: (-max(share(one, counts[0], v), share(other, counts[1], v)), v))
    return [
        Compared(labels[value], (side(one, counts[0], value), side(other, counts[1], value)))
        for value in order[:LISTED]
    ]
