"""The real server, asked over sockets byte by byte: what no client library would send, and what it logs."""

import json
import re
import signal
import socket
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.serving import Serve, Served, started, wait_until
from web.tokens import TokenFile

PROXY, STRANGER = "127.0.0.1", "127.0.0.2"


@pytest.fixture(scope="module")
def served(index: Path, serve: Serve) -> Iterator[Served]:
    """A server with sign-on, that trusts one of this machine's own addresses and no other."""
    signed = {
        "ONRECORD_SIGN_ON": "header, token",
        "ONRECORD_TRUSTED_PROXIES": PROXY,
        "ONRECORD_METRICS": "true",
    }
    with serve("--index", str(index), **signed) as running:
        yield running


def ask(served: Served, head: str, body: bytes = b"", source: str = PROXY) -> tuple[int, str]:
    """Send a request as it stands; return the status and the whole answer."""
    try:
        connection = socket.create_connection((served.host, served.port), 10, (source, 0))
    except OSError:
        pytest.skip("this machine has one loopback address")
    with connection:
        connection.sendall(head.replace("\n", "\r\n").encode("latin-1") + b"\r\n" + body)
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    return int(answer.split(b" ", 2)[1]), answer.decode("utf-8", "replace")


def get(*lines: str, path: str = "/about") -> str:
    return "\n".join([f"GET {path} HTTP/1.1", "Host: press.example", "Connection: close", *lines, ""])


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        ([], 401),
        (["X-Forwarded-User: ann"], 200),
        (["x-forwarded-user:   ann  "], 200),
        (["X-Forwarded-User: ann", "X-Forwarded-User: bea"], 401),
        (["X-Forwarded-User: ann", "x-forwarded-user: ann"], 401),
        (["X-Forwarded-User: ann", "X-Forwarded-User:"], 401),
        (["X-Forwarded-User: ann,bea"], 401),
        (["X-Forwarded-User:"], 401),
        (["X_Forwarded_User: ann"], 401),
        (["X_FORWARDED-USER: ann"], 401),
        (["X_Forwarded_User: bea", "X-Forwarded-User: ann"], 200),
        (["REMOTE_USER: ann"], 401),
        (["Remote-User: ann"], 401),
        (["HTTP_X_FORWARDED_USER: ann"], 401),
        (["X-Forwarded-User : ann"], 400),
        (["X-Forwarded-User: ann\x00bea"], 400),
        (["X-Forwarded-User: ann", "\tbea"], 400),
    ],
)
def test_what_a_proxy_sends_names_one_reader_or_none(served: Served, lines: list[str], status: int) -> None:
    assert ask(served, get(*lines))[0] == status


@pytest.mark.parametrize(
    "lines",
    [
        ["X-Forwarded-User: ann"],
        ["X-Forwarded-User: ann", f"X-Forwarded-For: {PROXY}"],
        ["X-Forwarded-User: ann", f"Forwarded: for={PROXY}"],
        ["X-Forwarded-User: ann", f"X-Real-IP: {PROXY}", f"REMOTE_ADDR: {PROXY}", f"Remote-Addr: {PROXY}"],
    ],
)
def test_the_same_from_anywhere_else_is_ignored_and_logged(served: Served, lines: list[str]) -> None:
    assert ask(served, get(*lines), source=STRANGER)[0] == 401
    assert f"The header X-Forwarded-User was ignored: {STRANGER} is not among" in served.errors.read_text()


def test_a_header_in_a_trailer_is_none(served: Served) -> None:
    head = "POST /about HTTP/1.1\nHost: a\nConnection: close\nTransfer-Encoding: chunked\n"
    assert ask(served, head, b"1\r\nx\r\n0\r\nX-Forwarded-User: ann\r\n\r\n")[0] in (400, 401)


def test_no_header_moves_the_application(served: Served) -> None:
    status, answer = ask(served, get("X-Forwarded-User: ann", "SCRIPT_NAME: /abo", "PATH_INFO: /x"))
    assert status == 200
    assert "/abo/" not in answer


def test_a_stranger_s_page_has_its_headers_and_names_nothing(served: Served) -> None:
    status, answer = ask(served, get(path="/"))
    assert status == 401
    for header in ("Content-Security-Policy: default-src", "Cache-Control: no-store", "X-Request-ID: "):
        assert f"\r\n{header}" in answer
    assert "WWW-Authenticate: Bearer realm=" in answer


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_health_answers_strangers(served: Served, path: str) -> None:
    assert ask(served, get(path=path), source=STRANGER)[0] == 200


def test_a_token_made_while_it_runs_opens_it_and_closes_it_once_revoked(served: Served, index: Path) -> None:
    file = TokenFile(index.parent / "tokens.json")
    header = f"Authorization: Bearer {file.add('desk', ('read',))}"
    try:
        assert ask(served, get(header), source=STRANGER)[0] == 200
        assert ask(served, get(header, header), source=STRANGER)[0] in (400, 401)
    finally:
        file.revoke("desk")
    assert ask(served, get(header), source=STRANGER)[0] == 401


def post(*lines: str) -> str:
    return get(*lines, path="/api/v1/articles").replace("GET", "POST", 1)


def test_a_body_that_is_too_large_is_refused_before_it_is_read_and_in_chunks(
    served: Served, index: Path
) -> None:
    file = TokenFile(index.parent / "tokens.json")
    signed = (f"Authorization: Bearer {file.add('wire', ('ingest',))}", "Content-Type: application/json")
    try:
        assert ask(served, post(*signed, "Content-Length: 1000001"))[0] == 413
        chunk = b"80000\r\n" + b" " * 0x80000 + b"\r\n"
        assert ask(served, post(*signed, "Transfer-Encoding: chunked"), chunk * 2 + b"0\r\n\r\n")[0] == 413
        assert ask(served, post(*signed, "Transfer-Encoding: chunked"), chunk + b"0\r\n\r\n")[0] == 422
    finally:
        file.revoke("wire")


def test_a_line_of_json_stands_for_each_request(served: Served) -> None:
    _, answer = ask(served, get("X-Forwarded-User: ann", path="/?q=a+secret"))
    named = re.search(r"X-Request-ID: (\w+)", answer)
    assert named
    (line,) = [
        each for each in map(json.loads, served.output.read_text().splitlines()) if each["id"] == named[1]
    ]
    assert (line["view"], line["status"]) == ("pages.search", 200)
    assert "secret" not in served.output.read_text() + served.errors.read_text()


def test_the_figures_of_all_processes_are_added_up(served: Served) -> None:
    label = 'method="HEAD",status="200",view="health.alive"'

    def told() -> float:
        _, answer = ask(served, get("X-Forwarded-User: ann", path="/metrics"))
        found = re.search(rf"onrecord_request_seconds_count\{{{label}\}} (\S+)", answer)
        return float(found[1]) if found else 0

    before = told()
    for _ in range(20):  # some to each process
        ask(served, get(path="/healthz").replace("GET", "HEAD"))
    assert {told() - before for _ in range(6)} == {20}


def test_the_folder_of_figures_goes_with_the_server(index: Path, serve: Serve, tmp_path: Path) -> None:
    with serve("--index", str(index), ONRECORD_METRICS="true", TMPDIR=str(tmp_path)) as running:
        with urllib.request.urlopen(f"{running.address}/metrics", timeout=10) as answer:
            assert b"onrecord_index_generation 1.0" in answer.read()
        assert list(tmp_path.glob("onrecord-*/*.db"))
        running.process.terminate()
        running.process.wait(30)
    assert not list(tmp_path.glob("onrecord-*"))


def test_a_bad_setting_at_a_reload_leaves_what_held(index: Path, serve: Serve, tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text('contact = "first@press.example"')

    def contact() -> str:
        with urllib.request.urlopen(f"{running.address}/about", timeout=10) as answer:
            return next(iter(re.findall(r"\w+@press\.example", answer.read().decode())), "")

    def reload() -> None:
        workers = running.errors.read_text().count("Booting worker")
        running.process.send_signal(signal.SIGHUP)
        deadline = 300
        while running.errors.read_text().count("Booting worker") < workers + 2 and (deadline := deadline - 1):
            time.sleep(0.1)

    with serve("--index", str(index), ONRECORD_SETTINGS=str(file)) as running:
        assert contact() == "first@press.example"
        file.write_text("contact = 3")
        reload()
        assert contact() == "first@press.example"
        assert "onrecord: The setting contact = 3" in running.errors.read_text()
        file.write_text('contact = "second@press.example"')
        reload()
        seen = {contact() for _ in range(50)}
        assert "second@press.example" in seen


def test_the_peers_of_a_unix_socket_are_trusted_by_that_word(index: Path, tmp_path: Path) -> None:
    path = tmp_path / "socket"
    options = ("--index", str(index), "--host", f"unix:{path}", "--workers", "1")
    environ = {"ONRECORD_SIGN_ON": "header", "ONRECORD_TRUSTED_PROXIES": "unix"}

    def asked(head: str) -> int:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(str(path))
            connection.sendall(head.replace("\n", "\r\n").encode() + b"\r\n")
            return int(connection.recv(100).split(b" ", 2)[1])

    with started(tmp_path, *options, **environ) as server:
        wait_until(server, lambda: asked(get(path="/healthz")) == 200)
        assert asked(get("X-Forwarded-User: ann")) == 200
        assert asked(get("X-Forwarded-User: ann,bea")) == 401
