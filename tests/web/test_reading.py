"""An article's page: quotes in place, voices told apart, topics with evidence, the same words elsewhere."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from index.article import Article, Quote, Span, Speaker, replace
from index.identity import with_id
from index.writer import open_writer
from web.app import create_app
from web.voices import COLOURS, voices


def test_an_article_has_its_quotes_anchored_and_listed(
    client: FlaskClient, corpus: tuple[Article, ...]
) -> None:
    talks = corpus[0]
    page = client.get(f"/article/{talks.id}").text
    for quote in talks.quotes:
        assert page.count(f'id="q-{quote.id}"') == 1
        assert f'href="#q-{quote.id}"' in page
        assert f'href="/quote/{quote.id}/cite.txt"' in page
    assert "by A. Writer" in page
    assert 'href="https://daily.example/talks"' in page
    assert "3 quotes" in page


def test_the_permanent_link_of_a_quote_leads_to_its_anchor(
    client: FlaskClient, corpus: tuple[Article, ...]
) -> None:
    talks = corpus[0]
    quote = talks.quotes[0]
    assert client.get(f"/quote/{quote.id}").location == f"/article/{talks.id}#q-{quote.id}"


def test_a_quote_its_article_lost_leads_to_the_article(
    client: FlaskClient, corpus: tuple[Article, ...]
) -> None:
    assert client.get(f"/quote/{corpus[0].id}-gone").location == f"/article/{corpus[0].id}"


def test_a_topic_lists_its_evidence_and_marks_it_in_the_text(
    client: FlaskClient, corpus: tuple[Article, ...]
) -> None:
    page = client.get(f"/article/{corpus[0].id}").text
    assert '<a href="#e-spending-targets-0">spend</a>' in page
    assert '<span class="anchor" id="e-spending-targets-0"></span>' in page
    assert re.search(
        r'class="quoted voice-1 direct evidence"[^>]*data-topics="t-spending-targets">spend<', page
    )


def test_speakers_are_told_apart_by_colour_and_by_initials(
    client: FlaskClient, corpus: tuple[Article, ...]
) -> None:
    page = client.get(f"/article/{corpus[0].id}").text
    for colour, initials in ((1, "MRut"), (2, "MRub"), (0, "?")):
        assert f'class="initials voice-{colour}" aria-hidden="true">{initials}</span>' in page


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Mark Rutte", "MR"), ("Cher", "CH"), ("NATO", "NA"), ("Al-Sisi", "AL"), ("J. D. Vance", "JV")],
)
def test_initials_are_those_of_the_first_and_the_last_name(name: str, initials: str) -> None:
    quote = Quote(kind="direct", content=Span(0, 1), speaker=Speaker("x", name), id="1")
    (voice,) = voices(Article(id="a", text="a", path="a", quotes=(quote,)))
    assert voice.initials == initials


def test_more_speakers_than_colours_begin_anew(corpus: tuple[Article, ...]) -> None:
    quotes = tuple(
        Quote(kind="direct", content=Span(0, 1), speaker=Speaker(f"s{n}", f"Same Name{n}"), id=str(n))
        for n in range(COLOURS + 2)
    )
    found = list(voices(replace(corpus[0], quotes=quotes)))
    assert [voice.colour for voice in found] == [*range(1, COLOURS + 1), 1, 2]
    assert len({voice.initials for voice in found}) == len(found)


def test_the_same_words_elsewhere_are_linked(corpus: tuple[Article, ...], tmp_path: Path) -> None:
    talks = corpus[0]
    copy = with_id(
        replace(talks, path="copy", title="The same talks", outlet="The Copy", url=None), "copyaaaaaaaa"
    )
    with open_writer(tmp_path) as writer:
        others = (Article(id=f"other{n}aaaaaa", text=f"Rain {n}.", path=f"{n}") for n in range(3))
        for each in (talks, copy, *others):
            writer.add(each, fingerprint="1")
        writer.commit()
    client = create_app({"ONRECORD_INDEX": tmp_path}).test_client()
    page = client.get(f"/article/{talks.id}").text
    assert page.count("The same words in 1 other article<") == 2  # “Nobody knows” is too short
    found = client.get("/?topic=spending-targets").text
    assert found.count('">1 other article</a>') == 2
    listed = page[page.index('aria-labelledby="quotes"') : page.index("</aside>")]
    assert listed.count('<a href="/article/copyaaaaaaaa">The same talks</a>') == 2
    assert '<a href="/article/copyaaaaaaaa">The same talks</a>' in page[page.index("More like this") :]
    assert "The Copy, 3 April 2025" in page
