"""Measure what a running Onrecord costs: opening, memory, adding, merging, serving: ``make bench``.

--articles N   how many (10,000)
--texts DIR    a folder of .txt files to draw paragraphs from
--folder DIR   where ``search.py --folder`` left its indexes (a temporary folder)
"""

from __future__ import annotations

import http.client
import shutil
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from index.writer import open_writer
from search import Engine, SearchRequest, open_engine
from tests.benchmarks.arguments import index_folder, maker_of, parser_of
from tests.benchmarks.articles import Maker
from tests.benchmarks.engines import Onrecord
from tests.benchmarks.shapes import SAMPLE, Drawer

CLIENTS = 8
WORKERS = 2
SECONDS = 10.0
OFFERED = 75  # pages a second, for the 95th percentile
PARTS = 4
ADDED = 10
MEANWHILE = 40  # queries asked again and again while segments are merged

WORKER = """
import sys, time
from pathlib import Path
from search import Engine, SearchRequest, open_engine
import web.app
def memory(kind):
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith(kind)) >> 10
before = memory("Anonymous:")
start = time.perf_counter()
engine = open_engine(sys.argv[1])
opened = time.perf_counter()
engine.search(SearchRequest(q="people", view="articles"))
first = time.perf_counter()
for q in sys.argv[2:]:
    for view in ("articles", "quotes"):
        engine.search(SearchRequest(q=q, view=view))
engine.search(SearchRequest(q="govenrment"))  # what a misspelt word is mended by is kept
print((opened - start) * 1000, (first - opened) * 1000, memory("Anonymous:"), before)
"""

MERGING = """
import sys, threading, time
from pathlib import Path
from index.writer import open_writer
def memory():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("RssAnon")) >> 10
highest = [0]
def watch():
    while True:
        highest[0] = max(highest[0], memory())
        time.sleep(0.02)
threading.Thread(target=watch, daemon=True).start()
with open_writer(Path(sys.argv[1])) as writer:
    start, cpu = time.perf_counter(), time.process_time()
    writer.optimise()
    print(time.perf_counter() - start, time.process_time() - cpu, highest[0])
"""


def main() -> None:
    """Measure and print."""
    options = parser_of(__doc__).parse_args()
    maker = maker_of(options)
    with index_folder(options) as folder:
        if not (folder / "onrecord").exists():
            Onrecord().build(folder / "onrecord", maker.articles(options.articles))
        typed = _queries(maker)
        _measure_worker(folder / "onrecord", typed)
        _measure_adding(folder / "onrecord", folder / "added", maker, options.articles)
        _measure_merging(folder / "merged", maker, options.articles, typed)
        _measure_pages(folder / "onrecord", typed)


def _queries(maker: Maker) -> list[str]:
    shapes = Drawer(maker.articles(SAMPLE)).shapes()
    made = (
        shapes[name]() for _ in range(60) for name in ("rare", "and", "or", "phrase", "prefix", "frequent")
    )
    return list(dict.fromkeys(Onrecord.typed(one) for one in made))


def _measure_worker(index: Path, typed: list[str]) -> None:
    """A process of its own opens the index and answers 200 queries; files are in the page cache."""
    command = [sys.executable, "-c", WORKER, str(index), *typed[:200]]
    subprocess.run(command, check=True, capture_output=True)
    runs = [subprocess.run(command, check=True, capture_output=True, text=True).stdout for _ in range(3)]
    opened, first, memory, before = (min(float(run.split()[n]) for run in runs) for n in range(4))
    _print("opening, ms", opened)
    _print("first query, ms", first)
    _print("memory of a worker beyond files, MB", memory)
    _print("  of that without an index, MB", before)


def _measure_adding(index: Path, copy: Path, maker: Maker, count: int) -> None:
    shutil.rmtree(copy, ignore_errors=True)  # of a run that was cut short
    shutil.copytree(index, copy)
    with open_writer(copy) as writer, open_engine(copy) as engine:
        total = engine.counts()["articles"]
        engine.search(SearchRequest(q="people", view="articles"))
        times = []
        for turn in range(5):
            made = list(maker.articles(ADDED, count + turn * ADDED))
            start = time.perf_counter()
            for article in made:
                writer.add(article, "mark")
            writer.commit()
            written = time.perf_counter()
            engine._next_check = 0.0  # a look at the folder is due twice a second
            page = engine.search(SearchRequest(q="people", view="articles"))
            times.append((written - start, time.perf_counter() - written))
            assert engine.counts()["articles"] == total + (turn + 1) * ADDED
            assert page.generation == engine.generation
    _print(f"adding {ADDED} articles, ms", 1000 * statistics.median(one for one, _ in times))
    _print("  and the first search that has them, ms", 1000 * statistics.median(one for _, one in times))
    shutil.rmtree(copy)


def _measure_merging(folder: Path, maker: Maker, count: int, typed: list[str]) -> None:
    """In a process of its own, for its memory: four segments become one, beside a reader."""
    with open_writer(folder) as writer:
        for part in range(PARTS):
            for article in maker.articles(count // PARTS, part * count // PARTS):
                writer.restore(article, {article.path: "-"})
            writer.commit(merge=False)
    with open_engine(folder) as engine:
        _answers(engine, typed)
        before, alone = _answers(engine, typed)
        command = [sys.executable, "-c", MERGING, str(folder)]
        beside: list[float] = []
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as merging:
            while merging.poll() is None:
                found, times = _answers(engine, typed)
                assert found == before, "a reader found something else while segments were merged"
                beside += times
            assert merging.stdout is not None
            waited, seconds, highest = map(float, merging.stdout.read().split())
    _print(f"merging {PARTS} segments of {count // PARTS:,}, s", waited)
    _print("  of CPU", seconds)
    _print("  memory at most, MB", highest)
    _print("  a reader's queries before it, CPU ms", 1000 * statistics.median(alone))
    _print("  and beside it, CPU ms", 1000 * statistics.median(beside))
    shutil.rmtree(folder)


def _answers(engine: Engine, typed: list[str]) -> tuple[list[int], list[float]]:
    """Return how much is found for some queries, and the CPU seconds each took."""
    totals, times = [], []
    for q in typed[:MEANWHILE]:
        start = time.process_time()
        totals.append(engine.search(SearchRequest(q=q, view="articles")).total)
        times.append(time.process_time() - start)
    return totals, times


def _measure_pages(index: Path, typed: list[str]) -> None:
    with _served(index) as port:
        paths = [f"/?q={quote(q)}&view={view}" for q in typed for view in ("articles", "quotes")]
        _load(port, paths[:40], SECONDS / 4, None)
        busy = _load(port, paths, SECONDS, None)
        _print(f"pages a second, {CLIENTS} clients, {WORKERS} workers", len(busy) / SECONDS)
        offered = _load(port, paths, SECONDS, OFFERED)
        high = sorted(offered)[int(0.95 * len(offered))]
        _print(f"  95th percentile at {OFFERED} pages a second, ms", 1000 * high)


def _load(port: int, paths: list[str], seconds: float, rate: float | None) -> list[float]:
    """Return how long each page took; with a rate, from when it was due."""
    times: list[float] = []
    start = time.perf_counter()

    def client(number: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        turn = number
        while (now := time.perf_counter()) < start + seconds:
            due = start + turn / rate if rate else now
            if due > now:
                time.sleep(due - now)
            connection.request("GET", paths[turn % len(paths)])
            response = connection.getresponse()
            response.read()
            assert response.status in (200, 400, 422), response.status
            times.append(time.perf_counter() - due)
            turn += CLIENTS

    threads = [threading.Thread(target=client, args=(number,)) for number in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times


@contextmanager
def _served(index: Path) -> Iterator[int]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    command = [sys.executable, "-m", "web.cli", "serve", "--index", str(index), "--port", str(port)]
    quiet = subprocess.DEVNULL
    with subprocess.Popen([*command, "--workers", str(WORKERS)], stdout=quiet, stderr=quiet) as server:
        try:
            _wait_for(port)
            yield port
        finally:
            server.terminate()


def _wait_for(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError("the server did not start")


def _print(what: str, value: float) -> None:
    print(f"{what:<44}{value:>9.1f}", flush=True)


if __name__ == "__main__":
    main()
