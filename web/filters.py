"""A search's filters as the page shows them: rows of values and bars of dates, each with its address."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress
from typing import Any

from search.page import Bucket, Facet, Histogram
from search.request import SearchRequest
from web import links, wording
from web.links import search_url

SHOWN = 8  # values of a facet before "more"
LOWEST = 4.0  # percent of the plot: a bar of one among thousands is still seen


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A value of a filter in a search."""

    asked: SearchRequest
    facet: Facet
    bucket: Bucket

    @property
    def toggle(self) -> str:
        """The address of the search that has it chosen, or no longer chosen."""
        return search_url(links.toggled(self.asked, self.facet, self.bucket))

    @property
    def exclude(self) -> str:
        """The address of the search that has it excluded, or no longer excluded."""
        return search_url(links.excluded(self.asked, self.facet, self.bucket))

    @property
    def chosen(self) -> bool:
        """Whether the search asks for it, or for all but it."""
        return self.bucket.selected or self.bucket.excluded


def value_rows(asked: SearchRequest, facet: Facet) -> dict[str, Any]:
    """Return a facet with, for each of its values, the addresses of the search with and without it.

    ``listed`` are the first values and all that are chosen, ``rest`` the others. The date facet has none:
    its histogram stands for them.
    """
    rows = [ValueRow(asked, facet, bucket) for bucket in facet.buckets if bucket.start is None]
    is_first = [place < SHOWN or row.chosen for place, row in enumerate(rows)]
    name = facet.name
    chosen = has_days(asked) if name == "date" else any(row.chosen for row in rows)
    return {
        "facet": facet,
        "rows": rows,
        "listed": list(compress(rows, is_first)),
        "rest": [row for row, first in zip(rows, is_first, strict=True) if not first],
        "most": max((bucket.count for bucket in facet.buckets), default=0) or 1,
        "clear_url": search_url(links.cleared(asked, name)) if chosen else None,
        "all_url": links.values_url(asked, name) if facet.size > len(rows) and rows else None,
        "findable": facet.size > SHOWN and name not in ("date", "kind"),
    }


def bars(histogram: Histogram, asked: SearchRequest) -> dict[str, Any]:
    """Return a histogram with an address and a label for each bar; heights are percent of the highest."""
    most = max(bar.count for bar in histogram.bars)
    shown = [
        {
            "bar": bar,
            "label": wording.period(bar.start, bar.end, histogram.step),
            "height": max(LOWEST, 100 * bar.count / most) if bar.count else 0,
            "url": search_url(asked.between(bar.start, bar.end)),
        }
        for bar in histogram.bars
    ]
    chosen = [place for place, bar in enumerate(histogram.bars) if bar.selected]
    return {
        "step": histogram.step,
        "bars": shown,
        "ends": _ends(histogram),
        "first": chosen[0] if chosen else 0,
        "last": chosen[-1] if chosen else len(shown) - 1,
        "chosen": has_days(asked),
        "marked": len(chosen),
    }


def has_days(asked: SearchRequest) -> bool:
    """Whether the search is for certain days."""
    return bool(asked.start or asked.end)


def _ends(histogram: Histogram) -> list[str]:
    """Return what stands below the ends of a histogram: days where its bars are a day or a week each."""
    first, last = histogram.bars[0], histogram.bars[-1]
    if histogram.step in ("day", "week"):
        return [wording.day(first.start), wording.day(last.end)]
    return [wording.period(bar.start, bar.end, histogram.step) for bar in (first, last)]
