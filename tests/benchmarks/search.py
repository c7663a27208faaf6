"""Measure searching and indexing beside tantivy, SQLite's FTS5 and plain Whoosh: ``make bench``.

The corpus is made from a seed, of paragraphs of the .txt files in --texts (or $ONRECORD_BENCH_TEXTS), or of
an invented language. Every engine gets the same documents and does the same work, each query once, after a
warm-up on others; what they find is compared first, by engines opened for that alone, so that those that are
timed have seen neither the queries nor what they find. Times are CPU time, so that a busy machine spoils
little; what counts are the ratios.

--articles N      how many (10,000)
--engines A,B     onrecord,tantivy,fts5,whoosh
--folder DIR      where the indexes are kept and found again (a temporary folder)
--plain-queries N how many queries of a shape plain Whoosh is asked (5), for it takes a second for each
"""

from __future__ import annotations

import argparse
import gc
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from index.writer import open_writer
from search import SearchRequest, open_engine
from search.columns import COUNTED
from search.spaces import Space
from tests.benchmarks.arguments import index_folder, maker_of, parser_of
from tests.benchmarks.engines import Answer, Engine, Onrecord
from tests.benchmarks.indexing import print_built
from tests.benchmarks.rivals import Fts5, Tantivy
from tests.benchmarks.shapes import COUNT, SAMPLE, Asked, Drawer, drawn
from tests.benchmarks.whoosh_engines import PlainWhoosh

WARM_UP = 10
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
        judges = {name: _open(name, folder) for name in names if name not in ("quotes", "whoosh")}
        oracle = PlainWhoosh()
        oracle.open(folder / "onrecord")
        measure(engines, judges, oracle, Drawer(maker.articles(SAMPLE)), options.plain_queries)


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
    if "onrecord" in names:
        print_parts(folder / "onrecord")
    return engines


def _open(name: str, folder: Path) -> Engine:
    engine = ENGINES[name]()
    engine.open(folder / ("onrecord" if name == "quotes" else name))
    return engine


def print_parts(folder: Path) -> None:
    """Print what the first query of a fresh engine makes and keeps, and what is left of it besides."""
    with open_engine(folder) as engine:
        columns = engine._current().columns
        everything = Space(columns, "articles")
        parts: dict[str, Callable[[], object]] = {
            "numbers of the articles": lambda: columns.article_of,
            "values of the facets": lambda: [columns.names(name) for name in COUNTED],
            "rows of their codes": lambda: columns.article_codes,
            "counts of everything": lambda: everything.count(everything.everything()),
            "the rest": lambda: engine.search(SearchRequest(q="people", view="articles")),
            "a second one": lambda: engine.search(SearchRequest(q="government", view="articles")),
        }
        print(
            "\nof the first query, ms: " + ", ".join(f"{name} {_taken(do):.1f}" for name, do in parts.items())
        )


def _taken(do: Callable[[], object]) -> float:
    start = time.process_time()
    do()
    return _ms(time.process_time() - start)


def measure(
    engines: dict[str, Engine],
    judges: dict[str, Engine],
    oracle: PlainWhoosh,
    drawer: Drawer,
    plain_queries: int,
) -> dict[tuple[str, bool], dict[str, float]]:
    """Compare by the judges, then time each shape with and without facets; print and return the medians."""
    medians = {}
    for facets in (True, False):
        print(f"\n{'with' if facets else 'without'} facets, ms: median (95th percentile); same: counts agree")
        print(f"{'':<10}{'same':>6}" + "".join(f"{name:>20}" for name in engines))
        for shape, make in drawer.shapes().items():
            asked = drawn(make, lambda one: _fit(judges, one), WARM_UP + COUNT)
            warm, asked = asked[:WARM_UP], asked[WARM_UP:]
            for one in asked[:CHECKED] if facets else ():
                check_same(judges["onrecord"].search(one, facets=True), oracle, one)
            same = sum(_agree(judges, one) for one in asked)
            times = timed(engines, warm, asked, facets=facets, plain_queries=plain_queries)
            medians[shape, facets] = {name: statistics.median(found) for name, found in times.items()}
            cells = "".join(
                f"{f'{statistics.median(found):.2f} ({_high(found):.2f})':>20}" for found in times.values()
            )
            print(f"{shape:<10}{same:>3}/{len(asked):<2}{cells}", flush=True)
    print_ratios(medians)
    return medians


def print_ratios(medians: dict[tuple[str, bool], dict[str, float]]) -> None:
    """Print how many times as long the others take."""
    others = [name for name in next(iter(medians.values())) if name != "onrecord"]
    for facets in (True, False):
        print(f"\n{'with' if facets else 'without'} facets, times Onrecord's time")
        print(f"{'':<10}" + "".join(f"{name:>12}" for name in others))
        rows = {shape: found for (shape, with_facets), found in medians.items() if with_facets == facets}
        for shape, found in rows.items():
            print(f"{shape:<10}" + "".join(f"{found[name] / found['onrecord']:>12.2f}" for name in others))
        middle = (
            statistics.median(found[name] / found["onrecord"] for found in rows.values()) for name in others
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
    plain_queries: int,
) -> Times:
    """Return each engine's CPU milliseconds for each query, plain Whoosh's for the first ones only."""
    _freeze()
    times: Times = {name: [] for name in engines}
    for name, engine in engines.items():  # one after the other: in turns, each would empty the others' caches
        plain = name == "whoosh"
        for one in warm[:1] if plain else warm:
            engine.search(one, facets=facets)
        for one in asked[:plain_queries] if plain else asked:
            start = time.process_time()
            engine.search(one, facets=facets)
            times[name].append(_ms(time.process_time() - start))
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
    parser.add_argument("--plain-queries", type=int, default=5)
    return parser.parse_args()


if __name__ == "__main__":
    main()
