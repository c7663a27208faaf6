"""What a browser needs to add this search: the description, its addresses, the suggestions."""

from urllib.parse import quote_plus
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

NAMESPACE = "{http://a9.com/-/spec/opensearch/1.1/}"
PAGES = (
    "/",
    "/?q=spend",
    "/speaker/mark-rutte",
    "/article/talksaaaaaaa",
    "/values/speaker",
    "/about",
    "/nothing",
)


def templates(client: FlaskClient) -> dict[str, str]:
    response = client.get("/opensearch.xml")
    assert response.content_type == "application/opensearchdescription+xml; charset=utf-8"
    root = ElementTree.fromstring(response.data)
    assert len(root.findtext(f"{NAMESPACE}ShortName") or "") in range(1, 17)
    assert root.findtext(f"{NAMESPACE}Description")
    return {url.attrib["type"]: url.attrib["template"] for url in root.findall(f"{NAMESPACE}Url")}


@pytest.mark.parametrize("path", PAGES)
def test_every_page_names_the_description(client: FlaskClient, path: str) -> None:
    link = '<link rel="search" type="application/opensearchdescription+xml" href="/opensearch.xml"'
    assert link in client.get(path).text


@pytest.mark.parametrize("typed", ["spend", 'speaker:"Mark Rutte"', "défense & <b>", "zebra"])
def test_each_address_of_the_description_answers_what_is_typed(client: FlaskClient, typed: str) -> None:
    found = templates(client)
    assert len(found) == 5
    for kind, template in found.items():
        assert template.startswith("http://localhost/")
        url = template.replace("{searchTerms}", quote_plus(typed))
        url = url.replace("{startPage?}", "").replace("{count?}", "")  # what a browser does not know is empty
        response = client.get(url)
        assert response.status_code == 200
        assert response.mimetype == kind
    pages = templates(client)["application/atom+xml"].replace("{searchTerms}", "spend")
    counted = client.get(pages.replace("{startPage?}", "2").replace("{count?}", "1"))
    assert b"<opensearch:startIndex>2</opensearch:startIndex>" in counted.data


@pytest.mark.parametrize(
    ("typed", "words", "counts"),
    [
        ("mark ru", ["Mark Rutte"], ["2 quotes"]),
        ("nato rutt", ["nato Mark Rutte"], ["2 quotes"]),
        ("targ", ['topic:"Spending targets"'], ["1 article"]),
        ("the da", ['outlet:"The Daily"'], ["1 article"]),
        ("x", [], []),
        ("", [], []),
        ("zzzz" * 500, [], []),
        ("mark ru" + " " * 200 + "x" * 99, [], []),
    ],
)
def test_suggestions_are_as_browsers_take_them(
    client: FlaskClient, typed: str, words: list[str], counts: list[str]
) -> None:
    response = client.get("/suggest.json", query_string={"q": typed})
    assert response.mimetype == "application/x-suggestions+json"
    said, found, counted = response.get_json(force=True)
    assert said == typed[:1000]
    assert [word for word in found if word in words] == words
    assert [count for word, count in zip(found, counted, strict=True) if word in words] == counts


def test_what_is_suggested_finds_something(client: FlaskClient) -> None:
    for typed in ("ru", "spend", "dai", "mark"):
        _, found, _ = client.get(f"/suggest.json?q={typed}").get_json(force=True)
        assert found
        for words in found:
            response = client.get("/api/v1/search", query_string={"q": words, "view": "articles"})
            assert response.get_json()["total"], words


def test_it_is_right_under_a_prefix(client: FlaskClient) -> None:
    text = client.get("/opensearch.xml", environ_overrides={"SCRIPT_NAME": "/mounted"}).text
    assert text.count("http://localhost/mounted/") == 6
