"""What the engine found → what searches answer: hits, facets, suggestions, the pages around."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from search.page import ArticleHit, Bucket, Facet, QuoteHit, Remark, SearchPage, Snippet
from search.request import COUNTED, FacetName, SearchRequest
from web import shapes
from web.answers.parts import Remarks, particulars, quote_particulars, reference, speakers_of, warnings
from web.links import ENDPOINT, facet_url, last_page, neighbours, search_url, toggled
from web.markup import highlight
from web.suggestions import Suggestion


def results(page: SearchPage, remarks: Remarks = ()) -> shapes.QuoteResults | shapes.ArticleResults:
    """Return a page of results, with the remarks on its parameters among its warnings."""
    common: dict[str, Any] = {
        "total": page.total,
        "took_ms": round(page.took_ms, 3),
        "page": page.request.page,
        "page_size": page.request.page_size,
        "facets": _facets(page),
        "relaxed": page.relaxed,
        "suggestion": page.suggestion,
        "links": _links(page.request, page.total, lambda asked: search_url(asked, ENDPOINT)),
        "warnings": warnings((*remarks, *page.warnings, *_past_last(page.request, page.total))),
    }
    if page.request.view == "quotes":
        return shapes.QuoteResults(hits=tuple(map(quote_hit, page.quote_hits)), **common)
    articles = (article_hit(hit) for hit in page.hits if isinstance(hit, ArticleHit))
    return shapes.ArticleResults(hits=tuple(articles), **common)


def quote_hit(hit: QuoteHit) -> shapes.QuoteHit:
    """Return a quote that was found."""
    return shapes.QuoteHit(
        **quote_particulars(hit.article, hit.quote) | _snippet(hit.snippet),
        context=shapes.Context(before=hit.before.text, after=hit.after.text),
        missing_words=hit.missing_words,
        article=reference(hit.article),
    )


def article_hit(hit: ArticleHit) -> shapes.ArticleHit:
    """Return an article that was found."""
    return shapes.ArticleHit(
        **particulars(hit.article),
        author=hit.article.author,
        topics=tuple(shapes.Topic(id=topic.id, name=topic.name) for topic in hit.article.topics),
        speakers=speakers_of(hit.article),
        missing_words=hit.missing_words,
        quotes=tuple(map(quote_hit, hit.quotes)),
        snippets=tuple(shapes.Snippet(**_snippet(snippet)) for snippet in hit.snippets),
    )


def facet_values(
    asked: SearchRequest, name: FacetName, find: str, facet: Facet, remarks: Remarks
) -> shapes.FacetValues:
    """Return a page of the values of a facet; ``asked`` says which page, and of how many values."""
    searched = replace(asked, page=1, page_size=SearchRequest().page_size)
    return shapes.FacetValues(
        **_counted(searched, facet),
        name=name,
        page=asked.page,
        page_size=asked.page_size,
        links=_links(asked, facet.size, lambda other: facet_url(other, name, find)),
        warnings=warnings((*remarks, *_past_last(asked, facet.size))),
    )


def suggestions(found: Iterable[Suggestion], remarks: Remarks) -> shapes.Suggestions:
    """Return the ways to go on from what was typed."""
    return shapes.Suggestions(
        suggestions=tuple(
            shapes.Suggestion(
                kind=each.completion.kind,
                value=each.completion.value,
                label=each.completion.label,
                count=each.completion.count,
                q=each.request.q,
                url=search_url(each.request, ENDPOINT),
            )
            for each in found
        ),
        warnings=warnings(remarks),
    )


def _snippet(snippet: Snippet) -> dict[str, Any]:
    return {"text": snippet.text, "ranges": snippet.ranges, "html": str(highlight(snippet))}


def _facets(page: SearchPage) -> shapes.Facets:
    counted = {facet.name: shapes.Facet(**_counted(page.request, facet)) for facet in page.facets}
    return shapes.Facets(**dict.fromkeys(COUNTED) | counted)


def _counted(asked: SearchRequest, facet: Facet) -> dict[str, Any]:
    return {
        "label": facet.label,
        "buckets": tuple(_bucket(asked, facet, bucket) for bucket in facet.buckets),
        "total": facet.total,
        "other": facet.other,
        "missing": facet.missing,
        "size": facet.size,
    }


def _bucket(asked: SearchRequest, facet: Facet, bucket: Bucket) -> shapes.Bucket:
    return shapes.Bucket(
        value=bucket.value,
        label=bucket.label,
        count=bucket.count,
        selected=bucket.selected,
        excluded=bucket.excluded,
        url=search_url(toggled(asked, facet, bucket), ENDPOINT),
    )


def _past_last(asked: SearchRequest, total: int) -> Sequence[Remark]:
    last = last_page(asked, total)
    message = f"Page {asked.page:,} is past the last, which is {last:,}."
    return [Remark(message=message, parameter="page")] if asked.page > last else []


def _links(asked: SearchRequest, total: int, url: Callable[[SearchRequest], str]) -> shapes.Links:
    near = neighbours(asked, total)
    return shapes.Links(
        self_=url(asked),
        first=url(near.first),
        prev=url(near.prev) if near.prev else None,
        next=url(near.next) if near.next else None,
        last=url(near.last),
    )
