"""What is said in words: a query as a sentence, a date as people write it, what a kind is called."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping, Sequence
from functools import lru_cache

from index.article import Article, Kind, Quote
from search.page import HitStream, Remedy, SearchPage
from search.request import FacetName, Filter, SearchRequest

KINDS: Mapping[Kind, str] = {"direct": "quoted", "mixed": "partly quoted", "indirect": "reported"}
HIGH, FAIR = 0.9, 0.8  # confidence from which nothing need be said, and from which a doubt is mild
FIRST_WORDS = 70  # characters of the text that stand in for a missing title
QUOTE_WORDS = 110  # characters of a quote in an article's list

_MONTHS = tuple(calendar.month_name)  # of which each look at the calendar's own asks the C library
_SPACES = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)), " ")  # all but tab and line feed

PLURALS: Mapping[str, str] = {
    "speaker": "Speakers",
    "outlet": "Outlets",
    "topic": "Topics",
    "verb": "Verbs",
    "implies": "What verbs imply",
}
"""The facets with a list of their own, and what it is called."""

Names = Mapping[tuple[str, str], str]
"""What a filter's value is called: {("speaker", "mark-rutte"): "Mark Rutte"}."""


def printable(text: str) -> str:
    """Return a text that commands a terminal nothing: control characters are spaces, offsets stay."""
    return text.translate(_SPACES)


def title(article: Article) -> str:
    """Return the article's title, or its first words where it has none."""
    if article.title:
        return article.title
    return shortened(" ".join(article.text[: 4 * FIRST_WORDS].split()), FIRST_WORDS) or "Untitled"


def day(date: dt.date) -> str:
    """Return a date as "3 April 2025"."""
    return f"{date.day} {_MONTHS[date.month]} {date.year}"


@lru_cache(1_000)  # an index has the same bars in most answers
def period(start: dt.date, end: dt.date, step: str) -> str:
    """Return a bar of a histogram in words: a day, a week by its days, a month, a quarter, years."""
    return f"{start.year} to {end.year}" if step in ("decade", "century") else days(start, end)


def days(start: dt.date | None, end: dt.date | None) -> str:
    """Return a stretch of days in the fewest words: "2025", "April 2025", "1 to 15 April 2025", "since …"."""
    if start is None or end is None:
        return f"since {day(start)}" if start else f"until {day(end)}" if end else ""
    if start == end:
        return day(start)
    whole_months = start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]
    if whole_months and start.year == end.year and (start.month, end.month) == (1, 12):
        return str(start.year)
    first, last = (_month(start), _month(end)) if whole_months else (day(start), day(end))
    if first == last:
        return first
    if start.year == end.year:
        first = first.removesuffix(f" {start.year}")
        if not whole_months and start.month == end.month:
            first = str(start.day)
    return f"{first} to {last}"


def doubt(quote: Quote) -> str | None:
    """Return what to say of a quote whose confidence is not high, else None."""
    if quote.confidence >= HIGH:
        return None
    percent = f"{quote.confidence:.0%}"
    return f"fairly sure, {percent}" if quote.confidence >= FAIR else f"uncertain, {percent}"


def cue(article: Article, quote: Quote) -> str | None:
    """Return the reporting words as the article has them ("told reporters"), None where there are none."""
    return " ".join(quote.cue.cut(article.text).split()) if quote.cue else None


def marks(quote: Quote) -> tuple[str, str]:
    """Return the quotation marks to set around a quote's words; none where the text before them reads on.

    That is so for reported speech, and for the clause of a partly quoted one, which has its own marks.
    """
    reads_on = quote.kind == "indirect" or quote.clause is not None
    return ("", "") if reads_on else ("“", "”")


def opening(article: Article, quote: Quote) -> str:
    """Return a quote's first words, for a list of them."""
    words = " ".join(quote.content.cut(article.text).split())
    return shortened(words, QUOTE_WORDS)


def shortened(text: str, length: int) -> str:
    """Return the text cut at a word's end to ``length`` characters at most, " …" behind where it was cut."""
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + " …"


def web_address(url: str | None) -> bool:
    """Whether an address an article gives may be linked to: http and https only, never javascript."""
    return url is not None and url.lower().startswith(("https://", "http://"))


def topic_names(article: Article) -> dict[str, str]:
    """Return what an article's topics are called, by id."""
    return {topic.id: topic.name for topic in article.topics}


def number(value: int) -> str:
    """Return a number as people write it: "1,204"."""
    return f"{value:,}"


def count(number: int, singular: str, plural: str | None = None) -> str:
    """Return a number with its noun: "1 quote", "1,204 quotes"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def percent(share: float) -> str:
    """Return a part of 1 as "12%", "0.4%" below one in a hundred, "under 0.1%" below one in a thousand."""
    if share < 0.001:
        return "under 0.1%" if share else "0%"
    return f"{share:.0%}" if round(share, 3) >= 0.01 else f"{share:.1%}"


def total(page: SearchPage | HitStream) -> str:
    """Return how much was found: "12 quotes", "No articles"."""
    noun = page.request.view.removesuffix("s")
    return count(page.total, noun) if page.total else f"No {noun}s"


def past_last(page: SearchPage) -> str:
    """Return what to say of a page that lies past the last: "There are 3 pages; this is page 7."."""
    verb = "is" if page.pages == 1 else "are"
    return f"There {verb} {count(page.pages, 'page')}; this is page {page.request.page:,}."


def refusal(status: int) -> str:
    """Return what to say, above the reason, where a search was not answered."""
    return "Nothing to search yet" if status == 503 else "This search could not be read"


def taken(page: SearchPage, limit: int) -> str:
    """Return what of a search is taken away: "All 12 quotes", "The first 10,000 of 12,345 quotes"."""
    if page.total > limit:
        return f"The first {limit:,} of {total(page)}"
    return f"All {total(page)}" if page.total > 1 else total(page)


def names(page: SearchPage) -> dict[tuple[str, str], str]:
    """Return what the facets a search filters by call their values, by value and, in lower case, by label."""
    called: dict[tuple[str, str], str] = {}
    for facet in map(page.facet, {each.facet for each in page.request.filters}):
        for bucket in facet.buckets:
            called[facet.name, bucket.value] = called[facet.name, bucket.label.casefold()] = bucket.label
    return called


def name(filter_: Filter, called: Names) -> str:
    """Return what a filter's value is called, the value itself where no facet has it."""
    if filter_.facet == "kind":
        return {str(kind): word for kind, word in KINDS.items()}.get(filter_.value, filter_.value)
    by_label = called.get((filter_.facet, filter_.value.casefold()), filter_.value)
    return called.get((filter_.facet, filter_.value), by_label)


def sentence(
    request: SearchRequest, called: Names, total: int | None = None, *, relaxed: bool = False
) -> str:
    """Say a request in plain language: "Quotes by Mark Rutte about Ukraine aid, April 2025".

    With a total that leads: "14 quotes by Mark Rutte …", "No quotes …". Where a search was ``relaxed``, what
    was found has most of the words.
    """
    by = " by " if request.view == "quotes" else " quoting "
    every = not request.filters and request.start is None and request.end is None and not request.q
    what = ("All " if every else "") + request.view
    if total is not None:
        what = count(total, request.view.removesuffix("s")) if total else f"No {request.view}"
    parts = [
        what,
        _clause(by, request, "speaker", called),
        _clause(" about ", request, "topic", called),
        f" with {'most of ' if relaxed else ''}“{request.q}”" if request.q else "",
        _clause(" in ", request, "outlet", called),
        _clause(", ", request, "kind", called),
        _clause(", ", request, "implies", called).lower(),
        _clause(", by the verb ", request, "verb", called).lower(),
        f", {days(request.start, request.end)}" if request.start or request.end else "",
        _but_not(request, called),
    ]
    said = "".join(parts)
    return said[0].upper() + said[1:]


def remedy(found: Remedy, request: SearchRequest, called: Names) -> str:
    """Say what there is without one part of a search: "Without “zebra”: 14 quotes"."""
    there = count(found.total, request.view.removesuffix("s"))
    if found.typed:
        return f"Without “{found.part}”: {there}"
    if found.part == "date":
        return f"On other days than {days(request.start, request.end)}: {there}"
    of_facet = [f for f in request.filters if f.facet == found.part]
    chosen = _any([("not " if f.excluded else "") + name(f, called) for f in of_facet])
    return f"Without the filter {chosen}: {there}"


def _clause(lead: str, request: SearchRequest, facet: FacetName, called: Names) -> str:
    chosen = [name(f, called) for f in request.filters if f.facet == facet and not f.excluded]
    return lead + _any(chosen) if chosen else ""


def _but_not(request: SearchRequest, called: Names) -> str:
    excluded = [name(f, called) for f in request.filters if f.excluded]
    return f", without {_any(excluded)}" if excluded else ""


def _any(words: Sequence[str]) -> str:
    return " or ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def _month(date: dt.date) -> str:
    return f"{_MONTHS[date.month]} {date.year}"
