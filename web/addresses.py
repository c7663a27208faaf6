"""Where our views are, wherever we are mounted and under whatever name."""

from __future__ import annotations

from typing import Any

from flask import request, url_for


def address(view: str, **values: Any) -> str:
    """Return the address of one of our views ("pages.search") in this request."""
    mounted = (request.blueprint or "onrecord.").rpartition(".")[0]
    return url_for(f"{mounted}.{view}", **values)


def view_name() -> str:
    """Return the name of the view that answers, without where it is mounted: "pages.search"."""
    return ".".join((request.endpoint or "").split(".")[-2:])
