"""Figures for Prometheus, in a registry of our own, so that a host's stays as it is.

This module is imported where the settings ask for figures and nowhere else: prometheus-client decides when it
is imported whether processes add theirs up (where ``$PROMETHEUS_MULTIPROC_DIR`` names a folder) or each tells
of itself alone.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from prometheus_client import CollectorRegistry, Histogram, Metric
from prometheus_client.exposition import choose_encoder
from prometheus_client.metrics_core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from search import DamagedSegment, IndexMismatch, IndexMissing
from search.engine import Engine
from search.page import SearchPage

SHARED = "PROMETHEUS_MULTIPROC_DIR"
REQUEST_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10)  # seconds
SEARCH_BUCKETS = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2)  # seconds


class Metrics:
    """What is counted of an app."""

    def __init__(self, engine: Callable[[], Engine]) -> None:
        self._index = _Index(engine)
        self._registry = CollectorRegistry()
        self._requests = Histogram(
            "onrecord_request_seconds",
            "Time to an answer, its start where it is streamed.",
            ("view", "method", "status"),
            registry=self._registry,
            buckets=REQUEST_BUCKETS,
        )
        self._searches = Histogram(
            "onrecord_search_seconds",
            "Time the engine took for a search.",
            ("view",),
            registry=self._registry,
            buckets=SEARCH_BUCKETS,
        )

    def count_request(self, view: str, method: str, status: int, seconds: float) -> None:
        """Count a request that was answered."""
        self._requests.labels(view, method, str(status)).observe(seconds)

    def count_search(self, page: SearchPage) -> None:
        """Count a search the engine did."""
        self._searches.labels(page.request.view).observe(page.took_ms / 1000)

    def told(self, accept: str) -> tuple[bytes, str]:
        """Return all figures and their media type, as a scraper's ``Accept`` wants them."""
        registry = CollectorRegistry()
        shared = os.environ.get(SHARED)
        registry.register(MultiProcessCollector(None) if shared else self._registry)  # type: ignore[no-untyped-call]
        registry.register(self._index)
        encode, media_type = choose_encoder(accept)
        return encode(registry), media_type


class _Index(Collector):
    """The state of the index, looked at when it is asked for."""

    def __init__(self, engine: Callable[[], Engine]) -> None:
        self._engine = engine

    def collect(self) -> Iterator[Metric]:
        """Yield whether there is an index and, where there is, its generation and what is in it."""
        try:
            engine = self._engine()
        except (IndexMissing, IndexMismatch, DamagedSegment):
            yield GaugeMetricFamily("onrecord_index_ready", "Whether the index can be searched.", 0)
            return
        yield GaugeMetricFamily("onrecord_index_ready", "Whether the index can be searched.", 1)
        yield GaugeMetricFamily("onrecord_index_generation", "The index's latest commit.", engine.generation)
        held = GaugeMetricFamily("onrecord_index_documents", "What is in the index.", labels=("kind",))
        for kind, count in engine.counts().items():
            held.add_metric((kind,), count)
        yield held
