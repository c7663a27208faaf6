"""Onrecord behind a real nginx, by the very files of web/deployment, their names and paths filled in."""

from __future__ import annotations

import base64
import configparser
import http.client
import os
import shlex
import shutil
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
FILES = ROOT / "web/deployment"
SBIN = os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin"
NGINX, OPENSSL = (shutil.which(name, path=SBIN) for name in ("nginx", "openssl"))
MISSING = None if NGINX and OPENSSL else "nginx or openssl was not found: sh tests/find_nginx.sh"

NAME = "intranet.localhost"  # which browsers take for this machine
READER, PASSWORD = "ann", "open sesame"
SECONDS_TO_START = 60
NONE: Mapping[str, str] = {}

MAIN = """
daemon off;
{user}
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/nginx.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/nginx.conf;
}}
"""


@dataclass(frozen=True)
class Answer:
    """An answer as it came."""

    status_code: int
    headers: Mapping[str, str]
    text: str


@dataclass(frozen=True)
class Proxied:
    """A proxy that runs: where it is, and the folder with its files and those of what is behind it."""

    port: int
    folder: Path

    @property
    def origin(self) -> str:
        return f"https://{NAME}:{self.port}"

    def ask(self, path: str, headers: Mapping[str, str] = NONE, *, reader: bool = True) -> Answer:
        """Ask the proxy, by default as the reader."""
        given = {"Host": f"{NAME}:{self.port}", **({"Authorization": _basic()} if reader else {}), **headers}
        connection = http.client.HTTPSConnection(
            "127.0.0.1", self.port, timeout=20, context=ssl._create_unverified_context()
        )
        try:
            connection.request("GET", path, headers=given)
            found = connection.getresponse()
            return Answer(found.status, dict(found.headers), found.read().decode("utf-8", "replace"))
        finally:
            connection.close()


@contextmanager
def behind_nginx(folder: Path, index: Path, **environ: str) -> Iterator[Proxied]:
    """Run Onrecord as the unit of systemd says, and nginx before it, until the block ends."""
    port = _free_port()
    _fill_in(folder, index, port)
    _certify(folder)
    (folder / "readers").write_text(f"{READER}:{{PLAIN}}{PASSWORD}\n")
    with _running(*service(folder / "onrecord.service"), folder, environ):
        _wait_for((folder / "run/onrecord.sock").exists)
        nginx = [str(NGINX), "-c", str(folder / "main.conf")]
        with _running(nginx, {}, folder, {}):
            running = Proxied(port, folder)
            _wait_for(lambda: running.ask("/press/healthz").status_code == 200)
            yield running


def service(unit: Path) -> tuple[list[str], dict[str, str]]:
    """Return the command and the environment that a unit of systemd states."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # as its documentation has it
    parser.read(unit)
    name, value = parser["Service"]["Environment"].split("=", 1)
    return shlex.split(parser["Service"]["ExecStart"]), {name: value}


def _fill_in(folder: Path, index: Path, port: int) -> None:
    """Write the files with paths of a folder; each thing to fill in must be there."""
    filled = {
        "nginx.conf": {
            "/run/onrecord/": f"{folder}/run/",
            "listen 443 ssl": f"listen 127.0.0.1:{port} ssl",
            "intranet.example;": f"{NAME};",
            "/etc/ssl/certs/intranet.example.pem": f"{folder}/certificate.pem",
            "/etc/ssl/private/intranet.example.key": f"{folder}/key.pem",
            "/etc/nginx/onrecord.readers": f"{folder}/readers",
        },
        "onrecord.toml": {
            "/var/lib/onrecord/index": str(index),
            "/run/onrecord/": f"{folder}/run/",
            '["intranet.example"]': f'["{NAME}"]',
        },
        "onrecord.service": {
            "/etc/onrecord/onrecord.toml": f"{folder}/onrecord.toml",
            "/opt/onrecord/.venv/bin/onrecord serve": f"{sys.executable} -m web.cli serve",
            "WorkingDirectory=/var/lib/onrecord": f"WorkingDirectory={folder}",
        },
    }
    (folder / "run").mkdir()
    for name, replacements in filled.items():
        text = (FILES / name).read_text(encoding="utf-8")
        for old, new in replacements.items():
            assert old in text, f"{name}: {old}"
            text = text.replace(old, new)
        (folder / name).write_text(text, encoding="utf-8")
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "main.conf").write_text(MAIN.format(folder=folder, user=user), encoding="utf-8")


def _certify(folder: Path) -> None:
    named = f"-subj /CN={NAME} -addext subjectAltName=DNS:{NAME}"
    command = f"{OPENSSL} req -x509 -newkey rsa:2048 -nodes -days 2 {named}"
    files = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "certificate.pem")]
    subprocess.run([*command.split(), *files], check=True, capture_output=True)


@contextmanager
def _running(
    command: list[str], own: Mapping[str, str], folder: Path, environ: Mapping[str, str]
) -> Iterator[None]:
    """Run a command until the block ends; what it says goes into files of the folder."""
    name = Path(command[0]).name
    with (folder / f"{name}.out").open("wb") as out, (folder / f"{name}.err").open("wb") as err:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), **own, **environ},
            stdout=out,
            stderr=err,
        )
    with process:
        try:
            yield
        finally:
            process.terminate()


def _wait_for(ready: Callable[[], bool]) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            if ready():
                return
        except OSError:
            pass
        assert time.monotonic() < deadline, "the server did not start"
        time.sleep(0.05)


def _basic() -> str:
    return "Basic " + base64.b64encode(f"{READER}:{PASSWORD}".encode()).decode()


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port
