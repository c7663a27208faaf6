"""Whether this process lives, and whether it can answer searches: for what watches over servers."""

from __future__ import annotations

from flask import Blueprint, Response, request

from web.installation import engine

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def alive() -> Response:
    """Answer 200 as long as the process answers at all, index or none."""
    return _said("ok")


@blueprint.get("/readyz")
def ready() -> Response:
    """Answer 200 with the index's generation where searches can be answered, 503 where they cannot."""
    return _said(f"ready, generation {engine().generation}")


def asked_for_health() -> bool:
    """Whether the request is one of these, which are answered for strangers and under any name."""
    return (request.blueprint or "").endswith(".health")


def _said(text: str) -> Response:
    response = Response(f"{text}\n", mimetype="text/plain")
    response.cache_control.no_store = True
    return response
