"""Extraction on every core: articles go to processes in small lots and come back in their order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import NamedTuple

from index.article import Article
from index.extract import extract
from index.sources import Source
from index.tables import Tables

INLINE = 100  # articles: fewer are done before other processes have started
LOT = 8  # articles sent at once: what it takes to send one is then little beside its extraction
WAITING = 4  # lots a process may have ahead of what is taken


class Wanted(NamedTuple):
    """A source to be extracted, and its fingerprint."""

    source: Source
    mark: str


class Extracted(NamedTuple):
    """What became of a source: its article, or why it has none."""

    wanted: Wanted
    article: Article | None
    reason: str = ""


def cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def extracted(wanted: Iterable[Wanted], tables: Tables, processes: int) -> Iterator[Extracted]:
    """Yield what each source holds, in order; the first ones, or with one process all, are done here.

    An article that breaks a rule has a reason instead.
    """
    coming = iter(wanted)
    here = coming if processes == 1 else islice(coming, INLINE)
    yield from (_extracted(one, tables) for one in here)
    if processes == 1 or (first := next(coming, None)) is None:
        return
    with ProcessPoolExecutor(processes, get_context("spawn"), _begin, (tables,)) as pool:
        try:
            yield from _in_order(pool, _lots(first, coming), WAITING * processes)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _in_order(pool: ProcessPoolExecutor, lots: Iterator[Sequence[Wanted]], most: int) -> Iterator[Extracted]:
    waiting: deque[Future[list[Extracted]]] = deque()
    for lot in lots:
        waiting.append(pool.submit(_extract_lot, lot))
        if len(waiting) >= most:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def _lots(first: Wanted, others: Iterator[Wanted]) -> Iterator[Sequence[Wanted]]:
    yield [first, *islice(others, LOT - 1)]
    while lot := list(islice(others, LOT)):
        yield lot


def _extracted(one: Wanted, tables: Tables) -> Extracted:
    try:
        return Extracted(one, extract(one.source, tables))
    except Exception as error:  # noqa: BLE001 - one article that breaks a rule must not sink the others
        return Extracted(one, None, f"cannot be indexed ({type(error).__name__}: {error})")


# In the other processes

_tables: list[Tables] = []


def _begin(tables: Tables) -> None:
    _tables[:] = [tables]


def _extract_lot(lot: Sequence[Wanted]) -> list[Extracted]:
    return [_extracted(one, _tables[0]) for one in lot]
