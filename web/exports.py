"""A search's hits to be taken away: as CSV, as JSON lines, and as a feed.

They take the parameters of the page. What is wrong is said before a file begins; a file is written while it
is sent, in pieces, so that its length costs no memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from flask import Blueprint, Response, request, stream_with_context

from index.identity import slug
from search.page import HitStream
from search.request import InvalidRequest, SearchRequest
from web import atom, params, wording
from web.addresses import whole
from web.caching import conditional
from web.csv_table import csv_lines
from web.installation import engine, settings
from web.json_lines import json_lines
from web.parameter_table import FEED, OF_FEEDS, OF_FILES, Parameter

NO_PAGES = "A file has no pages, it has all hits. Leave {} out."
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
    asked = _asked(OF_FILES)
    write, mimetype = WRITERS[form]

    def file() -> Response:
        stream = engine().stream(asked, settings().export_limit)
        response = _sent(write(stream), stream, mimetype)
        response.headers.set("Content-Disposition", "attachment", filename=_file_name(stream, form))
        return response

    return _conditional(asked, file)


@blueprint.get("/search.atom")
def feed() -> Response:
    """Give a page of a search's hits as an Atom feed, the newest first where no order is asked for."""
    asked = _asked(OF_FEEDS, FEED)

    def page() -> Response:
        stream = atom.strictly(engine().stream(asked, asked.page_size))
        return _sent(atom.atom(stream, engine().modified), stream, "application/atom+xml")

    return _conditional(asked, page)


def paged_no_more(asked: SearchRequest) -> SearchRequest:
    """Return the search; InvalidRequest where a page of it is asked for, which no file has."""
    for name in ("page", "page_size"):
        if getattr(asked, name) != getattr(SearchRequest(), name):
            raise InvalidRequest(NO_PAGES.format(name), name)
    return asked


def _asked(known: Sequence[Parameter], plain: SearchRequest | None = None) -> SearchRequest:
    """Return the search of this request; what would be ignored is refused, as a file has no remarks."""
    asked, remarks = params.parse(request.query_string, known, plain or SearchRequest())
    names = {parameter.name for parameter in known}
    for name in (remark.parameter for remark in remarks if remark.parameter not in names):
        reason = NO_PAGES if name in ("page", "page_size") else "There is no parameter “{}”. Leave it out."
        raise InvalidRequest(reason.format(name), name or "")
    for parameter in known:
        if not parameter.repeatable and len(list(filter(None, request.args.getlist(parameter.name)))) > 1:
            raise InvalidRequest(f"{parameter.name} was given twice. Give it once.", parameter.name)
    return asked


def _conditional(asked: SearchRequest, make: Callable[[], Response]) -> Response:
    """Return what is made, where the asker has not got it."""
    response = conditional(asked, make, engine().modified)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _sent(text: Iterable[str], stream: HitStream, mimetype: str) -> Response:
    """Return a response that is written while it is sent, but for its beginning: what fails, fails before."""
    pieces = _pieces(text)
    beginning = tuple(islice(pieces, 2))
    short = len(beginning) < 2  # is sent whole, with its length
    body = beginning if short else stream_with_context(chain(beginning, pieces))
    response = Response(body, mimetype=mimetype)
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
    if piece:
        yield "".join(piece).encode()


def _file_name(stream: HitStream, form: str) -> str:
    said = slug(wording.sentence(stream.request, stream.names))[:LONGEST_NAME].strip("-")
    return f"onrecord-{said}.{form}"
