"""Articles handed in over HTTP: what `onrecord index` does, for a program with a token of scope ingest."""

from __future__ import annotations

import logging
from functools import lru_cache
from pathlib import Path

from flask import Blueprint, Response, request
from werkzeug.exceptions import (
    BadRequest,
    RequestEntityTooLarge,
    ServiceUnavailable,
    UnprocessableEntity,
    UnsupportedMediaType,
)

from index.corpus import Found, read_json
from index.ingest import Report, ingest_found
from index.tables import Tables, load_tables
from index.writer import IndexBusy
from web import shapes
from web.addresses import view_name
from web.answers.parts import warnings
from web.body import body_of
from web.ignored_keys import ignored_keys
from web.installation import settings
from web.rendering import as_json

TYPES = ("application/json", "application/jsonl", "application/x-ndjson", "application/x-jsonlines")
MOST_ARTICLES = 1_000  # of one request: some seconds of one processor
WAIT = 2.0  # seconds for another writer; who sends can wait better than a process of ours
RETRY = 10  # seconds
REASONS = 3  # refusals named where nothing was taken

_log = logging.getLogger("onrecord.intake")

blueprint = Blueprint("intake", __name__, url_prefix="/api/v1")


@blueprint.post("/articles")
def take() -> Response:
    """Index the articles of the body; answer how many were added, replaced, unchanged and refused.

    422 where none was taken, 503 with Retry-After while another writer has the index.
    """
    if request.mimetype not in TYPES:
        raise UnsupportedMediaType(f"Articles are sent as {TYPES[0]} or, one a line, as {TYPES[1]}.")
    found = list(read_json(body_of(request)))
    if not found:
        raise BadRequest("There is no article in the request's body.")
    if len(found) > MOST_ARTICLES:
        raise RequestEntityTooLarge(f"{len(found):,} articles are too many. Send {MOST_ARTICLES:,} at once.")
    report = _ingest(found)
    if len(report.refused) == report.done:
        raise UnprocessableEntity(_refusal(report))
    return as_json(_told(report))


def handing_in() -> bool:
    """Whether the request hands articles in, which takes another scope than reading."""
    return view_name() == "intake.take"


def _ingest(found: list[Found]) -> Report:
    try:
        return ingest_found(found, settings().index, _tables(settings().tables_folder), wait=WAIT)
    except IndexBusy as error:
        raise ServiceUnavailable(
            "Others are writing to the index. Send it again.", retry_after=RETRY
        ) from error
    except OSError as error:
        _log.error("Articles handed in could not be written: %s", error)
        raise ServiceUnavailable("The index cannot be written just now. The reason is in the log.") from error


def _refusal(report: Report) -> str:
    named = " ".join(f"{each}." for each in report.refused[:REASONS])
    more = len(report.refused) - REASONS
    return f"No article was taken. {named}" + (f" And {more:,} more." if more > 0 else "")


def _told(report: Report) -> shapes.Intake:
    return shapes.Intake(
        added=report.added,
        replaced=report.replaced,
        unchanged=report.unchanged,
        refused=tuple(shapes.RefusedArticle(each.path, each.reason) for each in report.refused),
        corrections_not_applied=tuple(report.not_corrected),
        warnings=warnings(ignored_keys(report.ignored)),
    )


def _tables(folder: Path) -> Tables:
    """Return the tables, loaded again whenever a file of one's own has changed."""
    files = sorted(folder.glob("*.toml"))
    stamps = tuple((file.name, file.stat().st_mtime_ns, file.stat().st_size) for file in files)
    return _loaded(folder, stamps)


@lru_cache(maxsize=1)
def _loaded(folder: Path, _stamps: tuple[tuple[str, int, int], ...]) -> Tables:
    return load_tables(folder)
