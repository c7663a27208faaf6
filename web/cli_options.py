"""What the commands have in common: options that are settings, and errors said in one line."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import click

from index.codec import DamagedSegment, OtherFormat
from index.corpus import CorpusError
from index.export import ExportError
from index.tables import TableError
from index.version import IndexMismatch
from index.writer import IndexBusy
from search import IndexMissing, InvalidQuery, InvalidRequest
from web.settings import SettingError, Settings
from web.settings_sources import read_settings
from web.tokens import TokenError
from web.wording import printable

CLEAR_ERRORS = (
    CorpusError,
    DamagedSegment,
    ExportError,
    IndexBusy,
    IndexMismatch,
    IndexMissing,
    InvalidQuery,
    InvalidRequest,
    OtherFormat,
    SettingError,
    TableError,
    TokenError,
    OSError,
)

SITE = "Write it as in https://intranet.example/onrecord."

Command = TypeVar("Command", bound=Callable[..., Any])

index_option = click.option(
    "--index",
    "directory",
    type=click.Path(path_type=Path),
    help="The index's folder. Without it the settings say which, at first instance/index.",
)
tables_option = click.option(
    "--tables",
    type=click.Path(path_type=Path),
    help="A folder with your own tables, laid over ours. By default `tables` beside the index.",
)


def _site(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """Read the address of a site, which may stand under a path; without a slash at its end."""
    if value is None:
        return None
    try:
        parts = urlsplit(value)
        good = (
            parts.scheme in ("http", "https") and bool(parts.hostname) and not (parts.query or parts.fragment)
        )
    except ValueError:  # half an IPv6 address
        good = False
    if not good or value.split() != [value]:
        raise click.BadParameter(f"“{value}” is no address of a site. {SITE}")
    return value.rstrip("/")


site_option = click.option(
    "--site", metavar="URL", callback=_site, help=f"The site that links lead to, in --csv whole. {SITE}"
)


def settings_with(**options: Path | None) -> Settings:
    """Return the settings that hold, these options before all else."""
    return read_settings({}, os.environ, options).settings


def plainly(command: Command) -> Command:
    """Turn an error a user can mend into one line on stderr and status 2, never a traceback."""

    @wraps(command)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except BrokenPipeError:  # `onrecord quotes … | head` is no error
            sys.stderr.close()
            sys.exit(0)
        except CLEAR_ERRORS as error:
            click.echo(printable(f"onrecord: {error}{_place(error)}"), err=True)
            sys.exit(2)

    return wrapper  # type: ignore[return-value]


def _place(error: Exception) -> str:
    """Return where in a query the mistake stands, and the query mended, as far as they are known."""
    if not isinstance(error, InvalidQuery):
        return ""
    mended = f" Did you mean: {error.suggestion}" if error.suggestion else ""
    return f" It is character {error.position + 1} of the query.{mended}"
