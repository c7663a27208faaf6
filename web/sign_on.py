"""Who asks. With sign-on, nothing but the health check answers a stranger."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from typing import Any, cast

from flask import g, request
from werkzeug.exceptions import Unauthorized

from web.installation import settings
from web.proxies import peer

LONGEST_NAME = 256  # characters
SERVERS_OWN = "REMOTE_USER"  # a variable of the web server, which no header can set
STRANGER = "Sign on first. Who is asking is not known here."
UNFIT = "The proxy's word on who is asking cannot be believed: "

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_log = logging.getLogger("onrecord.sign_on")


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who signed on: the name, and how."""

    name: str
    way: str


def reader() -> Reader | None:
    """Return who asks, None where nobody needs to sign on."""
    return cast("Reader | None", g.get("onrecord_reader"))


def check_sign_on() -> None:
    """Find out who asks; Unauthorized for a stranger where the settings want people to sign on."""
    if not settings().sign_on:
        return
    found = _by_header() if "header" in settings().sign_on else None
    if found is None:
        raise Unauthorized(STRANGER)
    g.onrecord_reader = found


def _by_header() -> Reader | None:
    """Return whom a trusted proxy names; Unauthorized where what it says names nobody, or two."""
    named = settings().sign_on_header
    value = request.environ.get(_variable(named))
    if value is None:
        return None
    if peer(request.environ) not in settings().trusted_proxies:
        _log.warning(
            "The header %s was ignored: %s is not among trusted_proxies.",
            named,
            peer(request.environ) or "a Unix socket",
        )
        return None
    return Reader(_name(named, value), "header")


def _variable(header: str) -> str:
    """Return where WSGI has a header; there - and _ are one, and doubled headers are joined by a comma."""
    return header if header == SERVERS_OWN else "HTTP_" + header.upper().replace("-", "_")


def _name(header: str, value: Any) -> str:
    """Return the name a header gives: UTF-8, which WSGI hands on as Latin-1."""
    name = str(value).strip(" ").encode("latin-1", "replace").decode("utf-8", "replace")
    reasons = {
        "it is empty": not name,
        "it has a comma, as a header that comes twice does": "," in name,
        "it has characters that are no part of a name": bool(_UNPRINTABLE.search(name)),
        f"it has more than {LONGEST_NAME} characters": len(name) > LONGEST_NAME,
    }
    for reason, holds in reasons.items():
        if holds:
            _log.warning("The header %s was refused: %s.", header, reason)
            raise Unauthorized(f"{UNFIT}{reason}.")
    return name
