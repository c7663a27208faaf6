"""The administrator's page names what there is: commands, settings, files."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import click
import pytest

from web.cli import main
from web.settings import KEYS

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "ADMINISTRATION.md").read_text(encoding="utf-8")
FILES = ROOT / "web/deployment"


@pytest.mark.parametrize(
    "command", sorted(set(re.findall(r"onrecord ([a-z]+(?: (?:add|list|revoke))?)\b", PAGE)))
)
def test_every_command_is_there(command: str) -> None:
    found: click.Command = main
    for name in command.split():
        assert isinstance(found, click.Group)
        found = found.commands[name]


@pytest.mark.parametrize("key", sorted(set(re.findall(r"`([a-z]+(?:_[a-z]+)+)(?: = [^`]*)?`", PAGE))))
def test_every_setting_is_there(key: str) -> None:
    nginx = (FILES / "nginx.conf").read_text(encoding="utf-8")
    assert key in KEYS or key in nginx or key in ("auth_request", "auth_request_set", "limit_req")


@pytest.mark.parametrize("path", re.findall(r"web/deployment/[\w.]+|tests/\w+\.py", PAGE))
def test_every_file_is_there(path: str) -> None:
    assert (ROOT / path).is_file()


def test_every_file_is_on_the_page() -> None:
    for file in FILES.iterdir():
        assert f"web/deployment/{file.name}" in PAGE


def test_the_files_agree_on_where_the_socket_is() -> None:
    nginx = (FILES / "nginx.conf").read_text(encoding="utf-8")
    settings = tomllib.loads((FILES / "onrecord.toml").read_text(encoding="utf-8"))
    assert f"server {settings['host']};" in nginx
    assert settings["host"].startswith("unix:/run/onrecord/")
    assert "RuntimeDirectory=onrecord\n" in (FILES / "onrecord.service").read_text(encoding="utf-8")


def test_the_readme_leads_here() -> None:
    assert "](ADMINISTRATION.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
