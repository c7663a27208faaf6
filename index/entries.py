"""The table of speakers, read and checked: which names mean which person, and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from index.identity import slug
from index.names import Affixes, keys_of

KEYS = ("name", "aliases", "where")


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of the table.

    ``name`` is shown, None where the table does not say. ``forms`` are all names that mean the person.
    ``where`` are slugs that must all stand in the role or the article, so that another person of the same
    name is kept apart.
    """

    id: str
    name: str | None
    forms: tuple[str, ...]
    where: tuple[str, ...] = ()


Entries = Mapping[str, tuple[Entry, ...]]
"""The full key of a name → whom it may mean, in the order of the table, who needs no ``where`` last."""


def read_entries(table: Mapping[str, Any], affixes: Affixes) -> Entries:
    """Return the table's entries by the keys of their names; ValueError naming key, value and reason."""
    found: dict[str, list[Entry]] = {}
    for id, values in table.items():
        entry = _entry(id, values)
        keys = [keys_of(form, affixes) for form in entry.forms]
        if entry.where and all(key.plain == id for key in keys):
            raise ValueError(
                f"{id} has `where` and is the id of everybody else of that name. Take another id."
            )
        for key in dict.fromkeys((id, *(key.full for key in keys))):
            _add(entry, key, found.setdefault(key, []))
    return {key: tuple(sorted(those, key=lambda one: not one.where)) for key, those in found.items()}


def _entry(id: str, values: object) -> Entry:
    if id != slug(id):
        raise ValueError(f"“{id}” is no id. Write it as “{slug(id)}”.")
    if not isinstance(values, dict):
        raise ValueError(f'{id} = {values!r} is no entry. Write {id} = {{ name = "…", aliases = ["…"] }}.')
    for key in values:
        if key not in KEYS:
            raise ValueError(f"{id} has a key “{key}”, which is not known. The keys are {', '.join(KEYS)}.")
    name = values.get("name")
    if name is not None and not _is_text(name):
        raise ValueError(f"{id}: name = {name!r} is no text.")
    aliases, where = (_texts(id, key, values.get(key, [])) for key in ("aliases", "where"))
    return Entry(id, name, (*([name] if name else []), *aliases), tuple(map(slug, where)))


def _texts(id: str, key: str, value: object) -> list[str]:
    if not isinstance(value, list):
        raise ValueError(f'{id}: {key} = {value!r} is no list. Write {key} = ["…"].')
    for item in value:
        if not _is_text(item):
            raise ValueError(f"{id}: {key} has {item!r}, which is no text.")
    return value


def _is_text(value: object) -> bool:
    return isinstance(value, str) and any(map(str.isalnum, value))


def _add(entry: Entry, key: str, those: list[Entry]) -> None:
    rival = next((one for one in those if not one.where), None)
    if rival and not entry.where:
        raise ValueError(
            f"“{key}” is given to {rival.id} and to {entry.id}. Take it out of one of them, or tell them "
            'apart with where = ["…"], words of the role or the article.'
        )
    those.append(entry)
