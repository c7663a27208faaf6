"""The tables that people edit: TOML files, one line an entry, a user's own laid over those that ship."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from index import plain_toml
from index.table_checks import check

APPLIED_LATER = "corrections"
"""The one table that extraction does not depend on: it is applied to what extraction found."""


class TableError(ValueError):
    """A table that cannot be used: its message names the file and the reason."""


@dataclass(frozen=True)
class Tables:
    """Every table by its file's name without ``.toml``; equal and hashable by ``digest``.

    The digest is of all that extraction depends on, so of every table but the corrections.
    """

    digest: str
    contents: Mapping[str, Mapping[str, Any]]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tables) and other.digest == self.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def table(self, name: str) -> Mapping[str, Any]:
        """Return the table ``name``; KeyError for one that does not ship."""
        return self.contents[name]


def load_tables(folder: Path | None = None) -> Tables:
    """Read the tables that ship and lay those in ``folder`` over them, key by key.

    A list or a value in the user's table replaces ours; sub-tables are merged. TableError where a file
    is no TOML, where its name is none of ours, or where what it says cannot be.
    """
    contents = {
        Path(item.name).stem: plain_toml.loads(item.read_text(encoding="utf-8"))
        for item in sorted(resources.files("index.data").iterdir(), key=lambda item: item.name)
        if item.name.endswith(".toml")
    }
    own = {path.stem: path for path in sorted(folder.glob("*.toml"))} if folder and folder.is_dir() else {}
    for path in own.values():
        if path.stem not in contents:
            known = ", ".join(f"{name}.toml" for name in contents)
            raise TableError(f"{path}: no such table. The tables are {known}.")
        contents[path.stem] = _merged(contents[path.stem], _read(path))
    for name in contents:
        try:
            check(name, contents)
        except ValueError as error:
            raise TableError(f"{own.get(name, f'{name}.toml')}: {error}") from None
    return Tables(_digest(contents), contents)


def _read(path: Path) -> dict[str, Any]:
    try:
        return plain_toml.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise TableError(f"{path}: {error}") from error


def _merged(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> dict[str, Any]:
    both = dict(ours)
    for key, value in theirs.items():
        old = both.get(key)
        both[key] = _merged(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return both


def _digest(contents: Mapping[str, Any]) -> str:
    deciding = {name: table for name, table in contents.items() if name != APPLIED_LATER}
    whole = json.dumps(deciding, sort_keys=True, default=str)  # TOML has dates, of which JSON knows nothing
    return hashlib.sha256(whole.encode()).hexdigest()[:16]
