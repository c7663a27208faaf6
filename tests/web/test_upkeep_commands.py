"""What an index needs when it is there: `onrecord remove`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from web.cli import main

SEEDS = Path(__file__).parents[2] / "seeds"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def index(tmp_path: Path) -> Path:
    assert run("index", "--index", tmp_path / "index", SEEDS).exit_code == 0
    return tmp_path / "index"


def found(index: Path, query: str = "") -> tuple[int, str]:
    """How many quotes there are, and the id of the first one's article."""
    answer = json.loads(run("search", query, "--index", index, "--json").stdout)
    hits = answer["hits"]
    return answer["total"], hits[0]["article"]["id"] if hits else ""


def test_an_article_goes_with_its_quotes(index: Path) -> None:
    before, _ = found(index)
    there, article = found(index, "hysteria")
    assert there
    result = run("remove", article, "--index", index)
    assert (result.exit_code, result.stdout.split()) == (0, ["removed", "1"])
    assert found(index, "hysteria") == (0, "")
    assert 0 < found(index)[0] < before
    assert run("verify", "--index", index).exit_code == 0


def test_what_is_not_there_is_named_and_the_rest_goes(index: Path) -> None:
    _, article = found(index, "hysteria")
    result = run("remove", "none\x1b[31m", article, article, "--index", index)
    assert (result.exit_code, result.stdout.split()) == (1, ["removed", "1"])
    assert result.stderr.startswith("There is no article none")
    assert "\x1b" not in result.stderr
    assert found(index, "hysteria") == (0, "")


def test_nothing_is_removed_from_no_index(tmp_path: Path) -> None:
    result = run("remove", "x", "--index", tmp_path / "none")
    assert result.exit_code == 2
    assert result.stderr.startswith("onrecord: There is no index in ")
    assert not (tmp_path / "none").exists()
