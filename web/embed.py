"""The search as a part of other sites' pages: what their frames show, and the script that makes the frames.

Only the sites of the setting ``allowed_sites`` may show it; the browser sees to that (``frame-ancestors``).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal
from urllib.parse import urlencode

from flask import Blueprint, Response, request
from werkzeug.exceptions import NotFound

from search import DamagedSegment, IndexMismatch, IndexMissing
from search.invalid_query import InvalidQuery
from search.page import Remark, SearchPage
from search.request import InvalidRequest, SearchRequest
from web import accent, params, wording
from web.accent import Colour
from web.addresses import address
from web.errors import Problem, problem_of
from web.fragments import wants_fragment
from web.headers import content_policy
from web.installation import engine, settings
from web.links import neighbours, search_url
from web.rendering import as_html
from web.static_files import static_file

Theme = Literal["auto", "light", "dark"]

THEMES: tuple[Theme, ...] = ("auto", "light", "dark")
SHOWN = 5  # hits in a frame where nobody says how many
KEPT = 86_400  # seconds an accent's stylesheet may be kept

blueprint = Blueprint("embed", __name__)


@dataclass(frozen=True, slots=True)
class Look:
    """How the frame looks: ``accent`` is None for ours."""

    theme: Theme = "auto"
    accent: Colour | None = None

    def pairs(self) -> list[tuple[str, str]]:
        """Return the parameters that say so."""
        given = [("theme", self.theme, "auto"), ("accent", str(self.accent or ""), "")]
        return [(name, value) for name, value, default in given if value != default]


@blueprint.get("/embed")
def search() -> Response:
    """Show a search box and the results below it, for a frame; the fragment of it that htmx asks for."""
    look = _look()
    fields = {name: values for name, values in request.args.lists() if name not in ("theme", "accent")}
    asked = SearchRequest(q=request.args.get("q", ""))
    try:
        asked, remarks = params.parse(fields)
        asked = asked if "page_size" in fields else replace(asked, page_size=SHOWN)
        context = _answered(_page(asked), remarks, look)
    except (InvalidRequest, InvalidQuery, IndexMissing, IndexMismatch, DamagedSegment) as error:
        context = _refused(asked, problem_of(error), look)
    fragment = wants_fragment()
    status = context["problem"].status if context["problem"] else 200
    response = as_html("embedded.html" if fragment else "embed.html", status, **context)
    response.headers["Content-Security-Policy"] = content_policy(settings().allowed_sites)
    response.vary.update(("HX-Request",))
    response.cache_control.no_cache = True
    if fragment:
        response.headers["HX-Push-Url"] = "false"  # the history is that of the page around the frame
    return response


@blueprint.get("/embed.js")
def script() -> Response:
    """Give the script that other sites' pages load; it changes with us, so it is asked for anew each time."""
    response = static_file("embed.js")
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


@blueprint.get("/accent-<written>.css")
def accent_style(written: str) -> Response:
    """Give the stylesheet of an accent colour, six hexadecimal digits."""
    try:
        colour = Colour.of(written)
    except ValueError as error:
        raise NotFound(str(error)) from None
    response = Response(accent.stylesheet(colour), mimetype="text/css")
    response.cache_control.max_age = KEPT
    return response


def _look() -> Look:
    """Read how the frame shall look; InvalidRequest where there is no such look."""
    theme, colour = request.args.get("theme", "auto"), request.args.get("accent")
    if theme not in THEMES:
        raise InvalidRequest(f"theme “{theme[:20]}” is none. Choose auto, light or dark.", "theme")
    try:
        return Look(theme, Colour.of(colour) if colour else None)
    except ValueError as error:
        raise InvalidRequest(f"accent {error}", "accent") from None


def _page(asked: SearchRequest) -> SearchPage:
    """Return the answer, with the facets whose values the frame names: it shows none."""
    named = tuple(dict.fromkeys(chosen.facet for chosen in asked.filters))
    page = engine().search(replace(asked, facets=named))
    return replace(page, request=replace(page.request, facets=asked.facets))


def _answered(page: SearchPage, remarks: tuple[Remark, ...], look: Look) -> dict[str, Any]:
    asked, called, around = page.request, wording.names(page), neighbours(page.request, page.total)
    return {
        **_frame(asked, look),
        "problem": None,
        "page": page,
        "remarks": (*remarks, *page.warnings),
        "title": wording.sentence(asked, called),
        "sentence": wording.sentence(asked, called, page.total, relaxed=page.relaxed),
        "status": wording.total(page),
        "suggestion": page.suggestion and _url(asked.asking(page.suggestion), look),
        "before": around.prev and _url(around.prev, look),
        "after": around.next and _url(around.next, look),
        "last_page": around.last.page,
    }


def _refused(asked: SearchRequest, problem: Problem, look: Look) -> dict[str, Any]:
    mended = problem.suggestion and _url(asked.asking(problem.suggestion), look)
    said = wording.refusal(problem.status)
    return {
        **_frame(asked, look),
        "problem": problem,
        "title": said,
        "sentence": said,
        "status": problem.detail,
        "suggestion": mended,
    }


def _frame(asked: SearchRequest, look: Look) -> dict[str, Any]:
    """Return what the frame has around its results: its form keeps all but the words and the page."""
    kept = params.pairs(replace(asked, q="", page=1))
    return {
        "asked": asked,
        "look": look,
        "sites": settings().allowed_sites,
        "kept": [*kept, *look.pairs()],
        "whole": search_url(replace(asked, page=1, page_size=SearchRequest().page_size)),
    }


def _url(asked: SearchRequest, look: Look) -> str:
    """Return the address of a search in a frame of this look."""
    return f"{address('embed.search')}?{urlencode([*params.pairs(asked), *look.pairs()])}"
