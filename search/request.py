"""What is asked of the engine: one immutable value, made by every front door."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal, get_args

View = Literal["quotes", "articles"]
Sort = Literal["relevance", "newest", "oldest"]
FacetName = Literal["speaker", "outlet", "topic", "kind", "implies", "verb"]
Counted = Literal["speaker", "topic", "outlet", "date", "kind", "implies", "verb"]

VIEWS: tuple[View, ...] = get_args(View)
SORTS: tuple[Sort, ...] = get_args(Sort)
FILTERS: tuple[FacetName, ...] = get_args(FacetName)
COUNTED: tuple[Counted, ...] = get_args(Counted)
"""The facets that are counted, in their order."""

MAX_PAGE_SIZE = 100
MAX_DEPTH = 10_000  # past this hit nobody reads on; an export is the way to all of them
MAX_QUERY = 1_000  # characters


class InvalidRequest(ValueError):
    """A request that cannot be answered; ``parameter`` names the part at fault, ``costly`` one too deep."""

    def __init__(self, message: str, parameter: str, *, costly: bool = False) -> None:
        super().__init__(message)
        self.parameter = parameter
        self.costly = costly


@dataclass(frozen=True, slots=True, order=True)
class Filter:
    """One chosen value of a facet, by id or by name; ``excluded`` asks for everything but it."""

    facet: FacetName
    value: str
    excluded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """A search: what was typed, the view, the facet values chosen, the days, the order and the page.

    Values of one facet widen (OR), facets narrow each other (AND). ``start`` and ``end`` are days,
    both included. ``page`` counts from 1. In either view one quote must satisfy all that is asked of
    quotes together: speaker and kind, and in the quotes view the topic. ``facets`` are those to count; each
    takes its time.
    """

    q: str = ""
    view: View = "quotes"
    filters: tuple[Filter, ...] = ()
    start: dt.date | None = None
    end: dt.date | None = None
    sort: Sort = "relevance"
    page: int = 1
    page_size: int = 10
    facets: tuple[Counted, ...] = COUNTED

    def validate(self) -> SearchRequest:
        """Return the request itself, or raise InvalidRequest naming the value, the reason and the way out."""
        if self.view not in VIEWS:
            raise InvalidRequest(f"There is no view “{self.view}”. Use quotes or articles.", "view")
        if self.sort not in SORTS:
            raise InvalidRequest(f"Cannot sort by “{self.sort}”. Use relevance, newest or oldest.", "sort")
        if len(self.q) > MAX_QUERY:
            raise InvalidRequest(
                f"The query has {len(self.q):,} characters. Use {MAX_QUERY:,} at most.", "q", costly=True
            )
        if not 1 <= self.page_size <= MAX_PAGE_SIZE:
            raise InvalidRequest(f"page_size {self.page_size} is not from 1 to {MAX_PAGE_SIZE}.", "page_size")
        if self.page < 1:
            raise InvalidRequest(f"There is no page {self.page}. Pages count from 1.", "page")
        if self.page * self.page_size > MAX_DEPTH:
            raise InvalidRequest(
                f"Page {self.page} of {self.page_size} lies past the {MAX_DEPTH:,}th result. "
                "Narrow the search by a filter or by dates.",
                "page",
                costly=True,
            )
        for name in self.facets:
            if name not in COUNTED:
                known = ", ".join(COUNTED)
                raise InvalidRequest(f"There is no facet “{name}”. Name one at a time: {known}.", "facets")
        if self.start and self.end and self.start > self.end:
            raise InvalidRequest(f"The dates run backwards: from {self.start} to {self.end}.", "from")
        return self

    def chosen(self, facet: FacetName, *, excluded: bool = False) -> tuple[str, ...]:
        """Return the values chosen, or excluded, of a facet."""
        return tuple(f.value for f in self.filters if f.facet == facet and f.excluded == excluded)

    def with_filter(self, facet: FacetName, value: str, *, excluded: bool = False) -> SearchRequest:
        """Return a copy with the value chosen (or excluded) as well, back on page 1."""
        kept = tuple(f for f in self.filters if (f.facet, f.value) != (facet, value))
        return replace(self, filters=(*kept, Filter(facet, value, excluded)), page=1)

    def without_filter(self, facet: FacetName, value: str | None = None) -> SearchRequest:
        """Return a copy without that value, or without any of that facet, back on page 1."""
        kept = tuple(f for f in self.filters if f.facet != facet or (value is not None and f.value != value))
        return replace(self, filters=kept, page=1)

    def between(self, start: dt.date | None, end: dt.date | None) -> SearchRequest:
        """Return a copy for those days, both included, back on page 1."""
        return replace(self, start=start, end=end, page=1)

    def asking(self, q: str) -> SearchRequest:
        """Return a copy with another query, back on page 1."""
        return replace(self, q=q, page=1)

    def on_page(self, page: int) -> SearchRequest:
        """Return a copy on another page."""
        return replace(self, page=page)

    def sorted_by(self, sort: Sort) -> SearchRequest:
        """Return a copy in another order, back on page 1."""
        return replace(self, sort=sort, page=1)

    def in_view(self, view: View) -> SearchRequest:
        """Return a copy in the other view, back on page 1."""
        return replace(self, view=view, page=1)
