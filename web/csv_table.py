"""Hits as a table of comma-separated values (RFC 4180), in UTF-8 with the mark that spreadsheets know it by.

The names and the order of the columns stay; new ones are added at the end. Several values in one cell are
joined by "; ", unknown is an empty cell. A spreadsheet runs a cell that begins like a formula, so such a
cell has an apostrophe before it, and so has one that begins with apostrophes before such a beginning: take
one away and the text is as it was.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import StringIO

from index.article import Article
from search.page import ArticleHit, Hit, HitStream, QuoteHit
from web import wording
from web.addresses import address

QUOTE_COLUMNS = (
    *("id", "date", "outlet", "speaker", "role", "quote", "kind", "cue", "verb", "implies", "confidence"),
    *("topics", "title", "author", "url", "link", "before", "after"),
    *("speaker_id", "article_id", "article_link", "missing_words"),
)
ARTICLE_COLUMNS = (
    *("id", "date", "outlet", "title", "author", "speakers", "topics", "quotes", "extract"),
    *("url", "link", "missing_words"),
)
BYTE_ORDER_MARK = "\ufeff"

Cell = str | int | float | None
Link = Callable[[str], str]
"""What makes a link of one of our addresses: the whole of it, with scheme and host, or the path as it is."""

_LIKE_A_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def csv_lines(stream: HitStream, link: Link) -> Iterator[str]:
    """Yield the table's heading and a row for each hit, each with its line end (CR LF)."""
    articles = stream.request.view == "articles"
    yield BYTE_ORDER_MARK + _line(ARTICLE_COLUMNS if articles else QUOTE_COLUMNS)
    for hit in stream.hits:
        yield _line([guarded_cell(cell) for cell in _row(hit, link)])


def guarded_cell(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and _LIKE_A_FORMULA.match(cell) else cell


def _line(cells: Sequence[Cell]) -> str:
    line = StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()


def _row(hit: Hit, link: Link) -> tuple[Cell, ...]:
    return _quote_row(hit, link) if isinstance(hit, QuoteHit) else _article_row(hit, link)


def _quote_row(hit: QuoteHit, link: Link) -> tuple[Cell, ...]:
    article, quote, speaker = hit.article, hit.quote, hit.quote.speaker
    called = wording.topic_names(article)
    return (
        *(quote.id, _day(article), article.outlet),
        *((speaker.name, speaker.role) if speaker else (None, None)),
        *(hit.snippet.text, quote.kind, wording.cue(article, quote), quote.verb, quote.implies),
        round(quote.confidence, 3),
        _joined(called.get(topic, topic) for topic in quote.topics),
        *(article.title, article.author, article.url),
        link(address("reading.quote", id_=quote.id)),
        *(hit.before.text, hit.after.text, speaker.id if speaker else None),
        *(article.id, link(address("reading.article", id_=article.id))),
        _joined(hit.missing_words),
    )


def _article_row(hit: ArticleHit, link: Link) -> tuple[Cell, ...]:
    article = hit.article
    shown = [quote.snippet.text for quote in hit.quotes] or [snippet.text for snippet in hit.snippets]
    return (
        *(article.id, _day(article), article.outlet, article.title, article.author),
        _joined(quote.speaker.name for quote in article.quotes if quote.speaker),
        _joined(topic.name for topic in article.topics),
        len(article.quotes),
        shown[0] if shown else None,
        *(article.url, link(address("reading.article", id_=article.id))),
        _joined(hit.missing_words),
    )


def _day(article: Article) -> str | None:
    return article.date.isoformat() if article.date else None


def _joined(values: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(values))
