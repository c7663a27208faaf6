"""Which field table an index has, and whether this program reads it."""

from __future__ import annotations

import json
from pathlib import Path

from whoosh.index import exists_in

SCHEMA_VERSION = 2  # one more whenever the table in schema.py, or what a field holds, changes

_VERSION_FILE = "schema.json"


class IndexMissing(LookupError):
    """There is no index in the folder; the message says how to make one."""


class IndexMismatch(ValueError):
    """The index has another field table than this program; the message says how to rebuild it."""


def check_version(directory: Path) -> None:
    """Raise IndexMissing where the folder holds no index, IndexMismatch where it has another field table."""
    if not directory.is_dir() or not exists_in(str(directory)):
        raise IndexMissing(
            f"There is no index in {directory}. Make one: onrecord index PATH… --index {directory}"
        )
    found = _stored_version(directory)
    if found != SCHEMA_VERSION:
        raise IndexMismatch(
            f"The index in {directory} has field table {found or 'unknown'}, this version of Onrecord reads "
            f"{SCHEMA_VERSION}. Make it anew from the articles it holds: onrecord rebuild --index {directory}"
        )


def write_version(directory: Path) -> None:
    """Note in a folder, before an index is made in it, which field table it will have."""
    (directory / _VERSION_FILE).write_text(json.dumps({"schema": SCHEMA_VERSION}) + "\n", encoding="utf-8")


def _stored_version(directory: Path) -> int | None:
    try:
        version = json.loads((directory / _VERSION_FILE).read_text(encoding="utf-8"))["schema"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return version if isinstance(version, int) else None
