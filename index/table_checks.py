"""What must hold of the tables of which a mistake could hide: ids, names and corrections of speakers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from index.entries import read_entries
from index.names import affixes_of


def check(name: str, contents: Mapping[str, Mapping[str, Any]]) -> None:
    """Raise ValueError, naming key, value and reason, where the table ``name`` cannot be used."""
    match name:
        case "speakers":
            read_entries(contents[name], affixes_of(contents))
        case "corrections":
            check_corrections(contents[name])


def check_corrections(table: Mapping[str, Any]) -> None:
    """Raise ValueError, naming quote, value and reason, where the table cannot be used."""
    for quote_id, said in table.items():
        if not isinstance(said, str):
            raise ValueError(f'{quote_id} = {said!r} is no text. Write "{quote_id}" = "a name or an id".')
        if said.strip() and not any(map(str.isalnum, said)):
            raise ValueError(f'{quote_id} = {said!r} is no name. Write "nobody" where nobody is named.')
