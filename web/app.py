"""The web application: create_app(config) joins the pages, the endpoint, the error pages and the headers."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from flask import Flask, Response
from flask_compress import Compress
from htmx_flask import Htmx

from index.identity import slug
from web import wording
from web.api import blueprint as api
from web.browse import blueprint as browse
from web.engines import keep_engine
from web.errors import handle_errors
from web.links import profile_url, search_url, text_fragment
from web.markup import evidence_anchor, highlight
from web.pages import blueprint as pages
from web.quotation import quotation
from web.reading import blueprint as reading
from web.static_files import OWN_STYLE, lay_own_style_over, version_static_files
from web.surroundings import around

INDEX = "ONRECORD_INDEX"
CONTACT = "ONRECORD_CONTACT"

COMPRESSION = {
    "COMPRESS_ALGORITHM": ["br", "gzip"],
    "COMPRESS_MIMETYPES": [
        *("text/html", "text/css", "text/javascript", "text/plain", "image/svg+xml"),
        *("application/json", "application/problem+json"),
    ],
}

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


def create_app(config: Mapping[str, Any] | None = None) -> Flask:
    """Return the WSGI application.

    ``ONRECORD_INDEX`` in ``config`` is the index directory; without it the environment variable of that
    name, else ``instance/index``. The index may come to be later: it is opened at the first request.
    ``ONRECORD_CONTACT``, likewise, is the mail address or the page that mistakes are reported to,
    ``ONRECORD_STYLESHEET`` a stylesheet laid over ours.
    """
    app = Flask(__name__)
    app.config[INDEX] = os.environ.get(INDEX, "instance/index")
    for name in (CONTACT, OWN_STYLE):
        app.config[name] = os.environ.get(name)
    app.config.from_mapping(COMPRESSION)
    app.config.from_mapping(config or {})
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.jinja_env.globals |= {
        "around": around,
        "evidence_anchor": evidence_anchor,
        "highlight": highlight,
        "profile_url": profile_url,
        "quotation": quotation,
        "search_url": search_url,
        "slug": slug,
        "text_fragment": text_fragment,
        "wording": wording,
    }
    Htmx(app)
    keep_engine(app)
    version_static_files(app)
    lay_own_style_over(app)
    Compress(app)
    handle_errors(app)
    app.register_blueprint(pages)
    app.register_blueprint(reading)
    app.register_blueprint(browse)
    app.register_blueprint(api)
    app.after_request(_with_headers)
    return app


def _with_headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response
