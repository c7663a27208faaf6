"""The page of somebody who is not let in: it stands alone, since none of our files would answer either."""

from __future__ import annotations

import base64
import hashlib
from http import HTTPStatus

from flask import Response

from web import rendering

STYLE = """
:root { color-scheme: light dark; }
body { margin: 0; background: #fdfcfa; color: #1d1b19; font: 1.0625rem/1.6 system-ui, sans-serif; }
main { max-width: 34rem; margin: 16vh auto; padding: 0 1.5rem; }
h1, .name { font-family: Charter, Georgia, Liberation Serif, serif; }
h1 { margin: 2.5rem 0 1rem; font-size: 2.125rem; font-weight: 400; line-height: 1.2; }
p { margin: 0; }
.name { font-weight: 700; }
@media (prefers-color-scheme: dark) { body { background: #171615; color: #ebe6df; } }
"""
TITLES = {HTTPStatus.UNAUTHORIZED: "Not signed on"}
"""What HTTP calls otherwise than people do."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        f"style-src 'sha256-{base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()}'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
"""It loads nothing, and of styles takes this one alone."""


def bare_page(status: int, title: str, detail: str) -> Response:
    """Return the page that says what is wrong, with a policy of its own."""
    said = TITLES.get(HTTPStatus(status), title)
    response = Response(rendering.render("bare.html", title=said, detail=detail, style=STYLE), status)
    response.headers["Content-Security-Policy"] = POLICY
    return response
