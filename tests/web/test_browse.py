"""The pages of a speaker, an outlet and a topic, made of links into searches; and the page about all this."""

import datetime as dt
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from index.article import Article, Quote, Span, Speaker
from index.writer import open_writer
from web.app import create_app


def test_a_speakers_page_says_who_they_are_and_leads_into_searches(client: FlaskClient) -> None:
    page = client.get("/speaker/mark-rutte").text
    assert "<h1>Mark Rutte</h1>" in page
    assert "NATO Secretary General" in page
    assert 'href="/?speaker=mark-rutte" rel="nofollow">2 quotes</a>' in page
    assert 'href="/?view=articles&amp;speaker=mark-rutte" rel="nofollow">2 articles</a>' in page
    assert 'href="/?speaker=mark-rutte&amp;topic=spending-targets"' in page
    assert 'href="/?speaker=mark-rutte&amp;outlet=the-daily"' in page
    assert 'href="/?speaker=mark-rutte&amp;verb=tell"' in page
    assert 'href="/?speaker=mark-rutte&amp;implies=neutral"' in page
    assert 'href="/?speaker=mark-rutte&amp;from=2025-04-03&amp;to=2025-04-03"' in page
    assert "“We will spend much more on defence, and sooner,”" in page


def test_the_role_that_most_articles_state_comes_first(tmp_path: Path) -> None:
    with open_writer(tmp_path) as writer:
        for day, role in enumerate(("senator", "senator", "rival"), start=1):
            ann = Quote(
                kind="direct", content=Span(0, 4), speaker=Speaker("ann", "Ann", role), id=f"a{day}-q"
            )
            article = Article(
                id=f"a{day}", text="Said.", path=f"{day}", date=dt.date(2025, 4, day), quotes=(ann,)
            )
            writer.add(article, fingerprint="1")
        writer.commit()
    page = create_app({"ONRECORD_INDEX": tmp_path}).test_client().get("/speaker/ann").text
    roles = page[page.index('class="roles"') :]
    assert roles.index("senator") < roles.index("rival")


def test_an_outlets_page_says_whom_it_quotes_on_what(client: FlaskClient) -> None:
    page = client.get("/outlet/the-daily").text
    assert "<h1>The Daily</h1>" in page
    assert 'href="/?speaker=mark-rutte&amp;outlet=the-daily"' not in page
    assert 'href="/?outlet=the-daily&amp;speaker=mark-rutte"' in page
    assert 'href="/?outlet=the-daily&amp;topic=spending-targets"' in page


def test_a_topics_page_says_who_speaks_on_it_and_where(client: FlaskClient) -> None:
    page = client.get("/topic/spending-targets").text
    assert "<h1>Spending targets</h1>" in page
    assert 'href="/?topic=spending-targets&amp;speaker=mark-rutte"' in page
    assert 'href="/?topic=spending-targets&amp;outlet=the-daily"' in page


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("/speaker/rutte", "/speaker/mark-rutte"),
        ("/speaker/Mark Rutte", "/speaker/mark-rutte"),
        ("/outlet/The Daily", "/outlet/the-daily"),
    ],
)
def test_a_name_leads_to_the_page_of_its_id(client: FlaskClient, path: str, location: str) -> None:
    assert client.get(path).location == location


def test_a_name_of_several_leads_to_a_search(client: FlaskClient) -> None:
    assert client.get("/speaker/mar").status_code == 404
    assert client.get("/speaker/m").status_code == 404


@pytest.mark.parametrize("path", ["/speaker/nobody", "/outlet/none", "/topic/none", "/speaker/" + "x" * 300])
def test_what_the_index_does_not_know_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_an_outlet_that_quotes_nobody_shows_its_articles(tmp_path: Path) -> None:
    with open_writer(tmp_path) as writer:
        writer.add(
            Article(
                id="aaaaaaaaaaaa", text="Nothing said.", path="a", title="Plain news", outlet="Quiet Post"
            ),
            fingerprint="1",
        )
        writer.commit()
    page = create_app({"ONRECORD_INDEX": tmp_path}).test_client().get("/outlet/quiet-post").text
    assert "Latest articles" in page
    assert "Plain news" in page


def test_all_values_of_a_facet_are_listed_and_found(client: FlaskClient) -> None:
    page = client.get("/values/speaker").text
    assert '<a class="value" href="/speaker/mark-rutte">Mark Rutte</a>' in page
    found = client.get("/values/speaker?find=rub").text
    assert "Marco Rubio" in found
    assert "Mark Rutte" not in found
    within = client.get("/values/speaker?q=spend").text
    assert 'href="/?q=spend&amp;speaker=mark-rutte"' in within
    assert "Back to the search" in within
    assert '<p class="where">2 speakers</p>' in page
    assert '<p class="where">1 speaker beginning with “rub”<' in found
    assert "None begins so" in client.get("/values/outlet?find=zzz").text
    assert "2025-04-03" in client.get("/values/outlet?sort=newest&from=2025-04-03&find=da").text
    assert client.get("/values/colour").status_code == 404
    assert client.get(f"/values/speaker?find={'x' * 201}").status_code == 400
    assert client.get("/values/speaker?q=(").status_code == 400


def test_values_found_are_the_rows_of_a_filter_for_htmx(client: FlaskClient) -> None:
    rows = client.get("/values/speaker?find=rub&q=", headers={"HX-Request": "true"}).text
    assert "<html" not in rows
    assert re.search(r'type="checkbox" id="f-speaker-marco-rubio" name="speaker" value="marco-rubio">', rows)
    assert "None begins so." in client.get("/values/speaker?find=zzz", headers={"HX-Request": "true"}).text


def test_about_says_how_to_ask(client: FlaskClient) -> None:
    page = client.get("/about").text
    for syntax in ("speaker:", "outlet:", "topic:", "date:", "about:", "verb:", "implies:", "OR", "deter*"):
        assert syntax in page


def test_about_says_what_is_in_the_index(client: FlaskClient) -> None:
    page = re.sub(r"<[^>]*>", "", client.get("/about").text)
    assert "4 quotes by 2 speakers in 2 articles of 1 outlet, on 1 topic." in page


def test_about_says_what_confidence_means_and_how_it_was_measured(client: FlaskClient) -> None:
    page = re.sub(r"<[^>]*>", "", client.get("/about").text)
    assert "Where nothing is said, it is 90% or more; “fairly sure” stands from 80% on" in page
    assert "on 84 articles of political news that were not read when the rules were made" in page
    assert "Of the quotations given 90% or more, 98 in 100 were right" in page


@pytest.mark.parametrize(
    ("contact", "shown"),
    [
        ("desk@press.example", '<a href="mailto:desk@press.example">'),
        ("https://press.example/report", '<a href="https://press.example/report"'),
        (None, "to whoever runs this site"),
    ],
)
def test_about_says_where_mistakes_go(index: Path, contact: str | None, shown: str) -> None:
    client = create_app({"ONRECORD_INDEX": index, "ONRECORD_CONTACT": contact}).test_client()
    assert shown in client.get("/about").text


def outlets(folder: Path, **speakers: str) -> FlaskClient:
    """Return the application on a corpus: for each outlet the speakers of its quotes, a letter each."""
    with open_writer(folder) as writer:
        for name, letters in speakers.items():
            quotes = tuple(
                Quote(kind="direct", content=Span(0, 4), speaker=Speaker(s, s.upper()), id=f"{name}-{n}")
                for n, s in enumerate(letters)
            )
            writer.add(Article(id=name, text="Said.", path=name, outlet=name, quotes=quotes), fingerprint="1")
        writer.commit()
    return create_app({"ONRECORD_INDEX": folder}).test_client()


def test_two_outlets_are_set_beside_each_other(tmp_path: Path) -> None:
    client = outlets(tmp_path, post="aab", echo="bbbc")
    assert 'href="/outlet/post/against/echo">echo</a>' in client.get("/outlet/post").text
    page = client.get("/outlet/post/against/echo").text
    speakers = page[
        page.index("Who speaks") : page.index("What the verbs imply")
        if "What the verbs imply" in page
        else None
    ]
    rows = re.findall(r'<th scope="row">(\w)</th>(.*?)</tr>', speakers, re.DOTALL)
    shares = {name: re.findall(r"(\d+)%|none<", row) for name, row in rows}
    assert shares == {"B": ["33", "75"], "A": ["67", ""], "C": ["", "25"]}
    assert 'href="/?outlet=post&amp;speaker=a"' in page


@pytest.mark.parametrize("path", ["/outlet/post/against/none", "/outlet/none/against/post"])
def test_an_outlet_that_is_not_there_is_not_compared(tmp_path: Path, path: str) -> None:
    assert outlets(tmp_path, post="a").get(path).status_code == 404


def test_what_a_list_ignores_is_said(client: FlaskClient) -> None:
    page = client.get("/values/speaker?find=rub&colour=red&topic=none-such").text
    assert "There is no parameter “colour”; it was ignored." in page
    assert "none-such" in page[page.index('class="notes"') : page.index("</ul>", page.index('class="notes"'))]
    relaxed = client.get("/values/speaker?q=spend+zebra+tone:sharp").text
    assert "There is no field tone" in relaxed
    assert "Nothing has all of these words; what has most of them was counted." in relaxed
    assert 'class="notes"' not in client.get("/values/speaker?find=rub&sort=newest").text
