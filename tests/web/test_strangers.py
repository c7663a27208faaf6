"""A client that somebody else wrote, against the running server: schemathesis asks what may be asked."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from index.ingest import ingest
from index.tables import Tables

ROOT = Path(__file__).parents[2]
SECONDS = 100

CHECKS = (
    *("not_a_server_error", "status_code_conformance", "content_type_conformance"),
    *("response_headers_conformance", "response_schema_conformance"),
    *("unsupported_method", "allow_header_conformance"),
)
"""All that concern us but two: a schema cannot say what is no query, no date or too deep, which we refuse;
and one value that it wants in a list looks like none."""


@contextmanager
def served(index: Path) -> Iterator[str]:
    """Serve an index by `onrecord serve` on a free port, and give its address."""
    code = (
        "import sys, socket; from pathlib import Path; from web.server import serve;"
        "s = socket.socket(); s.bind(('127.0.0.1', 0)); port = s.getsockname()[1]; s.close();"
        "print(port, flush=True); serve(Path(sys.argv[1]), host='127.0.0.1', port=port, workers=1)"
    )
    command = [sys.executable, "-c", code, str(index)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdout is not None
        yield f"http://127.0.0.1:{server.stdout.readline().strip()}"
        server.terminate()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, seed_folder: Path, tables: Tables) -> Iterator[str]:
    index = tmp_path_factory.mktemp("strangers") / "index"
    ingest([seed_folder], index, tables)
    with served(index) as base:
        yield base


def test_no_500_and_no_answer_off_its_schema(address: str, tmp_path: Path) -> None:
    command = [
        *(str(Path(sys.executable).with_name("st")), "run", f"{address}/api/v1/openapi.json"),
        *("--checks", ",".join(CHECKS), "--max-examples", "8", "--generation-deterministic"),
        *("--wait-for-schema", "30", "--output-truncate", "true"),
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert done.returncode == 0, done.stdout
    assert "6 selected / 6 total" in done.stdout
