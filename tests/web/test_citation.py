"""Citations: what is known is stated, what is not is left out, and every form is valid whatever the text."""

import datetime as dt
import json
import re

import pytest
from flask.testing import FlaskClient

from index.article import Article, Quote, Span, Speaker
from web.citation import FORMS, Citation, bibtex, csl_json, markdown, plain

LINK = "http://host/quote/talksaaaaaaa-x"
HOSTILE = "50% of {braces} & $5 #1 a_b ~ ^ \\ *stars* [link](x) <b> `code`"


def cited(text: str = "We will pay.", kind: str = "direct", **of_article: object) -> Citation:
    quote = Quote(
        kind=kind,  # type: ignore[arg-type]
        content=Span(0, len(text)),
        cue=Span(0, 2),
        speaker=Speaker("a-b", "A B", "minister"),
        id="q1",
    )
    article = Article(id="a1", text=text, path="p", quotes=(quote,), **of_article)  # type: ignore[arg-type]
    return Citation(article, quote, LINK)


def test_all_forms_of_a_quote(corpus: tuple[Article, ...]) -> None:
    talks = corpus[0]
    citation = Citation(talks, talks.quotes[0], LINK)
    assert plain(citation) == (
        "“We will spend much more on defence, and sooner,” – Mark Rutte, NATO Secretary General "
        "(told reporters). A. Writer, “Talks on spending”, The Daily, 3 April 2025, "
        f"https://daily.example/talks. On record: {LINK}\n"
    )
    assert markdown(citation) == (
        "> “We will spend much more on defence, and sooner,”\n>\n"
        "> – Mark Rutte, NATO Secretary General (told reporters), in "
        "[Talks on spending](<https://daily.example/talks>), *The Daily*, 3 April 2025 "
        f"([on record]({LINK}))\n"
    )
    entry = bibtex(citation)
    assert entry.startswith(f"@article{{{talks.quotes[0].id},\n  author = {{A. Writer}},\n")
    for field in ("journal = {The Daily}", "year = {2025}", "month = {4}", "day = {3}", LINK):
        assert field in entry
    (item,) = json.loads(csl_json(citation))
    assert item["type"] == "article-newspaper"
    assert item["issued"] == {"date-parts": [[2025, 4, 3]]}
    assert item["author"] == [{"literal": "A. Writer"}]
    assert "We will spend" in item["note"]


def test_what_is_not_known_is_left_out() -> None:
    citation = cited()
    assert "None" not in "".join(write(citation) for write, _ in FORMS.values())
    assert set(json.loads(csl_json(citation))[0]) == {"id", "type", "title", "URL", "note"}
    assert json.loads(csl_json(citation))[0]["URL"] == LINK


def test_reported_speech_has_no_quotation_marks_and_says_so() -> None:
    assert plain(cited(kind="indirect")).startswith("We will pay. – A B, minister (We, reported speech).")


def test_hostile_text_breaks_no_form() -> None:
    citation = cited(HOSTILE, title=HOSTILE, outlet=HOSTILE, date=dt.date(2025, 1, 1), url="javascript:x")
    entry = bibtex(citation)
    bare = re.sub(r"\\[\\{}%&$#_]|\\text\w+\{\}", "", entry)
    assert bare.count("{") == bare.count("}")
    assert not re.search(r"[%&$#~^]", bare.replace(LINK, ""))
    assert json.loads(csl_json(citation))[0]["title"] == HOSTILE
    assert "javascript" not in "".join(write(citation) for write, _ in FORMS.values())
    assert r"\[link\](x) \<b\> \`code\`" in markdown(citation)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_has_an_address(client: FlaskClient, corpus: tuple[Article, ...], form: str) -> None:
    talks = corpus[0]
    of_quote = client.get(f"/quote/{talks.quotes[0].id}/cite.{form}")
    assert of_quote.status_code == 200
    assert "We will spend much more" in of_quote.text
    assert f"http://localhost/quote/{talks.quotes[0].id}" in of_quote.text
    of_article = client.get(f"/article/{talks.id}/cite.{form}")
    assert "Talks on spending" in of_article.text
    assert f"http://localhost/article/{talks.id}" in of_article.text
    assert client.get(f"/quote/none-x/cite.{form}").status_code == 404
    assert client.get(f"/article/none/cite.{form}").status_code == 404


def test_an_unknown_form_is_not_found(client: FlaskClient, corpus: tuple[Article, ...]) -> None:
    assert client.get(f"/article/{corpus[0].id}/cite.doc").status_code == 404
