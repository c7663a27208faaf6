"""The JSON endpoint: what the pages show, as data, in the shapes its description states (``openapi``)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from flask import Blueprint, Response, request
from werkzeug.exceptions import NotFound

from search.page import Remark
from search.request import FILTERS, FacetName
from web import answers, params
from web.addresses import address
from web.caching import conditional
from web.examples import samples
from web.installation import engine, readable, settings
from web.openapi import description
from web.parameter_table import OF_ENDPOINT, OF_SUGGESTIONS
from web.params import echo
from web.rendering import as_json
from web.shapes import Shape
from web.suggestions import MAX_TYPED, ways_on

VERSION = "v1"
GONE = "Its article may have been removed from the index."
TOO_LONG = Remark(message=f"Suggestions are given for {MAX_TYPED} characters at most.", parameter="q")

blueprint = Blueprint("api", __name__, url_prefix=f"/api/{VERSION}")


@blueprint.after_request
def _described(response: Response) -> Response:
    """Say where all of this is described (RFC 8631)."""
    for relation, view in (("service-desc", "api.describe"), ("service-doc", "reference.show")):
        response.headers.add("Link", f'<{address(view)}>; rel="{relation}"')
    return response


@blueprint.get("/search")
def search() -> Response:
    """Answer a search."""
    asked, remarks = params.parse(request.query_string, OF_ENDPOINT)
    return _conditional(
        (params.build(asked), remarks), lambda: answers.results(engine().search(asked), remarks)
    )


@blueprint.get("/facets/<name>")
def facet(name: str) -> Response:
    """Answer with a page of all values of a facet in a search, or of those that begin like ``find``."""
    known = _facet_name(name)
    asked, find, remarks = params.parse_list(request.query_string)

    def listed() -> Shape:
        skip = (asked.page - 1) * asked.page_size
        found, said = engine().remarked_facet(asked, known, find, asked.page_size, skip=skip)
        return answers.facet_values(asked, known, find, found, (*remarks, *said))

    return _conditional((params.build_list(asked, find), remarks), listed)


@blueprint.get("/suggest")
def suggest() -> Response:
    """Answer with the ways to go on from what was typed."""
    asked, remarks = params.parse(request.query_string, OF_SUGGESTIONS)
    if len(asked.q) > MAX_TYPED:
        remarks = (*remarks, TOO_LONG)
    return _conditional(
        (params.build(asked), remarks),
        lambda: answers.suggestions(ways_on(engine(), asked), remarks),
    )


@blueprint.get("/articles/<id_>")
def article(id_: str) -> Response:
    """Answer with an article's text, its quotes and its topics."""

    def found(remarks: Sequence[Remark]) -> Shape:
        article = engine().article(id_)
        if article is None:
            raise NotFound(f"There is no article {echo(id_)}. It may have been removed from the index.")
        return answers.article_answer(article, remarks)

    return _one(found)


@blueprint.get("/quotes/<id_>")
def quote(id_: str) -> Response:
    """Answer with a quote and the article it stands in."""

    def found(remarks: Sequence[Remark]) -> Shape:
        quote = engine().quote(id_)
        if quote is None:
            raise NotFound(f"There is no quote {echo(id_)}. {GONE}")
        return answers.quote_answer(*quote, remarks)

    return _one(found)


@blueprint.get("/speakers/<id_>")
def speaker(id_: str) -> Response:
    """Answer with who a speaker is, as the articles state it."""

    def found(remarks: Sequence[Remark]) -> Shape:
        person = engine().person(id_)
        if person is None:
            raise NotFound(f"There is no speaker {echo(id_)}. Ids are found by suggest and in searches.")
        return answers.speaker_answer(person, engine().forms(id_), remarks)

    return _one(found)


@blueprint.get("/openapi.json")
def describe() -> Response:
    """Describe all of this for programs: OpenAPI 3.1."""
    return conditional(None, lambda: as_json(described()))


def described() -> dict[str, Any]:
    """Return the description of the endpoint, with examples of the index where there is one."""
    running = readable()
    found = samples(running) if running else None
    server = address("api.search").removesuffix("/search")
    return description(server, found.values if found else {}, settings().contact)


def _one(found: Callable[[Sequence[Remark]], Shape]) -> Response:
    """Return one thing, whose address takes no parameters."""
    remarks = params.unread(request.query_string)
    return _conditional(remarks, lambda: found(remarks))


def _conditional(decides: object, make: Callable[[], Shape]) -> Response:
    return conditional(decides, lambda: as_json(make()))


def _facet_name(name: str) -> FacetName:
    for known in FILTERS:
        if known == name:
            return known
    raise NotFound(f"There is no list of {echo(name)}. There are: {', '.join(FILTERS)}.")
