"""Other sites, as the setting ``allowed_sites`` names those that may show our search and ask our endpoint.

A site is an origin (RFC 6454): scheme, host and port, as browsers write it: "https://intranet.example:8443".
"""

from __future__ import annotations

from typing import Any, Self
from urllib.parse import SplitResult, urlsplit

DEFAULT_PORTS = {"http": 80, "https": 443}
EXAMPLE = "https://intranet.example"


class Site(str):
    """An origin."""

    __slots__ = ()

    @classmethod
    def of(cls, value: Any) -> Self:
        """Read what an administrator wrote; ValueError with the reason where it is no one site."""
        parts = _parts(str(value).strip())
        if parts.scheme not in DEFAULT_PORTS or not parts.hostname:
            raise ValueError(f"“{value}” is no site. Write scheme and host, as in {EXAMPLE}")
        if "*" in parts.hostname:
            raise ValueError(f"“{value}” stands for many sites. Name each, as in {EXAMPLE}")
        if "@" in parts.netloc or parts.path not in ("", "/") or parts.query or parts.fragment:
            raise ValueError(f"“{value}” is more than a site. Leave scheme, host and port, as in {EXAMPLE}")
        if ":" in parts.hostname:
            raise ValueError(f"“{value}” is an IPv6 address, which browsers take for no site. Write its name")
        return cls(f"{parts.scheme}://{_host(parts.hostname, value)}{_port(parts, value)}")


def _parts(written: str) -> SplitResult:
    try:
        return urlsplit(written)
    except ValueError:  # half an IPv6 address
        return SplitResult("", "", "", "", "")


def _host(name: str, written: str) -> str:
    """Return a host as browsers write it, other letters in ASCII (IDNA)."""
    try:
        found = name.encode("idna").decode("ascii")
    except UnicodeError:
        found = ""
    if not found or set(found) & set(" \t;,'\"\\<>"):
        raise ValueError(f"“{written}” has no host that there could be")
    return found


def _port(parts: SplitResult, written: str) -> str:
    try:
        port = parts.port
    except ValueError:
        raise ValueError(f"“{written}” has a port that is none") from None
    return "" if port in (None, DEFAULT_PORTS[parts.scheme]) else f":{port}"
