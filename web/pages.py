"""The pages: search, article, about; each the same with htmx, without it and without JavaScript.

A search has one view and one context; htmx gets the fragment of it that it swaps, everybody else the page.
"""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, make_response, redirect, render_template, url_for
from htmx_flask import request
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as Redirection

from search import DamagedSegment, IndexMismatch, IndexMissing
from search.page import Facet, Remark, SearchPage
from search.request import SORTS, VIEWS, FacetName, InvalidRequest, SearchRequest
from search.syntax import InvalidQuery
from web import links, params, wording
from web.engines import engine
from web.errors import Problem, problem_of
from web.links import search_url
from web.markup import paragraphs

blueprint = Blueprint("pages", __name__)

ROBOTS = """\
User-agent: *
Disallow: /api/
Disallow: /*?*speaker=
Disallow: /*?*outlet=
Disallow: /*?*topic=
Disallow: /*?*kind=
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
        context = _answered(engine().search(asked), remarks)
    except (InvalidRequest, InvalidQuery, IndexMissing, IndexMismatch, DamagedSegment) as error:
        context = _refused(asked, problem_of(error))
    fragment = wants_fragment()
    response = make_response(render_template("fragment.html" if fragment else "search.html", **context))
    response.status_code = context["problem"].status if context["problem"] else 200
    response.vary.update(("HX-Request", "HX-History-Restore-Request"))
    response.cache_control.no_cache = True
    if fragment:
        # What is refused while it is being typed stays out of the history.
        response.headers["HX-Push-Url"] = "false" if context["problem"] else search_url(asked)
    return response


def wants_fragment() -> bool:
    """Whether htmx asks for the part it swaps. A page restored from history is a whole one."""
    return bool(request.htmx) and not request.htmx.history_restore_request


@blueprint.get("/article/<id_>")
def article(id_: str) -> str:
    """Show an article's text with its quotes marked, each with an anchor of its own."""
    found = engine().article(id_)
    if found is None:
        raise NotFound("There is no such article. It may have been removed from the index.")
    return render_template("article.html", article=found, paragraphs=paragraphs(found))


@blueprint.get("/quote/<id_>")
def quote(id_: str) -> Redirection:
    """Lead to a quote in its article; where the article lost that quote, to the article."""
    running = engine()
    if found := running.quote(id_):
        where, which = found
        return redirect(url_for(".article", id_=where.id, _anchor=f"q-{which.id}"))
    article_id = id_.split("-", 1)[0]
    if running.article(article_id) is None:
        raise NotFound("There is no such quote. Its article may have been removed from the index.")
    return redirect(url_for(".article", id_=article_id))


@blueprint.get("/<any(speaker, outlet, topic):facet>/<id_>")
def values(facet: FacetName, id_: str) -> Redirection:
    """Lead to all that a speaker said, an outlet reported, or was said about a topic."""
    return redirect(search_url(SearchRequest().with_filter(facet, id_)))


@blueprint.get("/about")
def about() -> str:
    """Say what this is and how to ask."""
    return render_template("about.html")


@blueprint.get("/robots.txt")
def robots() -> Response:
    """Keep crawlers out of the endless combinations of filters."""
    return Response(ROBOTS, mimetype="text/plain")


@blueprint.get("/healthz")
def health() -> Response:
    """Answer 200 where searches can be answered, 503 where there is no index."""
    return Response(f"ok, generation {engine().generation}\n", mimetype="text/plain")


def _answered(page: SearchPage, remarks: tuple[Remark, ...]) -> dict[str, Any]:
    called = wording.names(page.facets)
    return {
        "problem": None,
        "page": page,
        "asked": page.request,
        "remarks": (*remarks, *page.warnings),
        "sentence": wording.sentence(page.request, called),
        "status": wording.total(page),
        "chips": _chips(page.request, called),
        "ways_back": _ways_back(page.request),
        "views": [(view, search_url(page.request.in_view(view))) for view in VIEWS],
        "sorts": [(sort, search_url(page.request.sorted_by(sort))) for sort in SORTS],
        "facets": [_facet(page.request, facet) for facet in page.facets],
        "unlisted": _unlisted(page),
        "neighbours": {name: to and search_url(to) for name, to in links.neighbours(page).items()},
        "last_page": links.last_page(page),
        "suggestion": page.suggestion and search_url(page.request.asking(page.suggestion)),
        "indexable": page.request == SearchRequest(q=page.request.q, view=page.request.view),
    }


def _refused(asked: SearchRequest, problem: Problem) -> dict[str, Any]:
    mended = problem.suggestion and search_url(asked.asking(problem.suggestion))
    return {
        "problem": problem,
        "asked": asked,
        "sentence": "Nothing to search yet" if problem.status == 503 else "This search could not be read",
        "status": problem.detail,
        "suggestion": mended,
        "indexable": False,
    }


def _chips(asked: SearchRequest, called: wording.Names) -> list[dict[str, Any]]:
    """Return what was chosen, each with the address of the search without it."""
    chips = [
        {
            "name": wording.name(chosen, called),
            "excluded": chosen.excluded,
            "url": search_url(asked.without_filter(chosen.facet, chosen.value)),
        }
        for chosen in asked.filters
    ]
    if asked.start or asked.end:
        url = search_url(asked.between(None, None))
        chips.append({"name": wording.days(asked.start, asked.end), "excluded": False, "url": url})
    return chips


def _ways_back(asked: SearchRequest) -> list[tuple[str, str]]:
    """Return where to go from a search that found nothing."""
    ways = []
    if asked.page > 1:
        ways.append(("Back to the first page", asked.on_page(1)))
    if asked.filters or asked.start or asked.end:
        ways.append(("Search without the filters", SearchRequest(q=asked.q, view=asked.view)))
    if asked.view == "quotes" and asked.q:
        ways.append(("Search whole articles", asked.in_view("articles")))
    ways.append(("Show everything", SearchRequest(view=asked.view)))
    return [(words, search_url(way)) for words, way in ways]


def _facet(asked: SearchRequest, facet: Facet) -> dict[str, Any]:
    buckets = [
        {
            "bucket": bucket,
            "label": bucket.label,
            "toggle": search_url(links.toggled(asked, facet, bucket)),
            "exclude": None if bucket.start else search_url(links.excluded(asked, facet, bucket)),
        }
        for bucket in facet.buckets
    ]
    return {"facet": facet, "buckets": buckets, "most": max((b.count for b in facet.buckets), default=0)}


def _unlisted(page: SearchPage) -> list[tuple[str, str]]:
    """Return the filters no checkbox stands for, so that the form keeps them all the same."""
    listed = {(facet.name, bucket.value) for facet in page.facets for bucket in facet.buckets}
    return [
        (("-" if f.excluded else "") + f.facet, f.value)
        for f in page.request.filters
        if f.excluded or (f.facet, f.value) not in listed
    ]
