"""A search's filters as the page shows them: rows of values and bars of dates, each with its address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from search.page import Bar, Bucket, Facet, Histogram
from search.request import SearchRequest
from web import links, wording
from web.links import search_url

SHOWN = 8  # values of a facet before "more"
LOWEST = 4.0  # percent of the plot: a bar of one among thousands is still seen


class ValueRow(NamedTuple):
    """A value of a filter in a search. ``id`` is what the ids of its elements end in.

    ``toggle`` is the address of the search that has it chosen, ``exclude`` of the one that has it left out,
    or no longer where it was. ``width`` is its count in percent of the facet's highest.
    """

    bucket: Bucket
    id: str
    toggle: str
    exclude: str
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """A facet with its values, but for the date facet, for which its histogram stands.

    ``listed`` are the first values and all that are chosen or excluded, ``rest`` the others. ``findable``
    where there are enough to look for one.
    """

    facet: Facet
    rows: list[ValueRow]
    listed: list[ValueRow]
    rest: list[ValueRow]
    clear_url: str | None
    all_url: str | None
    findable: bool


def value_rows(asked: SearchRequest, facet: Facet) -> Values:
    """Return a facet with, for each of its values, the addresses of the search with and without it."""
    name = facet.name
    rows = [] if name == "date" else _rows(asked, facet)
    is_chosen = [row.bucket.selected or row.bucket.excluded for row in rows]
    listed: list[ValueRow] = []
    rest: list[ValueRow] = []
    for place, (row, chosen) in enumerate(zip(rows, is_chosen, strict=True)):
        (listed if chosen or place < SHOWN else rest).append(row)
    clearable = has_days(asked) if name == "date" else any(is_chosen)
    return Values(
        facet=facet,
        rows=rows,
        listed=listed,
        rest=rest,
        clear_url=search_url(links.cleared(asked, name)) if clearable else None,
        all_url=links.values_url(asked, name) if facet.size > len(rows) and rows else None,
        findable=facet.size > SHOWN and name not in ("date", "kind"),
    )


def _rows(asked: SearchRequest, facet: Facet) -> list[ValueRow]:
    toggle = links.bucket_urls(asked, facet, links.toggled)
    exclude = links.bucket_urls(asked, facet, links.excluded)
    most = max((bucket.count for bucket in facet.buckets), default=0) or 1
    return [
        ValueRow(
            bucket=bucket,
            id=f"{facet.name}-{bucket.value}",
            toggle=toggle(bucket),
            exclude=exclude(bucket),
            width=round(100 * bucket.count / most, 1),
        )
        for bucket in facet.buckets
    ]


class ShownBar(NamedTuple):
    """A bar of a histogram, its first and last day as in addresses, and its own address.

    ``height``, and what is free ``above`` it, are percent of the highest.
    """

    bar: Bar
    start: str
    end: str
    label: str
    height: float
    above: float
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownHistogram:
    """A histogram as the page shows it. ``ends`` is what stands below it, left and right.

    ``first`` and ``last`` are the places of the bars that are chosen, all of them where no days are;
    ``marked`` is how many are, and ``chosen`` whether the search is for certain days.
    """

    step: str
    bars: list[ShownBar]
    ends: list[str]
    first: int
    last: int
    chosen: bool
    marked: int


def bars(histogram: Histogram, asked: SearchRequest) -> ShownHistogram:
    """Return a histogram with an address and a label for each bar."""
    chosen = [place for place, bar in enumerate(histogram.bars) if bar.selected]
    return ShownHistogram(
        step=histogram.step,
        bars=_bars(histogram, asked),
        ends=_ends(histogram),
        first=chosen[0] if chosen else 0,
        last=chosen[-1] if chosen else len(histogram.bars) - 1,
        chosen=has_days(asked),
        marked=len(chosen),
    )


def _bars(histogram: Histogram, asked: SearchRequest) -> list[ShownBar]:
    most, url = max(bar.count for bar in histogram.bars), links.day_urls(asked)
    shown = []
    for bar in histogram.bars:
        height = max(LOWEST, 100 * bar.count / most) if bar.count else 0
        label = wording.period(bar.start, bar.end, histogram.step)
        start, end = str(bar.start), str(bar.end)
        shown.append(
            ShownBar(
                bar=bar,
                start=start,
                end=end,
                label=label,
                height=round(height, 1),
                above=round(100 - height, 1),
                url=url(start, end),
            )
        )
    return shown


def has_days(asked: SearchRequest) -> bool:
    """Whether the search is for certain days."""
    return bool(asked.start or asked.end)


def _ends(histogram: Histogram) -> list[str]:
    """Return what stands below the ends of a histogram: days where its bars are a day or a week each."""
    first, last = histogram.bars[0], histogram.bars[-1]
    if histogram.step in ("day", "week"):
        return [wording.day(first.start), wording.day(last.end)]
    return [wording.period(bar.start, bar.end, histogram.step) for bar in (first, last)]
