"""`onrecord serve`: the application under gunicorn."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication

from web.app import create_app

LONGEST_URL = 8190  # gunicorn answers 414 past it
THREADS = 4  # a worker: enough to hide slow clients, few enough to share two cores


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn ships no types
    """Gunicorn, configured from here and not from the command line."""

    def __init__(self, directory: Path, settings: dict[str, Any]) -> None:
        self.directory = directory
        self.settings = settings
        super().__init__()

    def load_config(self) -> None:
        """Hand our settings to gunicorn."""
        for key, value in self.settings.items():
            self.cfg.set(key, value)

    def load(self) -> Flask:
        """Make the application, once in each worker."""
        return create_app({"ONRECORD_INDEX": str(self.directory)})


def serve(directory: Path, *, host: str, port: int, workers: int) -> None:
    """Serve the index in ``directory`` until interrupted; does not return."""
    Server(
        directory.absolute(),
        {
            "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
            "workers": workers,
            "worker_class": "gthread",
            "threads": THREADS,
            "limit_request_line": LONGEST_URL,
            "proc_name": "onrecord",
            "control_socket_disable": True,  # nothing here steers it, and it would stand in the home folder
        },
    ).run()
