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


def test_files_that_would_bring_an_article_back_are_named(tmp_path: Path) -> None:
    index, copies = tmp_path / "index", [tmp_path / name for name in ("a.md", "b.md")]
    for copy in copies:
        copy.write_text(
            "---\ntitle: T\noutlet: O\ndate: 2025-04-03\n---\n“We pay,” Ann Lee said. " + copy.name
        )
    lines = tmp_path / "more#1.jsonl"
    lines.write_text('{"text": "“We sing,” Bo Day said."}\n{"text": "“We run,” Bo Day said."}\n')
    run("index", "--index", index, *copies, lines)
    copies[0].unlink()
    result = run("remove", found(index, "pay")[1], found(index, "run")[1], "--index", index)
    assert result.stdout.split() == ["removed", "2"]
    assert result.stderr.splitlines() == [
        f"{copies[1]} is still there and brings its article back when it is indexed again. Move it away.",
        f"{lines}#2 may still be there and bring its article back. Take it out of the file.",
    ]
    assert "added             2" in run("index", "--index", index, *copies[1:], lines).stdout


def test_what_is_gone_for_good_is_not_spoken_of(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("“We pay,” Ann Lee said.")
    run("index", "--index", tmp_path / "index", file)
    file.unlink()
    assert run("remove", found(tmp_path / "index")[1], "--index", tmp_path / "index").stderr == ""


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
