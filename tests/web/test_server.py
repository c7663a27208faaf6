"""`onrecord serve`: the real server in a process of its own, asked over HTTP."""

import json
import os
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.ingest import ingest
from index.tables import Tables
from tests.web.serving import Serve

ROOT = Path(__file__).parent.parent.parent


def status_of(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code


def run(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", *arguments]
    own = {**os.environ, **environ}
    return subprocess.run(command, cwd=ROOT, env=own, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("served") / "index"


@pytest.fixture(scope="module")
def address(directory: Path, serve: Serve) -> Iterator[str]:
    with serve("--index", str(directory)) as served:
        yield served.address


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


def test_a_bad_setting_stops_the_start_in_one_line() -> None:
    done = run("web.cli", "serve", "--port", "many")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("onrecord: The setting port = 'many' (--port) cannot be used: ")
    assert len(done.stderr.splitlines()) == 1


def test_a_server_of_ones_own_stops_at_a_bad_setting_without_a_traceback() -> None:
    done = run(
        "gunicorn", "web.wsgi", "--bind", "127.0.0.1:0", "--no-control-socket", ONRECORD_SIGN_ON="password"
    )
    assert done.returncode == 4  # gunicorn's own: the application cannot be loaded
    assert done.stderr.count("Booting worker") == 1
    assert "onrecord: The setting sign_on = 'password' ($ONRECORD_SIGN_ON) cannot be used" in done.stderr
    assert "Traceback" not in done.stderr
