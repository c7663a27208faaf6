"""Scripts of the allowed sites may read what the endpoint answers (CORS, in the Fetch Standard); no others.

Never with cookies: a script that needs to sign on sends a token.
"""

from __future__ import annotations

from flask import Response, request

from web.addresses import view_name
from web.installation import settings

METHODS = "GET, HEAD"
SENT = "Authorization, If-None-Match"  # headers a script may send besides the harmless ones
TOLD = "ETag, Retry-After, X-Request-ID"  # headers it may read besides those that all may
KEPT = "600"  # seconds a browser may keep the answer to "may I ask?"


def is_preflight() -> bool:
    """Whether a browser only asks whether a script of an allowed site may ask the endpoint."""
    return (
        request.method == "OPTIONS"
        and "Access-Control-Request-Method" in request.headers
        and request.headers.get("Origin") in settings().allowed_sites
        and _asks_the_endpoint()
    )


def share(response: Response) -> Response:
    """Say that a script of an allowed site may read this answer of the endpoint."""
    allowed = settings().allowed_sites
    if not allowed or not _asks_the_endpoint():
        return response
    response.vary.add("Origin")
    origin = request.headers.get("Origin")
    if origin not in allowed:
        return response
    response.headers["Access-Control-Allow-Origin"] = origin
    response.headers["Access-Control-Expose-Headers"] = TOLD
    if is_preflight():
        response.headers["Access-Control-Allow-Methods"] = METHODS
        response.headers["Access-Control-Allow-Headers"] = SENT
        response.headers["Access-Control-Max-Age"] = KEPT
    return response


def _asks_the_endpoint() -> bool:
    """Whether the address is one of the endpoint's, there or not."""
    missing = str((request.view_args or {}).get("path", ""))
    return view_name().startswith(("api.", "intake.")) or missing.startswith("api/")
