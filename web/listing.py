"""A page of results for a terminal: plain text, wrapped, the matches in bold."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from index.article import Article
from search.page import ArticleHit, Facet, QuoteHit, Remark, SearchPage, Snippet
from web import wording

WIDTH = 100  # longer lines read badly, however wide the terminal
BUCKETS = 6
RELAXED = "Nothing has all the words; these have most of them."


def print_page(page: SearchPage, remarks: Sequence[Remark] = (), console: Console | None = None) -> None:
    """Print the total, the hits and the facets; remarks and the suggestion come first."""
    console = console or Console(highlight=False, markup=False, emoji=False)
    console.width = min(console.width, WIDTH)
    for remark in (*remarks, *page.warnings):
        console.print(f"Note: {remark.message}")
    if page.suggestion:
        console.print(f"Did you mean: {page.suggestion} ({page.suggestion_total:,})")
    if page.relaxed:
        console.print(RELAXED)
    console.print(_summary(page))
    for hit in page.hits:
        console.print()
        _print_hit(console, hit)
    _print_facets(console, page.facets)


def _summary(page: SearchPage) -> str:
    asked = page.request.page
    if page.total and asked > page.pages:
        return f"{wording.total(page)}, but no page {asked:,}: the last is {page.pages:,}"
    return wording.total(page) + (f", page {asked} of {page.pages:,}" if page.pages > 1 else "")


def _print_hit(console: Console, hit: QuoteHit | ArticleHit) -> None:
    if isinstance(hit, QuoteHit):
        _print_quote(console, hit)
        console.print(Padding(Text(_where(hit.article), style="dim"), (0, 0, 0, 2)))
        return
    console.print(
        _marked(hit.title) if hit.title.text else Text(wording.printable(wording.title(hit.article)))
    )
    console.print(Padding(Text(_where(hit.article, title=False), style="dim"), (0, 0, 0, 2)))
    for quote in hit.quotes:
        _print_quote(console, quote, indent=4)
    for snippet in hit.snippets:
        console.print(Padding(_marked(snippet), (0, 0, 0, 4)))


def _print_quote(console: Console, hit: QuoteHit, indent: int = 0) -> None:
    opening, closing = wording.marks(hit.quote)
    console.print(Padding(Text.assemble(opening, _marked(hit.snippet), closing), (0, 0, 0, indent)))
    speaker = hit.quote.speaker.name if hit.quote.speaker else "unnamed source"
    parts = [speaker, wording.KINDS[hit.quote.kind], wording.doubt(hit.quote)]
    if hit.missing_words:
        parts.append(f"without {', '.join(hit.missing_words)}")
    said = wording.printable(", ".join(filter(None, parts)))
    console.print(Padding(said, (0, 0, 0, indent + 2)))


def _where(article: Article, title: bool = True) -> str:
    day = wording.day(article.date) if article.date else "date unknown"
    heading = [wording.title(article)] if title else []
    where = " · ".join([*heading, article.outlet or "outlet unknown", day, article.id])
    return wording.printable(where)


def _marked(snippet: Snippet) -> Text:
    text = Text(wording.printable(snippet.text))
    for start, end in snippet.ranges:
        text.stylize("bold", start, end)
    return text


def _print_facets(console: Console, facets: Sequence[Facet]) -> None:
    for facet in facets:
        if not facet.buckets:
            continue
        console.print(f"\n{facet.label}")
        shown = facet.buckets[:BUCKETS]
        width = max(len(bucket.label) for bucket in shown)
        for bucket in shown:
            mark = "x" if bucket.selected else " "
            console.print(wording.printable(f" {mark} {bucket.label:<{width}}  {bucket.count:>7,}"))
        rest = facet.total - sum(bucket.count for bucket in shown)
        if rest > 0:
            console.print(f"   {'others':<{width}}  {rest:>7,}")
        if facet.missing:
            console.print(f"   {'unknown':<{width}}  {facet.missing:>7,}")
