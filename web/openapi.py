"""The description of the JSON endpoint for programs: OpenAPI 3.1, made of ``operations`` and ``shapes``.

See https://spec.openapis.org/oas/v3.1.1; ``reference`` shows the same to people.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from http import HTTPStatus
from importlib.metadata import version
from typing import Any

import msgspec

from web import shapes
from web.operations import ALWAYS, OPERATIONS, PROBLEMS, RULES, TAGS, Operation, parameters
from web.parameter_table import MAX_FILTERS, Parameter
from web.shapes import Shape

SUMMARY = "Who said what, about what, when, and which outlet reported it."
REFERENCE = "#/components/schemas/{name}"

HEADERS = {
    "ETag": {"description": "Names this answer, for If-None-Match.", "schema": {"type": "string"}},
    "Cache-Control": {"description": "Who may keep it, and how long.", "schema": {"type": "string"}},
    "Retry-After": {"description": "Seconds to wait.", "schema": {"type": "integer", "minimum": 0}},
    "WWW-Authenticate": {"description": "How to sign on.", "schema": {"type": "string"}},
}
OF_REFUSALS = {
    HTTPStatus.UNAUTHORIZED: "WWW-Authenticate",
    HTTPStatus.FORBIDDEN: "WWW-Authenticate",
    HTTPStatus.TOO_MANY_REQUESTS: "Retry-After",
    HTTPStatus.SERVICE_UNAVAILABLE: "Retry-After",
}
"""The headers that requests which are not answered may be told more in, by status."""

SIGNED: Mapping[str, Sequence[str]] = {"token": ()}
TOKEN = {
    "type": "http",
    "scheme": "bearer",
    "description": "Where the server wants a sign-on; `onrecord token add` makes one.",
}
NOT_MODIFIED = {"description": "You have this very answer: its ETag is the one you sent."}
TOO_LONG = {"description": "The address is longer than the server reads: 8,190 bytes where it is our own."}


def description(server: str, samples: Mapping[str, str], contact: str | None) -> dict[str, Any]:
    """Return the description of the endpoint at ``server``, an address without scheme and host.

    ``samples`` are examples: of parameters by their names, of what stands in a path by the operation's.
    """
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Onrecord",
            "version": version("onrecord"),
            "summary": SUMMARY,
            "description": "\n".join(f"- {rule.replace('<', '&lt;')}" for rule in RULES),
            "license": {"name": "MIT", "identifier": "MIT"},
            **({"contact": _contact(contact)} if contact else {}),
        },
        "servers": [{"url": server}],
        "tags": [{"name": name, "description": says} for name, says in TAGS.items()],
        "paths": {
            **{each.path: {each.method.lower(): _operation(each, samples)} for each in OPERATIONS},
            "/openapi.json": {"get": _itself()},
        },
        "security": [{}, SIGNED],
        "components": {
            "securitySchemes": {"token": TOKEN},
            "schemas": schemas(),
            "parameters": {each.name: _parameter(each, samples.get(each.name)) for each in parameters()},
            "headers": HEADERS,
            "responses": {_name(status): _problem(status, says) for status, says in PROBLEMS.items()}
            | {"NotModified": NOT_MODIFIED, "TooLong": TOO_LONG},
        },
    }


def schemas() -> dict[str, Any]:
    """Return the JSON schema of every shape by its name."""
    known = [shape for each in OPERATIONS for shape in (*each.answers, *filter(None, (each.takes,)))]
    _, components = msgspec.json.schema_components([*known, shapes.Problem], ref_template=REFERENCE)
    return {name: _typed(schema) for name, schema in components.items()}


def _operation(operation: Operation, samples: Mapping[str, str]) -> dict[str, Any]:
    place = operation.place
    in_path = [_parameter(place, samples.get(operation.id), "path")] if place else []
    refs = [{"$ref": f"#/components/parameters/{each.name}"} for each in operation.parameters]
    return {
        "operationId": operation.id,
        "tags": [operation.tag],
        "summary": operation.summary,
        "description": operation.says,
        "parameters": [*in_path, *refs],
        **(_sent(operation.takes) if operation.takes else {}),
        "responses": {
            "200": _answer(operation.answers, kept=not operation.takes) | _links(operation),
            **_others(operation.refusals, kept=not operation.takes),
        },
    }


def _sent(shape: type[Shape]) -> dict[str, Any]:
    """Return what says that a shape is sent, or several, by somebody with a token."""
    one = {"$ref": REFERENCE.format(name=shape.__name__)}
    several = {"type": "array", "items": one, "minItems": 1}
    return {
        "security": [SIGNED],
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {"schema": {"anyOf": [one, several]}},
                "application/jsonl": {"schema": {"type": "string"}},
            },
        },
    }


def _itself() -> dict[str, Any]:
    return {
        "operationId": "describe",
        "tags": ["Description"],
        "summary": "This description",
        "description": "OpenAPI 3.1; its examples are of the index that is served.",
        "responses": {
            "200": _given("The description.", {"type": "object", "required": ["openapi", "paths"]}),
            **_others(ALWAYS),
        },
    }


def _answer(answers: Sequence[type[Shape]], *, kept: bool) -> dict[str, Any]:
    refs = [{"$ref": REFERENCE.format(name=answer.__name__)} for answer in answers]
    says = " Or: ".join((answer.__doc__ or "").partition("\n")[0] for answer in answers)
    return _given(says, refs[0] if len(refs) == 1 else {"anyOf": refs}, kept=kept)


def _links(operation: Operation) -> dict[str, Any]:
    """Return what an answer's ids may be used for next."""
    links = {
        f"{operation.id}-{other}": {
            "operationId": other,
            "parameters": {"id": f"$response.body#{pointer}"},
        }
        for other, pointer in operation.leads.items()
    }
    return {"links": links} if links else {}


def _given(says: str, schema: Mapping[str, Any], *, kept: bool = True) -> dict[str, Any]:
    """Return an answer; one that may be kept has the headers for that."""
    names = ("ETag", "Cache-Control") if kept else ()
    return {
        "description": says,
        "headers": _headers(*names),
        "content": {"application/json": {"schema": schema}},
    }


def _headers(*names: str) -> dict[str, Any]:
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def _others(statuses: Iterable[HTTPStatus], *, kept: bool = True) -> dict[str, Any]:
    """Return the answers besides 200 by their status."""
    unchanged = {"304": "NotModified"} if kept else {}
    named = unchanged | {"414": "TooLong"} | {str(int(each)): _name(each) for each in statuses}
    return {status: {"$ref": f"#/components/responses/{name}"} for status, name in sorted(named.items())}


def _problem(status: HTTPStatus, says: str) -> dict[str, Any]:
    schema = {"$ref": REFERENCE.format(name=shapes.Problem.__name__)}
    found: dict[str, Any] = {
        "description": says,
        "content": {"application/problem+json": {"schema": schema}},
    }
    if header := OF_REFUSALS.get(status):
        found["headers"] = _headers(header)
    return found


def _parameter(parameter: Parameter, sample: str | None, place: str = "query") -> dict[str, Any]:
    schema = _typed(msgspec.json.schema(parameter.type))
    if parameter.repeatable:
        schema["maxItems"] = MAX_FILTERS
    if parameter.default is not None:
        schema["default"] = parameter.default
    described: dict[str, Any] = {
        "name": parameter.name,
        "in": place,
        "required": place == "path",
        "description": parameter.says,
        "schema": schema,
    }
    if place == "query":
        described["allowEmptyValue"] = True  # a form sends its empty fields too: they ask for nothing
    if sample:
        described["example"] = [sample] if parameter.repeatable else sample
    return described


def _typed(schema: Any) -> Any:
    """Return a schema in which every choice says that it is one of words, which some programs need."""
    if isinstance(schema, list):
        return [_typed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    typed = {name: _typed(value) for name, value in schema.items()}
    return {"type": "string", **typed} if "enum" in schema else typed


def _contact(contact: str) -> dict[str, str]:
    return {"email": contact} if "@" in contact and "/" not in contact else {"url": contact}


def _name(status: HTTPStatus) -> str:
    """Return what a response is called among the components: "BadRequest"."""
    return "".join(filter(str.isalpha, status.phrase))
