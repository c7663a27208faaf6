"""What the engine found → the shapes that are answered as JSON, links included.

Addresses are those of the request being answered, so that all of it holds under any prefix.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from index.article import Article, Quote, Span, Speaker, Topic
from search.page import ArticleHit, Bucket, Facet, QuoteHit, Remark, SearchPage, Snippet
from search.people import Person
from search.request import FacetName, SearchRequest
from search.roles import StatedRole
from search.roster import SpeakerSummary
from web import shapes, wording
from web.addresses import address
from web.links import ENDPOINT, facet_url, neighbours, search_url, toggled
from web.markup import highlight
from web.suggestions import Suggestion

Remarks = Sequence[Remark]


def results(page: SearchPage, remarks: Remarks = ()) -> shapes.QuoteResults | shapes.ArticleResults:
    """Return a page of results, with the remarks on its parameters among its warnings."""
    common: dict[str, Any] = {
        "total": page.total,
        "took_ms": round(page.took_ms, 3),
        "page": page.request.page,
        "page_size": page.request.page_size,
        "facets": shapes.Facets(**{facet.name: _facet(page.request, facet) for facet in page.facets}),
        "relaxed": page.relaxed,
        "suggestion": page.suggestion,
        "links": _links(page.request, page.total, lambda asked: search_url(asked, ENDPOINT)),
        "warnings": _warnings((*remarks, *page.warnings)),
    }
    if page.request.view == "quotes":
        return shapes.QuoteResults(hits=tuple(map(quote_hit, page.quote_hits)), **common)
    articles = (article_hit(hit) for hit in page.hits if isinstance(hit, ArticleHit))
    return shapes.ArticleResults(hits=tuple(articles), **common)


def quote_hit(hit: QuoteHit) -> shapes.QuoteHit:
    """Return a quote that was found."""
    return shapes.QuoteHit(
        **_quote(hit.article, hit.quote) | _snippet(hit.snippet),
        context=shapes.Context(before=hit.before.text, after=hit.after.text),
        missing_words=hit.missing_words,
        article=_reference(hit.article),
    )


def article_hit(hit: ArticleHit) -> shapes.ArticleHit:
    """Return an article that was found."""
    return shapes.ArticleHit(
        **_particulars(hit.article),
        author=hit.article.author,
        topics=tuple(shapes.Topic(id=topic.id, name=topic.name) for topic in hit.article.topics),
        speakers=_speakers(hit.article),
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
        warnings=_warnings(remarks),
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
        warnings=_warnings(remarks),
    )


def article_answer(article: Article, remarks: Remarks) -> shapes.ArticleAnswer:
    """Return an article whole."""
    return shapes.ArticleAnswer(
        **_particulars(article),
        author=article.author,
        text=article.text,
        topics=tuple(map(_with_evidence, article.topics)),
        speakers=_speakers(article),
        quotes=tuple(shapes.Quote(**_whole_quote(article, quote)) for quote in article.quotes),
        warnings=_warnings(remarks),
    )


def quote_answer(article: Article, quote: Quote, remarks: Remarks) -> shapes.QuoteAnswer:
    """Return a quote whole, with the article it stands in."""
    return shapes.QuoteAnswer(
        **_whole_quote(article, quote), article=_reference(article), warnings=_warnings(remarks)
    )


def speaker_answer(
    person: Person, forms: Iterable[tuple[str, int]], remarks: Remarks
) -> shapes.SpeakerAnswer:
    """Return who a speaker is, with the forms of the name and the articles that use each."""
    every = SearchRequest().with_filter("speaker", person.id)
    return shapes.SpeakerAnswer(
        **_who(person, forms),
        link=address("browse.profile", facet="speaker", id_=person.id),
        search=search_url(every, ENDPOINT),
        warnings=_warnings(remarks),
    )


def speaker_summary(speaker: SpeakerSummary) -> shapes.SpeakerSummary:
    """Return a speaker of the list of all."""
    return shapes.SpeakerSummary(**_who(speaker, speaker.forms))


def _who(speaker: Person | SpeakerSummary, forms: Iterable[tuple[str, int]]) -> dict[str, Any]:
    return {
        "id": speaker.id,
        "name": speaker.name,
        "quotes": speaker.quotes,
        "articles": speaker.articles,
        "first": speaker.first,
        "last": speaker.last,
        "forms": tuple(shapes.NameForm(name=name, articles=articles) for name, articles in forms),
        "roles": tuple(map(_stated, speaker.roles)),
    }


def _stated(role: StatedRole) -> shapes.StatedRole:
    return shapes.StatedRole(role=role.name, articles=role.articles, first=role.first, last=role.last)


def _quote(article: Article, quote: Quote) -> dict[str, Any]:
    """Return what every quote has, but for its text."""
    called = wording.topic_names(article)
    return {
        "id": quote.id,
        "kind": quote.kind,
        "cue": wording.cue(article, quote),
        "verb": quote.verb,
        "implies": quote.implies,
        "confidence": quote.confidence,
        "speaker": quote.speaker and _speaker(quote.speaker),
        "topics": tuple(shapes.Topic(id=id_, name=called.get(id_, id_)) for id_ in quote.topics),
        "link": address("reading.quote", id_=quote.id),
    }


def _whole_quote(article: Article, quote: Quote) -> dict[str, Any]:
    return _quote(article, quote) | {
        "text": quote.content.cut(article.text),
        "reason": quote.reason,
        "mentions": quote.mentions,
        "spans": shapes.Spans(
            content=_range(quote.content),
            clause=_place(quote.clause),
            cue=_place(quote.cue),
            source=_place(quote.source),
        ),
    }


def _range(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _place(span: Span | None) -> tuple[int, int] | None:
    return _range(span) if span else None


def _with_evidence(topic: Topic) -> shapes.TopicWithEvidence:
    return shapes.TopicWithEvidence(id=topic.id, name=topic.name, evidence=tuple(map(_range, topic.evidence)))


def _particulars(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "date": article.date,
        "url": article.url,
        "link": address("reading.article", id_=article.id),
    }


def _reference(article: Article) -> shapes.ArticleReference:
    return shapes.ArticleReference(**_particulars(article))


def _speaker(speaker: Speaker) -> shapes.Speaker:
    return shapes.Speaker(id=speaker.id, name=speaker.name, role=speaker.role)


def _speakers(article: Article) -> tuple[shapes.Speaker, ...]:
    """Return whom an article quotes, each once, in the order in which they speak."""
    found = {quote.speaker.id: _speaker(quote.speaker) for quote in article.quotes if quote.speaker}
    return tuple(found.values())


def _snippet(snippet: Snippet) -> dict[str, Any]:
    return {"text": snippet.text, "ranges": snippet.ranges, "html": str(highlight(snippet))}


def _facet(asked: SearchRequest, facet: Facet) -> shapes.Facet:
    return shapes.Facet(**_counted(asked, facet))


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


def _links(asked: SearchRequest, total: int, url: Callable[[SearchRequest], str]) -> shapes.Links:
    near = neighbours(asked, total)
    return shapes.Links(
        self_=url(asked),
        first=url(near.first),
        prev=url(near.prev) if near.prev else None,
        next=url(near.next) if near.next else None,
        last=url(near.last),
    )


def _warnings(remarks: Iterable[Remark]) -> tuple[shapes.Remark, ...]:
    return tuple(
        shapes.Remark(message=remark.message, parameter=remark.parameter, position=remark.position)
        for remark in remarks
    )
