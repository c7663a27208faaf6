"""The page about the endpoint: it names all there is, and what it offers to try can be tried."""

import re
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from index.article import Article, Quote, Span, Speaker
from index.writer import open_writer
from web.app import create_app
from web.openapi import schemas
from web.operations import OPERATIONS, PROBLEMS, parameters
from web.reference import Word, words


def test_it_names_every_operation_parameter_shape_and_problem(client: FlaskClient) -> None:
    page = client.get("/api").text
    for operation in OPERATIONS:
        assert f"{operation.method} /api/v1{operation.path}</code>" in page
        assert str(operation.says).split(",", maxsplit=1)[0].replace("'", "&#39;") in page
    for parameter in parameters():
        assert f'id="parameter-{parameter.name}"' in page
    for name, schema in schemas().items():
        assert f'<dl id="{name}">' in page
        assert all(f"<code>{member}</code>" in page for member in schema["properties"])
    for status in PROBLEMS:
        assert f"<code>{status.value}</code>" in page


def test_every_link_within_it_leads_somewhere(client: FlaskClient) -> None:
    page = client.get("/api").text
    wanted = set(re.findall(r'href="#([^"]+)"', page))
    assert wanted <= set(re.findall(r'id="([^"]+)"', page))


def test_every_example_gives_json_and_stands_whole_beside_it(client: FlaskClient) -> None:
    page = client.get("/api").text
    tried = re.findall(r'<li><a href="(/api/v1/[^"]+)"[^>]*>[^<]+</a>\s*<pre><code>(.*?)</code>', page)
    asked = [operation for operation in OPERATIONS if operation.method == "GET"]
    assert {operation.path.partition("{")[0] for operation in asked} == {
        next(path for path in (operation.path.partition("{")[0] for operation in asked) if path in href)
        for href, _ in tried
    }
    for href, curl in tried:
        answer = client.get(unescape(href))
        assert (answer.status_code, answer.content_type) == (200, "application/json")
        assert unescape(curl) == f"curl 'http://localhost{unescape(href)}'"


def test_it_leads_to_the_files_and_feeds_of_a_search(client: FlaskClient) -> None:
    page = client.get("/api", environ_overrides={"SCRIPT_NAME": "/press"}).text
    for name in ("search.csv", "search.jsonl", "search.atom", "opensearch.xml"):
        assert f'href="/press/{name}"' in page
        assert client.get(f"/{name}").status_code == 200


def test_it_stands_with_and_without_a_slash_and_under_a_prefix(client: FlaskClient) -> None:
    assert client.get("/api/").status_code == 200
    below = client.get("/api", environ_overrides={"SCRIPT_NAME": "/press"}).text
    assert "GET /press/api/v1/search" in below
    assert "curl 'http://localhost/press/api/v1/" in below


def test_without_an_index_it_has_no_examples(tmp_path: Path) -> None:
    page = create_app({"ONRECORD_INDEX": tmp_path / "none"}).test_client().get("/api")
    assert page.status_code == 200
    assert "curl" not in page.text


def test_names_in_its_examples_are_escaped(tmp_path: Path) -> None:
    named = Speaker("b-o", "<b>Bo</b> O'Dea' ; rm")
    quote = Quote(kind="direct", content=Span(0, 4), speaker=named, id="a-1")
    with open_writer(tmp_path / "index") as writer:
        writer.add(Article(id="a", text="Said.", path="a", quotes=(quote,)), fingerprint="1")
        writer.commit()
    page = create_app({"ONRECORD_INDEX": tmp_path / "index"}).test_client().get("/api").text
    assert "<b>" not in page
    for curl in re.findall(r"<code>(curl .*?)</code>", page):
        assert unescape(curl).count("'") == 2


def test_about_leads_to_it(client: FlaskClient) -> None:
    assert 'href="/api"' in client.get("/about").text


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        ({"$ref": "#/components/schemas/Topic"}, "Topic"),
        ({"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]}, "day or null"),
        ({"type": "array", "items": {"$ref": "#/x/Topic"}}, "list of Topic"),
        ({"type": "array", "prefixItems": [{"type": "integer"}] * 2}, "[whole number, whole number]"),
        ({"type": "string", "enum": ["a", "b"]}, "a or b"),
        ({"type": "boolean"}, "true or false"),
        ({}, "anything"),
    ],
)
def test_a_type_is_said_in_words(schema: dict[str, object], said: str) -> None:
    assert "".join(word.text for word in words(schema)) == said


def test_a_shape_in_a_type_can_be_told_from_words() -> None:
    assert words({"$ref": "#/components/schemas/Topic"}) == (Word("Topic", shape=True),)
