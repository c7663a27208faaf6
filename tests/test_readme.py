"""The README names what there is: every table, parameter, query field and make target a newcomer needs."""

import re
from pathlib import Path

import pytest

from web.params import SINGLE

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("table", sorted(path.name for path in (ROOT / "index/data").glob("*.toml")))
def test_every_table_is_named(table: str) -> None:
    assert f"`{table}`" in README


@pytest.mark.parametrize("parameter", SINGLE)
def test_every_parameter_is_named(parameter: str) -> None:
    assert f"`{parameter}`" in README


@pytest.mark.parametrize("path", re.findall(r"!\[[^]]*\]\(([^)]+)\)", README))
def test_every_picture_is_there(path: str) -> None:
    assert (ROOT / path).is_file()


@pytest.mark.parametrize("target", re.findall(r"make ([a-z-]+)", README))
def test_every_make_target_is_there(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
