"""An article's JSON-LD: what schema.org says of it, nothing unknown, nothing that closes its element."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from index.article import Article, replace
from web.linked_data import news_article

ELEMENT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def data(client: FlaskClient, id_: str) -> Any:
    page = client.get(f"/article/{id_}").text
    (found,) = ELEMENT.findall(page)
    return json.loads(found)


def test_an_article_and_its_quotations(client: FlaskClient, corpus: tuple[Article, ...]) -> None:
    quotes = corpus[0].quotes
    address = "http://localhost/article/talksaaaaaaa"
    assert data(client, "talksaaaaaaa") == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": address,
        "headline": "Talks on spending",
        "datePublished": "2025-04-03",
        "author": {"@type": "Person", "name": "A. Writer"},
        "publisher": {
            "@type": "NewsMediaOrganization",
            "@id": "http://localhost/outlet/the-daily",
            "name": "The Daily",
        },
        "mainEntityOfPage": address,
        "sameAs": "https://daily.example/talks",
        "about": [
            {
                "@type": "Thing",
                "name": "Spending targets",
                "url": "http://localhost/topic/spending-targets",
            }
        ],
        "hasPart": [
            {
                "@type": "Quotation",
                "@id": f"http://localhost/quote/{quotes[0].id}",
                "url": f"http://localhost/quote/{quotes[0].id}",
                "text": "We will spend much more on defence, and sooner,",
                "spokenByCharacter": {
                    "@type": "Person",
                    "@id": "http://localhost/speaker/mark-rutte",
                    "name": "Mark Rutte",
                    "jobTitle": "NATO Secretary General",
                },
            },
            {
                "@type": "Quotation",
                "@id": f"http://localhost/quote/{quotes[2].id}",
                "url": f"http://localhost/quote/{quotes[2].id}",
                "text": "Nobody knows,",
            },
        ],
    }


def test_what_is_not_known_is_left_out(client: FlaskClient) -> None:
    found = data(client, "hostileaaaaa")
    assert set(found) == {"@context", "@type", "@id", "mainEntityOfPage", "hasPart"}
    assert None not in found.values()


@pytest.mark.parametrize(
    ("author", "written"),
    [
        ("Jane Doe", [("Person", "Jane Doe")]),
        ("Jane Doe and Paul Roe, Jr.", [("Person", "Jane Doe"), ("Person", "Paul Roe, Jr.")]),
        (
            "Jane Doe, Paul Roe and Anna Sands",
            [("Person", n) for n in ("Jane Doe", "Paul Roe", "Anna Sands")],
        ),
        ("The Daily", [("Organization", "The Daily")]),
        ("Our News Desk", [("Organization", "Our News Desk")]),
        ("Wire", [("Organization", "Wire")]),
        (None, []),
    ],
)
def test_each_author_is_a_person_and_a_desk_is_none(
    app: Flask, corpus: tuple[Article, ...], author: str | None, written: list[tuple[str, str]]
) -> None:
    with app.test_request_context():
        found = news_article(replace(corpus[0], author=author)).get("author", [])
    authors = found if isinstance(found, list) else [found]
    assert [(one["@type"], one["name"]) for one in authors] == written


@pytest.mark.parametrize(
    "hostile",
    ["</script><script>alert(1)</script>", "<!--<script>", "\u2028 ' \"& \\", "]]>", "</SCRIPT/x>"],
)
def test_no_text_closes_its_element(saying: Callable[[str], FlaskClient], hostile: str) -> None:
    (found,) = ELEMENT.findall(saying(hostile).get("/article/hostile").text)
    assert not set("<>&") & set(found)
    assert json.loads(found)["headline"] == json.loads(found)["author"]["name"] == hostile
