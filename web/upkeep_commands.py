"""`onrecord rebuild | remove | export | verify`: what an index needs when it is there."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from index.analyzer import analyzer_for
from index.export import export
from index.rebuild import rebuild
from index.tables import load_tables
from index.version import check_version
from index.writer import open_writer, verify_index
from web import wording
from web.cli_options import index_option, plainly, settings_with, tables_option


@click.command("rebuild")
@index_option
@tables_option
@click.option("--wait", default=60.0, show_default=True, type=click.FloatRange(0), help="Seconds to wait.")
@plainly
def rebuild_command(directory: Path | None, tables: Path | None, wait: float) -> None:
    """Make an index of an older version anew, from the articles it holds."""
    settings = settings_with(index=directory, tables=tables)
    count = rebuild(settings.index, wait, analyzer_for(load_tables(settings.tables_folder)))
    click.echo(f"{'articles':<10}{count:>9,}")


@click.command("remove")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE…")
@index_option
@tables_option
@click.option("--wait", default=60.0, show_default=True, type=click.FloatRange(0), help="Seconds to wait.")
@plainly
def remove_command(
    articles: tuple[str, ...], directory: Path | None, tables: Path | None, wait: float
) -> None:
    """Take ARTICLEs out of the index with their quotes, by the ids that end their links.

    A file that is still there brings its article back when it is indexed again: those that it was read from
    are named, to be taken away too. Exits with 1 if one was not there; the others are taken out all the same.
    """
    settings = settings_with(index=directory, tables=tables)
    check_version(settings.index)
    with open_writer(settings.index, wait, analyzer_for(load_tables(settings.tables_folder))) as writer:
        paths = [path for id_ in dict.fromkeys(articles) for path in writer.read_from(id_)]
        absent = [id_ for id_ in dict.fromkeys(articles) if not writer.delete(id_)]
    for id_ in absent:
        click.echo(wording.printable(f"There is no article {id_}."), err=True)
    click.echo(f"{'removed':<10}{len(set(articles)) - len(absent):>9,}")
    for line in filter(None, map(_coming_back, paths)):
        click.echo(wording.printable(line), err=True)
    sys.exit(1 if absent else 0)


def _coming_back(path: str) -> str | None:
    """Return what to say of the place of an article that was taken out; None where it is no more."""
    file, _, _ = path.rpartition("#")
    if Path(path).is_file():
        return f"{path} is still there and brings its article back when it is indexed again. Move it away."
    if Path(file).is_file():
        return f"{path} may still be there and bring its article back. Take it out of the file."
    return None


@click.command("export")
@click.option("--whoosh", "target", required=True, type=click.Path(path_type=Path), metavar="DIR")
@index_option
@plainly
def export_command(directory: Path | None, target: Path) -> None:
    """Write the index into DIR as plain Whoosh keeps one, for programs that know nothing of Onrecord."""
    click.echo(f"{'documents':<10}{export(settings_with(index=directory).index, target):>9,}")


@click.command("verify")
@index_option
@plainly
def verify_command(directory: Path | None) -> None:
    """Read every byte of the index and hold it against the checksums."""
    click.echo(f"{'segments':<10}{verify_index(settings_with(index=directory).index):>9,}")
