"""Articles and quotes that matched → hits: texts cut to size, with the ranges that matched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from index.article import Article, Quote, Span
from index.schema import context_of
from search.highlight import Found, Highlighter, ranges
from search.page import ArticleHit, QuoteHit, Snippet

PASSAGE = 200  # characters
LEAD = 60  # characters of a passage before its first match
MAX_QUOTES = 3
MAX_PASSAGES = 2

_SPACE = re.compile(r"\s")


def shown(quote: Quote) -> Span:
    """Return what a reader sees of a quote: its words; of a partly quoted one the whole clause."""
    return quote.clause or quote.content


def quote_hit(
    article: Article,
    quote: Quote,
    highlighter: Highlighter,
    *,
    score: float = 0.0,
    missing_words: tuple[str, ...] = (),
) -> QuoteHit:
    """Return the quote with what matched in it, and in its paragraph before and after."""
    context = context_of(article.text, shown(quote))
    found = _moved(highlighter.find(context.cut(article.text)), context.start)
    return _quote_hit(article, quote, found, score, missing_words)


def _quote_hit(
    article: Article,
    quote: Quote,
    found: Sequence[Found],
    score: float = 0.0,
    missing_words: tuple[str, ...] = (),
) -> QuoteHit:
    text, span = article.text, shown(quote)
    context = context_of(text, span)
    return QuoteHit(
        quote=quote,
        article=article,
        snippet=_snippet(text, found, span.start, span.end),
        before=_snippet(text, found, context.start, span.start),
        after=_snippet(text, found, span.end, context.end),
        score=score,
        missing_words=missing_words,
    )


def article_hit(
    article: Article,
    quotes: Iterable[Quote],
    highlighter: Highlighter,
    *,
    asks_of_quotes: bool = False,
    score: float = 0.0,
    missing_words: tuple[str, ...] = (),
) -> ArticleHit:
    """Return the article with the best of its matching quotes, or passages where no quote has the words.

    Where the search asks something of quotes, those that meet it are shown whether they have the words or
    not, and passages beside them.
    """
    title = article.title or ""
    found = highlighter.find(article.text)
    hits = [_quote_hit(article, quote, found) for quote in quotes]
    matched = [hit for hit in hits if hit.snippet.ranges]
    if not found or (asks_of_quotes and not matched):
        matched = hits
    matched.sort(key=lambda hit: -_leaves_within(found, shown(hit.quote)))
    spoken = any(hit.snippet.ranges for hit in matched) or (matched and not found)
    return ArticleHit(
        article=article,
        title=_snippet(title, highlighter.find(title), 0, len(title)),
        quotes=tuple(matched[:MAX_QUOTES]),
        snippets=() if spoken else passages(article.text, found),
        score=score,
        missing_words=missing_words,
    )


def passages(text: str, found: Sequence[Found]) -> tuple[Snippet, ...]:
    """Return the passages that have most of what matched, in text order; the beginning where nothing did."""
    windows = {_window(text, stretch) for stretch in found} or {_window(text, Found(*_first_word(text), 0))}
    best = sorted(windows, key=lambda window: (-_leaves_within(found, window), window))
    chosen: list[Span] = []
    for window in best:
        if len(chosen) < MAX_PASSAGES and not any(window.overlaps(other) for other in chosen):
            chosen.append(window)
    return tuple(_snippet(text, found, window.start, window.end) for window in sorted(chosen))


def _snippet(text: str, found: Iterable[Found], start: int, end: int) -> Snippet:
    return Snippet(text[start:end], ranges(found, start, end))


def _moved(found: Iterable[Found], by: int) -> list[Found]:
    return [Found(start + by, end + by, leaf) for start, end, leaf in found]


def _leaves_within(found: Iterable[Found], span: Span) -> int:
    return len({leaf for start, end, leaf in found if span.start <= start and end <= span.end})


def _paragraph(text: str, at: int) -> Span:
    """Return the line that the place lies in, without its break."""
    end = text.find("\n", at)
    return Span(text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end)


def _window(text: str, stretch: Found) -> Span:
    """Return the passage around a match, cut at word boundaries, within its paragraph."""
    paragraph = _paragraph(text, stretch.start)
    earliest = min(stretch.start - LEAD, paragraph.end - PASSAGE)
    start = _after_space(text, max(paragraph.start, earliest), stretch.start)
    end = _before_space(text, max(stretch.end, min(paragraph.end, start + PASSAGE)), stretch.end)
    return Span(start, end)


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
