"""Figures for Prometheus: off unless asked for, read by its own parser, in a registry of ours."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient
from prometheus_client import REGISTRY
from prometheus_client.parser import text_string_to_metric_families

from web.app import create_app


def figures(client: FlaskClient, **headers: str) -> dict[tuple[str, frozenset[tuple[str, str]]], float]:
    response = client.get("/metrics", headers=headers)
    assert response.status_code == 200
    families = list(text_string_to_metric_families(response.text))
    return {(s.name, frozenset(s.labels.items())): s.value for family in families for s in family.samples}


def value(client: FlaskClient, name: str, **labels: str) -> float | None:
    return figures(client).get((name, frozenset(labels.items())))


@pytest.fixture
def counted(index: Path) -> FlaskClient:
    return create_app({"ONRECORD_INDEX": index, "ONRECORD_METRICS": True}).test_client()


def test_requests_and_searches_are_counted_and_timed(counted: FlaskClient) -> None:
    for path in ("/?q=spend", "/?q=spend", "/?q=(", "/api/v1/search?view=articles", "/nothing", "/nowhere"):
        counted.get(path)
    seconds = "onrecord_request_seconds_count"
    assert value(counted, seconds, view="pages.search", method="GET", status="200") == 2
    assert value(counted, seconds, view="pages.search", method="GET", status="400") == 1
    assert value(counted, seconds, view="nowhere.missing", method="GET", status="404") == 2
    assert value(counted, "onrecord_search_seconds_count", view="articles") == 1
    assert (value(counted, "onrecord_search_seconds_count", view="quotes") or 0) >= 2
    assert 0 < (value(counted, "onrecord_search_seconds_sum", view="quotes") or 0) < 5


def test_the_index_is_described(counted: FlaskClient) -> None:
    assert value(counted, "onrecord_index_ready") == 1
    assert value(counted, "onrecord_index_generation") == 1
    assert value(counted, "onrecord_index_documents", kind="articles") == 2
    assert value(counted, "onrecord_index_documents", kind="quotes") == 4


def test_without_an_index_there_are_figures_all_the_same(tmp_path: Path) -> None:
    client = create_app({"ONRECORD_INDEX": tmp_path / "none", "ONRECORD_METRICS": True}).test_client()
    assert value(client, "onrecord_index_ready") == 0
    assert value(client, "onrecord_index_generation") is None


def test_they_are_off_unless_asked_for_and_for_readers_alone(client: FlaskClient, index: Path) -> None:
    assert client.get("/metrics").status_code == 404
    given = {"ONRECORD_METRICS": True, "ONRECORD_SIGN_ON": "token"}
    assert create_app({"ONRECORD_INDEX": index, **given}).test_client().get("/metrics").status_code == 401


def test_the_registry_of_the_process_is_left_alone_and_two_apps_get_on(
    counted: FlaskClient, index: Path
) -> None:
    other = create_app({"ONRECORD_INDEX": index, "ONRECORD_METRICS": True}).test_client()
    other.get("/about")
    about = {"view": "browse.about", "method": "GET", "status": "200"}
    assert value(other, "onrecord_request_seconds_count", **about) == 1
    assert value(counted, "onrecord_request_seconds_count", **about) is None
    assert not [family.name for family in REGISTRY.collect() if "onrecord" in family.name]


def test_a_method_that_somebody_makes_up_makes_no_figure_of_its_own(counted: FlaskClient) -> None:
    for number in range(5):
        counted.open("/about", method=f"X{number}")
    assert {dict(labels).get("method") for _, labels in figures(counted)} <= {None, "GET"}
