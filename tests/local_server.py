"""An application served over HTTP on a free port of this machine, for as long as a test wants it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server


class Quiet(WSGIRequestHandler):
    """A server that logs no request."""

    def log_request(self, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(app: Flask, host: str = "127.0.0.1") -> Iterator[str]:
    """Yield the address of the application."""
    server = make_server(host, 0, app, threaded=True, request_handler=Quiet)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://{host}:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()
