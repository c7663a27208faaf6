"""The names a server may be asked for by."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from web.app import create_app
from web.hosts import Hosts


@pytest.mark.parametrize(
    ("allowed", "host", "permitted"),
    [
        ("press.example", "press.example", True),
        ("press.example", "press.example:8000", True),
        ("press.example", "Press.Example.", True),
        ("PRESS.example", "press.example", True),
        ("press.example", "www.press.example", False),
        ("press.example", "press.example.evil.example", False),
        ("press.example", "evilpress.example", False),
        ("press.example", "", False),
        (".press.example", "press.example", True),
        (".press.example", "a.b.press.example", True),
        (".press.example", "evilpress.example", False),
        ("a.example, b.example", "b.example", True),
        ("127.0.0.1", "127.0.0.1:8000", True),
        ("127.0.0.1", "127.0.0.2", False),
        ("::1", "[::1]:8000", True),
        ("[::1]", "[::1]", True),
        ("bücher.example", "xn--bcher-kva.example", True),
        ("press.example", "[::1", False),
        ("press.example", "press.example@evil.example", False),
        ("press.example", "evil.example/press.example", False),
        ("press.example", "evil.example#press.example", False),
        ("none", "anything.example", True),
        ([], "", True),
    ],
)
def test_a_host_is_permitted_by_its_name(allowed: str, host: str, permitted: bool) -> None:
    assert Hosts.of(allowed).permit(host) is permitted


@pytest.mark.parametrize(
    "entry", ["https://press.example", "press.example:8000", "*", "a..b", "press.example/x", "."]
)
def test_what_is_no_name_is_refused(entry: str) -> None:
    with pytest.raises(ValueError, match="is no name of a server"):
        Hosts.of(entry)


@pytest.fixture
def named(index: Path) -> FlaskClient:
    return create_app({"ONRECORD_INDEX": index, "ONRECORD_ALLOWED_HOSTS": "press.example"}).test_client()


@pytest.mark.parametrize(
    "path", ["/", "/about", "/nothing", "/static/v-0/onrecord.css", "/article/talksaaaaaaa"]
)
def test_another_name_is_answered_nothing(named: FlaskClient, path: str) -> None:
    refused = named.get(path, headers={"Host": "evil.example"})
    assert refused.status_code == 400
    assert "“evil.example” is no name of this server" in refused.text
    assert "href" not in refused.text
    assert "default-src 'none'" in refused.headers["Content-Security-Policy"]
    assert named.get("/about", headers={"Host": "press.example:8000"}).status_code == 200


@pytest.mark.parametrize("host", ["", "a b", "evil.example/x", 'x"onload=1', "[::1", "a@b"])
def test_a_name_that_is_none_is_refused_where_any_is_allowed(client: FlaskClient, host: str) -> None:
    assert client.get("/about", headers={"Host": host}).status_code == 400
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


def test_a_program_is_refused_as_one(named: FlaskClient) -> None:
    refused = named.get("/api/v1/search", headers={"Host": "<b>evil"})
    assert refused.status_code == 400
    assert refused.mimetype == "application/problem+json"


def test_health_is_answered_under_any_name(named: FlaskClient) -> None:
    assert named.get("/healthz", headers={"Host": "10.0.0.9"}).status_code == 200
    assert named.get("/readyz", headers={"Host": "10.0.0.9"}).status_code == 200
    assert named.get("/metrics", headers={"Host": "10.0.0.9"}).status_code == 400


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
@given(
    host=st.text(st.sampled_from("press.exampl:8[]@/\\#?%- ") | st.characters(max_codepoint=255), max_size=30)
)
def test_no_host_is_a_500_and_none_but_ours_is_answered(named: FlaskClient, host: str) -> None:
    status = named.get("/about", environ_overrides={"HTTP_HOST": host}).status_code
    assert status == 400 or host.lower().partition(":")[0].removesuffix(".") == "press.example"
