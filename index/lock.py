"""One writer at a time, and a word on who it is.

The lock itself is the operating system's, on a file that Whoosh knows too: it ends with its process, be it
killed. Beside it a small file tells who holds it, for the message of whoever waits in vain; it may be stale.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_HOLDER = "writer.json"
_BETWEEN_TRIES = 0.1  # seconds


class IndexBusy(RuntimeError):
    """Another writer holds the index; the message says who, and since when."""


@contextmanager
def held(
    directory: Path, acquire: Callable[[], bool], release: Callable[[], None], wait: float
) -> Iterator[None]:
    """Hold a lock: ``acquire`` is tried for ``wait`` seconds, then IndexBusy is raised."""
    until = time.monotonic() + wait
    while not acquire():
        if time.monotonic() >= until:
            raise IndexBusy(_message(directory, wait))
        time.sleep(_BETWEEN_TRIES)
    holder = directory / _HOLDER
    try:
        holder.write_text(json.dumps(_myself()), encoding="utf-8")
        yield
    finally:
        holder.unlink(missing_ok=True)
        release()


def _myself() -> dict[str, object]:
    since = dt.datetime.now(dt.UTC).replace(microsecond=0)
    return {"pid": os.getpid(), "host": socket.gethostname(), "since": since.isoformat()}


def _message(directory: Path, wait: float) -> str:
    return (
        f"The index in {directory} is being written by {_holder(directory)}; waited {wait:g} seconds. "
        "Try again when it is done."
    )


def _holder(directory: Path) -> str:
    try:
        found = json.loads((directory / _HOLDER).read_text(encoding="utf-8"))
        return f"process {found['pid']} on {found['host']} since {found['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "another process"
