"""The headers of every answer: what a browser may do with it, and who may keep it."""

from __future__ import annotations

from collections.abc import Iterable

from flask import Response

from web.installation import settings


def content_policy(framed_by: Iterable[str] = ()) -> str:
    """Return a Content-Security-Policy: everything from here, in frames of these sites only."""
    return "; ".join(
        (
            "default-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors " + (" ".join(framed_by) or "'none'"),
            "object-src 'none'",
        )
    )


YEAR = 365 * 24 * 60 * 60  # seconds
SECURITY = {
    "Content-Security-Policy": content_policy(),
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


def with_headers(response: Response) -> Response:
    """Add the headers that an answer does not have yet."""
    for name, value in SECURITY.items():
        response.headers.setdefault(name, value)
    if settings().https:
        response.headers.setdefault("Strict-Transport-Security", f"max-age={YEAR}")
    if settings().sign_on:
        _for_readers_only(response)
    return response


def _for_readers_only(response: Response) -> None:
    """Keep what only readers may see out of shared caches, and what a stranger was told out of all.

    An answer that says nothing of its own is looked at again before it is used again.
    """
    caching = response.cache_control
    if response.status_code >= 400:
        caching.clear()
        caching.no_store = True
    if caching.no_store:
        return
    if not caching:
        caching.no_cache = True
    caching.public = False
    caching.private = True
    if "token" in settings().sign_on:
        response.vary.add("Authorization")
