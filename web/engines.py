"""The engine of this process: opened at the first request that needs it, so that workers share nothing."""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import cast

from flask import Flask, current_app

from search.engine import Engine, open_engine

KEY = "onrecord"


class LazyEngine:
    """An index that may not be there yet: IndexMissing until it is, without a restart once it is."""

    def __init__(self, location: Path) -> None:
        self.location = location
        self._engine: Engine | None = None
        self._lock = Lock()

    def __call__(self) -> Engine:
        """Return the open engine; IndexMissing where there is no index."""
        with self._lock:
            if self._engine is None:
                self._engine = open_engine(self.location)
            return self._engine


def keep_engine(app: Flask) -> None:
    """Make ``engine()`` work in this app, on the index its configuration names."""
    app.extensions[KEY] = LazyEngine(Path(app.config["ONRECORD_INDEX"]))


def engine() -> Engine:
    """Return the engine of the current app; IndexMissing where there is no index."""
    return cast(LazyEngine, current_app.extensions[KEY])()
