"""Measure indexing beside tantivy, SQLite's FTS5 and plain Whoosh: a part of ``make bench``.

Every engine gets the same values of the same articles, quotes left out: "codec" is this program's codec.
"alone" is Onrecord, which keeps more of an article (its record, its identity, who is quoted how), "onrecord"
the same with the documents of the quotes besides. Each index is built in a process of its own, so that no
cache is warm and memory is its own. Making the articles, and the other engines' values of them, is not
counted; what Onrecord makes of an article before it writes it, is. Times are CPU time, merges included; what
counts are the ratios.

--articles N      how many (10,000)
--texts DIR       a folder of .txt files to draw paragraphs from
--engines A,B     codec,alone,onrecord,tantivy,fts5,whoosh
--folder DIR      where the indexes are kept, and not made again (a temporary folder)
"""

from __future__ import annotations

import argparse
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

from tests.benchmarks.arguments import index_folder, maker_of, parser_of
from tests.benchmarks.engines import Builder, Onrecord
from tests.benchmarks.rivals import Fts5, Tantivy
from tests.benchmarks.whoosh_engines import Columnar, PlainWhoosh

BUILT: dict[str, Callable[[], Builder]] = {
    "codec": Columnar,
    "alone": lambda: Onrecord(quotes=False),
    "onrecord": Onrecord,
    "tantivy": Tantivy,
    "fts5": Fts5,
    "whoosh": PlainWhoosh,
}
LOT = 1_000  # articles made at once, so that making them does not empty the caches at each
GLANCE = 0.05  # seconds between looks at memory


class Built(NamedTuple):
    """What building an index took: CPU seconds, seconds of waiting, MB of memory at most, MB of files."""

    seconds: float
    waited: float
    memory: int
    size: int


def main() -> None:
    """Build each index in turn and print."""
    parser = parser_of(__doc__)
    parser.add_argument("--engines", default="codec,alone,onrecord,tantivy,fts5,whoosh")
    options = parser.parse_args()
    with index_folder(options) as folder:
        missing = [name for name in options.engines.split(",") if not (folder / name).exists()]
        print_built([(name, folder / name) for name in missing], options)


def print_built(wanted: Iterable[tuple[str, Path | None]], options: argparse.Namespace) -> None:
    """Build indexes of names of BUILT in folders, None for a temporary one, and print what each took."""
    first = None
    for name, folder in wanted:
        with ProcessPoolExecutor(1, get_context("spawn")) as pool:
            built = pool.submit(_build, name, folder, options).result()
        if first is None:
            print(f"{'indexing':<10}{'articles a CPU s':>18}{'times':>8}{'MB memory':>11}{'MB files':>10}")
            first = built.seconds
        rate, times = options.articles / built.seconds, built.seconds / first
        print(f"{name:<10}{rate:>18,.0f}{times:>8.2f}{built.memory:>11,}{built.size:>10,}", flush=True)


def _build(name: str, folder: Path | None, options: argparse.Namespace) -> Built:
    engine, making, memory = BUILT[name](), _Making(), _Memory()
    given = making.uncounted(
        engine.given(article) for article in maker_of(options).articles(options.articles)
    )
    with tempfile.TemporaryDirectory(dir=options.folder) as temporary:
        folder = folder or Path(temporary, name)
        waited, start = time.perf_counter(), time.process_time()
        engine.build(folder, given)
        seconds = time.process_time() - start - making.seconds
        waited = time.perf_counter() - waited
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return Built(seconds, waited, memory.highest, size >> 20)


class _Making:
    """The CPU seconds of this thread in which things were made."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def uncounted(self, things: Iterable[Any]) -> Iterator[Any]:
        """Yield things as they come, a lot of them made at once."""
        coming = iter(things)
        while True:
            start = time.thread_time()
            lot = list(islice(coming, LOT))
            self.seconds += time.thread_time() - start
            if not lot:
                return
            yield from lot


class _Memory:
    """How much memory this process has had, mapped files left out, in MB."""

    def __init__(self) -> None:
        self.highest = 0
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        while True:
            lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
            now = next(int(line.split()[1]) for line in lines if line.startswith("RssAnon")) >> 10
            self.highest = max(self.highest, now)
            time.sleep(GLANCE)


if __name__ == "__main__":
    main()
