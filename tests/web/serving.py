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
def started(folder: Path, *options: str, **environ: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run the server until the block ends; its output goes into a folder."""
    command = [sys.executable, "-m", "web.cli", "serve", *options]
    own = {**os.environ, **environ}
    with (folder / "output").open("wb") as out, (folder / "errors").open("wb") as err:
        process = subprocess.Popen(command, cwd=ROOT, env=own, stdout=out, stderr=err)
    with process:
        try:
            yield process
        finally:
            process.terminate()


@contextmanager
def serving(folder: Path, *options: str, **environ: str) -> Iterator[Served]:
    """Run the server at a free port, from when it answers until the block ends."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}"

    def answers() -> bool:
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=10):
                return True
        except urllib.error.HTTPError:
            return True  # it answers, if not there

    with started(folder, "--port", str(port), *options, **environ) as process:
        wait_until(process, answers)
        yield Served("127.0.0.1", port, folder / "output", folder / "errors", process)


def wait_until(process: subprocess.Popen[bytes], answers: Callable[[], bool]) -> None:
    """Ask until there is an answer; what cannot be asked yet is an OSError."""
    deadline = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            if answers():
                return
        except OSError:
            pass
        assert process.poll() is None, "the server stopped"
        assert time.monotonic() < deadline, "the server did not start"
        time.sleep(0.1)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port
