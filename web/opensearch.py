"""What lets a browser add this search to its own: a description, and suggestions (OpenSearch 1.1)."""

from __future__ import annotations

from flask import Blueprint, Response, request

from search.request import MAX_QUERY, SearchRequest
from web import params, rendering
from web.caching import conditional
from web.installation import engine
from web.static_files import asset
from web.suggestions import typed_out, ways_on

MEDIA_TYPE = "application/opensearchdescription+xml"

blueprint = Blueprint("opensearch", __name__)


@blueprint.get("/opensearch.xml")
def description() -> Response:
    """Say where searches, their feeds, their JSON and suggestions are."""
    return conditional(
        asset("icon.svg"), lambda: Response(rendering.render("opensearch.xml"), mimetype=MEDIA_TYPE)
    )


@blueprint.get("/suggest.json")
def suggestions() -> Response:
    """Give what was typed, ways to go on from it, and how much there is of each."""
    typed = params.parse({"q": [request.args.get("q", "")[:MAX_QUERY]]})[0].q

    def answer() -> Response:
        found = ways_on(engine(), SearchRequest(q=typed))
        words = [typed_out(typed, each.completion) for each in found]
        return rendering.as_json(
            [typed, words, [each.count for each in found]], mimetype="application/x-suggestions+json"
        )

    return conditional(typed, answer)
