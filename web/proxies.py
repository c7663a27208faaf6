"""Who stands at the other end of the connection, and whether it is a proxy whose headers are believed.

Any header can be written by anybody. The one thing a stranger cannot choose is the address the connection
comes from, so what a proxy says is believed by that address alone.
"""

from __future__ import annotations

import ipaddress
from functools import cached_property
from typing import Any, Self

from web.setting_types import words

SOCKET = "unix"
"""Stands for whoever is connected by a Unix socket: such a peer has no address."""

DONE = "werkzeug.proxy_fix.orig"
"""Where Werkzeug's ProxyFix keeps what stood there before it put the reader's address in its place."""

_Network = ipaddress.IPv4Network | ipaddress.IPv6Network


class Proxies(tuple[str, ...]):
    """The addresses and networks of proxies, and ``unix`` for the peers of a Unix socket, as written."""

    @classmethod
    def of(cls, value: Any) -> Self:
        """Read the setting: a list, or its entries as one text; ValueError names an entry that is none."""
        entries = words(value)
        for entry in entries:
            if entry != SOCKET:
                _network(entry)  # refuses what is none
        return cls(entries)

    @cached_property
    def _networks(self) -> tuple[_Network, ...]:
        return tuple(_network(entry) for entry in self if entry != SOCKET)

    @property
    def is_everybody(self) -> bool:
        """Whether any address there is is one of them."""
        return any(network.prefixlen == 0 for network in self._networks)

    def __contains__(self, address: object) -> bool:
        """Whether a peer of that address, "" for a Unix socket's, is one of them."""
        if not address:
            return any(entry == SOCKET for entry in self)
        try:
            found = ipaddress.ip_address(str(address))
        except ValueError:
            return False
        if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped:
            found = found.ipv4_mapped  # so a socket that takes both kinds gives an IPv4 peer
        return any(found in network for network in self._networks)


def peer(environ: dict[str, Any]) -> str:
    """Return the address at the other end of the connection, "" for a Unix socket."""
    original = environ.get(DONE, environ)
    return str(original.get("REMOTE_ADDR") or "")


def _network(entry: str) -> _Network:
    try:
        return ipaddress.ip_network(entry)
    except ValueError as error:
        said = f"“{entry}” is no address, no network (10.0.0.0/8) and not “{SOCKET}”"
        raise ValueError(f"{said}: {error}" if "host bits" in str(error) else said) from None
