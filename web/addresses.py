"""Where our views are, wherever we are mounted and under whatever name."""

from __future__ import annotations

from typing import Any

from flask import request, url_for


def address(view: str, **values: Any) -> str:
    """Return the address of one of our views ("pages.search") in this request."""
    mounted = (request.blueprint or "onrecord.").rpartition(".")[0]
    return url_for(f"{mounted}.{view}", **values)


def whole(path: str) -> str:
    """Return one of our addresses with the scheme and the host of this request."""
    return request.host_url.rstrip("/") + path
