"""A search's hits to be taken away: as CSV, as JSON lines, and as a feed.

They take the parameters of the page. What is wrong is said before a file begins; a file is written while it
is sent, in pieces, so that its length costs no memory.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from http import HTTPStatus
from itertools import chain

from flask import Blueprint, Response, request, stream_with_context
from werkzeug.http import is_resource_modified

from index.identity import slug
from search.page import HitStream
from search.request import InvalidRequest, SearchRequest
from web import atom, params, wording
from web.addresses import whole
from web.csv_table import csv_lines
from web.installation import engine, settings
from web.json_lines import json_lines

PIECE = 16_000  # characters sent at a time
LONGEST_NAME = 80  # characters of a file's name

WRITERS: Mapping[str, tuple[Callable[[HitStream], Iterable[str]], str]] = {
    "csv": (lambda stream: csv_lines(stream, whole), "text/csv"),
    "jsonl": (json_lines, "application/jsonl"),
}
"""For each kind of file, by the end of its address: what writes it, and its media type."""

blueprint = Blueprint("exports", __name__)


@blueprint.get("/search.<any(csv, jsonl):form>")
def table(form: str) -> Response:
    """Give all hits of a search, up to a limit, as a file of one line a hit."""
    asked = file_request(request.query_string, request.args)
    modified, tag = _validators(asked)
    if not is_resource_modified(request.environ, tag, last_modified=modified):
        return _marked(Response(status=HTTPStatus.NOT_MODIFIED), modified, tag)
    stream = engine().stream(asked, settings().export_limit)
    write, mimetype = WRITERS[form]
    response = _sent(write(stream), stream, mimetype)
    response.headers.set("Content-Disposition", "attachment", filename=_file_name(stream, form))
    return _marked(response, modified, tag)


@blueprint.get("/search.atom")
def feed() -> Response:
    """Give a page of a search's hits as an Atom feed, the newest first where no order is asked for."""
    _refuse_unknown(request.args)
    asked, _ = params.parse(request.query_string, atom.DEFAULTS)
    modified, tag = _validators(asked)
    if not is_resource_modified(request.environ, tag, last_modified=modified):
        return _marked(Response(status=HTTPStatus.NOT_MODIFIED), modified, tag)
    stream = atom.strictly(engine().stream(asked, asked.page_size))
    return _marked(_sent(atom.atom(stream, modified), stream, "application/atom+xml"), modified, tag)


def file_request(query: params.Query, names: Iterable[str]) -> SearchRequest:
    """Return the search whose hits a file has; InvalidRequest for what would be ignored, pages among it."""
    _refuse_unknown(names)
    for name in ("page", "page_size"):
        if name in names:
            raise InvalidRequest(f"A file has no pages, it has all hits. Leave {name} out.", name)
    return params.parse(query)[0]


def _refuse_unknown(names: Iterable[str]) -> None:
    """Refuse what a page would remark on: a file has no place for remarks."""
    for name in names:
        if name not in params.NAMES:
            raise InvalidRequest(
                f"There is no parameter “{params.echo(name)}”. Leave it out.", params.echo(name)
            )


def _sent(text: Iterable[str], stream: HitStream, mimetype: str) -> Response:
    """Return a response that is written while it is sent, but for its beginning: what fails, fails before."""
    pieces = _pieces(text)
    beginning = next(pieces, b"")
    response = Response(stream_with_context(chain((beginning,), pieces)), mimetype=mimetype)
    response.headers["X-Total-Count"] = str(stream.total)
    response.headers["X-Truncated"] = "true" if stream.truncated else "false"
    response.headers["X-Relaxed"] = "true" if stream.relaxed else "false"
    return response


def _pieces(text: Iterable[str]) -> Iterator[bytes]:
    piece, length = [], 0
    for line in text:
        piece.append(line)
        length += len(line)
        if length >= PIECE:
            yield "".join(piece).encode()
            piece, length = [], 0
    yield "".join(piece).encode()


def _validators(asked: SearchRequest) -> tuple[dt.datetime, str]:
    """Return when the index was changed last, and a name of the answer by what decides it."""
    running = engine()
    modified = running.modified
    said = repr((running.generation, modified, asked, whole(request.path), settings().export_limit))
    return modified, hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def _marked(response: Response, modified: dt.datetime, tag: str) -> Response:
    response.set_etag(tag, weak=True)
    response.last_modified = modified
    response.cache_control.no_cache = True
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _file_name(stream: HitStream, form: str) -> str:
    said = slug(wording.sentence(stream.request, stream.names))[:LONGEST_NAME].strip("-")
    return f"onrecord-{said}.{form}"
