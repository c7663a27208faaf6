"""The command line: ``onrecord index | search | quotes | speakers | serve | config``, and all others."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import click
from flask.ctx import RequestContext

from index.corpus import CorpusError
from index.ingest import Report, ingest
from index.tables import Tables, load_tables
from index.workers import cores
from search import open_engine
from search.request import SearchRequest
from web import params, wording
from web.addresses import whole
from web.answers import results, speaker_summary
from web.app import create_app
from web.cli_options import index_option, plainly, settings_with, site_option, tables_option
from web.csv_table import csv_lines
from web.exports import paged_no_more
from web.ignored_keys import ignored_keys
from web.json_lines import json_lines
from web.listing import RELAXED, print_page
from web.options import fields_of, search_options
from web.progress import Progress
from web.records import explanations, quote_records, readings
from web.rendering import printed
from web.roster import print_speakers
from web.server import serve as run_server
from web.settings_listing import lines as settings_lines
from web.settings_listing import settings_json
from web.settings_sources import read_settings
from web.token_commands import token_group
from web.upkeep_commands import export_command, rebuild_command, remove_command, verify_command

QUOTE_FORMS: Mapping[str | None, Callable[[Path, Tables], Iterable[str]]] = {
    "text": readings,
    "explain": explanations,
}
"""What prints the quotes of a file, by the option; without one they are JSON."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="onrecord")
def main() -> None:
    """Find who said what, about what, when, and which outlet reported it."""


main.add_command(token_group)
for command in (rebuild_command, remove_command, export_command, verify_command):
    main.add_command(command)


@main.command("index")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@index_option
@tables_option
@click.option(
    "--wait",
    default=60.0,
    show_default=True,
    type=click.FloatRange(0),
    help="Seconds to wait for another indexer to finish.",
)
@click.option(
    "--processes",
    default=cores(),
    type=click.IntRange(1),
    help="Processes that extraction is shared between; by default as many as there are processors.",
)
@plainly
def index_command(
    paths: tuple[str, ...], directory: Path | None, tables: Path | None, wait: float, processes: int
) -> None:
    """Index articles: files, folders (with all below them) and - for standard input.

    Reads .txt and .md (with optional YAML front matter), .json and .jsonl (keys title, text, outlet,
    date, url, author; any other is named and ignored). The same article again replaces itself; an
    unchanged one is left as it is. Exits with 1 if anything was refused; the rest is indexed all the same.
    """
    settings = settings_with(index=directory, tables=tables)
    with Progress() as progress:
        report = ingest(
            paths,
            settings.index,
            load_tables(settings.tables_folder),
            wait=wait,
            processes=processes,
            progress=progress.show,
        )
    _print_report(report)
    sys.exit(1 if report.refused else 0)


def _print_report(report: Report) -> None:
    for refusal in report.refused:
        click.echo(wording.printable(f"refused {refusal}"), err=True)
    for remark in ignored_keys(report.ignored):
        click.echo(wording.printable(remark.message), err=True)
    for label in ("added", "replaced", "unchanged"):
        click.echo(f"{label:<10}{getattr(report, label):>9,}")
    click.echo(f"{'refused':<10}{len(report.refused):>9,}")
    if report.not_corrected:
        lost = ", ".join(report.not_corrected)
        click.echo(wording.printable(f"corrections not applied: {lost}"), err=True)


@main.command("search")
@click.argument("query", default="")
@index_option
@search_options
@click.option("--json", "form", flag_value="json", help="Print what /api/v1/search answers.")
@click.option("--csv", "form", flag_value="csv", help="Print all hits as a table, as /search.csv has them.")
@click.option("--jsonl", "form", flag_value="jsonl", help="Print all hits, a JSON object each.")
@site_option
@plainly
def search_command(
    query: str, directory: Path | None, form: str | None, site: str | None, **options: Any
) -> None:
    """Search the index for QUERY, as in the search box.

    Words and "phrases", -not, OR, prefix*, speaker: outlet: topic: kind: implies: verb: about: date:.
    """
    request, remarks = params.parse(fields_of(query, options))
    index = settings_with(index=directory).index
    if form in ("csv", "jsonl"):
        _print_lines(index, paged_no_more(request), form, site)
        return
    with open_engine(index) as engine:
        page = engine.search(request)
    if form != "json":
        print_page(page, remarks)
        return
    with _linking(index, site):
        click.echo(printed(results(page, remarks)))


def _print_lines(directory: Path, request: SearchRequest, form: str, site: str | None) -> None:
    """Print every hit in a line of its own, what is to know of them all on stderr.

    Links of a table begin at the path where no site is given.
    """
    with _linking(directory, site), open_engine(directory) as engine:
        stream = engine.stream(request, sys.maxsize)
        for remark in stream.warnings:
            click.echo(wording.printable(f"Note: {remark.message}"), err=True)
        if stream.relaxed:
            click.echo(RELAXED, err=True)
        for line in csv_lines(stream, whole if site else str) if form == "csv" else json_lines(stream):
            click.echo(line.encode(), nl=False)


def _linking(directory: Path, site: str | None) -> RequestContext:
    """Return the context in which links are made as in answers of that site."""
    return create_app({"ONRECORD_INDEX": directory}).test_request_context(base_url=site)


@main.command("quotes")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@tables_option
@click.option("--text", "form", flag_value="text", help="Print them to be read: words, speaker, how sure.")
@click.option("--explain", "form", flag_value="explain", help="Say in a line a quote how it was reached.")
@plainly
def quotes_command(files: tuple[Path, ...], tables: Path | None, form: str | None) -> None:
    """Print the quotes of FILEs, one JSON object a line, without an index.

    Offsets are characters into the file's own text, decoded as UTF-8 with its line ends as they are.
    """
    merged = load_tables(settings_with(tables=tables).tables)
    lines = QUOTE_FORMS.get(form, quote_records)
    if form is None and sys.stdout.isatty():
        click.echo("This is for programs; --text prints the quotes to be read.", err=True)
    refused = False
    for path in files:
        try:
            for line in lines(path, merged):
                click.echo(line)
        except CorpusError as error:
            click.echo(f"refused {error}", err=True)
            refused = True
    sys.exit(1 if refused else 0)


@main.command("speakers")
@click.argument("name", required=False)
@index_option
@click.option("--json", "as_json", is_flag=True, help="Print a list of objects.")
@plainly
def speakers_command(name: str | None, directory: Path | None, as_json: bool) -> None:
    """List the speakers of the index, or those whom NAME may mean, who says most first.

    Each with the id and the name shown, the quotes, the other forms of the name with the articles that use
    them, and the roles that articles state with the first and the last day. The table speakers.toml says what
    is one person and what is two.
    """
    with open_engine(settings_with(index=directory).index) as engine:
        speakers = engine.speakers(name)
    if as_json:
        click.echo(printed([speaker_summary(speaker) for speaker in speakers]))
    elif speakers:
        print_speakers(speakers)
    else:
        click.echo(f"Nobody{f' named {name}' if name else ''} speaks in the index.")


@main.command("serve")
@index_option
@click.option(
    "--host", help="The address to listen at; at first 127.0.0.1, which this machine alone reaches."
)
@click.option("--port", help="The port to listen at; at first 8000.")
@click.option("--workers", help="How many processes answer; at first 2.")
@plainly
def serve_command(directory: Path | None, **options: str | None) -> None:
    """Serve the page and the JSON endpoint, by gunicorn."""
    run_server({"index": directory, **options})


@main.command("config")
@index_option
@tables_option
@click.option("--json", "as_json", is_flag=True, help="Print an object by setting, with what each is for.")
@plainly
def config_command(directory: Path | None, tables: Path | None, as_json: bool) -> None:
    """Print the settings that hold, and where the value of each comes from."""
    held = read_settings({}, os.environ, {"index": directory, "tables": tables})
    click.echo(settings_json(held) if as_json else "\n".join(settings_lines(held)))


if __name__ == "__main__":
    main()
