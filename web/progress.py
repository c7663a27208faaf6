"""How far indexing has come: a bar on a terminal, a plain line every few seconds elsewhere."""

from __future__ import annotations

import sys
import time
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

SECONDS_BETWEEN_LINES = 5.0


class Progress:
    """A context manager; ``show(done, total, path)`` may be called as often as one likes.

    ``total`` is None where it cannot be known (standard input).
    """

    def __init__(self) -> None:
        console = Console(stderr=True)
        self._bar = _bar(console) if console.is_terminal else None
        self._task = self._bar.add_task("indexing", total=None) if self._bar else None
        self._last = time.monotonic()

    def __enter__(self) -> Progress:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def show(self, done: int, total: int | None, path: str) -> None:
        """Say that ``done`` articles are dealt with and ``path`` is the latest."""
        if self._bar and self._task is not None:
            self._bar.update(self._task, completed=done, total=total, description=path[-40:])
        elif time.monotonic() - self._last >= SECONDS_BETWEEN_LINES:
            self._last = time.monotonic()
            of = f" of {total:,}" if total else ""
            sys.stderr.write(f"indexed {done:,}{of} articles, now at {path}\n")
            sys.stderr.flush()


def _bar(console: Console) -> Bar:
    return Bar(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
    )
