"""An article, a quote or a speaker → what is answered of that one alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from index.article import Article, Quote, Span, Topic
from search.people import Person
from search.request import SearchRequest
from search.roles import StatedRole
from search.roster import SpeakerSummary
from web import shapes
from web.addresses import address
from web.answers.parts import Remarks, particulars, quote_particulars, reference, speakers_of, warnings
from web.links import ENDPOINT, search_url


def article_answer(article: Article, remarks: Remarks) -> shapes.ArticleAnswer:
    """Return an article whole."""
    return shapes.ArticleAnswer(
        **particulars(article),
        author=article.author,
        text=article.text,
        topics=tuple(map(_with_evidence, article.topics)),
        speakers=speakers_of(article),
        quotes=tuple(shapes.Quote(**_whole_quote(article, quote)) for quote in article.quotes),
        warnings=warnings(remarks),
    )


def quote_answer(article: Article, quote: Quote, remarks: Remarks) -> shapes.QuoteAnswer:
    """Return a quote whole, with the article it stands in."""
    return shapes.QuoteAnswer(
        **_whole_quote(article, quote), article=reference(article), warnings=warnings(remarks)
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
        warnings=warnings(remarks),
    )


def speaker_summary(speaker: SpeakerSummary) -> shapes.SpeakerSummary:
    """Return a speaker of the list of all."""
    return shapes.SpeakerSummary(**_who(speaker.person, speaker.forms))


def _who(person: Person, forms: Iterable[tuple[str, int]]) -> dict[str, Any]:
    return {
        "id": person.id,
        "name": person.name,
        "quotes": person.quotes,
        "articles": person.articles,
        "first": person.first,
        "last": person.last,
        "forms": tuple(shapes.NameForm(name=name, articles=articles) for name, articles in forms),
        "roles": tuple(map(_stated, person.roles)),
    }


def _stated(role: StatedRole) -> shapes.StatedRole:
    return shapes.StatedRole(role=role.name, articles=role.articles, first=role.first, last=role.last)


def _whole_quote(article: Article, quote: Quote) -> dict[str, Any]:
    return quote_particulars(article, quote) | {
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
