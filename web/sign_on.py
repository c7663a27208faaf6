"""Who asks. With sign-on, nothing but the health check answers a stranger."""

from __future__ import annotations

import datetime as dt
import logging
import re
from dataclasses import dataclass
from typing import Any, cast

from flask import g, request
from werkzeug.exceptions import ServiceUnavailable

from web.challenges import NotEnough, Stranger
from web.installation import settings, tokens
from web.proxies import peer
from web.settings import SERVERS_OWN
from web.tokens import Scope, TokenError

LONGEST_NAME = 256  # characters
BROKEN = "Sign-on by a token does not work just now. The reason stands in the server's log."
UNFIT = "The proxy's word on who is asking cannot be believed: "

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_log = logging.getLogger("onrecord.sign_on")


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who signed on: the name, and what that one may do."""

    name: str
    scopes: tuple[Scope, ...]


def reader() -> Reader | None:
    """Return who asks, None where nobody needs to sign on."""
    return cast("Reader | None", g.get("onrecord_reader"))


def let_in() -> bool:
    """Whether this request has passed the sign-on, which is so too where there is none."""
    return bool(g.get("onrecord_let_in"))


def check_sign_on(scope: Scope) -> None:
    """Find out who asks. What is handed in takes a token always, what is read where there is a sign-on.

    Stranger for a stranger, NotEnough for a reader without the scope.
    """
    ways = settings().sign_on
    found = _by_token() if "token" in ways else None
    if found is None and "header" in ways:
        found = _by_header()
    if found is None and ways:
        raise Stranger(ways, failed=bool(_bearer()))
    if scope not in (found.scopes if found else ("read",)):
        raise NotEnough(scope, ways)
    g.onrecord_reader = found
    g.onrecord_let_in = True


def _bearer() -> str | None:
    given = request.authorization
    return given.token if given and given.type == "bearer" else None


def _by_token() -> Reader | None:
    """Return whom the request's bearer token is for; ServiceUnavailable where tokens cannot be read."""
    given = _bearer()
    if not given:
        return None
    try:
        token = tokens().find(given, dt.datetime.now(dt.UTC).date())
    except TokenError as error:
        _log.error("Nobody can sign on by a token: %s", error)
        raise ServiceUnavailable(BROKEN) from error
    return Reader(token.name, token.scopes) if token else None


def _by_header() -> Reader | None:
    """Return whom a trusted proxy names; Stranger where what it says names nobody, or two."""
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
    return Reader(_name(named, value), ("read",))


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
            raise Stranger(settings().sign_on, reason=f"{UNFIT}{reason}.")
    return name
