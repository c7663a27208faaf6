"""Measure searching and indexing beside tantivy, SQLite's FTS5 and plain Whoosh: ``make bench``.

The corpus is made from a seed, of paragraphs of the .txt files in --texts (or $ONRECORD_BENCH_TEXTS), or of
an invented language. Every engine gets the same documents and does the same work, each query once, after a
warm-up on others; what they find is compared first, by engines opened for that alone, so that those that are
timed have seen neither the queries nor what they find. Warm is an engine that has answered 200 other queries
of the shape, cold one that was opened for the shape and has answered one. Times are CPU time, so that a busy
machine spoils little; what counts are the ratios.

--articles N      how many (10,000)
--engines A,B     onrecord,tantivy,fts5,whoosh
--folder DIR      where the indexes are kept and found again (a temporary folder)
--patience N      seconds an engine has for the queries of a shape (20): who takes longer is asked fewer
"""

from __future__ import annotations

import argparse
import gc
import statistics
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from index.writer import open_writer
from search import open_engine
from search.order import page_of
from search.page import ArticleHit, Hit
from tests.benchmarks.arguments import index_folder, maker_of, parser_of
from tests.benchmarks.engines import Answer, Engine, Onrecord
from tests.benchmarks.indexing import print_built
from tests.benchmarks.rivals import Fts5, Tantivy
from tests.benchmarks.shapes import COUNT, SAMPLE, Asked, Drawer, drawn
from tests.benchmarks.whoosh_engines import PlainWhoosh

WARM_UP = 200  # other queries; a quarter of them all where a corpus has no more of a shape
ROUNDS = 5
AGAIN = 20  # of the warm-up queries, asked again in each round
LEAST = 3  # queries of a shape that the most patient of us waits for
ENGINES: dict[str, Callable[[], Engine]] = {
    "onrecord": Onrecord,
    "quotes": lambda: Onrecord(view="quotes"),
    "tantivy": Tantivy,
    "fts5": Fts5,
    "whoosh": PlainWhoosh,
}
TOLERANCE = 1e-5
CHECKED = 2  # queries of a shape whose scores are held against Whoosh's searcher on the same files
Times = dict[str, list[float]]
"""An engine and its CPU milliseconds for each query."""


def main() -> None:
    """Build what is not there yet, compare, measure, print."""
    options = _options()
    maker = maker_of(options)
    names = [name for name in ENGINES if name in {"quotes", *options.engines.split(",")}]
    with index_folder(options) as folder:
        origin = "paragraphs of a folder" if options.texts else "an invented language"
        print(f"{options.articles:,} articles of {origin}")
        build(folder, options, names)
        engines = opened(folder, names)
        drawer = Drawer(maker.articles(SAMPLE))
        print_snippets(folder / "onrecord", drawer)
        measure(folder, engines, drawer, options.patience)


def build(folder: Path, options: argparse.Namespace, names: Sequence[str]) -> None:
    """Build the indexes that are not there, each in a process of its own, and print what that took."""
    missing = [name for name in names if name != "quotes" and not (folder / name).exists()]
    beside = ("codec", "alone") if "onrecord" in missing else ()
    print_built([*((name, None) for name in beside), *((name, folder / name) for name in missing)], options)
    with open_writer(folder / "onrecord") as writer:
        start = time.process_time()
        writer.optimise()
    print(f"{'merging into one segment, s':<34}{time.process_time() - start:>9.1f}")


def opened(folder: Path, names: Sequence[str]) -> dict[str, Engine]:
    """Open the engines and print how long that takes, and the first query, the files in the page cache."""
    engines = {}
    _freeze()
    print(f"\n{'ms':<12}{'open':>9}{'first query':>13}")
    for name in names:
        start = time.process_time()
        engine = _open(name, folder)
        middle = time.process_time()
        engine.search(Asked("word", ("people",)), facets=True)
        print(f"{name:<12}{_ms(middle - start):>9.1f}{_ms(time.process_time() - middle):>13.1f}")
        engines[name] = engine
    return engines


def _open(name: str, folder: Path) -> Engine:
    engine = ENGINES[name]()
    engine.open(folder / ("onrecord" if name == "quotes" else name))
    return engine


def print_snippets(folder: Path, drawer: Drawer) -> None:
    """Print what cutting and marking ten hits takes, their articles decoded, in the middle of each shape."""
    print("\nten hits cut and marked, ms:", end="")
    with open_engine(folder) as engine:
        snapshot = engine._current()
        for shape, make in drawer.shapes().items():
            taken = []
            for asked in drawn(make, lambda one: True, COUNT):
                request, planned, matches, _ = snapshot._matched(Onrecord.request(asked))
                slots, scores = page_of(request, matches)
                hits = partial(snapshot.hits.of, planned, request, matches, slots, scores)
                _marked(hits())
                start = time.process_time()
                _marked(hits())
                taken.append(_ms(time.process_time() - start))
            print(f" {shape} {statistics.median(taken):.2f}", end="", flush=True)
    print()


def _marked(hits: Sequence[Hit]) -> list[object]:
    """Have the first fragment of each article marked: quotes are when they are asked for."""
    return [hit.quotes[:1] for hit in hits if isinstance(hit, ArticleHit)]


def measure(folder: Path, engines: dict[str, Engine], drawer: Drawer, patience: float) -> None:
    """Compare, then time each shape with and without facets, warm and cold; print the medians and ratios."""
    judges = {name: _open(name, folder) for name in engines if name not in ("quotes", "whoosh")}
    oracle = PlainWhoosh()
    oracle.open(folder / "onrecord")
    runs = (("with facets", True, False), ("without facets", False, False), ("with facets, cold", True, True))
    for title, facets, cold in runs:
        print(f"\n{title}, ms: median (95th percentile); same: counts agree")
        print(f"{'':<10}{'same':>6}" + "".join(f"{name:>20}" for name in engines))
        medians = {}
        for shape, make in drawer.shapes().items():
            found = drawn(make, lambda one: _fit(judges, one), WARM_UP + COUNT)
            size = max(len(found) - WARM_UP, min(COUNT, len(found) * 3 // 4))
            warm, asked = found[size:], found[:size]
            compared = asked if facets and not cold else ()
            for one in compared[:CHECKED]:
                check_same(judges["onrecord"].search(one, facets=True), oracle, one)
            same = f"{sum(_agree(judges, one) for one in compared)}/{len(asked):<2}" if compared else ""
            fresh = {name: _open(name, folder) for name in engines} if cold else engines
            times = timed(fresh, warm[:1] if cold else warm, asked, facets=facets, patience=patience)
            medians[shape] = {name: statistics.median(taken) for name, taken in times.items()}
            cells = "".join(
                f"{f'{statistics.median(taken):.2f} ({_high(taken):.2f})':>20}" for taken in times.values()
            )
            print(f"{shape:<10}{same:>6}{cells}", flush=True)
        print_ratios(title, medians)


def print_ratios(title: str, medians: dict[str, dict[str, float]]) -> None:
    """Print how many times as long the others take, by shape and in the middle."""
    others = [name for name in next(iter(medians.values())) if name != "onrecord"]
    print(f"\n{title}, times Onrecord's time")
    print(f"{'':<10}" + "".join(f"{name:>12}" for name in others))
    for shape, found in medians.items():
        print(f"{shape:<10}" + "".join(f"{found[name] / found['onrecord']:>12.2f}" for name in others))
    middle = (
        statistics.median(found[name] / found["onrecord"] for found in medians.values()) for name in others
    )
    print(f"{'median':<10}" + "".join(f"{ratio:>12.2f}" for ratio in middle))


def _fit(judges: dict[str, Engine], asked: Asked) -> bool:
    """Whether there is something to find, without dropping words as Onrecord does where nothing has all."""
    judge = judges.get("tantivy", judges["onrecord"])
    return judge.search(asked, facets=True).total > 0


def _agree(judges: dict[str, Engine], asked: Asked) -> bool:
    """Whether the engines count the same; plain Whoosh is none of them, for it takes a second."""
    return len({engine.search(asked, facets=True).total for engine in judges.values()}) == 1


def check_same(ours: Answer, oracle: PlainWhoosh, asked: Asked) -> None:
    """Fail where Whoosh's own searcher, on the same files, gives other scores."""
    expected = [] if asked.filters else oracle.scores(asked)
    for (_, score), other in zip(ours.hits, expected, strict=False):
        assert abs(score - other) < TOLERANCE * max(1, other), f"{asked}: {score}, Whoosh has {other}"


def timed(
    engines: dict[str, Engine],
    warm: Sequence[Asked],
    asked: Sequence[Asked],
    *,
    facets: bool,
    patience: float,
) -> Times:
    """Return each engine's CPU milliseconds for each query, as many as it answers in its time.

    The engines take turns in rounds, so that a busy minute of the machine is no engine's own; in a round each
    asks some of the warm-up again first, for the one before has emptied its caches.
    """
    _freeze()
    times: Times = {name: [] for name in engines}
    for engine in engines.values():
        _answered(engine, warm, facets, patience)
    rounds = ROUNDS if len(warm) > AGAIN else 1
    for number in range(rounds):
        for name, engine in engines.items():
            _answered(engine, warm[-AGAIN:] if rounds > 1 else (), facets, patience / rounds)
            times[name] += _answered(engine, asked[number::rounds], facets, patience / rounds)
    return times


def _answered(engine: Engine, asked: Sequence[Asked], facets: bool, patience: float) -> list[float]:
    """Return the CPU milliseconds that queries take, LEAST of them and then while patience lasts."""
    times: list[float] = []
    for one in asked:
        if len(times) >= LEAST and sum(times) > 1000 * patience:
            break
        start = time.process_time()
        engine.search(one, facets=facets)
        times.append(_ms(time.process_time() - start))
    return times


def _freeze() -> None:
    """Keep Python's collector from walking through the corpus in this process in the midst of a query."""
    gc.collect()
    gc.freeze()


def _high(times: Sequence[float]) -> float:
    return sorted(times)[min(len(times) - 1, int(0.95 * len(times)))]


def _ms(seconds: float) -> float:
    return 1000 * seconds


def _options() -> argparse.Namespace:
    parser = parser_of(__doc__)
    parser.add_argument("--engines", default="onrecord,tantivy,fts5,whoosh")
    parser.add_argument("--patience", type=float, default=20)
    return parser.parse_args()


if __name__ == "__main__":
    main()
