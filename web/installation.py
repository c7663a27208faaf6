"""What one Flask app has of Onrecord: its settings and its index, opened when first asked for."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, cast

from flask import Flask, current_app

from search import DamagedSegment, IndexMismatch, IndexMissing
from search.engine import Engine, OnSearch, open_engine
from web.limits import RateLimit
from web.settings import Settings
from web.settings_sources import read_settings
from web.tokens import TokenFile

if TYPE_CHECKING:
    from web.metrics import Metrics

KEY = "onrecord"


class LazyEngine:
    """An index that may not be there yet: IndexMissing until it is, without a restart once it is.

    It is opened by a request, not at the start, so that a server's workers share nothing.
    """

    def __init__(self, location: Path) -> None:
        self.location = location
        self.on_search: OnSearch | None = None
        self._engine: Engine | None = None
        self._lock = Lock()

    def __call__(self) -> Engine:
        """Return the open engine; IndexMissing where there is no index."""
        with self._lock:
            if self._engine is None:
                self._engine = open_engine(self.location, self.on_search)
            return self._engine


class Installation:
    """The settings of an app, its engine, the tokens that open it, what it counts and how it limits."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.stated = repr(settings)  # once: every answer is named by it too
        self.engine = LazyEngine(settings.index)
        self.metrics = _metrics(self.engine) if settings.metrics else None
        self.tokens = TokenFile(settings.tokens_file)
        self.rate_limit = RateLimit(settings.rate_limit) if settings.rate_limit else None


def _metrics(engine: LazyEngine) -> Metrics:
    from web.metrics import Metrics  # not before a server had the time to say where processes share them

    counted = Metrics(engine)
    engine.on_search = counted.count_search
    return counted


def install(app: Flask, settings: Settings) -> None:
    """Give an app of ours its settings."""
    app.extensions[KEY] = Installation(settings)


def install_into(app: Flask) -> None:
    """Give any app the settings its configuration and the environment state, unless it has them already.

    SettingError where one is bad.
    """
    if KEY not in app.extensions:
        install(app, read_settings(app.config, os.environ).settings)


def settings() -> Settings:
    """Return the settings of the current app."""
    return _installation().settings


def stated() -> str:
    """Return the settings of the current app written out: another text, other settings."""
    return _installation().stated


def engine() -> Engine:
    """Return the engine of the current app; IndexMissing where there is no index."""
    return _installation().engine()


def readable() -> Engine | None:
    """Return the engine of the current app, None where there is no index that can be read."""
    try:
        return engine()
    except (DamagedSegment, IndexMismatch, IndexMissing):
        return None


def tokens() -> TokenFile:
    """Return the bearer tokens of the current app."""
    return _installation().tokens


def metrics() -> Metrics | None:
    """Return what the current app counts, None where its settings ask for no figures."""
    return _installation().metrics


def rate_limit() -> RateLimit | None:
    """Return the limit on requests of the current app, None where there is none."""
    return _installation().rate_limit


def _installation() -> Installation:
    return cast(Installation, current_app.extensions[KEY])
