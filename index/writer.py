"""Articles into the index: create, add, replace, delete, commit. One writer at a time.

A commit is atomic. What was added since the last one waits in memory, so an error or a killed process loses
that and nothing else, and an article may be replaced any number of times before it is written.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Literal

from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex, exists_in
from whoosh.writing import NO_MERGE, OPTIMIZE

from index.analyzer import ANALYZER, Analyzer
from index.article import Article, replace
from index.codec import ColumnarWriter, MergePolicy, Vocabularies, merge_tiers, verify
from index.corrections import Corrections
from index.editions import Known, edition_of
from index.identity import with_id
from index.lock import IndexBusy, held
from index.lookup import Lookup
from index.schema import (
    CODEC,
    Document,
    Identified,
    documents_for,
    identity_fields,
    whoosh_schema,
)
from index.stored_articles import stored_article
from index.unwritten import Unwritten
from index.version import IndexMismatch, IndexMissing, check_version, write_version

__all__ = ["IndexBusy", "IndexMismatch", "IndexMissing", "Known", "Writer", "open_writer"]

Outcome = Literal["added", "replaced"]

_LOCK = "MAIN_WRITELOCK"  # the name Whoosh gives it
_TORN_TABLES_OF_CONTENTS = "_MAIN_*.toc.*"  # left by a process killed in the midst of a commit


class Writer:
    """The one writer of an index, as ``open_writer`` gives it."""

    def __init__(self, index: FileIndex) -> None:
        self._index = index
        self._lookup = Lookup(index)
        self._vocabularies: Vocabularies = {}
        self._pending = Unwritten()
        self._deleted: set[str] = set()

    def known(self, source: Identified) -> Known | None:
        """Return the article of the index that ``source`` is another edition of, None where there is none."""
        found = edition_of(source, self._having)
        return found.known_to(source) if found else None

    def add(self, article: Article, fingerprint: str, corrections: Corrections | None = None) -> Outcome:
        """Add an article, in the place and under the id of the one it is another edition of.

        Corrections are applied under that id, and the fingerprint is then of the article with them.
        """
        found = edition_of(article, self._having)
        if found:
            article = replace(with_id(article, found.id), indexed=self._article(found.id).indexed)
        else:
            article = replace(self._under_free_id(article), indexed=dt.datetime.now(dt.UTC))
        if corrections:
            article = corrections.corrected(article)
            fingerprint = corrections.marked(fingerprint, article.id)
        self._pending.add(article, documents_for(article, fingerprint, found.others if found else {}))
        self._deleted.add(article.id)
        return "replaced" if found else "added"

    def holding(self, quote_id: str) -> Article | None:
        """Return the article, as last committed, that has a quote of that id; None where none has."""
        for doc in self._lookup.find("id", quote_id):
            stored = self._lookup.stored(doc)
            if stored["id"] != stored["article"]:
                return self._article(stored["article"])
        return None

    def read_from(self, article_id: str) -> tuple[str, ...]:
        """Return the paths that an article, as last committed, was read from; none where none has that id."""
        for doc in self._lookup.find("id", article_id):
            return tuple(self._lookup.stored(doc).get("editions", ()))
        return ()

    def restore(self, article: Article, editions: Mapping[str, str]) -> None:
        """Add an article as another index had it, with the fingerprints of its editions, under its own id."""
        fingerprint = editions[identity_fields(article)["path"]]
        self._pending.add(article, documents_for(article, fingerprint, editions))
        self._deleted.add(article.id)

    def delete(self, article_id: str) -> bool:
        """Take an article and its quotes out; False where there is none of that id."""
        there = self._is_taken(article_id)
        self._pending.drop(article_id)
        self._deleted.add(article_id)
        return there

    def commit(self, *, merge: bool = True) -> None:
        """Write what was added and deleted, all of it or, where it fails, nothing.

        Without ``merge`` the segments there are stay as they are.
        """
        if self._deleted:
            self._commit(merge_tiers if merge else NO_MERGE)

    def optimise(self) -> None:
        """Merge all that is in the index, and what was added, into one segment."""
        self._commit(OPTIMIZE)

    def close(self) -> None:
        """Let go of the index; what is not committed is lost."""
        self._forget()

    def _commit(self, policy: MergePolicy) -> None:
        writer = ColumnarWriter(self._index, CODEC, self._vocabularies, _lk=False)
        try:
            self._fill(writer)
            writer.commit(mergetype=policy)
        except BaseException:
            writer.cancel()
            raise
        self._lookup = Lookup(self._index, self._lookup)
        self._forget()

    def _fill(self, writer: ColumnarWriter) -> None:
        # A look-up of its own: a commit that was interrupted may have renumbered the documents since.
        lookup = Lookup(self._index, self._lookup)
        for article_id in self._deleted:
            for doc in lookup.find("article", article_id):
                writer.delete_document(doc)
        for documents in self._pending.documents():
            with writer.group():
                for document in documents:
                    writer.add_document(**document)

    def _forget(self) -> None:
        self._pending.clear()
        self._deleted.clear()

    def _having(self, field: str, value: str) -> Iterator[Document]:
        """The articles that have the value: those to be written first."""
        yield from self._pending.having(field, value)
        for doc in self._lookup.find(field, value):
            stored = self._lookup.stored(doc)
            if stored["id"] not in self._deleted:
                yield stored

    def _article(self, article_id: str) -> Article:
        if article_id in self._pending:
            return self._pending.article(article_id)
        return stored_article(self._lookup.stored(next(self._lookup.find("id", article_id))))

    def _under_free_id(self, article: Article) -> Article:
        """The article, its id made longer where another article has it already."""
        free, number = article.id, 2
        while self._is_taken(free):
            free, number = f"{article.id}{number}", number + 1
        return article if free == article.id else with_id(article, free)

    def _is_taken(self, article_id: str) -> bool:
        if article_id in self._pending:
            return True
        return article_id not in self._deleted and next(self._lookup.find("id", article_id), None) is not None


@contextmanager
def open_writer(directory: Path | str, wait: float = 60, analyzer: Analyzer = ANALYZER) -> Iterator[Writer]:
    """Open the index for writing, made if need be; commits at the end, drops what is pending on an error.

    Waits ``wait`` seconds for another writer to finish, then raises IndexBusy. IndexMismatch for an index
    with another field table. An analyzer other than the index's own is used for what is written from now on.
    """
    directory = Path(directory)
    directory.mkdir(parents=True, exist_ok=True)
    with locked(directory, wait) as storage:
        _tidy(directory)
        writer = Writer(_open(directory, storage, whoosh_schema(analyzer)))
        try:
            yield writer
            writer.commit()
        finally:
            writer.close()


@contextmanager
def locked(directory: Path, wait: float) -> Iterator[FileStorage]:
    """Keep other writers out of an index; IndexBusy after ``wait`` seconds."""
    storage = FileStorage(str(directory))
    lock = storage.lock(_LOCK)
    with held(directory, lock.acquire, lock.release, wait):
        yield storage


def verify_index(directory: Path | str, wait: float = 60) -> int:
    """Read every byte of the index and return how many segments it has; DamagedSegment names a bad one.

    No segment is merged away meanwhile: IndexBusy after ``wait`` seconds for another writer.
    """
    check_version(Path(directory))
    with locked(Path(directory), wait) as storage:
        segments = FileIndex(storage)._segments()
        verify(storage, segments)
    return len(segments)


def _open(directory: Path, storage: FileStorage, schema: Any) -> FileIndex:
    if not exists_in(str(directory)):
        write_version(directory)
        return FileIndex.create(storage, schema, "MAIN")
    check_version(directory)
    return FileIndex(storage, schema=schema, indexname="MAIN")


def _tidy(directory: Path) -> None:
    for torn in directory.glob(_TORN_TABLES_OF_CONTENTS):
        with suppress(OSError):
            torn.unlink()
