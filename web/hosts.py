"""The names this may be asked for by.

A request for a name that is not ours comes by a proxy that is wrongly set up, or from a foreign page that had
its own name lead to this machine, to read what only the reader's browser can reach.
"""

from __future__ import annotations

import ipaddress
import re
from typing import Any, Self
from urllib.parse import urlsplit

from werkzeug.exceptions import BadRequest

from web.setting_types import words

MAX_ECHO = 80  # characters of a name repeated in a message

_NAME = re.compile(r"\.?[a-z0-9_-]+(\.[a-z0-9_-]+)*")


class Hosts(tuple[str, ...]):
    """Names and addresses; one that begins with a dot stands for all below it as well. None of them: any."""

    __slots__ = ()

    @classmethod
    def of(cls, value: Any) -> Self:
        """Read the setting: a list, or its entries as one text; ValueError names an entry that is none."""
        return cls(_name(entry) for entry in words(value))

    def permit(self, host: str) -> bool:
        """Whether a request's ``Host`` is one of them, whatever its port and capitals."""
        if not self:
            return True
        try:
            name = (urlsplit(f"//{host}").hostname or "").removesuffix(".")
        except ValueError:  # half an IPv6 address
            return False
        return any(
            name == entry.removeprefix(".") or (entry.startswith(".") and name.endswith(entry))
            for entry in self
        )


def check_host(host: str, allowed: Hosts) -> None:
    """Raise BadRequest where a request's ``Host`` is not allowed, or is "", as one that cannot be read is."""
    if not host:
        raise BadRequest("The request's Host is no name of a server.")
    if not allowed.permit(host):
        raise BadRequest(f"“{host[:MAX_ECHO]}” is no name of this server. Its settings say which are.")


def _name(entry: str) -> str:
    """Return an entry as a browser sends it: in small letters, other alphabets in their ASCII form."""
    try:
        return str(ipaddress.ip_address(entry.strip("[]")))
    except ValueError:
        pass
    try:
        name = entry.lower().encode("idna").decode() if not entry.isascii() else entry.lower()
    except UnicodeError:
        name = ""
    if not _NAME.fullmatch(name):
        raise ValueError(
            f"“{entry}” is no name of a server. Write press.example or .press.example, without a port"
        )
    return name
