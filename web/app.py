"""The web application: create_app(config) makes a Flask app that is Onrecord and nothing else."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from flask import Flask
from flask_compress import Compress
from werkzeug.exceptions import HTTPException

from web.errors import answer
from web.forwarding import Forwarding
from web.headers import with_headers
from web.installation import install
from web.settings import Settings
from web.settings_sources import read_settings
from web.site import blueprint

COMPRESSION = {
    "COMPRESS_ALGORITHM": ["br", "gzip"],
    "COMPRESS_ALGORITHM_STREAMING": ["gzip"],  # brotli holds megabytes back before it lets the first go
    "COMPRESS_MIMETYPES": [
        *("text/html", "text/css", "text/javascript", "text/plain", "image/svg+xml"),
        *("application/json", "application/problem+json", "application/jsonl", "text/csv"),
        *("application/atom+xml", "application/opensearchdescription+xml"),
    ],
}


def create_app(config: Mapping[str, Any] | None = None) -> Flask:
    """Return the WSGI application; SettingError where a setting cannot be used.

    ``config`` may name settings (``ONRECORD_INDEX`` …), which then hold; those it leaves out come from the
    environment and the settings' file. The index may come to be later: it is opened at the first request.
    """
    return app_with(read_settings(config or {}, os.environ).settings, config)


def app_with(settings: Settings, config: Mapping[str, Any] | None = None) -> Flask:
    """Return the WSGI application with these settings; ``config`` is Flask's own."""
    app = Flask(__name__, static_folder=None)
    app.config.from_mapping(COMPRESSION)
    app.config.from_mapping(config or {})
    Compress(app)
    install(app, settings)
    app.register_blueprint(blueprint)
    # What no rule of ours takes, a method that HTTP does not know, is answered like all else.
    app.register_error_handler(HTTPException, answer)
    app.after_request(with_headers)
    app.wsgi_app = Forwarding(app.wsgi_app, settings.trusted_proxies)  # type: ignore[method-assign]
    return app
