"""For what watches over servers: whether this process lives, whether it can answer searches, its figures."""

from __future__ import annotations

from flask import Blueprint, Response, request
from werkzeug.exceptions import NotFound

from web.addresses import view_name
from web.installation import engine, metrics

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def alive() -> Response:
    """Answer 200 as long as the process answers at all, index or none."""
    return _said("ok")


@blueprint.get("/readyz")
def ready() -> Response:
    """Answer 200 with the index's generation where searches can be answered, 503 where they cannot."""
    return _said(f"ready, generation {engine().generation}")


@blueprint.get("/metrics")
def figures() -> Response:
    """Give the figures for Prometheus, where the settings ask for them."""
    counted = metrics()
    if counted is None:
        raise NotFound
    content, media_type = counted.told(request.headers.get("Accept", ""))
    response = Response(content, content_type=media_type)
    response.cache_control.no_store = True
    return response


def asked_for_health() -> bool:
    """Whether the request is for /healthz or /readyz, which are answered for strangers and under any name."""
    return view_name() in ("health.alive", "health.ready")


def _said(text: str) -> Response:
    response = Response(f"{text}\n", mimetype="text/plain")
    response.cache_control.no_store = True
    return response
