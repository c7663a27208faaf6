"""`onrecord serve`: the real server in a process of its own, asked over HTTP."""

import json
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.ingest import ingest
from index.tables import Tables

ROOT = Path(__file__).parent.parent.parent
SECONDS_TO_START = 60


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def status_of(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("served") / "index"


@pytest.fixture(scope="module")
def address(directory: Path) -> Iterator[str]:
    port = free_port()
    command = [sys.executable, "-m", "web.cli", "serve", "--index", str(directory), "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) as server:
        base, deadline = f"http://127.0.0.1:{port}", time.monotonic() + SECONDS_TO_START
        while True:
            try:
                status_of(f"{base}/healthz")
                break
            except urllib.error.URLError:
                assert server.poll() is None, "the server stopped"
                assert time.monotonic() < deadline, "the server did not start"
                time.sleep(0.1)
        yield base
        server.terminate()


def test_an_index_made_while_it_runs_is_served_without_a_restart(
    address: str, directory: Path, seed_folder: Path, tables: Tables
) -> None:
    assert status_of(f"{address}/api/v1/search?q=spending") == 503
    ingest([seed_folder], directory, tables)
    with urllib.request.urlopen(f"{address}/api/v1/search?q=spending", timeout=10) as answer:
        assert json.load(answer)["total"] > 0


@pytest.mark.parametrize("form", ["csv", "jsonl", "atom"])
def test_a_file_comes_in_pieces_as_it_is_made(
    address: str, directory: Path, seed_folder: Path, tables: Tables, form: str
) -> None:
    ingest([seed_folder], directory, tables)
    with urllib.request.urlopen(f"{address}/search.{form}", timeout=10) as answer:
        assert answer.headers["Transfer-Encoding"] == "chunked"
        assert answer.read().count(b"/quote/") >= min(int(answer.headers["X-Total-Count"]), 50)


def test_an_address_past_8_kb_is_too_long(address: str) -> None:
    assert status_of(f"{address}/?q={'a' * 9000}") == 414
