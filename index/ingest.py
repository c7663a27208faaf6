"""A folder of articles into the index: read, skip what is unchanged, extract, write in batches."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from index.analyzer import analyzer_for
from index.article import Article
from index.corpus import Found, read
from index.corrections import Corrections
from index.extract import fingerprint
from index.sources import CorpusError, Source
from index.tables import Tables
from index.workers import Extracted, Wanted, extracted
from index.writer import Outcome, Writer, open_writer

# A batch is committed when it has any of these: little is lost by a kill, and few commits are made.
BATCH_ARTICLES = 2_000
BATCH_CHARACTERS = 20_000_000
BATCH_SECONDS = 10.0

Progress = Callable[[int, int | None, str], None]
"""Told how many articles are dealt with, of how many (None where that is unknown), and the latest path."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that was not indexed: which file or line, and why."""

    path: str
    reason: str

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


@dataclass(slots=True)
class Report:
    """What became of the articles: how many of each, every refusal, and corrections not applied, with why.

    ``ignored`` are the keys that stood beside their texts and are not known, each with how many had it.
    """

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    refused: list[Refusal] = field(default_factory=list)
    ignored: Counter[str] = field(default_factory=Counter)
    not_corrected: list[str] = field(default_factory=list)

    @property
    def done(self) -> int:
        """How many articles were dealt with."""
        return self.added + self.replaced + self.unchanged + len(self.refused)


def ingest(
    paths: Iterable[str | Path],
    directory: Path,
    tables: Tables,
    *,
    wait: float = 60,
    processes: int = 1,
    progress: Progress | None = None,
) -> Report:
    """Index the articles in files and folders ("-": standard input), as ``ingest_found`` does."""
    return ingest_found(read(paths), directory, tables, wait=wait, processes=processes, progress=progress)


def ingest_found(
    found: Iterable[Found],
    directory: Path,
    tables: Tables,
    *,
    wait: float = 60,
    processes: int = 1,
    progress: Progress | None = None,
) -> Report:
    """Index the articles that were found somewhere; IndexBusy after ``wait`` seconds.

    An article that cannot be read or understood is refused and the rest go on; where there is none at all,
    no index is made. An interruption keeps what was done before it. Extraction is shared between so many
    processes.
    """
    report = Report()

    def show(path: str) -> None:
        if progress:
            progress(report.done, None, path)

    sources = _sources(found, report, show)
    first = next(sources, None)
    if first is None:
        return report
    with open_writer(directory, wait, analyzer_for(tables)) as writer:
        corrections = Corrections(tables)
        batch = _Batch(writer, corrections)
        try:
            wanted = _wanted(chain((first,), sources), batch, tables, report, show)
            for done in extracted(wanted, tables, processes):
                _take(done, batch, report)
                show(done.wanted.source.path)
        except KeyboardInterrupt:
            writer.commit()
            raise
        writer.commit()
        report.not_corrected.extend(_not_applied(corrections, writer))
    return report


def _not_applied(corrections: Corrections, writer: Writer) -> Iterator[str]:
    """Yield the corrections that changed nothing, each with the reason."""
    for quote_id in corrections:
        article = writer.holding(quote_id)
        if article is None:
            yield f"{quote_id} (no such quote)"
        elif corrections.corrected(article) != article:
            yield f"{quote_id} (index {article.path} again)"


def _sources(found: Iterable[Found], report: Report, show: Callable[[str], None]) -> Iterator[Source]:
    """Yield the articles that could be read; count the others, and keys that are not known."""
    for item in found:
        if isinstance(item, CorpusError):
            report.refused.append(Refusal(item.path, item.reason))
            show(item.path)
        else:
            report.ignored.update(set(item.ignored))
            yield item


def _wanted(
    sources: Iterable[Source],
    batch: _Batch,
    tables: Tables,
    report: Report,
    show: Callable[[str], None],
) -> Iterator[Wanted]:
    """Yield what is to be extracted; count what is unchanged."""
    for source in sources:
        one = Wanted(source, fingerprint(source, tables))
        if batch.knows(one):
            report.unchanged += 1
            show(source.path)
        else:
            yield one


def _take(done: Extracted, batch: _Batch, report: Report) -> None:
    if done.article is None:
        report.refused.append(Refusal(done.wanted.source.path, done.reason))
    elif batch.knows(done.wanted):  # the same came twice before the first was there
        report.unchanged += 1
    elif batch.add(done.wanted, done.article) == "added":
        report.added += 1
    else:
        report.replaced += 1
    batch.commit_if_full()


class _Batch:
    """What was added since the last commit, as far as it decides when the next one is due."""

    def __init__(self, writer: Writer, corrections: Corrections) -> None:
        self._writer, self._corrections = writer, corrections
        self._begin()

    def knows(self, one: Wanted) -> bool:
        """Whether the index has just what the source gives, corrected as the table says."""
        known = self._writer.known(one.source)
        return known is not None and self._corrections.marked(one.mark, known.id) in known.fingerprints

    def add(self, one: Wanted, article: Article) -> Outcome:
        """Add the source's article; the outcome in a word."""
        outcome = self._writer.add(article, one.mark, self._corrections)
        self._articles += 1
        self._characters += len(one.source.text)
        return outcome

    def commit_if_full(self) -> None:
        """Commit where the batch has grown large or old."""
        if (
            self._articles >= BATCH_ARTICLES
            or self._characters >= BATCH_CHARACTERS
            or (self._articles and time.monotonic() - self._since >= BATCH_SECONDS)
        ):
            self._writer.commit()
            self._begin()

    def _begin(self) -> None:
        self._articles = self._characters = 0
        self._since = time.monotonic()
