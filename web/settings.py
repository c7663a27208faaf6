"""What an administrator decides: read once, from the program, the environment, a TOML file, or our defaults.

The first of these that names a setting decides it. A host's Flask configuration and the environment say
``ONRECORD_INDEX``, the file says ``index``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, get_type_hints

import msgspec
from msgspec import Meta

PREFIX = "ONRECORD_"
FILE = "ONRECORD_SETTINGS"
DEFAULT_FILE = Path("onrecord.toml")
ELSEWHERE = frozenset({FILE, "ONRECORD_POLNEAR"})
"""Variables of ours that are no settings: where the file is, where the measurements find annotated news."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All settings, each with its default; what each is for stands beside it."""

    index: Annotated[Path, Meta(description="The index's folder.")] = Path("instance/index")
    tables: Annotated[
        Path | None, Meta(description="A folder of your own tables; by default `tables` beside the index.")
    ] = None
    export_limit: Annotated[
        int, Meta(ge=1, le=1_000_000, description="How many hits a CSV or JSON lines file has at most.")
    ] = 10_000
    contact: Annotated[
        str | None, Meta(description="The mail address or the page that mistakes are reported to.")
    ] = None
    stylesheet: Annotated[Path | None, Meta(description="A stylesheet laid over ours.")] = None
    cache: Annotated[
        Literal["private", "public"],
        Meta(description="Who may keep an answer: the asker alone, or caches that many share too."),
    ] = "private"
    cache_seconds: Annotated[
        Annotated[int, Meta(ge=0, le=86_400)],
        Meta(description="How long it is used again before we are asked whether it still holds."),
    ] = 0


KEYS: dict[str, Any] = get_type_hints(Settings, include_extras=True)
"""The settings by name, each with its type."""


class SettingError(ValueError):
    """A setting that cannot be used; the message names its key, its value, where it stands and the reason."""


@dataclass(frozen=True, slots=True)
class Held:
    """The settings that hold, and where the value of each came from, by its key."""

    settings: Settings
    origins: Mapping[str, str]


def read_settings(given: Mapping[str, Any], environ: Mapping[str, str]) -> Held:
    """Return what holds.

    ``given`` is a Flask configuration or what a command line was told, of which only names with ``ONRECORD_``
    are read; its None says nothing. SettingError where a value, or the file, cannot be used.
    """
    values: dict[str, Any] = {}
    origins = dict.fromkeys(KEYS, "default")
    for key, value, origin in (*_of_file(given, environ), *_of_environment(environ), *_of_program(given)):
        values[key] = _converted(key, value, origin)
        origins[key] = origin
    return Held(Settings(**values), origins)


def _of_program(given: Mapping[str, Any]) -> Iterator[tuple[str, Any, str]]:
    for name, value in given.items():
        if name.startswith(PREFIX) and name not in ELSEWHERE and value is not None:
            yield _known(name.removeprefix(PREFIX).lower(), name), value, "configuration"


def _of_environment(environ: Mapping[str, str]) -> Iterator[tuple[str, Any, str]]:
    for name, value in environ.items():
        if name.startswith(PREFIX) and name not in ELSEWHERE and value:
            yield _known(name.removeprefix(PREFIX).lower(), name), value, f"${name}"


def _of_file(given: Mapping[str, Any], environ: Mapping[str, str]) -> Iterator[tuple[str, Any, str]]:
    named = given.get(FILE) or environ.get(FILE)
    path = Path(named) if named else DEFAULT_FILE
    if not named and not path.is_file():
        return
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingError(f"The settings {path} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingError(f"The settings {path} are no TOML: {error}.") from error
    for key, value in content.items():
        yield _known(key, str(path)), value, str(path)


def _known(key: str, where: str) -> str:
    if key not in KEYS:
        raise SettingError(f"There is no setting “{key}” ({where}). There are: {', '.join(KEYS)}.")
    return key


def _converted(key: str, value: Any, origin: str) -> Any:
    """Return a value in its setting's type; text, as the environment has it, is read as that type."""
    try:
        return msgspec.convert(value, KEYS[key], strict=False, dec_hook=_path)
    except msgspec.ValidationError as error:
        raise SettingError(f"The setting {key} = {value!r} ({origin}) cannot be used: {error}.") from error


def _path(kind: type, value: Any) -> Any:
    """Read what msgspec has no type for: a path, kept as it is where it is one."""
    if kind is Path and isinstance(value, (str, Path)) and str(value):
        return Path(value)
    raise ValueError("Expected the name of a file or a folder")
