"""All of Onrecord's addresses as one blueprint, for our own app and for somebody else's.

Registered under a prefix it answers there and nowhere else: its errors, headers, templates and static
files are its own, and the app around it keeps its request class, error pages, Jinja globals and settings.
"""

from __future__ import annotations

from flask import Blueprint, Flask, Response, current_app, request
from flask.blueprints import BlueprintSetupState
from werkzeug.exceptions import MethodNotAllowed, NotFound

from web.api import blueprint as api
from web.browse import blueprint as browse
from web.cors import is_preflight, share
from web.embed import blueprint as embed
from web.errors import ANSWERED, HTTP_ERRORS, answer
from web.headers import with_headers
from web.health import asked_for_health
from web.health import blueprint as health
from web.installation import install_into
from web.pages import blueprint as pages
from web.reading import blueprint as reading
from web.sign_on import check_sign_on
from web.static_files import blueprint as assets

READING = ("GET", "HEAD")
OTHERS = ("POST", "PUT", "PATCH", "DELETE", "OPTIONS")

blueprint = Blueprint("onrecord", __name__)
nowhere = Blueprint("nowhere", __name__)

for each in (pages, reading, browse, api, assets, embed, health, nowhere):
    blueprint.register_blueprint(each)
for kind in (*ANSWERED, *HTTP_ERRORS):
    blueprint.register_error_handler(kind, answer)


@blueprint.record
def _install(state: BlueprintSetupState) -> None:
    assert isinstance(state.app, Flask)
    install_into(state.app)


@blueprint.before_request
def _checked() -> None:
    """Refuse what is not to be answered, cheapest check first."""
    if not asked_for_health() and not is_preflight():
        check_sign_on("read")


blueprint.after_request(with_headers)
blueprint.after_request(share)


@nowhere.route("/", methods=OTHERS)
@nowhere.route("/<path:path>", methods=(*READING, *OTHERS))
def missing(path: str = "") -> Response:  # noqa: ARG001  # the rule has it
    """Refuse what no other rule below our prefix took, so that the error is ours and not the host's.

    404, or 405 naming the methods that are allowed.
    """
    others = current_app.create_url_adapter(request)
    allowed = {
        method
        for method in (*READING, *OTHERS)
        if others and others.match(method=method, return_rule=True)[0].endpoint != request.endpoint
    }
    if allowed:
        raise MethodNotAllowed(sorted(allowed))
    raise NotFound
