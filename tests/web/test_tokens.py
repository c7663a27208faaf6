"""Bearer tokens: kept as hashes in a file that is the server's alone, and what they open."""

import datetime as dt
import json
import os
import stat
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask.testing import FlaskClient

from web.app import create_app
from web.cli import main
from web.settings import SettingError
from web.tokens import TokenError, TokenFile

TODAY = dt.datetime.now(dt.UTC).date()
YESTERDAY, TOMORROW = TODAY - dt.timedelta(1), TODAY + dt.timedelta(1)


@pytest.fixture
def file(tmp_path: Path) -> TokenFile:
    return TokenFile(tmp_path / "own" / "tokens.json")


@pytest.fixture
def client(index: Path, file: TokenFile) -> FlaskClient:
    return create_app(
        {"ONRECORD_INDEX": index, "ONRECORD_SIGN_ON": "token", "ONRECORD_TOKENS": file.path}
    ).test_client()


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def test_a_token_is_found_by_its_text_and_kept_as_a_hash(file: TokenFile) -> None:
    token = file.add("desk", ("read",))
    assert token.startswith("onrecord_")
    assert len(token) > 50
    found = file.find(token, TODAY)
    assert found
    assert (found.name, found.scopes, found.made) == ("desk", ("read",), TODAY)
    kept = file.path.read_text()
    assert token not in kept
    assert token.removeprefix("onrecord_") not in kept


@pytest.mark.parametrize(
    "change", [str.upper, lambda token: token[:-1], lambda token: token + "x", lambda _: ""]
)
def test_any_other_text_is_no_token(file: TokenFile, change: Callable[[str], str]) -> None:
    token = file.add("desk", ("read",))
    assert file.find(change(token), TODAY) is None


def test_no_two_tokens_are_alike(file: TokenFile) -> None:
    assert len({file.add(f"desk-{number}", ("read",)) for number in range(50)}) == 50


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_the_file_is_its_owner_s_alone(file: TokenFile, umask: int, monkeypatch: pytest.MonkeyPatch) -> None:

    before = os.umask(umask)
    try:
        file.add("desk", ("read",))
        file.add("feed", ("read", "ingest"))
        file.revoke("desk")
    finally:
        os.umask(before)
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
    assert [each.name for each in file.path.parent.iterdir()] == ["tokens.json"]


def test_a_file_that_others_may_write_is_not_read(file: TokenFile) -> None:
    file.add("desk", ("read",))
    file.path.chmod(0o620)
    with pytest.raises(TokenError, match="chmod 600"):
        TokenFile(file.path).tokens()


def test_a_token_holds_to_its_last_day(file: TokenFile) -> None:
    token = file.add("desk", ("read",), TOMORROW)
    assert file.find(token, TOMORROW)
    assert file.find(token, TOMORROW + dt.timedelta(1)) is None


@pytest.mark.parametrize("name", ["", "a b", "-a", "a" * 65, "ä", "a\n", "../a"])
def test_a_name_that_is_none_is_refused(file: TokenFile, name: str) -> None:
    with pytest.raises(TokenError, match="is no name for a token"):
        file.add(name, ("read",))


def test_a_name_is_given_once(file: TokenFile) -> None:
    file.add("desk", ("read",))
    with pytest.raises(TokenError, match="already"):
        file.add("desk", ("ingest",))


@pytest.mark.parametrize(
    "content",
    [
        *("", "{", "[1]", '[{"name": "x"}]'),
        '[{"name":"x","scopes":["read"],"digest":"é","made":"2025-04-03"}]',
        '[{"name":"x","scopes":["admin"],"digest":"","made":"2025-04-03"}]',
    ],
)
def test_a_spoiled_file_is_an_error_and_lets_nobody_in(
    index: Path, file: TokenFile, client: FlaskClient, content: str
) -> None:
    token = file.add("desk", ("read",))
    assert client.get("/about", headers=bearer(token)).status_code == 200
    file.path.write_text(content)
    with pytest.raises(TokenError, match="are not what `onrecord token` writes"):
        file.tokens()
    assert client.get("/about", headers=bearer(token)).status_code == 503
    with pytest.raises(SettingError, match="The setting tokens = "):
        create_app({"ONRECORD_INDEX": index, "ONRECORD_SIGN_ON": "token", "ONRECORD_TOKENS": file.path})


def test_no_token_is_lost_where_several_are_made_at_once(file: TokenFile) -> None:
    """The lock is on an open file, so threads keep each other out as processes do."""
    names = {f"desk-{number}" for number in range(24)}
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda name: TokenFile(file.path).add(name, ("read",)), names))
    assert {each.name for each in file.tokens()} == names
    assert all(file.find(token, TODAY) for token in made)


def test_a_token_opens_pages_and_endpoint_until_it_is_revoked(client: FlaskClient, file: TokenFile) -> None:
    token = file.add("desk", ("read",))
    for path in ("/", "/about", "/api/v1/search", "/static/v-0/onrecord.css"):
        with client.get(path, headers=bearer(token)) as response:
            assert response.status_code == 200
            assert response.cache_control.private
            assert "Authorization" in response.vary
    file.revoke("desk")
    assert client.get("/api/v1/search", headers=bearer(token)).status_code == 401


@pytest.mark.parametrize(
    ("given", "challenge"),
    [
        ({}, 'Bearer realm="Onrecord"'),
        (bearer("onrecord_x"), 'Bearer realm="Onrecord", error="invalid_token"'),
        (bearer(""), 'Bearer realm="Onrecord"'),
        (bearer("a\x00b"), 'Bearer realm="Onrecord", error="invalid_token"'),
        (bearer("\xff"), 'Bearer realm="Onrecord", error="invalid_token"'),
        ({"Authorization": "Basic YTpi"}, 'Bearer realm="Onrecord"'),
        ({"X-Forwarded-User": "ann"}, 'Bearer realm="Onrecord"'),
    ],
)
def test_a_program_without_a_good_token_is_told_what_it_takes(
    client: FlaskClient, given: dict[str, str], challenge: str
) -> None:
    refused = client.get("/api/v1/search", headers=given)
    assert refused.status_code == 401
    assert refused.mimetype == "application/problem+json"
    assert refused.headers["WWW-Authenticate"] == challenge


def test_a_token_that_does_not_hold_is_told_from_none(client: FlaskClient, file: TokenFile) -> None:
    file.add("desk", ("read",))
    for given, said in ((bearer("onrecord_x"), "mistyped, was revoked"), ({}, "not told who is asking")):
        assert said in client.get("/api/v1/search", headers=given).get_json()["detail"]


def test_a_token_for_handing_in_reads_nothing(client: FlaskClient, file: TokenFile) -> None:
    refused = client.get("/api/v1/search", headers=bearer(file.add("feed", ("ingest",))))
    assert refused.status_code == 403
    assert 'error="insufficient_scope"' in refused.headers["WWW-Authenticate"]
    assert 'scope="read"' in refused.headers["WWW-Authenticate"]


def test_people_by_header_and_programs_by_token(index: Path, file: TokenFile) -> None:
    given = {"ONRECORD_SIGN_ON": "header, token", "ONRECORD_TRUSTED_PROXIES": "127.0.0.1"}
    client = create_app({"ONRECORD_INDEX": index, "ONRECORD_TOKENS": file.path, **given}).test_client()
    assert client.get("/about").status_code == 401
    assert client.get("/about", headers={"X-Forwarded-User": "ann"}).status_code == 200
    assert client.get("/about", headers=bearer(file.add("desk", ("read",)))).status_code == 200
    other = {"X-Forwarded-User": "ann", **bearer("a token of the proxy's own")}
    assert client.get("/about", headers=other).status_code == 200


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["token", *map(str, arguments)])


def test_tokens_are_made_listed_and_revoked_on_the_command_line(tmp_path: Path) -> None:
    index = tmp_path / "index"
    made = run("add", "desk", "--scope", "read", "--index", index)
    run("add", "feed.wire", "--scope", "ingest", "--scope", "read", "--until", TOMORROW, "--index", index)
    assert made.exit_code == 0
    (token,) = made.stdout.split()
    assert made.stderr.splitlines() == [
        f"It is shown this once. Its hash is kept in {tmp_path / 'tokens.json'}.",
        "The setting sign_on has no “token” yet, without which it opens nothing.",
    ]
    found = TokenFile(tmp_path / "tokens.json").find(token, TODAY)
    assert found
    assert found.name == "desk"
    assert run("list", "--index", index).stdout.splitlines() == [
        f"desk       read          made {TODAY}",
        f"feed.wire  ingest, read  made {TODAY}  until {TOMORROW}",
    ]
    listed = run("list", "--json", "--index", index).stdout
    assert json.loads(listed)[0] == {"name": "desk", "scopes": ["read"], "made": str(TODAY), "until": None}
    assert run("revoke", "desk", "--index", index).exit_code == 0
    assert run("revoke", "feed.wire", "--index", index).exit_code == 0
    assert run("list", "--index", index).stdout == "There are no tokens.\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["add", "a b", "--scope", "read"], "“a b” is no name"),
        (["add", "desk", "--scope", "read"], "already"),
        (["add", "new", "--scope", "read", "--until", str(YESTERDAY)], f"The day {YESTERDAY} is past."),
        (["revoke", "nobody"], "There is no token “nobody” in "),
    ],
)
def test_a_mistake_is_one_line_and_status_2(tmp_path: Path, arguments: list[str], said: str) -> None:
    run("add", "desk", "--scope", "read", "--index", tmp_path / "index")
    result = run(*arguments, "--index", tmp_path / "index")
    assert result.exit_code == 2
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1
