"""`onrecord serve`: the application under gunicorn."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication

from web.app import app_with
from web.request_log import write_lines_to
from web.settings import SettingError, Settings
from web.settings_sources import read_settings

SHARED = "PROMETHEUS_MULTIPROC_DIR"  # where prometheus-client looks for the folder
LONGEST_URL = 8190  # gunicorn answers 414 past it
THREADS = 4  # a worker: enough to hide slow clients, few enough to share two cores


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn ships no types
    """Gunicorn, configured from our settings and not from its command line."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        self._options = options
        self._settings = read_settings({}, os.environ, options).settings
        self._figures: str | None = None  # the folder in which workers add theirs up
        super().__init__()

    def load_config(self) -> None:
        """Hand gunicorn what it needs of our settings."""
        for key, value in gunicorn_settings(self._settings).items():
            self.cfg.set(key, value)
        if self._settings.metrics and SHARED not in os.environ:
            os.environ[SHARED] = self._figures = tempfile.mkdtemp(prefix="onrecord-")
        if self._figures:
            self.cfg.set("on_exit", self._forget_figures)

    def reload(self) -> None:
        """Read the settings again, when told to by SIGHUP; those that held go on where one is bad."""
        try:
            self._settings = read_settings({}, os.environ, self._options).settings
        except SettingError as error:
            sys.stderr.write(f"onrecord: {error} What held before goes on.\n")
        super().reload()

    def load(self) -> Flask:
        """Make the application, once in each worker, with the settings that the first process read."""
        write_lines_to(sys.stdout)
        return app_with(self._settings)

    def _forget_figures(self, _: object) -> None:
        shutil.rmtree(str(self._figures), ignore_errors=True)


def gunicorn_settings(settings: Settings) -> dict[str, Any]:
    """Return gunicorn's settings by their names there."""
    return {
        "bind": _bind(settings.host, settings.port),
        "workers": settings.workers,
        "worker_class": "gthread",
        "threads": THREADS,
        "limit_request_line": LONGEST_URL,
        "proc_name": "onrecord",
        "control_socket_disable": True,  # nothing here steers it, and it would stand in the home folder
        # What a proxy says is judged by us alone, and no header with an underscore is another's double.
        "secure_scheme_headers": {},
        "forwarder_headers": "",
        "header_map": "drop",
    }


def _bind(host: str, port: int) -> str:
    if host.startswith("unix:"):
        return host
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def serve(options: Mapping[str, Any]) -> None:
    """Serve until interrupted, by the settings, these options before all else; does not return.

    SettingError where one cannot be used.
    """
    Server(options).run()
