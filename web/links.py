"""Addresses of searches: every link of a page or an answer is built here from a changed request."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import quote

from search.page import Bucket, Facet
from search.request import FILTERS, MAX_DEPTH, FacetName, SearchRequest
from web import params
from web.addresses import address

FRAGMENT_WORDS = 5
PROFILED = ("speaker", "outlet", "topic")
PAGE, ENDPOINT = "pages.search", "api.search"
NO_VALUE = Bucket("\0", "", 0)  # stands for a value of a filter; none has this character

Change = Callable[[SearchRequest, Facet, Bucket], SearchRequest]
"""What a bucket does to a search: ``toggled`` or ``excluded``."""


def search_url(request: SearchRequest, endpoint: str = PAGE) -> str:
    """Return the address of a search, on the page or on the JSON endpoint."""
    query = params.build(request)
    base = address(endpoint)
    return f"{base}?{query}" if query else base


def facet_url(request: SearchRequest, name: FacetName, find: str) -> str:
    """Return the address of a page of a facet's values, or of those that ``find`` finds, as JSON."""
    query = params.build_list(request, find)
    base = address("api.facet", name=name)
    return f"{base}?{query}" if query else base


def toggled(request: SearchRequest, facet: Facet, bucket: Bucket) -> SearchRequest:
    """Return the request with the bucket chosen, or no longer chosen where it was."""
    if bucket.start is not None:
        chosen = (request.start, request.end) == (bucket.start, bucket.end)
        return request.between(None, None) if chosen else request.between(bucket.start, bucket.end)
    name = _filter_name(facet.name)
    if bucket.selected:
        return request.without_filter(name, bucket.value)
    return request.with_filter(name, bucket.value)


def excluded(request: SearchRequest, facet: Facet, bucket: Bucket) -> SearchRequest:
    """Return the request with the bucket excluded, or no longer excluded where it was."""
    name = _filter_name(facet.name)
    if bucket.excluded:
        return request.without_filter(name, bucket.value)
    return request.with_filter(name, bucket.value, excluded=True)


def bucket_urls(request: SearchRequest, facet: Facet, change: Change) -> Callable[[Bucket], str]:
    """Return what gives the address of the search that a change makes, for one bucket after another.

    A page has a hundred of them, alike but for the value: the address is built once, the values put in after.
    """
    name = _filter_name(facet.name)
    before, _, after = search_url(change(request, facet, NO_VALUE)).partition(params.quoted(NO_VALUE.value))
    asked = {*request.chosen(name), *request.chosen(name, excluded=True)}

    def url(bucket: Bucket) -> str:
        if bucket.selected or bucket.excluded or bucket.value in asked:
            return search_url(change(request, facet, bucket))
        return f"{before}{params.quoted(bucket.value)}{after}"

    return url


def day_urls(request: SearchRequest) -> Callable[[str, str], str]:
    """Return what gives the address of the search between two days (ISO 8601), for one pair after another."""
    first, last = dt.date.min, dt.date.max
    before, _, after = search_url(request.between(first, last)).partition(f"from={first}&to={last}")
    return lambda start, end: f"{before}from={start}&to={end}{after}"


def cleared(request: SearchRequest, name: str) -> SearchRequest:
    """Return the request without anything chosen or excluded of a facet, of the date facet the days."""
    if name == "date":
        return request.between(None, None)
    return request.without_filter(_filter_name(name))


def values_url(request: SearchRequest, name: str) -> str:
    """Return the address of the list of all values of a facet in a search."""
    query = params.build(request.on_page(1))
    base = address("pages.values", facet=name)
    return f"{base}?{query}" if query else base


def profile_url(name: str, value: str) -> str | None:
    """Return the address of the page about a speaker, an outlet or a topic; None for other facets."""
    return address("browse.profile", facet=name, id_=value) if name in PROFILED else None


def text_fragment(words: str) -> str:
    """Return the end of an address that opens a page at these words, in browsers that can.

    The first and the last words stand for all; see the WICG's draft "URL Fragment Text Directives".
    """
    found = words.split()
    first, last = " ".join(found[:FRAGMENT_WORDS]), " ".join(found[-FRAGMENT_WORDS:])
    whole = len(found) <= 2 * FRAGMENT_WORDS
    parts = [" ".join(found)] if whole else [first, last]
    return "#:~:text=" + ",".join(quote(part, safe="").replace("-", "%2D") for part in parts)


class Neighbours(NamedTuple):
    """The requests for the first, previous, next and last page; None where there is none."""

    first: SearchRequest
    prev: SearchRequest | None
    next: SearchRequest | None
    last: SearchRequest


def last_page(request: SearchRequest, total: int) -> int:
    """Return the last page of ``total`` results that may be asked for, at least 1."""
    pages = -(-total // request.page_size)
    return max(1, min(pages, MAX_DEPTH // request.page_size))


def neighbours(request: SearchRequest, total: int) -> Neighbours:
    """Return the pages around this one of ``total`` results; past the last one the previous is the last."""
    here, last = request.page, last_page(request, total)
    return Neighbours(
        first=request.on_page(1),
        prev=request.on_page(min(here - 1, last)) if here > 1 else None,
        next=request.on_page(here + 1) if here < last else None,
        last=request.on_page(last),
    )


def _filter_name(name: str) -> FacetName:
    for known in FILTERS:
        if known == name:
            return known
    raise KeyError(name)
