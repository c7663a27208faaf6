"""The description: valid, complete, true of every answer, and with examples that can be asked."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator, validate

from web import api, intake, parameter_table, params
from web.app import create_app
from web.operations import OPERATIONS
from web.tokens import Scope, TokenFile

DESCRIPTION = "/api/v1/openapi.json"
BY_ID = {operation.id: operation for operation in OPERATIONS}


@pytest.fixture
def described(client: FlaskClient) -> Any:
    return client.get(DESCRIPTION).get_json()


def resolved(described: Any, value: Any) -> Any:
    """Return what a reference stands for, or the value itself."""
    if "$ref" not in value:
        return value
    for part in value["$ref"].removeprefix("#/").split("/"):
        described = described[part]
    return described


def validator(described: Any, schema: Any) -> Draft202012Validator:
    """Return the validator of a schema that may refer to the description's components."""
    return Draft202012Validator(
        {**schema, "components": described["components"]},
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )


def test_a_strict_validator_accepts_it(described: Any) -> None:
    validate(described, cls=OpenAPIV31SpecValidator)


@pytest.mark.parametrize("contact", ["desk@press.example", "https://press.example/report"])
def test_it_is_given_without_an_index_and_names_the_contact(tmp_path: Path, contact: str) -> None:
    client = create_app({"ONRECORD_INDEX": tmp_path / "none", "ONRECORD_CONTACT": contact}).test_client()
    described = client.get(DESCRIPTION).get_json()
    validate(described, cls=OpenAPIV31SpecValidator)
    assert contact in described["info"]["contact"].values()
    assert '"example":' not in json.dumps(described)


def test_it_describes_every_address_of_the_endpoint(app: Flask, described: Any) -> None:
    rules = {
        rule.rule.replace("<id_>", "{id}").replace("<name>", "{name}")
        for rule in app.url_map.iter_rules()
        if rule.endpoint.startswith(("onrecord.api.", "onrecord.intake."))
    }
    (server,) = described["servers"]
    assert rules == {server["url"] + path for path in described["paths"]}


def test_operations_are_named_like_their_views_and_each_once(described: Any) -> None:
    names = [each["operationId"] for methods in described["paths"].values() for each in methods.values()]
    assert len(names) == len(set(names))
    assert all(callable(getattr(intake if name == "take" else api, name)) for name in names)


def test_its_parameters_are_those_that_are_read(described: Any) -> None:
    search = [resolved(described, each) for each in described["paths"]["/search"]["get"]["parameters"]]
    assert [each["name"] for each in search] == [each.name for each in parameter_table.OF_ENDPOINT]
    query = urlencode([(each["name"], "1" if each["name"].startswith("page") else "") for each in search])
    assert params.parse(query, parameter_table.OF_ENDPOINT)[1] == ()


ASKED = (
    "/search?q=spend",
    "/search?q=spend+zebra&colour=red&speaker=nobody",
    "/search?view=articles&page_size=1",
    "/facets/topic",
    "/suggest?q=ru",
    "/articles/talksaaaaaaa",
    "/articles/hostileaaaaa",
    "/articles/none",
    "/speakers/marco-rubio",
    "/speakers/none",
    "/quotes/none-none",
    "/facets/date",
    "/search?q=%22",
    "/search?q=a%00",
    "/search?q=%FF",
    "/search?page=0",
    "/facets/speaker?page=1001",
    "/search?-topic=" + "a" * 500,
    "/search?q=" + "a" * 1001,
    "/openapi.json",
)


@pytest.mark.parametrize("path", ASKED, ids=lambda path: path[:30])
def test_every_answer_is_as_described(client: FlaskClient, described: Any, path: str) -> None:
    pattern = next(
        pattern
        for pattern, methods in described["paths"].items()
        if "get" in methods and path.partition("?")[0].startswith(pattern.partition("{")[0].rstrip("/"))
    )
    answer = client.get(f"/api/v1{path}")
    said = resolved(described, described["paths"][pattern]["get"]["responses"][str(answer.status_code)])
    (schema,) = [said["content"][answer.content_type]["schema"]]
    validator(described, schema).validate(json.loads(answer.data))


def test_its_examples_can_be_asked(client: FlaskClient, described: Any) -> None:
    for path, methods in described["paths"].items():
        if "get" not in methods:
            continue
        asked = [resolved(described, each) for each in methods["get"].get("parameters", ())]
        given = {each["name"]: each["example"] for each in asked if "example" in each}
        for each in asked:
            if "example" in each:
                schema = validator(described, each["schema"])
                schema.validate(each["example"])
        for each in asked:
            if each["in"] == "path":
                path = path.replace(f"{{{each['name']}}}", quote(given.pop(each["name"])))
        answer = client.get(f"/api/v1{path}?{urlencode(given, doseq=True)}")
        assert answer.status_code == 200, answer.text
        assert answer.get_json().get("total", 1) > 0


def test_the_ids_an_answer_leads_to_are_there(client: FlaskClient, described: Any) -> None:
    starts = {"search": "/search", "article": "/articles/talksaaaaaaa", "quote": None}
    starts["quote"] = client.get("/api/v1/search?q=spend").get_json()["hits"][0]["id"]
    starts["quote"] = f"/quotes/{starts['quote']}"
    for name, start in starts.items():
        answer = client.get(f"/api/v1{start}").get_json()
        for other, pointer in BY_ID[name].leads.items():
            id_ = answer
            for part in pointer.removeprefix("/").split("/"):
                id_ = id_[int(part) if part.isdigit() else part]
            assert client.get(f"/api/v1{BY_ID[other].path.replace('{id}', id_)}").status_code == 200


@pytest.mark.parametrize("scope", [None, "ingest"])
def test_the_headers_of_a_refusal_are_described(
    index: Path, tmp_path: Path, described: Any, scope: Scope | None
) -> None:
    tokens = tmp_path / "tokens.json"
    given = {"ONRECORD_INDEX": index, "ONRECORD_SIGN_ON": "token", "ONRECORD_TOKENS": tokens}
    client = create_app(given).test_client()
    sent = {"Authorization": f"Bearer {TokenFile(tokens).add('wire', (scope,))}"} if scope else {}
    refused = client.get("/api/v1/search", headers=sent)
    named = described["paths"]["/search"]["get"]["responses"][str(refused.status_code)]["$ref"]
    stated = described["components"]["responses"][named.rpartition("/")[2]]["headers"]
    assert set(stated) == {"WWW-Authenticate"}
    assert refused.headers["WWW-Authenticate"].startswith("Bearer ")


def test_under_a_prefix_it_says_so(client: FlaskClient) -> None:
    below = client.get(DESCRIPTION, environ_overrides={"SCRIPT_NAME": "/press"}).get_json()
    assert below["servers"] == [{"url": "/press/api/v1"}]


def test_pages_and_answers_lead_to_it(client: FlaskClient) -> None:
    assert f'<link rel="service-desc" href="{DESCRIPTION}"' in client.get("/").text
    links = client.get("/api/v1/search").headers.getlist("Link")
    assert f'<{DESCRIPTION}>; rel="service-desc"' in links
    assert '</api>; rel="service-doc"' in links
