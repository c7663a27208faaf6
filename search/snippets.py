"""Articles and quotes that matched → hits: texts cut to size, with the ranges that matched."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from index.article import Article, Quote
from index.lazy import Lazy
from index.record import Read
from index.schema import context_of
from search.highlight import Found, ranges
from search.page import ArticleHit, QuoteHit, Range, Snippet

PASSAGE = 200  # characters
LEAD = 60  # characters of a passage before its first match
MAX_QUOTES = 3
MAX_PASSAGES = 2
MAX_WINDOWS = 200  # passages looked at: a text may have a word 100,000 times

_SPACE = re.compile(r"\s")


def quote_hit(
    article: Article,
    quote: Quote,
    found: Sequence[Found],
    *,
    score: float = 0.0,
    missing_words: tuple[str, ...] = (),
) -> QuoteHit:
    """Return the quote with what matched in it, and in its paragraph before and after.

    ``found`` is what matched in the article's text.
    """
    text, span = article.text, quote.shown
    context = context_of(text, span)
    inside = [stretch for stretch in found if context.start <= stretch.start and stretch.end <= context.end]
    return QuoteHit(
        quote=quote,
        article=article,
        snippet=_snippet(text, inside, span.start, span.end),
        before=_snippet(text, inside, context.start, span.start),
        after=_snippet(text, inside, span.end, context.end),
        score=score,
        missing_words=missing_words,
    )


def article_hit(
    read: Read,
    title: Sequence[Snippet],
    quotes: Sequence[int],
    found: Sequence[Found],
    *,
    asks_of_quotes: bool = False,
    score: float = 0.0,
    missing_words: tuple[str, ...] = (),
) -> ArticleHit:
    """Return the article with the best of its matching quotes, or passages where no quote has the words.

    ``quotes`` are the numbers of those that match. Where the search asks something of quotes, those that meet
    it are shown whether they have the words or not, and passages beside them.
    """
    article, shown = read
    matched = _ranked(found, quotes, shown)
    spoken = bool(matched)
    if not found or (asks_of_quotes and not matched):
        matched, spoken = list(quotes), bool(quotes) and not found
    return ArticleHit(
        article=article,
        lazy_title=title,
        quotes=Lazy(lambda number: quote_hit(article, article.quotes[number], found), matched[:MAX_QUOTES]),
        snippets=() if spoken else passages(article.text, found),
        score=score,
        missing_words=missing_words,
    )


def _ranked(found: Sequence[Found], numbers: Iterable[int], spans: Sequence[Range]) -> list[int]:
    """Return the numbers of spans that a stretch touches, most leaves first."""
    if not found:
        return []
    reach = list(accumulate([end for _, end, _ in found], max))
    matched = []
    for number in numbers:
        first, stop = spans[number]
        before = bisect_left(found, (stop,))
        if before and reach[before - 1] > first:
            matched.append((-_leaves_within(found, first, stop), number))
    return [number for _, number in sorted(matched)]


def marked(text: str, found: Sequence[Found]) -> Snippet:
    """Return a whole text with what matched in it."""
    return _snippet(text, found, 0, len(text))


def passages(text: str, found: Sequence[Found]) -> tuple[Snippet, ...]:
    """Return the passages that have most of what matched, in text order; the beginning where nothing did."""
    windows: Iterable[Range] = _windows(text, found)
    if len({stretch.leaf for stretch in found}) > 1:
        # The sort is stable, and the windows stand in text order.
        windows = sorted(windows, key=lambda window: -_leaves_within(found, *window))
    chosen: list[Range] = []
    for start, end in windows:
        if all(last <= start or end <= first for first, last in chosen):
            chosen.append((start, end))
        if len(chosen) == MAX_PASSAGES:
            break
    return tuple([_snippet(text, found, start, end) for start, end in sorted(chosen)])


def _windows(text: str, found: Sequence[Found]) -> Iterator[Range]:
    """Yield a passage around each match, in text order, MAX_WINDOWS at most."""
    if not found:
        yield _window(text, Found(*_first_word(text), 0))
    for stretch in found[:MAX_WINDOWS]:
        yield _window(text, stretch)


def _snippet(text: str, found: Sequence[Found], start: int, end: int) -> Snippet:
    return Snippet(text[start:end], ranges(found, start, end) if found else ())


def _leaves_within(found: Sequence[Found], first: int, stop: int) -> int:
    """Return of how many leaves a stretch lies within; ``found`` is in the order of the text."""
    begin = bisect_left(found, (first,))
    if begin == len(found) or found[begin].start >= stop:
        return 0
    return len({leaf for _, end, leaf in found[begin : bisect_left(found, (stop,))] if end <= stop})


def _window(text: str, stretch: Found) -> Range:
    """Return the passage around a match, cut at word boundaries, within its paragraph."""
    first = text.rfind("\n", 0, stretch.start) + 1
    last = text.find("\n", stretch.start)
    last = len(text) if last < 0 else last
    start = _after_space(text, max(first, min(stretch.start - LEAD, last - PASSAGE)), stretch.start)
    end = _before_space(text, max(stretch.end, min(last, start + PASSAGE)), stretch.end)
    return start, end


def _first_word(text: str) -> tuple[int, int]:
    match = re.search(r"\S+", text)
    return match.span() if match else (0, 0)


def _after_space(text: str, start: int, limit: int) -> int:
    """Return the first place from ``start`` on, up to ``limit``, where a word begins."""
    if start == 0 or text[start - 1].isspace():
        return start
    match = _SPACE.search(text, start, limit)
    return match.end() if match else limit


def _before_space(text: str, end: int, limit: int) -> int:
    """Return the last place up to ``end``, from ``limit`` on, where a word ends."""
    if end >= len(text) or text[end].isspace():
        return end
    while end > limit and not text[end].isspace():
        end -= 1
    return end
