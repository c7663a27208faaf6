"""The regression gate: ``make bench-quick``, under two minutes, called by ``make test``.

3,000 articles of an invented language are indexed and searched by Onrecord and by plain Whoosh in one run.
It fails where Onrecord's lead over plain Whoosh falls below half of what gate.json records: ratios and
not times, so that any machine will do, however busy.

--record   write the ratios of this run to gate.json
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.articles import Maker
from tests.benchmarks.engines import Engine, Onrecord
from tests.benchmarks.search import check_same, timed
from tests.benchmarks.shapes import Drawer, drawn
from tests.benchmarks.whoosh_engines import PlainWhoosh

ARTICLES = 3_000
QUERIES = 20  # of a shape
PATIENCE = 4  # seconds of a shape: plain Whoosh takes as many for one query
LEAST = 0.5  # of the recorded ratio
GATE = Path(__file__).with_name("gate.json")


def measure() -> dict[str, float]:
    """Return how many times as long plain Whoosh takes, for indexing and for each shape of query."""
    maker, ratios = Maker(1), {}
    made = list(maker.articles(ARTICLES))
    with tempfile.TemporaryDirectory() as folder:
        ours, alone, theirs = (Path(folder, name) for name in ("ours", "alone", "theirs"))
        Onrecord().build(ours, made)
        articles = list(map(Onrecord(quotes=False).given, made))
        values = list(map(PlainWhoosh.given, made))
        start = time.process_time()
        Onrecord(quotes=False).build(alone, articles)
        middle = time.process_time()
        PlainWhoosh().build(theirs, values)
        ratios["indexing"] = (time.process_time() - middle) / (middle - start)
        onrecord, judge, whoosh, oracle = Onrecord(), Onrecord(), PlainWhoosh(), PlainWhoosh()
        for engine, path in ((onrecord, ours), (judge, ours), (whoosh, theirs), (oracle, ours)):
            engine.open(path)
        engines: dict[str, Engine] = {"onrecord": onrecord, "whoosh": whoosh}
        for shape, make in Drawer(made).shapes().items():
            asked = drawn(make, lambda one: judge.search(one, facets=False).total > 0, QUERIES)
            check_same(judge.search(asked[0], facets=True), oracle, asked[0])
            times = timed(engines, asked[:2], asked[2:], facets=True, patience=PATIENCE)
            ratios[shape] = statistics.median(times["whoosh"]) / statistics.median(times["onrecord"])
    return ratios


def main() -> int:
    """Measure, print, and hold against the record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--record", action="store_true")
    record = parser.parse_args().record
    ratios = measure()
    if record:
        rounded = {name: float(f"{ratio:.3g}") for name, ratio in ratios.items()}
        GATE.write_text(json.dumps(rounded, indent=2) + "\n", encoding="utf-8")
    floors = {name: LEAST * ratio for name, ratio in json.loads(GATE.read_text(encoding="utf-8")).items()}
    print(f"{'times plain Whoosh':<20}{'now':>8}{'least':>8}")
    for name, ratio in ratios.items():
        print(f"{name:<20}{ratio:>8.1f}{floors[name]:>8.1f}{'  below' * (ratio < floors[name])}")
    return int(any(ratio < floors[name] for name, ratio in ratios.items()))


if __name__ == "__main__":
    sys.exit(main())
