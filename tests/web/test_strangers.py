"""A client that somebody else wrote, against the running server: schemathesis asks what may be asked."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.ingest import ingest
from index.tables import Tables
from tests.web.serving import Serve
from web.tokens import TokenFile

SECONDS = 100

CHECKS = (
    *("not_a_server_error", "status_code_conformance", "content_type_conformance"),
    *("response_headers_conformance", "response_schema_conformance"),
    *("unsupported_method", "allow_header_conformance"),
)
"""All that concern us but two: a schema cannot say what is no query, no date or too deep, which we refuse;
and one value that it wants in a list looks like none."""


@pytest.fixture(scope="module")
def served(
    tmp_path_factory: pytest.TempPathFactory, seed_folder: Path, tables: Tables, serve: Serve
) -> Iterator[tuple[str, str]]:
    """The address of a server with sign-on, and a token that opens all of it."""
    folder = tmp_path_factory.mktemp("strangers")
    ingest([seed_folder], folder / "index", tables)
    token = TokenFile(folder / "tokens.json").add("stranger", ("read", "ingest"))
    with serve("--index", str(folder / "index"), "--workers", "1", ONRECORD_SIGN_ON="token") as running:
        yield running.address, token


def test_no_500_and_no_answer_off_its_schema(served: tuple[str, str], tmp_path: Path) -> None:
    address, token = served
    command = [
        *(str(Path(sys.executable).with_name("st")), "run", f"{address}/api/v1/openapi.json"),
        *("--header", f"Authorization: Bearer {token}"),
        *("--checks", ",".join(CHECKS), "--max-examples", "8", "--generation-deterministic"),
        *("--wait-for-schema", "30", "--output-truncate", "true"),
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert done.returncode == 0, done.stdout
    assert "7 selected / 7 total" in done.stdout
