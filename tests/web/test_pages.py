"""The pages as HTML: complete without JavaScript, and as the fragment htmx swaps."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient

from index.article import Article, Quote, Span
from index.writer import open_writer
from web.app import create_app

HTMX = {"HX-Request": "true"}
RESTORE = {"HX-Request": "true", "HX-History-Restore-Request": "true"}


def get(
    client: FlaskClient, status: int = 200, headers: dict[str, str] | None = None, **query: object
) -> str:
    """Return the search page; ``_from`` for from, ``not_speaker`` for -speaker."""
    named = {re.sub("^not_", "-", name).removeprefix("_"): value for name, value in query.items()}
    response = client.get("/?" + urlencode(named, doseq=True), headers=headers)
    assert response.status_code == status
    return response.text


def test_a_quote_reads_as_in_print(client: FlaskClient) -> None:
    page = get(client, q="spend", topic="spending-targets")
    assert "“We will <mark>spend</mark> much more on defence, and sooner,”" in page
    assert "Rutte told reporters. He had arrived late." in page
    for shown in ("Mark Rutte</a>", ", NATO Secretary General", "told reporters", "quoted", "The Daily"):
        assert shown in page
    assert '<time datetime="2025-04-03">3 April 2025</time>' in page
    assert "Talks on spending" in page
    assert "Spending targets" in page


def test_reported_speech_and_doubt_are_said(client: FlaskClient) -> None:
    page = get(client, kind="indirect")
    assert '<span class="kind">reported</span>' in page
    assert "uncertain, 60%" in page


def test_a_doubt_says_why_without_a_mouse(client: FlaskClient) -> None:
    page = get(client, kind="indirect")
    assert re.search(r"<summary>uncertain, 60%</summary>\s*<p>named beside the cue\b", page)
    assert 'href="/about#confidence"' in page


def test_what_is_not_known_is_called_unknown(client: FlaskClient) -> None:
    page = get(client, q='"Nobody knows"')
    assert "Speaker unknown" in page
    page = get(client, q="onerror")
    assert "unknown outlet" in page
    assert "unknown date" in page


def test_markup_in_an_article_is_shown_as_text(client: FlaskClient, corpus: tuple[Article, ...]) -> None:
    for page in (
        get(client, q="onerror"),
        get(client, q="alert", view="articles"),
        client.get(f"/article/{corpus[1].id}").text,
        get(client, q="<script>alert(1)</script>"),
    ):
        assert "<script>alert" not in page
        assert "<img" not in page
        assert "javascript:" not in page
        assert "&lt;" in page


def test_the_page_has_the_sentence_the_total_and_the_query(client: FlaskClient) -> None:
    page = get(client, speaker="Mark Rutte")
    assert "2 quotes by Mark Rutte</h1>" in page
    assert "<title>Quotes by Mark Rutte – Onrecord</title>" in page
    assert '<p id="status" class="aside" role="status">2 quotes</p>' in page
    assert 'value="a &amp; &#34;b&#34;"' in get(client, q='a & "b"')


def test_facets_are_checkboxes_with_counts_in_a_form(client: FlaskClient) -> None:
    page = get(client, speaker="mark-rutte")
    assert 'action="/" method="get"' in page
    assert re.search(r'type="checkbox"[^>]*name="speaker" value="mark-rutte" checked>', page)
    assert re.search(r'type="checkbox"[^>]*name="speaker" value="marco-rubio">', page)
    assert re.search(r'Marco Rubio</span>\s*<span class="count">1<', page)
    assert '<button type="submit">Apply</button>' in page


def test_the_form_keeps_what_no_checkbox_stands_for(client: FlaskClient) -> None:
    page = get(client, view="articles", sort="newest", page_size=5, not_speaker="marco-rubio")
    for name, value in (
        ("view", "articles"),
        ("sort", "newest"),
        ("page_size", "5"),
        ("-speaker", "marco-rubio"),
    ):
        assert f'<input type="hidden" name="{name}" value="{value}">' in page


def test_each_filter_has_a_chip_that_takes_it_away(client: FlaskClient) -> None:
    page = get(client, q="spend", speaker="mark-rutte", not_topic="x", _from="2025-04-01", to="2025-04-30")
    chips = re.search(r'<ul class="chips".*?</ul>', page, re.DOTALL)
    assert chips
    assert re.findall(r'href="([^"]*)"', chips[0].replace("&amp;", "&")) == [
        "/?speaker=mark-rutte&-topic=x&from=2025-04-01&to=2025-04-30",
        "/?q=spend&-topic=x&from=2025-04-01&to=2025-04-30",
        "/?q=spend&speaker=mark-rutte&from=2025-04-01&to=2025-04-30",
        "/?q=spend&speaker=mark-rutte&-topic=x",
        "/",
    ]
    assert "April 2025" in chips[0]


def test_htmx_gets_the_fragment_and_its_canonical_address(client: FlaskClient) -> None:
    response = client.get("/?q=spend&from=&to=", headers=HTMX)
    assert "<html" not in response.text
    assert 'id="q"' not in response.text
    assert 'hx-swap-oob="innerHTML:#status"' in response.text
    assert response.headers["HX-Push-Url"] == "/?q=spend"


@pytest.mark.parametrize("headers", [{}, RESTORE, {"HX-History-Restore-Request": "true"}])
def test_everybody_else_gets_the_page(client: FlaskClient, headers: dict[str, str]) -> None:
    response = client.get("/?q=spend", headers=headers)
    assert response.text.startswith("<!doctype html>")
    assert "HX-Push-Url" not in response.headers


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_caches_are_told_what_an_answer_depends_on(client: FlaskClient, headers: dict[str, str]) -> None:
    vary = client.get("/", headers=headers).headers["Vary"]
    assert {"HX-Request", "HX-History-Restore-Request"} <= {name.strip() for name in vary.split(",")}


@pytest.mark.parametrize(
    ("days", "brush"),
    [
        ({}, 'x="0" width="0"'),
        ({"_from": "2025-04-03", "to": "2025-04-04"}, 'x="6" width="2"'),
        ({"_from": "2030-01-01"}, 'x="0" width="0"'),
    ],
)
def test_the_histogram_marks_the_days_chosen(client: FlaskClient, days: dict[str, Any], brush: str) -> None:
    page = get(client, **days)
    assert f'<rect class="brush" {brush} height="100"/>' in page
    assert page.count('class="room"') == 14


def test_a_search_without_results_offers_ways_back(client: FlaskClient) -> None:
    page = get(client, q='"Nobody knows"', speaker="mark-rutte", kind="mixed")
    assert "No quotes</p>" in page
    assert 'href="/?q=%22Nobody+knows%22" rel="nofollow">Search without the filters</a>' in page
    assert 'href="/" rel="nofollow">Show everything</a>' in page


def test_no_way_back_leads_to_nothing(client: FlaskClient) -> None:
    page = get(client, q="zebra", speaker="mark-rutte")
    for way in ("Search without the filters", "Search whole articles"):
        assert way not in page
    assert "Show everything" in page


def test_no_way_back_is_offered_twice(client: FlaskClient) -> None:
    page = get(client, speaker="mark-rutte", kind="mixed", q="zebra")
    back = re.findall(r'id="(?:way|remedy)-\d+" href="([^"]+)"', page)
    assert back
    assert len(back) == len(set(back))
    only = client.get("/?from=2020-01-01&to=2020-01-02").text
    assert re.findall(r'id="(?:way|remedy)-\d+" href="([^"]+)"', only) == ["/"]


def test_a_page_beyond_the_last_is_empty_and_says_so(client: FlaskClient) -> None:
    page = get(client, page=7)
    assert "There is 1 page; this is page 7." in page
    assert "4 quotes</p>" in page


def test_pages_lead_on_and_back(client: FlaskClient) -> None:
    page = get(client, page_size=1, page=2)
    assert 'href="/?page_size=1" rel="prev"' in page
    assert 'href="/?page=3&amp;page_size=1" rel="next"' in page
    assert "Page 2 of 4" in page


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"q": "rutte"}, ["Mark Rutte"]),
        ({"q": "speaker:rutte"}, ["Mark Rutte"]),
        ({"speaker": "mark-rutte"}, ["Mark Rutte"]),
        ({"speaker": ["mark-rutte", "marco-rubio"]}, []),
        ({"q": "rutte", "speaker": "marco-rubio"}, []),
        ({"q": "spend"}, []),
        ({"q": "rutte", "page": "2"}, []),
    ],
)
def test_a_person_named_has_a_card(client: FlaskClient, query: dict[str, Any], names: list[str]) -> None:
    page = get(client, **query)
    assert re.findall(r'<section class="card" aria-label="([^"]*)"', page) == names


def test_a_query_relaxed_or_misspelt_is_said(client: FlaskClient) -> None:
    page = get(client, q="spend zebra")
    assert "Nothing has all of these words" in page
    assert "with most of “spend zebra”" in page
    assert "<s>zebra</s>" in page


def test_an_unknown_parameter_is_remarked_on(client: FlaskClient) -> None:
    assert "There is no parameter “colour”" in get(client, colour="red")


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_mistake_in_a_query_shows_its_place_and_a_mended_query(
    client: FlaskClient, headers: dict[str, str]
) -> None:
    page = get(client, 400, headers, q="aid (spend")
    assert '<span class="aside">here:</span>(</span>spend' in page
    assert 'href="/?q=aid+%28spend%29"' in page
    assert "<p>This bracket is never closed.</p>" in page
    assert ('value="aid (spend"' in page) is not bool(headers)


def test_a_refused_query_stays_out_of_the_history(client: FlaskClient) -> None:
    assert client.get("/?q=(", headers=HTMX).headers["HX-Push-Url"] == "false"


@pytest.mark.parametrize("path", ["/quote/nowhere-x", "/article/nowhere", "/nowhere"])
def test_what_is_not_there_is_a_404_page(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert re.search("<p>There is no", response.text)
    assert "requested URL" not in response.text
    assert "<h1>Not Found</h1>" in response.text


@pytest.mark.parametrize(
    ("query", "indexable"),
    [("", True), ("?q=aid", True), ("?page=2", False), ("?speaker=x", False), ("?q=(", False)],
)
def test_only_first_pages_without_filters_are_for_crawlers(
    client: FlaskClient, query: str, indexable: bool
) -> None:
    assert ('content="noindex' not in client.get("/" + query).text) is indexable


def test_robots_are_kept_out_of_the_endpoint(client: FlaskClient) -> None:
    assert "Disallow: /api/" in client.get("/robots.txt").text


def test_without_an_index_the_page_says_how_to_make_one(tmp_path: Path) -> None:
    client = create_app({"ONRECORD_INDEX": tmp_path / "none"}).test_client()
    page = client.get("/?q=aid")
    assert page.status_code == 503
    assert "onrecord index FOLDER" in page.text
    assert "onrecord index FOLDER" in client.get("/article/x").text
    assert client.get("/about").status_code == 200


def test_an_index_of_another_version_is_not_answered_from(tmp_path: Path) -> None:
    with open_writer(tmp_path):
        pass
    (tmp_path / "schema.json").write_text('{"version": -1}')
    page = create_app({"ONRECORD_INDEX": tmp_path}).test_client().get("/")
    assert page.status_code == 503
    assert "version" in page.text


def test_a_damaged_index_says_how_to_find_the_file(tmp_path: Path) -> None:
    with open_writer(tmp_path) as writer:
        writer.add(Article(id="a", text="Said.", path="a"), fingerprint="1")
    (file,) = tmp_path.glob("*.arrays")
    file.write_bytes(file.read_bytes()[:-10])
    client = create_app({"ONRECORD_INDEX": tmp_path}).test_client()
    assert client.get("/").status_code == 503
    assert "onrecord verify" in client.get("/").text
    assert client.get("/api/v1/search?q=said").status_code == 503


def test_a_long_facet_shows_its_first_values_and_unfolds_the_rest(tmp_path: Path) -> None:
    text = "Said."
    with open_writer(tmp_path) as writer:
        for number in range(10):
            name = f"outlet{number}"
            quote = Quote(kind="direct", content=Span(0, 4), id=f"{name}-1")
            writer.add(Article(id=name, text=text, path=name, outlet=name, quotes=(quote,)), fingerprint="1")
        writer.commit()
    client = create_app({"ONRECORD_INDEX": tmp_path}).test_client()
    page = client.get("/").text
    assert re.search(r'<details id="more-outlet">\s*<summary>2 more</summary>', page)
    listed = page[: page.index('id="more-outlet"')]
    assert 'id="f-outlet-outlet7"' in listed
    assert 'id="f-outlet-outlet9"' not in listed
    chosen = client.get("/?outlet=outlet9").text
    assert re.search(r"<summary>1 more</summary>", chosen)
    assert 'id="f-outlet-outlet9"' in chosen[: chosen.index('id="more-outlet"')]
