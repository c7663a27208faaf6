"""Where our views are, wherever we are mounted and under whatever name."""

from __future__ import annotations

from functools import partial
from typing import Any
from urllib.parse import quote

from flask import g, request, url_for

from web.short_texts import ShortTexts

PLACE = "~id~"  # stands for an id in an address looked up once a request; no id has these characters


def address(view: str, id_: str | None = None, **values: Any) -> str:
    """Return the address of one of our views ("pages.search") in this request.

    A page has some hundred links to articles and quotes: each kind is looked up once, the id put in after.
    """
    known: dict[tuple[Any, ...], str] = g.setdefault("onrecord_addresses", {})
    key = (view, id_ is None, *values.items())
    if key not in known:
        mounted = (request.blueprint or "onrecord.").rpartition(".")[0]
        given = values if id_ is None else {**values, "id_": PLACE}
        known[key] = url_for(f"{mounted}.{view}", **given)
    return known[key] if id_ is None else known[key].replace(PLACE, _quoted(id_))


_quoted = ShortTexts(partial(quote, safe="!$'()*+,;=:@"))


def view_name() -> str:
    """Return the name of the view that answers, without where it is mounted: "pages.search"."""
    return ".".join((request.endpoint or "").split(".")[-2:])


def whole(path: str) -> str:
    """Return one of our addresses with the scheme and the host of this request."""
    return request.host_url.rstrip("/") + path
