"""The page of somebody who is not let in: it stands alone, since none of our files would answer either."""

from __future__ import annotations

import base64
import hashlib

from flask import Response

from web import rendering

STYLE = """
:root { color-scheme: light dark; }
body { margin: 0; font: 1.0625rem/1.55 system-ui, sans-serif; }
main { max-width: 34rem; margin: 18vh auto; padding: 0 1.5rem; }
h1 { margin: 0 0 0.5rem; font-size: 1.5rem; font-weight: 600; }
p { margin: 0; }
"""
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
    response = Response(rendering.render("bare.html", title=title, detail=detail, style=STYLE), status)
    response.headers["Content-Security-Policy"] = POLICY
    return response
