"""`onrecord config`: every setting, what holds, and who said so."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import click

from web.settings import KEYS, Settings, description
from web.settings_sources import Held

NOTHING = "–"
BESIDE = {"tables": "tables_folder", "tokens": "tokens_file"}
"""Settings whose default depends on another, and what says where that leads."""


def written(value: Any) -> str:
    """Return a setting's value as the environment would state it; a dash where there is none."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or NOTHING
    return NOTHING if value is None else str(value)


def lines(held: Held) -> Iterator[str]:
    """Yield a line a setting: key, value, where the value came from."""
    rows = [(key, written(getattr(held.settings, BESIDE.get(key, key))), held.origins[key]) for key in KEYS]
    keys, values = (max(len(row[column]) for row in rows) for column in (0, 1))
    for key, value, origin in rows:
        where = click.style(origin, dim=True) if origin == "default" else origin
        yield f"{key:<{keys}}  {value:<{values}}  {where}"


def settings_json(held: Held) -> str:
    """Return an object by key: value, origin, default, description."""
    entries = {
        key: {
            "value": _plain(getattr(held.settings, key)),
            "origin": held.origins[key],
            "default": _plain(getattr(Settings(), key)),
            "description": description(key),
        }
        for key in KEYS
    }
    return json.dumps(entries, ensure_ascii=False, indent=2)


def _plain(value: Any) -> Any:
    """Return a value as JSON has it, such that a TOML file may say the same."""
    if isinstance(value, tuple):
        return [str(item) for item in value]
    return value if isinstance(value, (bool, str)) or type(value) in (int, type(None)) else str(value)
