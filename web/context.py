"""What the search page shows of an answer: its sentence, chips, filters, ways on and ways back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from search import Engine
from search.page import Bucket, Facet, Histogram, Remark, SearchPage
from search.people import Person
from search.request import SORTS, VIEWS, SearchRequest
from web import links, wording
from web.errors import Problem
from web.links import search_url

SHOWN = 8  # values of a facet before "more"

Context = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A value of a filter, and the addresses of the search that has it toggled or excluded."""

    bucket: Bucket
    toggle: str
    exclude: str

    @property
    def chosen(self) -> bool:
        """Whether the search asks for it, or for all but it."""
        return self.bucket.selected or self.bucket.excluded


def answered(page: SearchPage, remarks: tuple[Remark, ...], engine: Engine) -> Context:
    """Return what the page says of an answer."""
    asked, called = page.request, wording.names(page.facets)
    return {
        "problem": None,
        "page": page,
        "asked": asked,
        "remarks": (*remarks, *page.warnings),
        "title": wording.sentence(asked, called),
        "sentence": wording.sentence(asked, called, page.total),
        "status": wording.total(page),
        "chips": _chips(asked, called),
        "people": _people(asked, engine),
        "remedies": [
            (wording.remedy(each, asked, called), search_url(each.request)) for each in page.remedies
        ],
        "ways_back": _ways_back(asked),
        "views": [(view, search_url(asked.in_view(view))) for view in VIEWS],
        "sorts": [(sort, search_url(asked.sorted_by(sort))) for sort in SORTS],
        "facets": [value_rows(asked, facet) for facet in page.facets],
        "histogram": page.histogram and bars(page.histogram, asked),
        "unlisted": _unlisted(page),
        "neighbours": {name: to and search_url(to) for name, to in links.neighbours(page).items()},
        "last_page": links.last_page(page),
        "suggestion": page.suggestion and search_url(asked.asking(page.suggestion)),
        "indexable": asked == SearchRequest(q=asked.q, view=asked.view),
    }


def refused(asked: SearchRequest, problem: Problem) -> Context:
    """Return what the page says where a search was not answered."""
    mended = problem.suggestion and search_url(asked.asking(problem.suggestion))
    said = "Nothing to search yet" if problem.status == 503 else "This search could not be read"
    return {
        "problem": problem,
        "asked": asked,
        "title": said,
        "sentence": said,
        "status": problem.detail,
        "suggestion": mended,
        "indexable": False,
    }


def value_rows(asked: SearchRequest, facet: Facet) -> Context:
    """Return a facet with, for each of its values, the addresses of the search with and without it.

    ``listed`` are the first values and all that are chosen, ``rest`` the others. The date facet has none:
    its histogram stands for them.
    """
    rows = [
        ValueRow(
            bucket,
            search_url(links.toggled(asked, facet, bucket)),
            search_url(links.excluded(asked, facet, bucket)),
        )
        for bucket in facet.buckets
        if bucket.start is None
    ]
    first = [row for place, row in enumerate(rows) if place < SHOWN or row.chosen]
    name = facet.name
    chosen = _has_days(asked) if name == "date" else any(row.chosen for row in rows)
    return {
        "facet": facet,
        "rows": rows,
        "listed": first,
        "rest": [row for row in rows if row not in first],
        "most": max((bucket.count for bucket in facet.buckets), default=0) or 1,
        "clear_url": search_url(links.cleared(asked, name)) if chosen else None,
        "all_url": links.values_url(asked, name) if facet.size > len(rows) and rows else None,
        "findable": facet.size > SHOWN and name not in ("date", "kind"),
    }


def bars(histogram: Histogram, asked: SearchRequest) -> Context:
    """Return a histogram with an address and a label for each bar; heights are percent of the highest."""
    most = max(bar.count for bar in histogram.bars)
    shown = [
        {
            "bar": bar,
            "label": wording.period(bar.start, bar.end, histogram.step),
            "height": max(4.0, 100 * bar.count / most) if bar.count else 0,
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
        "chosen": _has_days(asked),
    }


def _ends(histogram: Histogram) -> list[str]:
    """Return what stands below the ends of a histogram: days where its bars are a day or a week each."""
    first, last = histogram.bars[0], histogram.bars[-1]
    if histogram.step in ("day", "week"):
        return [wording.day(first.start), wording.day(last.end)]
    return [wording.period(bar.start, bar.end, histogram.step) for bar in (first, last)]


def _has_days(asked: SearchRequest) -> bool:
    return bool(asked.start or asked.end)


def _people(asked: SearchRequest, engine: Engine) -> tuple[Person, ...]:
    """Return whom the search names and nothing else: by a name typed, or by the one speaker chosen."""
    if asked.page > 1:
        return ()
    chosen = asked.chosen("speaker")
    if asked.q:
        named = engine.people(asked.q.removeprefix("speaker:").strip(' "“”'))
        return tuple(person for person in named if person.id in chosen or not chosen)
    found = engine.person(chosen[0]) if len(chosen) == 1 else None
    return (found,) if found else ()


def _chips(asked: SearchRequest, called: wording.Names) -> list[Context]:
    """Return what was chosen, each with the address of the search without it."""
    chips: list[Context] = [
        {
            "name": wording.name(chosen, called),
            "excluded": chosen.excluded,
            "url": search_url(asked.without_filter(chosen.facet, chosen.value)),
        }
        for chosen in asked.filters
    ]
    if _has_days(asked):
        url = search_url(asked.between(None, None))
        chips.append({"name": wording.days(asked.start, asked.end), "excluded": False, "url": url})
    if chips and asked.q:
        chips.insert(0, {"name": f"“{asked.q}”", "excluded": False, "url": search_url(asked.asking(""))})
    return chips


def _ways_back(asked: SearchRequest) -> list[tuple[str, str]]:
    """Return where to go from a search that found nothing."""
    ways = []
    if asked.page > 1:
        ways.append(("Back to the first page", asked.on_page(1)))
    if asked.filters or _has_days(asked):
        ways.append(("Search without the filters", SearchRequest(q=asked.q, view=asked.view)))
    if asked.view == "quotes" and asked.q:
        ways.append(("Search whole articles", asked.in_view("articles")))
    ways.append(("Show everything", SearchRequest(view=asked.view)))
    return [(words, search_url(way)) for words, way in ways]


def _unlisted(page: SearchPage) -> list[tuple[str, str]]:
    """Return the filters no checkbox stands for, so that the form keeps them all the same."""
    listed = {(facet.name, bucket.value) for facet in page.facets for bucket in facet.buckets}
    return [
        (("-" if f.excluded else "") + f.facet, f.value)
        for f in page.request.filters
        if f.excluded or (f.facet, f.value) not in listed
    ]
