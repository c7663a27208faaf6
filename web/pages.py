"""The search page, whole or as the fragment htmx swaps; its suggestions and the long lists of its filters.

A search has one view and one context; htmx gets the fragment of it that it swaps, everybody else the page.
"""

from __future__ import annotations

from flask import Blueprint, Response, request

from search import DamagedSegment, IndexMismatch, IndexMissing
from search.facets import MAX_BUCKETS
from search.request import FacetName, InvalidRequest, SearchRequest
from search.syntax import InvalidQuery
from web import params
from web.context import answered, refused
from web.errors import problem_of
from web.filters import value_rows
from web.fragments import wants_fragment
from web.installation import engine
from web.links import search_url
from web.rendering import as_html
from web.suggestions import MAX_TYPED, grouped, suggested
from web.wording import PLURALS

LISTED = 1_000  # values on the page of a filter; nobody reads on
FOUND = 50  # values found by the words typed into a filter

blueprint = Blueprint("pages", __name__)

ROBOTS = """\
User-agent: *
Disallow: /api/
Disallow: /suggestions
Disallow: /values/*?
Disallow: /*?*speaker=
Disallow: /*?*outlet=
Disallow: /*?*topic=
Disallow: /*?*kind=
Disallow: /*?*implies=
Disallow: /*?*verb=
Disallow: /*?*from=
Disallow: /*?*to=
Disallow: /*?*sort=
Disallow: /*?*page
"""


@blueprint.get("/")
def search() -> Response:
    """Show the results of a search, or what is wrong with it in their place."""
    asked = SearchRequest(q=request.args.get("q", ""))
    try:
        asked, remarks = params.parse(request.query_string)
        context = answered(engine().search(asked), remarks, engine())
    except (InvalidRequest, InvalidQuery, IndexMissing, IndexMismatch, DamagedSegment) as error:
        context = refused(asked, problem_of(error))
    fragment = wants_fragment()
    status = context["problem"].status if context["problem"] else 200
    response = as_html("fragment.html" if fragment else "search.html", status, **context)
    response.vary.update(("HX-Request", "HX-History-Restore-Request"))
    response.cache_control.no_cache = True
    if fragment:
        # What is refused while it is being typed stays out of the history.
        response.headers["HX-Push-Url"] = "false" if context["problem"] else search_url(asked)
    return response


@blueprint.get("/suggestions")
def suggestions() -> Response:
    """Give the ways to go on from what was typed: people, outlets, topics, terms."""
    try:
        asked, _ = params.parse(request.query_string)
    except InvalidRequest:
        return as_html("suggestions.html", groups=())
    typed = asked.q[:MAX_TYPED]
    return as_html("suggestions.html", groups=grouped(suggested(asked, engine().suggest(typed))))


@blueprint.get("/values/<any(speaker, outlet, topic, implies, verb):facet>")
def values(facet: FacetName) -> Response:
    """List all values of a filter in a search, or those that begin like ``find``."""
    asked, _ = params.parse(request.query_string)
    find = request.args.get("find", "").strip()[:MAX_TYPED]
    fragment = wants_fragment()
    found = engine().facet(asked, facet, find, (FOUND if find else MAX_BUCKETS) if fragment else LISTED)
    response = as_html(
        "values_found.html" if fragment else "values.html",
        name=facet,
        plural=PLURALS[facet],
        entry=value_rows(asked, found),
        asked=asked,
        find=find,
        given=params.pairs(asked),
        everything=asked == SearchRequest(),
        back=search_url(asked),
    )
    response.vary.update(("HX-Request",))
    return response


@blueprint.get("/robots.txt")
def robots() -> Response:
    """Keep crawlers out of the endless combinations of filters."""
    return Response(ROBOTS, mimetype="text/plain")
