"""All of Onrecord's addresses as one blueprint, for our own app and for somebody else's.

Registered under a prefix it answers there and nowhere else: its errors, headers, templates and static
files are its own, and the app around it keeps its request class, error pages, Jinja globals and settings.
"""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus

from flask import Blueprint, Flask, Response, current_app, request
from flask.blueprints import BlueprintSetupState
from werkzeug.exceptions import MethodNotAllowed, NotFound

from web.addresses import view_name
from web.api import blueprint as api
from web.body import check_size
from web.browse import blueprint as browse
from web.cors import is_preflight, share
from web.embed import blueprint as embed
from web.errors import ANSWERED, HTTP_ERRORS, answer
from web.exports import blueprint as exports
from web.headers import with_headers
from web.health import asked_for_health
from web.health import blueprint as health
from web.hosts import check_host
from web.installation import install_into, metrics, rate_limit, settings
from web.intake import blueprint as intake
from web.intake import handing_in
from web.opensearch import blueprint as opensearch
from web.pages import blueprint as pages
from web.reading import blueprint as reading
from web.reference import blueprint as reference
from web.request_log import HEADER, begin_request, log_request, request_id, seconds_taken
from web.sign_on import check_sign_on, reader
from web.static_files import blueprint as assets

READING = ("GET", "HEAD")
OTHERS = ("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")

UNCOUNTED = ("assets.versioned", "assets.own", "embed.script", "embed.accent_style", "health.figures")
"""Views that no limit on requests counts: a page asks for a dozen static files."""

blueprint = Blueprint("onrecord", __name__)
nowhere = Blueprint("nowhere", __name__)

SECTIONS = (
    *(pages, reading, browse, reference, api, intake, exports, opensearch),
    *(embed, assets, health, nowhere),
)

for each in SECTIONS:
    blueprint.register_blueprint(each)
for kind in (*ANSWERED, *HTTP_ERRORS):
    blueprint.register_error_handler(kind, answer)


@blueprint.record
def _install(state: BlueprintSetupState) -> None:
    assert isinstance(state.app, Flask)
    install_into(state.app)


@blueprint.before_request
def _check() -> None:
    """Begin the request, and refuse it where it is not to be answered. What costs least comes first."""
    begin_request()
    if asked_for_health():
        return
    check_host(request.host, settings().allowed_hosts)
    if is_preflight():
        return
    check_sign_on("ingest" if handing_in() else "read")
    _check_rate()
    check_size(request, settings().largest_body)


def _check_rate() -> None:
    if (limit := rate_limit()) and view_name() not in UNCOUNTED:
        signed = reader()
        limit.check(signed.name if signed else request.remote_addr or "")


@blueprint.after_request
def _finish(response: Response) -> Response:
    with_headers(response)
    share(response)
    seconds = seconds_taken()
    if seconds is not None:
        response.headers[HEADER] = request_id()
        log_request(response, seconds)
        if counted := metrics():
            counted.count_request(view_name(), request.method, response.status_code, seconds)
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
