"""All of Onrecord's addresses as one blueprint, for our own app and for somebody else's.

Registered under a prefix it answers there and nowhere else: its errors, headers, templates and static
files are its own, and the app around it keeps its request class, error pages, Jinja globals and settings.
"""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus

from flask import Blueprint, Flask, Response, current_app, request
from flask.blueprints import BlueprintSetupState
from werkzeug.exceptions import HTTPException, MethodNotAllowed, NotFound

from web.api import blueprint as api
from web.browse import blueprint as browse
from web.errors import ANSWERED, answer
from web.exports import blueprint as exports
from web.installation import install
from web.opensearch import blueprint as opensearch
from web.pages import blueprint as pages
from web.reading import blueprint as reading
from web.reference import blueprint as reference
from web.static_files import blueprint as assets

HEADERS = {
    "Content-Security-Policy": "; ".join(
        (
            "default-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "object-src 'none'",
        )
    ),
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
READING = ("GET", "HEAD")
OTHERS = ("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")

blueprint = Blueprint("onrecord", __name__)
nowhere = Blueprint("nowhere", __name__)

for each in (pages, reading, browse, reference, api, exports, opensearch, assets, nowhere):
    blueprint.register_blueprint(each)
for kind in (*ANSWERED, HTTPException):
    blueprint.register_error_handler(kind, answer)


@blueprint.record
def _install(state: BlueprintSetupState) -> None:
    assert isinstance(state.app, Flask)
    install(state.app)


@blueprint.after_request
def _with_headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response


@blueprint.before_request
def _options() -> Response | None:
    """Answer OPTIONS with the methods that are allowed, of which the rule below is none."""
    allowed = _allowed() if request.method == "OPTIONS" else ()
    return Response(status=HTTPStatus.NO_CONTENT, headers={"Allow": ", ".join(allowed)}) if allowed else None


@nowhere.route("/", methods=OTHERS)
@nowhere.route("/<path:path>", methods=(*READING, *OTHERS))
def missing(path: str = "") -> Response:  # noqa: ARG001  # the rule has it
    """Refuse what no other rule below our prefix took, so that the error is ours and not the host's.

    404, or 405 naming the methods that are allowed.
    """
    if allowed := _allowed():
        raise MethodNotAllowed(allowed)
    raise NotFound


def _allowed() -> Sequence[str]:
    """Return the methods that this address has a rule for, the one for what is missing left out."""
    others = current_app.create_url_adapter(request)
    return sorted(
        method
        for method in (*READING, *OTHERS)
        if others and not _missing(others.match(method=method, return_rule=True)[0].endpoint)
    )


def _missing(endpoint: str) -> bool:
    return endpoint.endswith(f".{nowhere.name}.{missing.__name__}")
