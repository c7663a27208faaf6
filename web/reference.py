"""The page that tells people what the JSON endpoint takes and answers, with examples to try.

It shows what ``openapi`` describes to programs, from the same tables.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

import msgspec
from flask import Blueprint, Response

from search import Engine
from search.request import SearchRequest
from web.addresses import address, whole
from web.answers import quote_hit
from web.caching import conditional_page
from web.examples import Example, examples, samples
from web.installation import readable
from web.openapi import schemas
from web.operations import OPERATIONS, PROBLEMS, RULES, Operation, parameters
from web.parameter_table import Parameter
from web.rendering import printed

SIMPLE = {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false"}
FORMATS = {"date": "day", "uri-reference": "address"}

FILES: Sequence[tuple[str, Mapping[str, str], str]] = (
    ("exports.table", {"form": "csv"}, "all hits as a table; without page and page_size"),
    ("exports.table", {"form": "jsonl"}, "all hits, each on its line as search answers it; likewise"),
    ("exports.feed", {}, "an Atom feed, the newest first unless another order is asked for"),
    ("opensearch.description", {}, "what lets a browser add this search to its own, by OpenSearch"),
)
"""What of a search is not the endpoint's: its view, what varies in its address, what it is."""

blueprint = Blueprint("reference", __name__)


class Word(NamedTuple):
    """A part of what a type is in words; the name of a shape, where it is one."""

    text: str
    shape: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a shape, or a parameter: its name, its type in words, what it is for."""

    name: str
    type: tuple[Word, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Tried:
    """An example: what it asks, its address here, and whole."""

    says: str
    url: str
    whole: str


@blueprint.get("/api", strict_slashes=False)
def show() -> Response:
    """Show what can be asked of the endpoint and what it answers."""
    return conditional_page(None, "reference.html", _context)


def _context() -> dict[str, Any]:
    components = schemas()
    asked, hit = _examples()
    return {
        "base": _base(),
        "whole": whole(_base()),
        "files": FILES,
        "rules": RULES,
        "operations": OPERATIONS,
        "examples": {
            each.id: [_tried(each, one) for one in asked if one.operation == each.id] for each in OPERATIONS
        },
        "hit": hit,
        "parameters": [_of_parameter(each) for each in parameters()],
        "defaults": {each.name: each.default for each in parameters() if each.default},
        "shapes": {name: _members(schema) for name, schema in components.items()},
        "docs": {name: schema.get("description", "") for name, schema in components.items()},
        "problems": PROBLEMS,
    }


def words(schema: Mapping[str, Any]) -> tuple[Word, ...]:
    """Return what a schema asks for in words: "list of", "Topic" (a shape); "day", " or null".

    >>> "".join(word.text for word in words({"type": "array", "items": {"type": "integer"}}))
    'list of whole number'
    """
    match schema:
        case {"$ref": str(reference)}:
            return (Word(reference.rpartition("/")[2], shape=True),)
        case {"anyOf": list(choices)}:
            alternatives = [(Word(" or "), *words(choice)) for choice in choices]
            return tuple(chain.from_iterable(alternatives))[1:]
        case {"prefixItems": list(items)}:
            return (Word(f"[{', '.join(['whole number'] * len(items))}]"),)
        case {"items": Mapping() as item}:
            return (Word("list of "), *words(item))
        case {"enum": list(values)}:
            return (Word(" or ".join(map(str, values))),)
        case {"type": str(kind)}:
            return (Word(FORMATS.get(schema.get("format", ""), SIMPLE.get(kind, kind))),)
    return (Word("anything"),)


def _members(schema: Mapping[str, Any]) -> list[Member]:
    return [
        Member(name, words(each), each.get("description", ""))
        for name, each in schema.get("properties", {}).items()
    ]


def _of_parameter(parameter: Parameter) -> Member:
    return Member(parameter.name, words(msgspec.json.schema(parameter.type)), parameter.says)


def _examples() -> tuple[list[Example], str | None]:
    """Return what may be tried in the index, and a hit as it is answered; nothing where there is none."""
    running = readable()
    found = samples(running) if running else None
    return (examples(found), _hit(running, found.words)) if running and found else ([], None)


def _hit(running: Engine, words: str) -> str | None:
    hits = running.search(SearchRequest(q=words, page_size=1, facets=())).quote_hits
    return printed(quote_hit(hits[0])) if hits else None


def _base() -> str:
    return address("api.search").removesuffix("/search")


def _tried(operation: Operation, example: Example) -> Tried:
    path = operation.path
    if operation.place and example.place:
        path = path.replace(f"{{{operation.place.name}}}", quote(example.place, safe=""))
    asked = f"{path}?{urlencode(example.parameters)}" if example.parameters else path
    return Tried(example.says, _base() + asked, whole(_base() + asked))
