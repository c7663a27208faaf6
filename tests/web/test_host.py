"""The blueprint in somebody else's app: ours is ours below its prefix, and nothing of the host's changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Blueprint
from flask.testing import FlaskClient

from index.article import Article
from tests.host.app import Host, create_host, mounted
from tests.web.crawl import addresses, crawl, kinds
from web import blueprint

PREFIX = "/tools/press"


@pytest.fixture(scope="module")
def host(index: Path) -> Host:
    return mounted(create_host(index), blueprint)


@pytest.fixture
def client(host: Host) -> Iterator[FlaskClient]:
    with host.test_client() as client:
        yield client


def belongings(app: Host) -> dict[str, Any]:
    """What a host has that an extension might change, each as something that can be compared."""
    env = app.jinja_env
    return {
        "classes": (app.request_class, app.response_class, type(app.json), type(app.session_interface)),
        "the application": app.wsgi_app,
        "settings": dict(app.config),
        "globals": dict(env.globals),
        "filters": dict(env.filters),
        "templates": (env.undefined, env.block_start_string, env.autoescape, type(env.loader)),
        "error pages": {code: dict(kinds) for code, kinds in app.error_handler_spec[None].items()},
        "before requests": list(app.before_request_funcs[None]),
        "after requests": list(app.after_request_funcs[None]),
        "after all": list(app.teardown_request_funcs[None]),
        "context": list(app.template_context_processors[None]),
        "addresses": sorted(str(rule) for rule in app.url_map.iter_rules() if PREFIX not in str(rule)),
        "kinds in addresses": dict(app.url_map.converters),
        "slashes": app.url_map.strict_slashes,
        "extensions": {name: id(each) for name, each in app.extensions.items() if name != "onrecord"},
        "handlers of the log": list(app.logger.handlers),
    }


def test_nothing_of_the_host_is_changed(index: Path) -> None:
    app = create_host(index)
    before = belongings(app)
    mounted(app, blueprint)
    assert belongings(app) == before
    app.test_client().get(f"{PREFIX}/?q=spend")
    assert belongings(app) == before


@pytest.mark.parametrize(
    ("path", "status", "said", "kind"),
    [
        ("/", 200, "search at the foreign desk, in the host&#39;s own wording, LOUD", "text/plain"),
        ("/day", 200, '{"day":"day 093","name":"\\u00e9"}', "application/vnd.host+json"),
        ("/static/onrecord.css", 200, "the host's", "text/css"),
        ("/nothing", 404, "The host's error 404", "text/plain"),
        ("/form", 405, "The host's error 405", "text/plain"),
        ("/fault", 500, "The host's error 500", "text/plain"),
        ("/tools/clock", 200, "the host's tool clock", "text/plain"),
        ("/tools/pressure", 200, "the host's tool pressure", "text/plain"),
    ],
)
def test_outside_the_prefix_all_is_the_host_s(
    client: FlaskClient, path: str, status: int, said: str, kind: str
) -> None:
    response = client.get(path, buffered=True)
    assert response.status_code == status
    assert said in response.text
    assert response.mimetype == kind
    assert "Content-Security-Policy" not in response.headers


def test_the_host_s_extensions_work_beside_it(client: FlaskClient) -> None:
    refused = client.post("/form")
    assert (refused.status_code, "The host's error 400" in refused.text) == (400, True)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nothing", 404),
        ("GET", "/article/none", 404),
        ("GET", "/static/v-0/none.css", 404),
        ("GET", "/?page=0", 400),
        ("GET", "/api/v1/nothing", 404),
        ("GET", "/api/v1/articles/none", 404),
        ("GET", "/api/v1/search?page=0", 400),
        ("OPTIONS", "/nothing", 404),
        ("POST", "/about", 400),  # Flask-WTF wants its token before anybody sees the request
    ],
)
def test_an_error_below_the_prefix_is_said_in_our_words(
    client: FlaskClient, method: str, path: str, status: int
) -> None:
    response = client.open(f"{PREFIX}{path}", method=method)
    assert response.status_code == status
    assert "The host's" not in response.text
    of_the_endpoint = path.startswith("/api")
    assert response.mimetype == ("application/problem+json" if of_the_endpoint else "text/html")
    assert "– Onrecord</title>" in response.text or of_the_endpoint
    assert response.headers["Content-Security-Policy"].startswith("default-src '")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_a_method_that_is_not_allowed_is_refused_by_us(index: Path, method: str) -> None:
    client = mounted(create_host(index, WTF_CSRF_ENABLED=False), blueprint).test_client()
    response = client.open(f"{PREFIX}/about", method=method)
    assert response.status_code == 405
    assert set(response.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}
    assert "The host's" not in response.text
    assert "The host's error 405" in client.open("/", method=method).text


def test_a_fault_of_ours_is_our_page(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("web.browse.readable", lambda: 1 // 0)
    response = client.get(f"{PREFIX}/about")
    assert response.status_code == 500
    assert "Onrecord" in response.text
    assert "The host's" not in response.text


def test_every_page_and_address_leads_below_the_prefix(client: FlaskClient) -> None:
    answers = crawl(lambda path: client.get(path, buffered=True), PREFIX)
    for answer in answers.values():
        assert "Set-Cookie" not in answer.headers
        assert "The host's" not in answer.text
    assert kinds(answers, PREFIX) >= {
        *("", "about", "article", "outlet", "quote", "speaker", "static", "topic", "values"),
    }


def test_a_fragment_and_what_it_pushes_lead_below_the_prefix(client: FlaskClient) -> None:
    response = client.get(f"{PREFIX}/?q=spend&sort=newest", headers={"HX-Request": "true"})
    assert response.headers["HX-Push-Url"] == f"{PREFIX}/?q=spend&sort=newest"
    assert "<html" not in response.text
    assert addresses(response.text)
    assert all(each.startswith(f"{PREFIX}/") for each in addresses(response.text))


def test_the_endpoint_answers_plain_json_with_links_below_the_prefix(
    client: FlaskClient, corpus: tuple[Article, ...]
) -> None:
    answer = client.get(f"{PREFIX}/api/v1/search?q=spend")
    assert answer.mimetype == "application/json"
    found = answer.get_json()
    assert found["links"]["self"] == f"{PREFIX}/api/v1/search?q=spend"
    assert found["hits"][0]["link"].startswith(f"{PREFIX}/quote/")
    article = client.get(f"{PREFIX}/api/v1/articles/{corpus[0].id}")
    assert article.get_json()["link"] == f"{PREFIX}/article/{corpus[0].id}"


def test_the_address_without_its_slash_is_the_search(client: FlaskClient) -> None:
    assert "Onrecord" in client.get(f"{PREFIX}?q=spend").text


def test_it_can_stand_below_a_blueprint_of_the_host_s(index: Path) -> None:
    app = create_host(index)
    outer = Blueprint("desk", __name__, url_prefix="/desk")
    outer.register_blueprint(blueprint, url_prefix="/press", name="quotes")
    app.register_blueprint(outer)
    page = app.test_client().get("/desk/press/?q=spend")
    assert page.status_code == 200
    assert all(each.startswith("/desk/press/") for each in addresses(page.text))
    assert "The host's" not in app.test_client().get("/desk/press/nothing").text


def test_it_can_stand_in_two_places(index: Path) -> None:
    app = mounted(create_host(index), blueprint)
    app.register_blueprint(blueprint, name="archive", url_prefix="/archive")
    for prefix in (PREFIX, "/archive"):
        found = addresses(app.test_client().get(f"{prefix}/?q=spend").text)
        assert found
        assert all(each.startswith(f"{prefix}/") for each in found)
