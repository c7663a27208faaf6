"""What went wrong, said the same way to everybody: a page for readers, problem+json for programs."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from http import HTTPStatus

from flask import Response, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException, MethodNotAllowed, NotFound, default_exceptions

from search import DamagedSegment, IndexMismatch, IndexMissing, InvalidQuery, InvalidRequest
from web import rendering, shapes
from web.bare import bare_page
from web.request_log import request_id
from web.sign_on import let_in

_log = logging.getLogger("onrecord.errors")

MEDIA_TYPE = "application/problem+json"
NO_INDEX = "There is no index yet. Make one with: onrecord index FOLDER"
OTHER_VERSION = "The index was made by another version of Onrecord. Make it anew with: onrecord rebuild"
DAMAGED = "A file of the index is damaged. Find out which with: onrecord verify"
NOTHING = "There is nothing at this address. It may be mistyped, or lead to what is no longer here."
OURS = "The fault is ours, not yours. Whoever keeps the server finds it in the log, by the id"
ANSWERED = (InvalidRequest, InvalidQuery, IndexMissing, IndexMismatch, DamagedSegment)
"""The errors besides HTTP's own that have an answer."""

HTTP_ERRORS: tuple[type[Exception], ...] = (HTTPException, *default_exceptions.values())
"""HTTP's errors, in general and one by one: a host's page for 404 goes before ours for errors in general."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A request that was not answered.

    ``position`` counts characters of the query, ``suggestion`` is a mended query.
    """

    status: int
    detail: str
    parameter: str | None = None
    position: int | None = None
    suggestion: str | None = None

    @property
    def title(self) -> str:
        """The status in words: "Bad Request"."""
        return HTTPStatus(self.status).phrase

    def shape(self, instance: str) -> shapes.Problem:
        """Return the object of RFC 9457 about the path ``instance``."""
        return shapes.Problem(
            type="about:blank",
            title=self.title,
            status=self.status,
            detail=self.detail,
            instance=instance,
            parameter=self.parameter,
            position=self.position,
            suggestion=self.suggestion,
        )


def problem_of(error: Exception) -> Problem:
    """Return what to say of an error: 4xx where the asker can mend it, 503 without an index, else 500."""
    match error:
        case InvalidRequest():
            return Problem(status=422 if error.costly else 400, detail=str(error), parameter=error.parameter)
        case InvalidQuery():
            return Problem(
                status=422 if error.costly else 400,
                detail=error.message,
                parameter="q",
                position=error.position,
                suggestion=error.suggestion,
            )
        case IndexMissing():
            return Problem(status=503, detail=NO_INDEX)
        case DamagedSegment():
            return Problem(status=503, detail=DAMAGED)
        case IndexMismatch():
            return Problem(status=503, detail=OTHER_VERSION)
        case NotFound(description=NotFound.description):
            return Problem(status=404, detail=NOTHING)
        case MethodNotAllowed(valid_methods=taken) if taken:
            detail = f"This address does not take {request.method}. It takes {', '.join(sorted(taken))}."
            return Problem(status=405, detail=detail)
        case HTTPException(code=int(code)) if code != HTTPStatus.INTERNAL_SERVER_ERROR:
            return Problem(status=code, detail=error.description or "")
        case _:
            _log.error("Request %s failed: %r", request_id(), getattr(error, "original_exception", error))
            return Problem(status=500, detail=f"{OURS} {request_id()}".strip() + ".")


def answer(error: Exception) -> ResponseReturnValue:
    """Return the response to an error; what is a redirection to Werkzeug stays one."""
    if isinstance(error, HTTPException) and (error.code is None or error.code < HTTPStatus.BAD_REQUEST):
        return error.get_response()
    problem = problem_of(error)
    if _asked_by_a_program():
        response = as_json(problem)
    elif let_in():
        response = rendering.as_html("error.html", problem.status, problem=problem)
    else:
        response = bare_page(problem.status, problem.title, problem.detail)
    response.cache_control.no_cache = True  # what is not here may come to be
    if isinstance(error, HTTPException):
        kept = ("Allow", "Retry-After", "WWW-Authenticate")
        response.headers.extend([(name, value) for name, value in error.get_headers() if name in kept])
    return response


def as_json(problem: Problem) -> Response:
    """Return a problem as application/problem+json."""
    return rendering.as_json(problem.shape(request.path), problem.status, MEDIA_TYPE)


def _asked_by_a_program() -> bool:
    """Whether the address is one of the endpoint's, there or not, or that of a file or a feed."""
    missing = (request.view_args or {}).get("path", "")
    for_programs = (".api", ".intake", ".exports", ".opensearch")
    return (request.blueprint or "").endswith(for_programs) or missing.startswith("api/")
