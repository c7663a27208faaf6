"""What one Flask app has of Onrecord: its settings and its index, opened when first asked for."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Lock
from typing import cast

from flask import Flask, current_app

from search.engine import Engine, open_engine
from web.settings import Settings
from web.settings_sources import read_settings
from web.tokens import TokenFile

KEY = "onrecord"


class LazyEngine:
    """An index that may not be there yet: IndexMissing until it is, without a restart once it is.

    It is opened by a request, not at the start, so that a server's workers share nothing.
    """

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


class Installation:
    """The settings of an app, its engine, and the tokens that open it."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.engine = LazyEngine(settings.index)
        self.tokens = TokenFile(settings.tokens_file)


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


def engine() -> Engine:
    """Return the engine of the current app; IndexMissing where there is no index."""
    return _installation().engine()


def tokens() -> TokenFile:
    """Return the bearer tokens of the current app."""
    return _installation().tokens


def _installation() -> Installation:
    return cast(Installation, current_app.extensions[KEY])
