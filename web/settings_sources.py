"""Where settings come from: the command line, the program, the environment, a TOML file, our defaults.

The first of these that names a setting decides it. A host's Flask configuration and the environment say
``ONRECORD_INDEX``, the command line and the file say ``index``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_origin

import msgspec

from web.hosts import Hosts
from web.limits import Rate
from web.proxies import Proxies
from web.setting_errors import reason
from web.setting_types import Size, words
from web.settings import KEYS, SettingError, Settings, description, unfit
from web.sites import Site

PREFIX = "ONRECORD_"
FILE = "ONRECORD_SETTINGS"
DEFAULT_FILE = Path("onrecord.toml")
ELSEWHERE = frozenset({FILE, "ONRECORD_POLNEAR"})
"""Variables of ours that are no settings: where the file is, where the measurements find annotated news."""

SHOWN = 80  # characters of a bad value that its message repeats

_NONE: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class Held:
    """The settings that hold, and where the value of each came from, by its key."""

    settings: Settings
    origins: Mapping[str, str]


def read_settings(
    given: Mapping[str, Any], environ: Mapping[str, str], options: Mapping[str, Any] = _NONE
) -> Held:
    """Return what holds.

    ``given`` is a Flask configuration, of which only names with ``ONRECORD_`` are read; ``options`` are those
    of a command line, by key. A None of either says nothing. SettingError where a value, or the file, cannot
    be used.
    """
    values: dict[str, Any] = {}
    origins = dict.fromkeys(KEYS, "default")
    sources = (_of_file(given, environ), _of_environment(environ), _of_program(given), _of_options(options))
    for key, value, origin in (each for source in sources for each in source):
        values[key] = _converted(key, value, origin)
        origins[key] = origin
    settings = Settings(**values)
    if wrong := unfit(settings):
        key, why = wrong
        raise _error(key, _plain(getattr(settings, key)), origins[key], why)
    return Held(settings, origins)


def _of_options(options: Mapping[str, Any]) -> Iterator[tuple[str, Any, str]]:
    for key, value in options.items():
        if value is not None:
            yield _known(key, "command line"), value, f"--{key.replace('_', '-')}"


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
        alike = get_close_matches(key.lower(), KEYS, 1)
        meant = f" Did you mean {alike[0]}?" if alike else ""
        raise SettingError(f"There is no setting “{key}” ({where}).{meant} There are: {', '.join(KEYS)}.")
    return key


def _converted(key: str, value: Any, origin: str) -> Any:
    """Return a value in its setting's type; text, as the environment has it, is read as that type."""
    kind = KEYS[key]
    try:
        found = words(value) if get_origin(kind.__origin__) is tuple else value
        return msgspec.convert(found, kind, strict=False, dec_hook=_read)
    except ValueError as error:  # msgspec's own among them
        raise _error(key, value, origin, reason(error, kind)) from error


def _read(kind: type, value: Any) -> Any:
    """Read what msgspec has no type for."""
    if kind is Path:
        if isinstance(value, (str, Path)) and str(value):
            return Path(value)
        raise ValueError("Expected the name of a file or a folder")
    readers = {Hosts: Hosts.of, Proxies: Proxies.of, Rate: Rate.of, Site: Site.of, Size: Size.of}
    return readers[kind](value)


def _plain(value: Any) -> Any:
    """Return a value as somebody would write it."""
    return str(value) if isinstance(value, Path) else list(value) if isinstance(value, tuple) else value


def _error(key: str, value: Any, origin: str, why: str) -> SettingError:
    shown = repr(value)
    shown = shown if len(shown) <= SHOWN else shown[:SHOWN] + "…"
    return SettingError(
        f"The setting {key} = {shown} ({origin}) cannot be used: {why}. What it is: {description(key)}"
    )
