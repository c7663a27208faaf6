"""What several answers have of an article and its quotes, and their warnings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from index.article import Article, Quote, Speaker
from search.page import Remark
from web import shapes, wording
from web.addresses import address

Remarks = Sequence[Remark]


def particulars(article: Article) -> dict[str, Any]:
    """Return what every answer has of an article."""
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "date": article.date,
        "url": article.url,
        "link": address("reading.article", id_=article.id),
    }


def reference(article: Article) -> shapes.ArticleReference:
    """Return the article of a quote."""
    return shapes.ArticleReference(**particulars(article))


def quote_particulars(article: Article, quote: Quote) -> dict[str, Any]:
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


def _speaker(speaker: Speaker) -> shapes.Speaker:
    return shapes.Speaker(id=speaker.id, name=speaker.name, role=speaker.role)


def speakers_of(article: Article) -> tuple[shapes.Speaker, ...]:
    """Return whom an article quotes, each once, in the order in which they speak."""
    found = {quote.speaker.id: _speaker(quote.speaker) for quote in article.quotes if quote.speaker}
    return tuple(found.values())


def warnings(remarks: Iterable[Remark]) -> tuple[shapes.Remark, ...]:
    """Return remarks on a request, as an answer has them."""
    return tuple(
        shapes.Remark(message=remark.message, parameter=remark.parameter, position=remark.position)
        for remark in remarks
    )
