"""A page of hits as an Atom feed (RFC 4287), with links between its pages (RFC 5005) and OpenSearch's counts.

An entry is a quote, its author whoever said it, or an article. What a dated article says was published that
day at midnight UTC, as no article tells the hour; an undated one is dated by when it was indexed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import quote as percent_encoded

from index.article import Article, Topic
from index.identity import slug
from search.page import ArticleHit, Hit, HitStream, QuoteHit
from search.request import SearchRequest
from web import params, wording
from web.addresses import address, whole
from web.links import last_page, profile_url, search_url
from web.parameter_table import FEED
from web.rendering import render
from web.xml_writer import XmlWriter

ATOM = "http://www.w3.org/2005/Atom"
OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/"
TITLE = 120  # characters of a quote in its title
NOBODY = "Speaker unknown"

_OF_ADDRESSES = "%/:=&?~#+!$,;'@()*[]"


def feed_url(request: SearchRequest) -> str:
    """Return the whole address of the feed of a search."""
    query = params.build(request, FEED)
    return whole(address("exports.feed") + (f"?{query}" if query else ""))


def feed_of(request: SearchRequest) -> SearchRequest:
    """Return the search whose feed a page of results offers: from its first page, the newest first."""
    sort = FEED.sort if request.sort == "relevance" else request.sort
    return replace(request, sort=sort, page=1, page_size=FEED.page_size)


def strictly(stream: HitStream) -> HitStream:
    """Return a stream without what has some of the words only: whoever subscribes waits for all of them."""
    return replace(stream, total=0, count=0, hits=iter(())) if stream.relaxed else stream


def atom(stream: HitStream, modified: dt.datetime) -> Iterator[str]:
    """Yield the feed in pieces, one an entry; ``modified`` is when the index was."""
    hits = tuple(stream.hits)
    out = XmlWriter()
    out.begin("feed", {"xmlns": ATOM, "xmlns:opensearch": OPENSEARCH, "xml:lang": "en"})
    _write_head(out, stream, max((_updated(hit.article, modified) for hit in hits), default=modified))
    yield '<?xml version="1.0" encoding="utf-8"?>\n' + out.taken()
    for hit in hits:
        with out.inside("entry"):
            _write_entry(out, hit, modified)
        yield out.taken()
    out.end("feed")
    yield out.taken()


def _write_head(out: XmlWriter, stream: HitStream, updated: dt.datetime) -> None:
    asked, total = stream.request, stream.total
    said = wording.sentence(asked, stream.names)
    found = "Nothing has all of these words" if stream.relaxed else wording.total(stream)
    notes = [found, *(remark.message for remark in stream.warnings)]
    out.element("id", feed_url(asked.on_page(1)))
    out.element("title", f"{said} – Onrecord")
    out.element("subtitle", ". ".join(note.rstrip(".") for note in notes))
    out.element("updated", _moment(updated))
    with out.inside("author"):
        out.element("name", "Onrecord")
    out.element("generator", "Onrecord", uri=whole(address("browse.about")))
    out.element("link", rel="alternate", type="text/html", href=whole(search_url(_page_of(asked))))
    search = whole(address("opensearch.description"))
    out.element("link", rel="search", type="application/opensearchdescription+xml", href=search)
    last = last_page(asked, total)
    pages = {"self": asked.page, "first": 1, "last": last}
    pages |= {"previous": min(asked.page - 1, last)} if asked.page > 1 else {}
    pages |= {"next": asked.page + 1} if asked.page < last else {}
    for rel, page in pages.items():
        out.element("link", rel=rel, type="application/atom+xml", href=feed_url(asked.on_page(page)))
    out.element("opensearch:totalResults", total)
    out.element("opensearch:startIndex", stream.first + 1)
    out.element("opensearch:itemsPerPage", asked.page_size)


def _page_of(asked: SearchRequest) -> SearchRequest:
    """Return the search as a page of results shows it: pages there are shorter."""
    return replace(asked, page=1, page_size=SearchRequest().page_size)


def _write_entry(out: XmlWriter, hit: Hit, modified: dt.datetime) -> None:
    article = hit.article
    updated = _moment(_updated(article, modified))
    if isinstance(hit, QuoteHit):
        link = whole(address("reading.quote", id_=hit.quote.id))
        _write_author(out, hit)
    else:
        link = whole(address("reading.article", id_=article.id))
        with out.inside("author"):
            out.element("name", article.author or "Author unknown")
    out.element("id", link)
    out.element("title", _title(hit))
    out.element("updated", updated)
    if article.date:
        out.element("published", updated)
    out.element("link", rel="alternate", type="text/html", href=link)
    if article.url and wording.web_address(article.url):
        out.element("link", rel="via", href=percent_encoded(article.url, safe=_OF_ADDRESSES))
    for topic in _topics(hit):
        out.element("category", term=topic.id, label=topic.name)
    if article.outlet:
        with out.inside("source"):
            out.element("id", whole(profile_url("outlet", slug(article.outlet)) or ""))
            out.element("title", article.outlet)
            out.element("updated", updated)
    out.element("content", render("entry.html", hit=hit, quoted=isinstance(hit, QuoteHit)), type="html")


def _write_author(out: XmlWriter, hit: QuoteHit) -> None:
    speaker = hit.quote.speaker
    with out.inside("author"):
        out.element("name", speaker.name if speaker else NOBODY)
        if speaker:
            out.element("uri", whole(profile_url("speaker", speaker.id) or ""))


def _title(hit: Hit) -> str:
    if isinstance(hit, ArticleHit):
        return wording.title(hit.article)
    opening, closing = wording.marks(hit.quote)
    said = wording.shortened(" ".join(hit.snippet.text.split()), TITLE)
    return f"{hit.quote.speaker.name if hit.quote.speaker else NOBODY}: {opening}{said}{closing}"


def _topics(hit: Hit) -> Sequence[Topic]:
    if isinstance(hit, ArticleHit):
        return hit.article.topics
    return tuple(topic for topic in hit.article.topics if topic.id in hit.quote.topics)


def _updated(article: Article, modified: dt.datetime) -> dt.datetime:
    if article.date:
        return dt.datetime.combine(article.date, dt.time(), dt.UTC)
    return article.indexed or modified


def _moment(moment: dt.datetime) -> str:
    """Return a moment as RFC 3339 has it, in UTC, by the second."""
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
