"""`onrecord token add | list | revoke`: who may ask the endpoint without signing on as a person."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import msgspec

from web.cli_options import index_option, plainly, settings_with
from web.tokens import SCOPES, Scope, Token, TokenFile


@click.group("token")
def token_group() -> None:
    """Make, list and revoke the bearer tokens that programs ask with."""


@token_group.command("add")
@click.argument("name")
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    required=True,
    type=click.Choice(SCOPES),
    help="read: to ask; ingest: to hand in articles. Both may be given.",
)
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="The last day it holds; for good without.")
@index_option
@plainly
def add_command(
    name: str, scopes: tuple[Scope, ...], until: dt.datetime | None, directory: Path | None
) -> None:
    """Make a token called NAME and print it, this once: the server keeps no more than its hash."""
    settings = settings_with(index=directory)
    file = TokenFile(settings.tokens_file)
    click.echo(file.add(name, scopes, until.date() if until else None))
    click.echo(f"It is shown this once. Its hash is kept in {file.path}.", err=True)
    if "token" not in settings.sign_on:
        click.echo("The setting sign_on has no “token” yet, without which it opens nothing.", err=True)


@token_group.command("list")
@index_option
@click.option("--json", "as_json", is_flag=True, help="Print a list of objects.")
@plainly
def list_command(directory: Path | None, as_json: bool) -> None:
    """List the tokens: name, scopes, the day each was made, its last day."""
    tokens = _file(directory).tokens()
    if as_json:
        click.echo(json.dumps([_plain(token) for token in tokens], ensure_ascii=False, indent=2))
    elif tokens:
        click.echo("\n".join(_lines(tokens)))
    else:
        click.echo("There are no tokens.")


@token_group.command("revoke")
@click.argument("name")
@index_option
@plainly
def revoke_command(name: str, directory: Path | None) -> None:
    """Take back the token called NAME; a running server knows at its next request."""
    _file(directory).revoke(name)


def _file(directory: Path | None) -> TokenFile:
    return TokenFile(settings_with(index=directory).tokens_file)


def _plain(token: Token) -> dict[str, object]:
    """Return what may be shown of a token, which is all but the hash."""
    fields: dict[str, object] = msgspec.to_builtins(token)
    return {name: value for name, value in fields.items() if name != "digest"}


def _lines(tokens: Sequence[Token]) -> Iterator[str]:
    today = dt.datetime.now(dt.UTC).date()
    rows = [(each.name, ", ".join(each.scopes), each.made.isoformat(), _end(each, today)) for each in tokens]
    names, scopes = (max(len(row[column]) for row in rows) for column in (0, 1))
    for name, may, made, end in rows:
        yield f"{name:<{names}}  {may:<{scopes}}  made {made}  {end}".rstrip()


def _end(token: Token, today: dt.date) -> str:
    if token.until is None:
        return ""
    return f"{'until' if token.holds(today) else 'ended'} {token.until}"
