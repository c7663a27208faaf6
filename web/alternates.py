"""The other forms of a page: what its head links to, and the search page's own links to its files."""

from __future__ import annotations

from dataclasses import dataclass, replace

from search.request import SearchRequest
from web import params
from web.addresses import address, whole
from web.atom import feed_of, feed_url
from web.links import ENDPOINT, search_url


@dataclass(frozen=True, slots=True)
class Alternate:
    """A form of a page: what people call it, its media type and its address."""

    name: str
    type: str
    url: str


def file_url(request: SearchRequest, form: str) -> str:
    """Return the whole address of a search's hits as a file: "csv" or "jsonl"."""
    plain = SearchRequest()
    query = params.build(replace(request, page=plain.page, page_size=plain.page_size))
    return whole(address("exports.table", form=form) + (f"?{query}" if query else ""))


def feed_alternate(request: SearchRequest) -> Alternate:
    """Return the feed of a search."""
    return Alternate("Feed", "application/atom+xml", feed_url(feed_of(request)))


def alternates(request: SearchRequest) -> dict[str, Alternate]:
    """Return the other forms of a page of results: "csv", "jsonl" and "feed" begin at the first hit."""
    return {
        "feed": feed_alternate(request),
        "csv": Alternate("CSV", "text/csv", file_url(request, "csv")),
        "jsonl": Alternate("JSON lines", "application/jsonl", file_url(request, "jsonl")),
        "json": Alternate("JSON", "application/json", whole(search_url(request, ENDPOINT))),
    }
