"""Feeds: what RFC 4287 and RFC 5005 ask of them, read by feedparser; and whatever an article has in it."""

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import feedparser
import pytest
from flask.testing import FlaskClient

from index.article import Article
from index.ingest import ingest
from index.tables import Tables
from index.writer import open_writer
from search import open_engine
from web.app import create_app

ATOM = "{http://www.w3.org/2005/Atom}"
OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
ONCE = {"id", "title", "updated", "published", "content", "source"}
QUERIES = ("", "q=nato", "view=articles", "q=nato&view=articles", "speaker=mark-rutte&sort=oldest", "q=zebra")


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory, seed_folder: Path, tables: Tables) -> Path:
    directory = tmp_path_factory.mktemp("feeds") / "index"
    ingest([seed_folder], directory, tables)
    return directory


@pytest.fixture
def seeds_client(seeded: Path) -> FlaskClient:
    return create_app({"ONRECORD_INDEX": seeded}).test_client()


def feed(client: FlaskClient, query: str = "") -> ElementTree.Element:
    response = client.get(f"/search.atom?{query}")
    assert response.status_code == 200, response.text
    assert response.content_type == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.data)


def texts(element: ElementTree.Element, path: str) -> list[str]:
    return [found.text or "" for found in element.findall(path.replace("/", f"/{ATOM}").join((ATOM, "")))]


def links(element: ElementTree.Element) -> dict[str, str]:
    return {link.get("rel", ""): link.get("href", "") for link in element.findall(f"{ATOM}link")}


def test_a_reader_reads_the_feed_of_the_seeds(seeds_client: FlaskClient) -> None:
    for query in QUERIES:
        response = seeds_client.get(f"/search.atom?{query}")
        read = feedparser.parse(response.data, response_headers={"content-type": response.content_type})
        assert not read.bozo, (query, read.get("bozo_exception"))
        assert read.version == "atom10"
        assert len(read.entries) == min(50, int(read.feed.opensearch_totalresults))
        for entry in read.entries:
            assert entry.updated_parsed
            assert entry.author
            assert entry.title
            assert "<" in entry.content[0].value


@pytest.mark.parametrize("query", QUERIES)
def test_each_entry_has_what_the_standard_asks_for(seeds_client: FlaskClient, query: str) -> None:
    root = feed(seeds_client, query)
    for element in (root, *root.findall(f"{ATOM}entry")):
        names = [child.tag.removeprefix(ATOM) for child in element]
        assert {"id", "title", "updated", "author"} <= set(names)
        assert all(names.count(name) <= 1 for name in ONCE)
        (updated,) = texts(element, "updated")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", updated)
        assert all(urlsplit(address).scheme for address in (*texts(element, "id"), *links(element).values()))
        alternate = element.find(f"{ATOM}link[@rel='alternate']")
        assert alternate is not None
        assert alternate.get("type") == "text/html"
    ids = texts(root, "entry/id")
    assert len(set(ids)) == len(ids)


def test_an_entry_is_a_quote_by_whoever_said_it(client: FlaskClient, corpus: tuple[Article, ...]) -> None:
    (entry,) = feed(client, "topic=spending-targets").findall(f"{ATOM}entry")
    link = f"http://localhost/quote/{corpus[0].quotes[0].id}"
    assert texts(entry, "id") == [link]
    assert texts(entry, "title") == ["Mark Rutte: “We will spend much more on defence, and sooner,”"]
    assert texts(entry, "author/name") == ["Mark Rutte"]
    assert texts(entry, "author/uri") == ["http://localhost/speaker/mark-rutte"]
    assert texts(entry, "published") == texts(entry, "updated") == ["2025-04-03T00:00:00Z"]
    assert texts(entry, "source/title") == ["The Daily"]
    assert links(entry) == {"alternate": link, "via": "https://daily.example/talks"}
    category = entry.find(f"{ATOM}category")
    assert category is not None
    assert category.attrib == {"term": "spending-targets", "label": "Spending targets"}
    (content,) = texts(entry, "content")
    assert "We will spend much more on defence" in content
    assert "NATO Secretary General" in content


def test_an_entry_of_the_articles_view_is_an_article(client: FlaskClient) -> None:
    talks = next(e for e in feed(client, "view=articles").findall(f"{ATOM}entry") if texts(e, "published"))
    assert texts(talks, "title") == ["Talks on spending"]
    assert texts(talks, "author/name") == ["A. Writer"]
    assert links(talks)["alternate"] == "http://localhost/article/talksaaaaaaa"


def test_an_undated_entry_was_updated_when_it_was_indexed(client: FlaskClient, index: Path) -> None:
    with open_engine(index) as engine:
        article = engine.article("hostileaaaaa")
    assert article is not None
    assert article.indexed is not None
    (entry,) = feed(client, "q=onerror").findall(f"{ATOM}entry")
    assert entry.find(f"{ATOM}published") is None
    assert texts(entry, "updated") == [article.indexed.strftime("%Y-%m-%dT%H:%M:%SZ")]
    assert dt.datetime.now(dt.UTC) - article.indexed < dt.timedelta(hours=1)


def test_who_is_not_named_is_unknown(client: FlaskClient) -> None:
    (entry,) = feed(client, "q=Nobody").findall(f"{ATOM}entry")
    assert texts(entry, "author/name") == ["Speaker unknown"]
    assert entry.find(f"{ATOM}author/{ATOM}uri") is None


def test_the_newest_come_first_where_no_order_is_asked_for(seeds_client: FlaskClient) -> None:
    published = texts(feed(seeds_client, "page_size=100"), "entry/published")
    assert published == sorted(published, reverse=True)
    oldest = texts(feed(seeds_client, "page_size=100&sort=oldest"), "entry/published")
    assert oldest == sorted(published)
    by_score = texts(feed(seeds_client, "q=ukraine&sort=relevance"), "entry/id")
    assert by_score != texts(feed(seeds_client, "q=ukraine"), "entry/id")


def test_of_undated_articles_the_latest_indexed_come_first(tmp_path: Path) -> None:
    with open_writer(tmp_path) as writer:
        for number in range(3):
            text = f"Number {number} " * (4 - number)
            writer.add(
                Article(id=f"article{number}", text=text, path=f"{number}.txt", title=str(number)), "1"
            )
            writer.commit()
    client = create_app({"ONRECORD_INDEX": tmp_path}).test_client()
    assert texts(feed(client, "view=articles&q=number"), "entry/title") == ["2", "1", "0"]


def test_the_pages_of_a_feed_lead_through_all_of_it(seeds_client: FlaskClient) -> None:
    total = int(feed(seeds_client).findtext(f"{OPENSEARCH}totalResults") or 0)
    address, before = "/search.atom?page_size=20", None
    ids: list[str] = []
    while address:
        root = feed(seeds_client, urlsplit(address).query)
        here = links(root)
        assert here["first"] == "http://localhost/search.atom?page_size=20"
        assert here.get("previous") == before
        assert root.findtext(f"{OPENSEARCH}startIndex") == str(len(ids) + 1)
        assert root.findtext(f"{OPENSEARCH}itemsPerPage") == "20"
        assert root.findtext(f"{OPENSEARCH}totalResults") == str(total)
        ids += texts(root, "entry/id")
        before, address = here["self"], here.get("next", "")
    assert before == here["last"]
    assert len(set(ids)) == len(ids) == total


def test_a_feed_leads_to_its_search_and_back(seeds_client: FlaskClient) -> None:
    root = feed(seeds_client, "speaker=Mark+Rutte&q=nato")
    assert texts(root, "title") == ["Quotes by Mark Rutte with “nato” – Onrecord"]
    page = seeds_client.get(links(root)["alternate"]).text
    offered = re.search(r'<link rel="alternate" type="application/atom\+xml" href="([^"]*)"', page)
    assert offered
    assert offered[1].replace("&amp;", "&") == links(root)["self"]


def test_a_feed_waits_for_all_words(seeds_client: FlaskClient) -> None:
    root = feed(seeds_client, "q=nato+zebra")
    assert root.findall(f"{ATOM}entry") == []
    assert texts(root, "subtitle") == ["Nothing has all of these words"]
    assert root.findtext(f"{OPENSEARCH}totalResults") == "0"


def test_a_value_nothing_has_is_said(client: FlaskClient) -> None:
    assert texts(feed(client, "speaker=somebody"), "subtitle") == [
        "No quotes. There is no speaker “somebody” here"
    ]


HOSTILE = (
    "<script>alert(1)</script>",
    "]]> & &amp; &#0; <![CDATA[",
    "a\x01b\x0bc\x1fd\x7fe",
    "\ufffe\uffff end",
    "\u202eesrever\u2028line",
    '"\' onload="x',
    "😀 \U0010ffff",
)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_whatever_an_article_says_the_feed_is_well_formed(
    saying: Callable[[str], FlaskClient], hostile: str
) -> None:
    client = saying(hostile)
    for view in ("quotes", "articles"):
        (entry,) = feed(client, f"view={view}").findall(f"{ATOM}entry")
        (content,) = texts(entry, "content")
        assert "<script" not in content
        assert "onload" not in {name for _, name in re.findall(r"<(\w+)[^>]*? (\w+)=", content)}
        expected = re.sub("[\x01\x0b\x1f\ufffe\uffff]", "", hostile)
        assert texts(entry, "source/title") == [expected]
        read = feedparser.parse(client.get(f"/search.atom?view={view}").data)
        assert not read.bozo
        assert "script" not in read.entries[0].content[0].value.replace("&lt;script", "").replace(
            "/script", ""
        )
