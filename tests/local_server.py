"""An application served over HTTP on a free port of this machine, for as long as a test wants it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import Thread
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server

ANSWER = "tests.answer"  # in a request's environment: what is being sent


class Quiet(WSGIRequestHandler):
    """A server that logs no request, and closes the answer to a reader who has gone."""

    def log_request(self, *args: object) -> None:
        """Say nothing."""

    def connection_dropped(self, error: BaseException, environ: WSGIEnvironment | None = None) -> None:
        """Close the file that was being sent: the server does so only where the reader has stayed."""
        close = getattr((environ or {}).get(ANSWER), "close", None)
        if close:
            close()


def _noting(app: WSGIApplication) -> WSGIApplication:
    def answered(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        environ[ANSWER] = app(environ, start_response)
        return environ[ANSWER]  # type: ignore[no-any-return]

    return answered


@contextmanager
def served(app: Flask, host: str = "127.0.0.1") -> Iterator[str]:
    """Yield the address of the application."""
    server = make_server(host, 0, _noting(app), threaded=True, request_handler=Quiet)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://{host}:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()
