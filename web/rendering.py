"""Templates and JSON by means of our own: a host's settings of both neither change nor are changed."""

from __future__ import annotations

from typing import Any

import msgspec
from flask import Response
from jinja2 import Environment, PackageLoader, StrictUndefined

from index.identity import slug
from web import wording
from web.addresses import address, whole
from web.links import profile_url, search_url, text_fragment
from web.markup import evidence_anchor, highlight
from web.quotation import quotation
from web.static_files import asset, own_style
from web.surroundings import around

# Templates are a part of the program, which is another one only after a restart.
_TEMPLATES = Environment(
    loader=PackageLoader("web"), autoescape=True, auto_reload=False, undefined=StrictUndefined
)
_TEMPLATES.globals |= {
    "address": address,
    "around": around,
    "asset": asset,
    "evidence_anchor": evidence_anchor,
    "highlight": highlight,
    "own_style": own_style,
    "profile_url": profile_url,
    "quotation": quotation,
    "search_url": search_url,
    "slug": slug,
    "text_fragment": text_fragment,
    "whole": whole,
    "wording": wording,
}

_TEMPLATES.filters["number"] = wording.number


def render(template: str, **context: Any) -> str:
    """Return a template filled in; every text in it is escaped."""
    return _TEMPLATES.get_template(template).render(context)


def as_html(template: str, status: int = 200, /, **context: Any) -> Response:
    """Return a template filled in as an answer, as HTML also where a host's own kind of answer is another."""
    return Response(render(template, **context), status, mimetype="text/html")


def printed(value: Any) -> str:
    """Return the same JSON as people read it, indented."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()


def as_json(value: Any, status: int = 200, mimetype: str = "application/json") -> Response:
    """Return a shape, or plain data, as JSON, characters as they are, keys in their order."""
    return Response(msgspec.json.encode(value) + b"\n", status, mimetype=mimetype)
