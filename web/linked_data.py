"""An article as other programs read its page: schema.org's NewsArticle and Quotation, as JSON-LD.

What the article does not state is left out. Reported speech is no quotation: its words are the outlet's.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from index.article import Article, Quote, Speaker
from index.authors import authors_of
from index.identity import slug
from web import wording
from web.addresses import address, whole
from web.links import profile_url

Data = dict[str, Any]

_DESKS = frozenset(
    ("agency", "board", "bureau", "desk", "editors", "news", "press", "service", "staff", "team", "writers")
)


def news_article(article: Article) -> Data:
    """Return the article with its quotations in text order."""
    link = whole(address("reading.article", id_=article.id))
    return {
        "@context": "https://schema.org",
        **_known(
            {
                "@type": "NewsArticle",
                "@id": link,
                "headline": article.title,
                "datePublished": article.date.isoformat() if article.date else None,
                "author": _authors(article),
                "publisher": _publisher(article),
                "mainEntityOfPage": link,
                "sameAs": article.url if wording.web_address(article.url) else None,
                "about": [
                    {"@type": "Thing", "name": topic.name, "url": whole(profile_url("topic", topic.id) or "")}
                    for topic in article.topics
                ],
                "hasPart": [_quotation(article, q) for q in article.quotes if q.kind != "indirect"],
            }
        ),
    }


def _quotation(article: Article, quote: Quote) -> Data:
    link = whole(address("reading.quote", id_=quote.id))
    return _known(
        {
            "@type": "Quotation",
            "@id": link,
            "url": link,
            "text": " ".join(quote.content.cut(article.text).split()),
            "spokenByCharacter": _speaker(quote.speaker) if quote.speaker else None,
        }
    )


def _speaker(speaker: Speaker) -> Data:
    """Return who said it; only of whom a role is stated is it known that they are a person."""
    link = whole(profile_url("speaker", speaker.id) or "")
    return _known(
        {
            "@type": "Person" if speaker.role else "Thing",
            "@id": link,
            "name": speaker.name,
            "jobTitle": speaker.role,
        }
    )


def _authors(article: Article) -> list[Data] | Data | None:
    """Return who wrote it, each by themselves: a desk, an agency or the outlet itself is no person."""
    authors = [
        {"@type": "Organization" if _is_desk(name, article.outlet) else "Person", "name": name}
        for name in authors_of(article.author or "")
    ]
    return authors[0] if len(authors) == 1 else authors


def _is_desk(name: str, outlet: str | None) -> bool:
    words = slug(name).split("-")
    return len(words) == 1 or words[-1] in _DESKS or slug(name) == slug(outlet or "")


def _publisher(article: Article) -> Data | None:
    if not article.outlet:
        return None
    link = whole(profile_url("outlet", slug(article.outlet)) or "")
    return {"@type": "NewsMediaOrganization", "@id": link, "name": article.outlet}


def _known(data: Mapping[str, Any]) -> Data:
    return {name: value for name, value in data.items() if value}
