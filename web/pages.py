"""The search page, whole or as the fragment htmx swaps; its suggestions and the long lists of its filters.

A search has one view and one context; htmx gets the fragment of it that it swaps, everybody else the page.
"""

from __future__ import annotations

from flask import Blueprint, Response, request

from search import DamagedSegment, IndexMismatch, IndexMissing
from search.facets import MAX_BUCKETS
from search.invalid_query import InvalidQuery
from search.page import Remark
from search.request import FacetName, InvalidRequest, SearchRequest
from web import params
from web.caching import conditional_page
from web.context import Context, answered, refused
from web.errors import problem_of
from web.filters import value_rows
from web.fragments import wants_fragment
from web.installation import engine
from web.links import search_url
from web.parameter_table import MAX_VALUE, OF_VALUES
from web.rendering import as_html
from web.suggestions import grouped, ways_on
from web.wording import PLURALS

LISTED = 1_000  # values on the page of a filter; nobody reads on
FOUND = 50  # values found by the words typed into a filter

blueprint = Blueprint("pages", __name__)

ROBOTS = """\
User-agent: *
Disallow: /api/
Disallow: /suggest
Disallow: /search.
Disallow: /*/cite.
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
    fragment = wants_fragment()
    template = "fragment.html" if fragment else "search.html"
    try:
        asked, remarks = params.parse(request.query_string)
        decides = (params.build(asked), remarks)
        response = conditional_page(decides, template, lambda: _answer(asked, remarks))
        pushed = search_url(asked)
    except (InvalidRequest, InvalidQuery, IndexMissing, IndexMismatch, DamagedSegment) as error:
        problem = problem_of(error)
        response = as_html(template, problem.status, **refused(asked, problem))
        response.cache_control.no_cache = True
        pushed = "false"  # what is refused while it is being typed stays out of the history
    _vary(response)
    if fragment:
        response.headers["HX-Push-Url"] = pushed
    return response


def _answer(asked: SearchRequest, remarks: tuple[Remark, ...]) -> Context:
    running = engine()
    return answered(running.search(asked), remarks, running)


def _vary(response: Response) -> Response:
    """Tell caches what ``wants_fragment`` goes by."""
    response.vary.update(("HX-Request", "HX-History-Restore-Request"))
    return response


@blueprint.get("/suggestions")
def suggestions() -> Response:
    """Give the ways to go on from what was typed: people, outlets, topics, terms."""
    try:
        asked, _ = params.parse(request.query_string)
    except InvalidRequest:
        return as_html("suggestions.html", groups=())
    return as_html("suggestions.html", groups=grouped(ways_on(engine(), asked)))


@blueprint.get("/values/<any(speaker, outlet, topic, implies, verb):facet>")
def values(facet: FacetName) -> Response:
    """List all values of a filter in a search, or those that begin like ``find``."""
    asked, find, remarks = params.parse_list(request.query_string, OF_VALUES)
    fragment = wants_fragment()
    template = "values_found.html" if fragment else "values.html"
    most = (FOUND if find else MAX_BUCKETS) if fragment else LISTED

    def listed() -> Context:
        found, said = engine().remarked_facet(asked, facet, find, most)
        return {
            "name": facet,
            "plural": PLURALS[facet],
            "entry": value_rows(asked, found),
            "asked": asked,
            "find": find,
            "longest": MAX_VALUE,
            "remarks": (*remarks, *said),
            "given": params.pairs(asked),
            "everything": asked == SearchRequest(),
            "back": search_url(asked),
        }

    return _vary(conditional_page((params.build_list(asked, find), remarks), template, listed))


@blueprint.get("/robots.txt")
def robots() -> Response:
    """Keep crawlers out of the endless combinations of filters."""
    return Response(ROBOTS, mimetype="text/plain")
