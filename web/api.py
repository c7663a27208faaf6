"""The JSON endpoint: the same request and the same page as the search page, as data.

An unknown value is null. Offsets count characters into the text beside them.
"""

from __future__ import annotations

import dataclasses
import hashlib
from typing import Any

from flask import Blueprint, Response, request
from werkzeug.exceptions import NotFound

from index.article import Article, Quote, Speaker, Topic
from search.page import ArticleHit, Bucket, Facet, QuoteHit, Remark, SearchPage, Snippet
from search.request import SearchRequest
from web import params, wording
from web.addresses import address
from web.installation import engine
from web.links import ENDPOINT, neighbours, search_url, toggled
from web.markup import highlight
from web.rendering import as_json

VERSION = "v1"

blueprint = Blueprint("api", __name__, url_prefix=f"/api/{VERSION}")


@blueprint.get("/search")
def search() -> Response:
    """Answer a search; 304 where the asker has this very answer."""
    asked, remarks = params.parse(request.query_string)
    running = engine()
    tag = _tag(running.generation, asked, remarks)
    if request.if_none_match.contains_weak(tag):
        response = Response(status=304)
    else:
        response = as_json(to_json(running.search(asked), remarks))
    response.set_etag(tag, weak=True)
    response.cache_control.no_cache = True
    return response


@blueprint.get("/articles/<id_>")
def article(id_: str) -> Response:
    """Answer with an article's text, its quotes and its topics."""
    found = engine().article(id_)
    if found is None:
        raise NotFound(f"There is no article {id_}.")
    return as_json(
        _article_json(found)
        | {
            "text": found.text,
            "author": found.author,
            "topics": [_topic_json(topic) for topic in found.topics],
            "quotes": [_quote_json(found, quote) for quote in found.quotes],
        }
    )


@blueprint.get("/quotes/<id_>")
def quote(id_: str) -> Response:
    """Answer with a quote and the article it stands in."""
    found = engine().quote(id_)
    if found is None:
        raise NotFound(f"There is no quote {id_}.")
    return as_json(_quote_json(*found) | {"article": _article_json(found[0])})


def to_json(page: SearchPage, remarks: tuple[Remark, ...] = ()) -> dict[str, Any]:
    """Return a page of results as plain data, with the remarks on its parameters among its warnings."""
    links = {name: asked and search_url(asked, ENDPOINT) for name, asked in neighbours(page).items()}
    return {
        "total": page.total,
        "took_ms": round(page.took_ms, 3),
        "page": page.request.page,
        "page_size": page.request.page_size,
        "hits": [hit_json(hit) for hit in page.hits],
        "facets": {facet.name: _facet_json(page.request, facet) for facet in page.facets},
        "relaxed": page.relaxed,
        "suggestion": page.suggestion,
        "links": {"self": search_url(page.request, ENDPOINT), **links},
        "warnings": [dataclasses.asdict(remark) for remark in (*remarks, *page.warnings)],
    }


def _tag(generation: int, asked: SearchRequest, remarks: tuple[Remark, ...]) -> str:
    """Name an answer by what decides it: the index's generation, the request, the remarks."""
    said = repr((generation, params.build(asked), remarks, request.script_root))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def hit_json(hit: QuoteHit | ArticleHit) -> dict[str, Any]:
    """Return a hit as plain data."""
    return _quote_hit_json(hit) if isinstance(hit, QuoteHit) else _article_hit_json(hit)


def _quote_hit_json(hit: QuoteHit) -> dict[str, Any]:
    called = wording.topic_names(hit.article)
    return {
        "id": hit.quote.id,
        **_snippet_json(hit.snippet),
        "context": {"before": hit.before.text, "after": hit.after.text},
        "missing_words": list(hit.missing_words),
        "link": address("reading.quote", id_=hit.quote.id),
        "kind": hit.quote.kind,
        "cue": wording.cue(hit.article, hit.quote),
        "verb": hit.quote.verb,
        "implies": hit.quote.implies,
        "confidence": hit.quote.confidence,
        "speaker": _speaker_json(hit.quote.speaker),
        "topics": [{"id": id_, "name": called.get(id_, id_)} for id_ in hit.quote.topics],
        "article": _article_json(hit.article),
    }


def _article_hit_json(hit: ArticleHit) -> dict[str, Any]:
    speakers = {quote.speaker.id: quote.speaker for quote in hit.article.quotes if quote.speaker}
    return {
        **_article_json(hit.article),
        "author": hit.article.author,
        "topics": [_topic_json(topic) for topic in hit.article.topics],
        "speakers": [_speaker_json(speaker) for speaker in speakers.values()],
        "missing_words": list(hit.missing_words),
        "quotes": [_quote_hit_json(quote) for quote in hit.quotes],
        "snippets": [_snippet_json(snippet) for snippet in hit.snippets],
    }


def _article_json(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "date": article.date.isoformat() if article.date else None,
        "url": article.url,
        "link": address("reading.article", id_=article.id),
    }


def _quote_json(article: Article, quote: Quote) -> dict[str, Any]:
    """Return a quote with its spans into the article's text."""
    spans = {"content": quote.content, "clause": quote.clause, "cue": quote.cue, "source": quote.source}
    return {
        "id": quote.id,
        "text": quote.content.cut(article.text),
        "kind": quote.kind,
        "speaker": _speaker_json(quote.speaker),
        "verb": quote.verb,
        "implies": quote.implies,
        "confidence": quote.confidence,
        "reason": quote.reason,
        "topics": list(quote.topics),
        "mentions": list(quote.mentions),
        "link": address("reading.quote", id_=quote.id),
        "spans": {name: [span.start, span.end] if span else None for name, span in spans.items()},
    }


def _speaker_json(speaker: Speaker | None) -> dict[str, Any] | None:
    return {"id": speaker.id, "name": speaker.name, "role": speaker.role} if speaker else None


def _topic_json(topic: Topic) -> dict[str, str]:
    return {"id": topic.id, "name": topic.name}


def _snippet_json(snippet: Snippet) -> dict[str, Any]:
    ranges = [list(pair) for pair in snippet.ranges]
    return {"text": snippet.text, "ranges": ranges, "html": str(highlight(snippet))}


def _facet_json(asked: SearchRequest, facet: Facet) -> dict[str, Any]:
    return {
        "label": facet.label,
        "buckets": [_bucket_json(asked, facet, bucket) for bucket in facet.buckets],
        "total": facet.total,
        "other": facet.other,
        "missing": facet.missing,
    }


def _bucket_json(asked: SearchRequest, facet: Facet, bucket: Bucket) -> dict[str, Any]:
    return {
        "value": bucket.value,
        "label": bucket.label,
        "count": bucket.count,
        "selected": bucket.selected,
        "url": search_url(toggled(asked, facet, bucket), ENDPOINT),
    }
