"""What the heads of pages lead to, what crawlers are told, and the page's links to its files."""

import re
from html import unescape
from urllib.robotparser import RobotFileParser

import pytest
from flask.testing import FlaskClient

LINK = re.compile(r'<link rel="(canonical|alternate)"(?: type="([^"]*)")? href="([^"]*)"')
SEARCH = "q=spend&speaker=mark-rutte&-topic=x&from=2025-04-01&page=1&page_size=5"


def head(client: FlaskClient, path: str) -> list[tuple[str, str, str]]:
    page = client.get(path).text.partition("</head>")[0]
    return [(rel, kind, unescape(href)) for rel, kind, href in LINK.findall(page)]


@pytest.mark.parametrize(
    ("path", "canonical"),
    [
        ("/", "http://localhost/"),
        ("/?q=spend&from=&to=", "http://localhost/?q=spend"),
        ("/?view=articles&page=1", "http://localhost/?view=articles"),
        ("/?q=spend&speaker=mark-rutte", None),
        ("/?q=spend&page=2", None),
        ("/?q=(spend", None),
        ("/speaker/mark-rutte?colour=red", "http://localhost/speaker/mark-rutte"),
        ("/topic/spending-targets", "http://localhost/topic/spending-targets"),
        ("/article/talksaaaaaaa?from=mail", "http://localhost/article/talksaaaaaaa"),
        ("/about", None),
    ],
)
def test_a_page_that_may_be_indexed_has_one_address(
    client: FlaskClient, path: str, canonical: str | None
) -> None:
    assert [href for rel, _, href in head(client, path) if rel == "canonical"] == [canonical] * bool(
        canonical
    )
    if path.startswith(("/?", "/")) and canonical is None and path != "/about":
        assert '<meta name="robots" content="noindex' in client.get(path).text


def test_a_search_leads_to_its_other_forms(client: FlaskClient) -> None:
    kept = "q=spend&speaker=mark-rutte&-topic=x&from=2025-04-01"
    assert head(client, f"/?{SEARCH}") == [
        ("alternate", "application/atom+xml", f"http://localhost/search.atom?{kept}"),
        ("alternate", "text/csv", f"http://localhost/search.csv?{kept}"),
        ("alternate", "application/jsonl", f"http://localhost/search.jsonl?{kept}"),
        ("alternate", "application/json", f"http://localhost/api/v1/search?{kept}&page_size=5"),
    ]


@pytest.mark.parametrize(
    "path", ["/?q=spend", "/?view=articles&sort=oldest", "/speaker/mark-rutte", "/outlet/the-daily"]
)
def test_each_other_form_is_there(client: FlaskClient, path: str) -> None:
    found = [(kind, href) for rel, kind, href in head(client, path) if rel == "alternate"]
    assert found
    for kind, href in found:
        response = client.get(href)
        assert (response.status_code, response.mimetype) == (200, kind)


def test_an_order_that_was_chosen_is_kept(client: FlaskClient) -> None:
    page = client.get("/?sort=oldest").text
    assert 'href="http://localhost/search.atom?sort=oldest"' in page
    assert 'href="http://localhost/search.csv?sort=oldest"' in page
    assert 'href="http://localhost/search.atom"' in client.get("/?sort=newest").text


def test_results_say_what_can_be_taken_along(client: FlaskClient) -> None:
    page = client.get("/?speaker=mark-rutte").text
    (said,) = re.findall(r'<p class="taken">(.*?)</p>', page)
    assert re.sub("<[^>]*>", "", said) == "All 2 quotes as CSV or JSON lines; new ones in a feed"
    assert said.count('rel="nofollow"') == said.count("<a ") == 3
    assert "1 quote as " in re.sub("<[^>]*>", "", client.get("/?q=nobody").text)
    assert 'class="taken"' not in client.get("/?q=onerror+-onerror").text


def test_a_search_without_all_words_offers_no_feed_of_the_others(client: FlaskClient) -> None:
    page = client.get("/?q=spend+zebra").text
    assert 'id="as-csv"' in page
    assert 'id="as-feed"' not in page


def test_the_fragment_has_the_links_too(client: FlaskClient) -> None:
    fragment = client.get("/?q=spend&speaker=mark-rutte", headers={"HX-Request": "true"}).text
    assert 'href="http://localhost/search.csv?q=spend&amp;speaker=mark-rutte"' in fragment


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/article/talksaaaaaaa", True),
        ("/speaker/mark-rutte", True),
        ("/?q=spend", True),
        ("/search.csv", False),
        ("/search.jsonl?q=spend", False),
        ("/search.atom", False),
        ("/suggest.json?q=a", False),
        ("/api/v1/search", False),
    ],
)
def test_crawlers_are_kept_out_of_what_has_no_end(client: FlaskClient, path: str, allowed: bool) -> None:
    robots = RobotFileParser()
    robots.parse(client.get("/robots.txt").text.splitlines())
    assert robots.can_fetch("*", f"http://localhost{path}") is allowed


@pytest.mark.parametrize(
    "path", ["/", f"/?{SEARCH}", "/?view=articles", "/speaker/mark-rutte", "/outlet/the-daily"]
)
def test_no_crawler_follows_a_filter_or_an_export(client: FlaskClient, path: str) -> None:
    links = re.findall(r"<a [^>]*>", client.get(path).text)
    filtered = re.compile(
        r'href="[^"]*(/search\.|[?;](-?(speaker|topic|outlet|kind|implies|verb)|from|to|sort)=)'
    )
    followed = [link for link in links if filtered.search(link) and 'rel="nofollow"' not in link]
    assert followed == []
