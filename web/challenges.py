"""The errors of somebody who is not let in, which tell programs what would let them in."""

from __future__ import annotations

from typing import Any

from werkzeug.exceptions import Forbidden, HTTPException, Unauthorized

from web.settings import Way
from web.tokens import Scope

UNKNOWN = "Onrecord was not told who is asking."
NO_TOKEN = "This bearer token does not hold here: it is mistyped, was revoked or is past its last day."
TAKES_NONE = "This server takes none: its setting sign_on has no “token”."
HOW: dict[Way, str] = {
    "header": "Come by the address at which your organisation signs you on.",
    "token": "Programs send a bearer token.",
}


class _Challenging(HTTPException):
    """An error with a challenge, as HTTP calls it."""

    challenge: str

    def get_headers(self, *args: Any, **kwargs: Any) -> list[tuple[str, str]]:
        """Return what every such error has, and the challenge."""
        return [*super().get_headers(*args, **kwargs), ("WWW-Authenticate", self.challenge)]


class Stranger(_Challenging, Unauthorized):
    """Somebody who is not known here; ``failed`` where a token was given that is none."""

    def __init__(self, ways: tuple[Way, ...], *, reason: str = UNKNOWN, failed: bool = False) -> None:
        failed = failed and "token" in ways
        super().__init__(NO_TOKEN if failed else " ".join([reason, *(HOW[way] for way in ways)]))
        if "token" in ways:
            self.challenge = _challenge("Bearer", **({"error": "invalid_token"} if failed else {}))
        else:  # HTTP has no name for it, and a browser asks nobody for a password by this one
            self.challenge = _challenge("Proxy")


class NotEnough(_Challenging, Forbidden):
    """Somebody who may not do this; tells which scope of a token it takes, and where none is taken."""

    def __init__(self, scope: Scope, ways: tuple[Way, ...]) -> None:
        takes = f"This takes a bearer token of scope {scope}."
        super().__init__(takes if "token" in ways else f"{takes} {TAKES_NONE}")
        self.challenge = _challenge("Bearer", error="insufficient_scope", scope=scope)


def _challenge(scheme: str, **more: str) -> str:
    parameters = {"realm": "Onrecord", **more}
    return f"{scheme} " + ", ".join(f'{name}="{value}"' for name, value in parameters.items())
