"""What the search page shows of an answer: its sentence, chips, filters, ways on and ways back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from search import Engine
from search.page import Remark, SearchPage
from search.people import Person
from search.request import SORTS, VIEWS, SearchRequest
from web import links, wording
from web.alternates import alternates
from web.errors import Problem
from web.filters import bars, has_days, value_rows
from web.installation import settings
from web.links import search_url

Context = dict[str, Any]


def answered(page: SearchPage, remarks: tuple[Remark, ...], engine: Engine) -> Context:
    """Return what the page says of an answer."""
    asked, called = page.request, wording.names(page)
    return {
        "problem": None,
        "page": page,
        "asked": asked,
        "remarks": (*remarks, *page.warnings),
        "title": wording.sentence(asked, called),
        "sentence": wording.sentence(asked, called, page.total, relaxed=page.relaxed),
        "status": wording.total(page),
        "chips": _chips(asked, called),
        "people": _people(asked, engine),
        "copies": {hit.quote.id: engine.copies(hit.article, hit.quote) for hit in page.quote_hits},
        "remedies": [
            (wording.remedy(each, asked, called), search_url(each.request)) for each in page.remedies
        ],
        "ways_back": () if page.hits else _ways_back(page, engine),
        "views": [(view, search_url(asked.in_view(view))) for view in VIEWS],
        "sorts": [(sort, search_url(asked.sorted_by(sort))) for sort in SORTS],
        "facets": [value_rows(asked, facet) for facet in page.facets],
        "histogram": page.histogram and bars(page.histogram, asked),
        "unlisted": _unlisted(page),
        "neighbours": {
            name: to and search_url(to) for name, to in links.neighbours(asked, page.total)._asdict().items()
        },
        "last_page": links.last_page(asked, page.total),
        "suggestion": page.suggestion and search_url(asked.asking(page.suggestion)),
        "indexable": asked == SearchRequest(q=asked.q, view=asked.view),
        "alternates": alternates(asked),
        "taken": wording.taken(page, settings().export_limit),
    }


def refused(asked: SearchRequest, problem: Problem) -> Context:
    """Return what the page says where a search was not answered."""
    mended = problem.suggestion and search_url(asked.asking(problem.suggestion))
    said = wording.refusal(problem.status)
    return {
        "problem": problem,
        "asked": asked,
        "title": said,
        "sentence": said,
        "status": problem.detail,
        "suggestion": mended,
        "indexable": False,
        "alternates": {},
    }


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
    if has_days(asked):
        url = search_url(asked.between(None, None))
        chips.append({"name": wording.days(asked.start, asked.end), "excluded": False, "url": url})
    if chips and asked.q:
        chips.insert(0, {"name": f"“{asked.q}”", "excluded": False, "url": search_url(asked.asking(""))})
    return chips


def _ways_back(page: SearchPage, engine: Engine) -> list[tuple[str, str]]:
    """Return where to go from an empty search, besides its remedies; only where there is something."""
    asked, known = page.request, {remedy.request for remedy in page.remedies}
    ways = []
    if asked.page > 1:
        ways.append(("Back to the first page", asked.on_page(1)))
    if asked.filters or has_days(asked):
        ways.append(("Search without the filters", SearchRequest(q=asked.q, view=asked.view)))
    if asked.view == "quotes" and asked.q:
        ways.append(("Search whole articles", asked.in_view("articles")))
    ways.append(("Show everything", SearchRequest(view=asked.view)))
    new = {way: words for words, way in reversed(ways) if way not in known}
    return [
        (words, search_url(way))
        for way, words in reversed(new.items())
        if engine.search(replace(way, page_size=1, facets=())).total
    ]


def _unlisted(page: SearchPage) -> list[tuple[str, str]]:
    """Return the filters no checkbox stands for, so that the form keeps them all the same."""
    return [
        (("-" if f.excluded else "") + f.facet, f.value)
        for f in page.request.filters
        if f.excluded or all(bucket.value != f.value for bucket in page.facet(f.facet).buckets)
    ]
