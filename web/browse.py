"""The pages to browse by: a speaker, an outlet, a topic, each made of links into searches; and about this."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, abort, redirect
from werkzeug.exceptions import NotFound

from index.confidence import SHARES
from search import InvalidRequest
from search.page import Bucket, SearchPage
from search.request import FacetName, SearchRequest
from web import links, wording
from web.addresses import address
from web.alternates import feed_alternate
from web.caching import conditional_page
from web.comparison import compared
from web.context import Context
from web.filters import bars
from web.installation import engine, readable, settings
from web.links import search_url

LATEST = 5  # quotes or articles
LISTED = 12  # values of a facet
SECTIONS: dict[FacetName, str] = {
    "speaker": "Who speaks",
    "topic": "On what",
    "outlet": "In which outlets",
    "verb": "Verbs used",
    "implies": "What the verbs imply",
    "kind": "How it was said",
}
"""The facets of a profile and what they are called there; its own is left out."""

COMPARED: tuple[FacetName, ...] = ("speaker", "topic", "implies", "kind")
"""What two outlets are compared by."""

MEASURED = {"articles": 84, "high": 98, "fair": 91, "reported": SHARES["name"][-1]}
"""By ``make reliability``: how many in 100 quotations were right of those given HIGH confidence, and FAIR.

``reported`` is the most that reported speech is given.
"""

blueprint = Blueprint("browse", __name__)


@blueprint.get("/<any(speaker, outlet, topic):facet>/<id_>")
def profile(facet: FacetName, id_: str) -> Response:
    """Show a speaker, an outlet or a topic: over time, with whom or what, and the latest quotes."""
    return conditional_page(None, "profile.html", lambda: _profiled(facet, id_))


def _profiled(facet: FacetName, id_: str) -> Context:
    """Return what a profile shows; NotFound, or a redirection to another address, where it shows nothing."""
    asked = SearchRequest(sort="newest", page_size=LATEST).with_filter(facet, id_)
    running = engine()
    try:
        page = running.search(asked)
    except InvalidRequest as error:
        raise NotFound(f"There is no such {facet}.") from error
    ids = page.request.chosen(facet)
    if len(ids) > 1:  # a name that several share
        abort(redirect(search_url(SearchRequest().with_filter(facet, id_))))
    articles = running.search(replace(asked.in_view("articles"), facets=()))
    if not page.total and not articles.total:
        raise NotFound(f"There is no such {facet}. It may have left the index with its articles.")
    if ids[0] != id_:
        abort(redirect(address("browse.profile", facet=facet, id_=ids[0])))
    every = SearchRequest().with_filter(facet, id_)
    return {
        "facet": facet,
        "id": id_,
        "feed": feed_alternate(every),
        "name": wording.names(page)[facet, id_],
        "person": running.person(id_) if facet == "speaker" else None,
        "page": page,
        "articles": articles,
        "quotes_url": search_url(every),
        "articles_url": search_url(every.in_view("articles")),
        "histogram": page.histogram and bars(page.histogram, every),
        "sections": [_section(page, every, name) for name in SECTIONS if name != facet],
        "others": _other_outlets(id_) if facet == "outlet" and page.total else (),
    }


@blueprint.get("/outlet/<id_>/against/<other>")
def against(id_: str, other: str) -> Response:
    """Set two outlets beside each other: whom each quotes, on what, and by which kind of verb."""
    return conditional_page(None, "against.html", lambda: _set_against(id_, other))


def _set_against(id_: str, other: str) -> Context:
    running = engine()
    asked = [SearchRequest(page_size=1).with_filter("outlet", each) for each in (id_, other)]
    pages = [running.search(each) for each in asked]
    if not all(page.total and len(page.request.filters) == 1 for page in pages):
        raise NotFound("One of these outlets quotes nobody here.")
    return {
        "sides": [
            {
                "name": wording.names(page)["outlet", page.request.chosen("outlet")[0]],
                "id": page.request.chosen("outlet")[0],
                "total": page.total,
                "url": search_url(SearchRequest(filters=page.request.filters)),
            }
            for page in pages
        ],
        "sections": [
            {"name": name, "heading": SECTIONS[name], "rows": compared(running, pages[0], pages[1], name)}
            for name in COMPARED
        ],
    }


@blueprint.get("/about")
def about() -> Response:
    """Say what is in the index, how it came there, how to ask, and how to report a mistake."""

    def said() -> Context:
        found = readable()
        return {
            "counts": found and found.counts(),
            "measured": MEASURED,
            "contact": settings().contact,
        }

    return conditional_page(None, "about.html", said)


def _other_outlets(id_: str) -> tuple[Bucket, ...]:
    """Return the outlets that quote most, but for one."""
    facet = engine().facet(SearchRequest(), "outlet", "", LISTED + 1)
    return tuple(bucket for bucket in facet.buckets if bucket.value != id_)[:LISTED]


def _section(page: SearchPage, every: SearchRequest, name: FacetName) -> dict[str, Any]:
    """Return a facet of the profile: its commonest values, each with the search for both."""
    facet = page.facet(name)
    shown = facet.buckets[:LISTED]
    return {
        "name": name,
        "heading": SECTIONS[name],
        "most": max((bucket.count for bucket in shown), default=0) or 1,
        "rows": [
            {
                "bucket": bucket,
                "url": search_url(every.with_filter(name, bucket.value)),
                "profile": links.profile_url(name, bucket.value),
            }
            for bucket in shown
        ],
        "all_url": links.values_url(every, name) if facet.size > len(shown) else None,
        "size": facet.size,
    }
