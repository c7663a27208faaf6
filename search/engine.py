"""Where a search begins: ``open_engine(location)`` → Engine, which follows the index as it is written."""

from __future__ import annotations

import datetime as dt
import logging
import re
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, EmptyIndexError, FileIndex

from index.article import Article, Quote
from index.codec import DamagedSegment, OtherFormat
from index.version import IndexMismatch, IndexMissing, check_version
from search.answer import Snapshot
from search.columns import Columns
from search.copies import copies, same_words
from search.memory import keep_memory
from search.names import forms_of
from search.page import Facet, HitStream, Remark, SearchPage
from search.people import Person, people_named, person
from search.request import FacetName, SearchRequest
from search.roster import SpeakerSummary, roster
from search.segments import Segment
from search.similar import similar
from search.spaces import Space
from search.suggest import Completion, complete

CHECK_EVERY = 0.5  # seconds between looks for a new commit; a look lists the folder
OPENING_TRIES = 20
OPENING_WAIT = 0.05  # seconds

_log = logging.getLogger(__name__)

T = TypeVar("T")
Version = tuple[int, float]
OnSearch = Callable[[SearchPage], None]

_IN_BETWEEN = (FileNotFoundError, EmptyIndexError)
"""What another process leaves us with while it merges segments away or makes the index anew."""

_URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def open_engine(location: str | Path, on_search: OnSearch | None = None) -> Engine:
    """Return the engine for the index in a folder; ``on_search`` is told of each page it made.

    IndexMissing where there is none, IndexMismatch where another version of the program made it,
    DamagedSegment where a file of it is not what was written.
    """
    if _URL.match(str(location)):
        raise IndexMissing(f"{location}: a search cluster cannot be searched yet. Give the path of an index.")
    keep_memory()
    return Engine(Path(location), on_search)


class Engine:
    """Searches the index in one folder. One engine may serve many threads; new commits are seen at once."""

    def __init__(self, folder: Path, on_search: OnSearch | None = None) -> None:
        check_version(folder)
        self._on_search = on_search
        self._index = _patiently(lambda: FileIndex(FileStorage(str(folder))))
        # The version is read first: a commit in between is then opened at the next look.
        self._version, self._snapshot = _patiently(
            lambda: (_version(self._index), _opened(self._index, None))
        )
        self._lock = threading.Lock()
        self._next_check = time.monotonic() + CHECK_EVERY

    def search(self, request: SearchRequest) -> SearchPage:
        """Return the page that is asked for; InvalidRequest or InvalidQuery where it cannot be."""
        page = self._current().answer(request.validate())
        if self._on_search:
            self._on_search(page)
        return page

    def stream(self, request: SearchRequest, limit: int) -> HitStream:
        """Return up to ``limit`` hits (1 or more) from the request's page on, made as they are taken.

        Matching is done once and before this returns; InvalidRequest or InvalidQuery as of ``search``.
        """
        return self._current().stream(request.validate(), limit)

    def article(self, id: str) -> Article | None:
        """Return the article of that id, None where there is none."""
        snapshot = self._current()
        doc = snapshot.records.find(id)
        if doc is None or not snapshot.columns.is_article[doc]:
            return None
        return snapshot.records.article(doc)

    def quote(self, id: str) -> tuple[Article, Quote] | None:
        """Return the quote of that id with its article, None where there is none."""
        snapshot = self._current()
        doc = snapshot.records.find(id)
        if doc is None or snapshot.columns.is_article[doc]:
            return None
        return snapshot.records.quote(doc)

    def suggest(self, text: str) -> tuple[Completion, ...]:
        """Return the speakers, outlets, topics and words that go on from what was typed."""
        snapshot = self._current()
        return complete(snapshot.columns, snapshot.vocabulary, text, snapshot.records.label)

    def speakers(self, name: str | None = None) -> tuple[SpeakerSummary, ...]:
        """Return who speaks in the index, who says most first; with a name, those who may be meant by it."""
        snapshot = self._current()
        return roster(snapshot.columns, snapshot.records.names, name)

    def facet(
        self, request: SearchRequest, name: FacetName, find: str, size: int, *, skip: int | None = None
    ) -> Facet:
        """Return one facet of a search: its ``size`` commonest values that begin like ``find``.

        Those chosen come on top, unless ``skip`` says after how many values a page of them all begins.
        """
        return self.remarked_facet(request, name, find, size, skip=skip)[0]

    def remarked_facet(
        self, request: SearchRequest, name: FacetName, find: str, size: int, *, skip: int | None = None
    ) -> tuple[Facet, tuple[Remark, ...]]:
        """Return the same and what is to say beside it: what was ignored, is unknown, was dropped."""
        return self._current().facet(request.validate(), name, find, size, skip)

    def person(self, id: str) -> Person | None:
        """Return the speaker of that id, None where nobody is quoted under it."""
        snapshot = self._current()
        return person(snapshot.columns, snapshot.records, id)

    def forms(self, id: str) -> tuple[tuple[str, int], ...]:
        """Return the names articles give a speaker, and how many use each, the most frequent first."""
        return forms_of(self._current().columns, id)

    def people(self, text: str) -> tuple[Person, ...]:
        """Return the people a text names and nothing else, those most quoted first."""
        snapshot = self._current()
        return people_named(snapshot.columns, snapshot.records, text)

    def same_words(self, article: Article) -> Mapping[str, tuple[Article, ...]]:
        """Return for each quote of an article that stands in others too, by its id, those articles."""
        snapshot = self._current()
        return same_words(snapshot.columns, snapshot.records, article)

    def copies(self, article: Article, quote: Quote) -> int:
        """Return how many other articles carry a quote of an article word for word."""
        return copies(self._current().columns, article, quote)

    def similar(self, article: Article) -> tuple[Article, ...]:
        """Return the articles most like this one, the likest first."""
        snapshot = self._current()
        return similar(snapshot.columns, snapshot.records, snapshot.analyzer, article)

    def counts(self) -> Mapping[str, int]:
        """Return how many "articles", "quotes", "speakers", "outlets" and "topics" there are."""
        columns = self._current().columns
        return {
            **{kind: len(Space(columns, kind).everything()) for kind in ("articles", "quotes")},
            **{f"{name}s": len(columns.places_of(name)) for name in ("speaker", "outlet", "topic")},
        }

    @property
    def version(self) -> Version:
        """The number and the time of the commit that answers now: what changes whenever an answer may."""
        self._current()
        return self._version

    @property
    def generation(self) -> int:
        """The number of the commit that answers now: another one, another state of the index."""
        return self._current().columns.generation

    @property
    def modified(self) -> dt.datetime:
        """When the commit that answers now was made (UTC)."""
        self._current()
        return dt.datetime.fromtimestamp(self._version[1], dt.UTC)

    def close(self) -> None:
        """Be done with the index: its mapped files go with the last object that reads them."""

    def __enter__(self) -> Engine:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _current(self) -> Snapshot:
        """Return the newest snapshot. While one thread opens a new commit, the others answer from the old."""
        if time.monotonic() >= self._next_check and self._lock.acquire(blocking=False):
            try:
                version = _version(self._index)
                if version != self._version:
                    self._snapshot = _opened(self._index, self._snapshot)
                    self._version = version
            except _IN_BETWEEN:
                pass  # the old snapshot answers until the next look
            except (DamagedSegment, IndexMismatch) as error:
                _log.error("The latest commit cannot be read, the one before answers: %s", error)
            finally:
                self._next_check = time.monotonic() + CHECK_EVERY
                self._lock.release()
        return self._snapshot


def _version(index: FileIndex) -> Version:
    """Return the number and the time of the latest commit: a folder made anew counts from 1 again."""
    return index.latest_generation(), index.last_modified()


def _patiently(work: Callable[[], T]) -> T:
    for _ in range(OPENING_TRIES):
        try:
            return work()
        except _IN_BETWEEN:
            time.sleep(OPENING_WAIT)
    return work()


def _opened(index: FileIndex, before: Snapshot | None) -> Snapshot:
    """Open the latest commit, keeping the segments and the analyzer it shares with the one before."""
    commit = TOC.read(index.storage, index.indexname)
    known = {segment.id: segment for segment in before.columns.segments} if before else {}
    try:
        segments = [
            known.get(segment.segment_id()) or Segment(index.storage, segment) for segment in commit.segments
        ]
    except OtherFormat as error:
        raise IndexMismatch(f"{error} That is: onrecord rebuild --index {index.storage.folder}") from error
    deleted = [list(segment.deleted_docs()) for segment in commit.segments]
    analyzer = commit.schema["body"].analyzer
    if before and before.analyzer == analyzer:
        analyzer = before.analyzer
    # Prepared before it answers: after a commit, the others go on answering from the snapshot before.
    return Snapshot(Columns(segments, deleted, commit.generation), analyzer).prepared()
