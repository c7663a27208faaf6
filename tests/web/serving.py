"""`onrecord serve` in a process of its own, for tests that ask it over HTTP."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SECONDS_TO_START = 60


@dataclass(frozen=True)
class Served:
    """A server that runs: where, and the files that its output and its errors go to."""

    host: str
    port: int
    output: Path
    errors: Path
    process: subprocess.Popen[bytes]

    @property
    def address(self) -> str:
        return f"http://{self.host}:{self.port}"


Serve = Callable[..., AbstractContextManager[Served]]
"""Called with options of `onrecord serve` and, by name, with variables of the environment."""


@contextmanager
def serving(folder: Path, *options: str, **environ: str) -> Iterator[Served]:
    """Run the server until the block ends; its output goes into a folder."""
    output, errors = folder / "output", folder / "errors"
    port = _free_port()
    command = [sys.executable, "-m", "web.cli", "serve", "--port", str(port), *options]
    own = {**os.environ, **environ}
    with output.open("wb") as out, errors.open("wb") as err:
        process = subprocess.Popen(command, cwd=ROOT, env=own, stdout=out, stderr=err)
    with process:
        try:
            _wait_for(process, port)
            yield Served("127.0.0.1", port, output, errors, process)
        finally:
            process.terminate()


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def _wait_for(process: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=10):
                return
        except urllib.error.HTTPError:
            return  # it answers, if not there
        except (urllib.error.URLError, ConnectionError):
            assert process.poll() is None, "the server stopped"
            assert time.monotonic() < deadline, "the server did not start"
            time.sleep(0.1)
