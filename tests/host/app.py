"""Somebody else's Flask app, with a mind of its own about everything, that our blueprint is mounted in."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, cast

from flask import Blueprint, Flask, Request, Response, jsonify, render_template, request
from flask.json.provider import DefaultJSONProvider
from flask_login import LoginManager
from flask_wtf import CSRFProtect
from jinja2 import StrictUndefined
from werkzeug.exceptions import HTTPException

FOLDER = Path(__file__).parent


class HostRequest(Request):
    """A request that knows its desk."""

    @property
    def desk(self) -> str:
        """What the host reads of a request: "foreign"."""
        return self.headers.get("X-Desk", "foreign")


class HostResponse(Response):
    """A response that is plain text where nobody says otherwise."""

    default_mimetype = "text/plain"


class HostJson(DefaultJSONProvider):
    """JSON with days as the host writes them, of a type of its own."""

    mimetype = "application/vnd.host+json"
    ensure_ascii = True

    @staticmethod
    def default(o: Any) -> Any:
        """Write a day as the host does."""
        return f"day {o:%j}" if isinstance(o, date) else DefaultJSONProvider.default(o)


class Host(Flask):
    """Templates between unusual marks, in which everything must be defined."""

    request_class = HostRequest
    response_class = HostResponse
    json_provider_class = HostJson
    jinja_options = {  # noqa: RUF012  # as Flask declares it
        "block_start_string": "<%",
        "block_end_string": "%>",
        "variable_start_string": "[[",
        "variable_end_string": "]]",
        "undefined": StrictUndefined,
    }


def create_host(index: Path, **config: Any) -> Host:
    """Return the host's app without Onrecord in it, its settings of Onrecord made."""
    app = Host(__name__, template_folder=str(FOLDER / "templates"), static_folder=str(FOLDER / "static"))
    app.config.from_mapping(SECRET_KEY="of the host", TITLE="The Host", ONRECORD_INDEX=str(index), **config)
    app.jinja_env.globals["wording"] = "the host's own wording"
    app.jinja_env.filters["slug"] = str.upper
    app.url_map.strict_slashes = False
    CSRFProtect(app)
    LoginManager(app).user_loader(lambda _: None)
    _views(app)
    _errors(app)

    @app.after_request
    def _sign(response: Response) -> Response:
        response.headers["X-Host"] = "was here"
        return response

    return app


def mounted(app: Host, blueprint: Blueprint) -> Host:
    """Mount a blueprint where, and under the name that, the tests have it."""
    app.register_blueprint(blueprint, name="press", url_prefix="/tools/press")
    return app


def _views(app: Host) -> None:
    @app.get("/")
    def search() -> str:
        return render_template("search.html", desk=cast(HostRequest, request).desk)

    @app.get("/day")
    def day() -> Response:
        return jsonify(day=date(2025, 4, 3), name="é")

    @app.post("/form")
    def form() -> str:
        return "taken"

    @app.get("/fault")
    def fault() -> str:
        raise RuntimeError("the host's own")

    @app.get("/tools/<path:rest>")
    def tools(rest: str) -> str:
        return f"the host's tool {rest}"


def _errors(app: Host) -> None:
    @app.errorhandler(404)
    @app.errorhandler(405)
    @app.errorhandler(400)
    @app.errorhandler(500)
    @app.errorhandler(HTTPException)
    def failed(error: HTTPException) -> tuple[str, int]:
        return render_template("error.html", code=error.code), error.code or 500
