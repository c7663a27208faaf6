"""The web application: create_app(config) makes a Flask app that is Onrecord and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Flask
from flask_compress import Compress

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
    app = Flask(__name__, static_folder=None)
    app.config.from_mapping(COMPRESSION)
    app.config.from_mapping(config or {})
    Compress(app)
    app.register_blueprint(blueprint)
    return app
