"""The command line: ``onrecord index | search | quotes | speakers | serve``."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from index.analyzer import analyzer_for
from index.codec import DamagedSegment, OtherFormat
from index.corpus import CorpusError
from index.export import ExportError, export
from index.ingest import Report, ingest
from index.rebuild import rebuild
from index.tables import TableError, Tables, load_tables
from index.version import IndexMismatch
from index.workers import cores
from index.writer import IndexBusy, verify_index
from search import IndexMissing, InvalidQuery, InvalidRequest, open_engine
from search.request import FILTERS, SORTS, VIEWS
from web import params, wording
from web.api import to_json
from web.app import create_app
from web.listing import print_page
from web.progress import Progress
from web.records import explanations, quote_records
from web.roster import print_speakers, speakers_json
from web.server import serve as run_server

DEFAULT_INDEX = "instance/index"
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
    TableError,
    OSError,
)

Command = TypeVar("Command", bound=Callable[..., Any])

index_option = click.option(
    "--index",
    "directory",
    envvar="ONRECORD_INDEX",
    default=DEFAULT_INDEX,
    show_default=True,
    type=click.Path(path_type=Path),
    help="The index's folder; $ONRECORD_INDEX where the option is not given.",
)
tables_option = click.option(
    "--tables",
    envvar="ONRECORD_TABLES",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="A folder with your own tables, laid over ours. By default `tables` beside the index.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="onrecord")
def main() -> None:
    """Find who said what, about what, when, and which outlet reported it."""


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
            click.echo(f"onrecord: {error}", err=True)
            sys.exit(2)

    return wrapper  # type: ignore[return-value]


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
    paths: tuple[str, ...], directory: Path, tables: Path | None, wait: float, processes: int
) -> None:
    """Index articles: files, folders (with all below them) and - for standard input.

    Reads .txt and .md (with optional YAML front matter), .json and .jsonl (keys title, text, outlet,
    date, url, author). The same article again replaces itself; an unchanged one is left as it is. Exits
    with 1 if anything was refused; the rest is indexed all the same.
    """
    with Progress() as progress:
        report = ingest(
            paths,
            directory,
            _tables(tables, directory),
            wait=wait,
            processes=processes,
            progress=progress.show,
        )
    _print_report(report)
    sys.exit(1 if report.refused else 0)


def _print_report(report: Report) -> None:
    for refusal in report.refused:
        click.echo(wording.printable(f"refused {refusal}"), err=True)
    for label in ("added", "replaced", "unchanged"):
        click.echo(f"{label:<10}{getattr(report, label):>9,}")
    click.echo(f"{'refused':<10}{len(report.refused):>9,}")
    if report.not_corrected:
        lost = ", ".join(report.not_corrected)
        click.echo(wording.printable(f"corrections not applied: {lost}"), err=True)


@main.command("search")
@click.argument("query", default="")
@index_option
@click.option("--view", type=click.Choice(VIEWS), default="quotes", show_default=True)
@click.option("--speaker", multiple=True, help="An id or a name; several widen the search.")
@click.option("--outlet", multiple=True, help="An id or a name; several widen the search.")
@click.option("--topic", multiple=True, help="An id or a name; several widen the search.")
@click.option("--kind", multiple=True, help="direct, mixed or indirect; several widen the search.")
@click.option("--implies", multiple=True, help="What the verb implies: denying, warning, neutral …")
@click.option("--verb", multiple=True, help="The reporting verb: say, deny, tell …")
@click.option("--from", "start", metavar="DATE", help="The first day, 2025-04-01.")
@click.option("--to", "end", metavar="DATE", help="The last day, itself included.")
@click.option("--sort", type=click.Choice(SORTS), default="relevance", show_default=True)
@click.option("--page", default="1", show_default=True)
@click.option("--page-size", default="10", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print what /api/v1/search answers.")
@plainly
def search_command(query: str, directory: Path, start: str | None, end: str | None, **options: Any) -> None:
    """Search the index for QUERY, as in the search box.

    Words and "phrases", -not, OR, prefix*, speaker: outlet: topic: kind: implies: verb: about: date:.
    """
    as_json = options.pop("as_json")
    single = {"q": query, "from": start, "to": end, **options}
    given = {name: [value] for name, value in single.items() if isinstance(value, str)}
    request, remarks = params.parse(given | {name: list(options[name]) for name in FILTERS})
    with open_engine(directory) as engine:
        page = engine.search(request)
    if not as_json:
        print_page(page, remarks)
        return
    with create_app({"ONRECORD_INDEX": str(directory)}).test_request_context():  # for the links in it
        click.echo(json.dumps(to_json(page, remarks), ensure_ascii=False, indent=2))


@main.command("quotes")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@tables_option
@click.option("--explain", is_flag=True, help="Say in a line a quote how its speaker was reached.")
@plainly
def quotes_command(files: tuple[Path, ...], tables: Path | None, explain: bool) -> None:
    """Print the quotes of FILEs, one JSON object a line, without an index.

    Offsets are characters into the file's own text, decoded as UTF-8 with its line ends as they are.
    """
    merged = load_tables(tables)
    lines: Callable[[Path, Tables], Iterable[str]] = explanations if explain else quote_records
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
def speakers_command(name: str | None, directory: Path, as_json: bool) -> None:
    """List the speakers of the index, or those whom NAME may mean, who says most first.

    Each with the id and the name shown, the quotes, the other forms of the name with the articles that use
    them, and the roles that articles state with the first and the last day. The table speakers.toml says what
    is one person and what is two.
    """
    with open_engine(directory) as engine:
        speakers = engine.speakers(name)
    if as_json:
        click.echo(speakers_json(speakers))
    elif speakers:
        print_speakers(speakers)
    else:
        click.echo(f"Nobody{f' named {name}' if name else ''} speaks in the index.")


@main.command("rebuild")
@index_option
@tables_option
@click.option("--wait", default=60.0, show_default=True, type=click.FloatRange(0), help="Seconds to wait.")
@plainly
def rebuild_command(directory: Path, tables: Path | None, wait: float) -> None:
    """Make an index of an older version anew, from the articles it holds."""
    count = rebuild(directory, wait, analyzer_for(_tables(tables, directory)))
    click.echo(f"{'articles':<10}{count:>9,}")


@main.command("export")
@click.option("--whoosh", "target", required=True, type=click.Path(path_type=Path), metavar="DIR")
@index_option
@plainly
def export_command(directory: Path, target: Path) -> None:
    """Write the index into DIR as plain Whoosh keeps one, for programs that know nothing of Onrecord."""
    click.echo(f"{'documents':<10}{export(directory, target):>9,}")


@main.command("verify")
@index_option
@plainly
def verify_command(directory: Path) -> None:
    """Read every byte of the index and hold it against the checksums."""
    click.echo(f"{'segments':<10}{verify_index(directory):>9,}")


@main.command("serve")
@index_option
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1), help="Server processes.")
@plainly
def serve_command(directory: Path, host: str, port: int, workers: int) -> None:
    """Serve the page and the JSON endpoint, by gunicorn."""
    run_server(directory, host=host, port=port, workers=workers)


def _tables(given: Path | None, directory: Path) -> Tables:
    return load_tables(given or directory.absolute().parent / "tables")


if __name__ == "__main__":
    main()
