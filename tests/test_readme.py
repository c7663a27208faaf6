"""The README names what there is: every table, parameter, query field and make target a newcomer needs."""

import re
from pathlib import Path

import pytest

from index.tables import load_tables
from web.parameter_table import PARAMETERS
from web.settings_sources import read_settings

ROOT = Path(__file__).parent.parent
TOML = r"```toml\n(.*?)```"
TABLES = "## Tables that you edit"
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("table", sorted(path.name for path in (ROOT / "index/data").glob("*.toml")))
def test_every_table_is_named(table: str) -> None:
    assert f"`{table}`" in README


@pytest.mark.parametrize("parameter", [each.name for each in PARAMETERS])
def test_every_parameter_is_named(parameter: str) -> None:
    assert f"`{parameter}`" in README


@pytest.mark.parametrize("path", re.findall(r"!\[[^]]*\]\(([^)]+)\)", README))
def test_every_picture_is_there(path: str) -> None:
    assert (ROOT / path).is_file()


@pytest.mark.parametrize("target", re.findall(r"make ([a-z-]+)", README))
def test_every_make_target_is_there(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_the_examples_of_tables_can_be_used(tmp_path: Path) -> None:
    speakers, corrections = re.findall(TOML, README.partition(TABLES)[2], re.DOTALL)
    (tmp_path / "speakers.toml").write_text(speakers, encoding="utf-8")
    (tmp_path / "corrections.toml").write_text(corrections, encoding="utf-8")
    assert {"ann-lee", "ann-lee-mayor"} <= load_tables(tmp_path).table("speakers").keys()


@pytest.mark.parametrize("example", re.findall(TOML, README.partition(TABLES)[0], re.DOTALL))
def test_the_examples_of_settings_can_be_used(tmp_path: Path, example: str) -> None:
    (tmp_path / "own.toml").write_text(example, encoding="utf-8")
    assert read_settings({}, {"ONRECORD_SETTINGS": str(tmp_path / "own.toml")})


@pytest.mark.parametrize("table", ["speakers", "corrections"])
def test_the_examples_in_a_table_s_own_comments_can_be_used(tmp_path: Path, table: str) -> None:
    text = (ROOT / f"index/data/{table}.toml").read_text(encoding="utf-8")
    examples = re.findall(r'^#.*?((?:[a-z-]+|"[a-z0-9-]+") = (?:"[^"]+"|\{.*=.*\}))', text, re.MULTILINE)
    assert examples
    (tmp_path / f"{table}.toml").write_text("\n".join(examples), encoding="utf-8")
    load_tables(tmp_path)
