"""What a proxy of ours says of a request: whose it is, which scheme, host and prefix the reader asked for.

Believed by the address the connection comes from (``trusted_proxies``), and by nothing a header says.
In somebody else's app this is the host's own affair: only our own application is wrapped in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from werkzeug.http import parse_list_header
from werkzeug.middleware.proxy_fix import ProxyFix

from web.proxies import DONE, Proxies, peer

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

PREFIX = re.compile(r"(?:/[\w.~-]+)+/?", re.ASCII)
"""The prefixes that are believed; "//elsewhere.example" would make a link to elsewhere of every link."""

SCHEMES = frozenset({"http", "https"})


class Forwarding:
    """A WSGI application behind proxies: X-Forwarded-For, -Proto, -Host and -Prefix hold, of those alone."""

    def __init__(self, application: WSGIApplication, trusted: Proxies) -> None:
        self._application = application
        self._trusted = trusted

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request as the reader made it; a ProxyFix around us has done the same already."""
        if DONE in environ or peer(environ) not in self._trusted:
            return self._application(environ, start_response)
        fixed = ProxyFix(
            self._application,
            x_for=self._hops(parse_list_header(environ.get("HTTP_X_FORWARDED_FOR", ""))),
            x_proto=_last(environ, "HTTP_X_FORWARDED_PROTO") in SCHEMES,
            x_host=1,
            x_prefix=bool(PREFIX.fullmatch(_last(environ, "HTTP_X_FORWARDED_PREFIX"))),
        )
        return fixed(environ, start_response)

    def _hops(self, addresses: Sequence[str]) -> int:
        """Return which address from the end is the reader's: the first that is none of our proxies'."""
        for hop, address in enumerate(reversed(addresses), 1):
            if address not in self._trusted:
                return hop
        return len(addresses)


def _last(environ: WSGIEnvironment, name: str) -> str:
    """Return what the nearest proxy says; those before it stand before it."""
    return ["", *parse_list_header(environ.get(name, ""))][-1]
