"""What lets a browser add this search to its own: a description, and suggestions (OpenSearch 1.1)."""

from __future__ import annotations

from flask import Blueprint, Response, request

from web import params, rendering, wording
from web.installation import engine
from web.suggestions import MAX_TYPED, typed_out

blueprint = Blueprint("opensearch", __name__)


@blueprint.get("/opensearch.xml")
def description() -> Response:
    """Say where searches, their feeds, their JSON and suggestions are."""
    return Response(rendering.render("opensearch.xml"), mimetype="application/opensearchdescription+xml")


@blueprint.get("/suggest.json")
def suggestions() -> Response:
    """Give what was typed, ways to go on from it, and how much there is of each."""
    typed = params.parse({"q": [request.args.get("q", "")[:MAX_TYPED]]})[0].q
    found = engine().suggest(typed)
    counts = [wording.count(each.count, "quote" if each.kind == "speaker" else "article") for each in found]
    answer = [typed, [typed_out(typed, each) for each in found], counts]
    return rendering.as_json(answer, mimetype="application/x-suggestions+json")
