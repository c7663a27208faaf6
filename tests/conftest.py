"""Fixtures for every folder of tests: the five seed articles, the tables, the golden files."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from index.tables import Tables, load_tables
from search.hits import HitMaker
from search.page import Hit

TESTS = Path(__file__).parent

# A machine shared with others may stall any single example; pytest's own limit stops what hangs.
settings.register_profile("onrecord", deadline=None)
settings.load_profile("onrecord")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what is found as what is expected")


@pytest.fixture(scope="session")
def tables() -> Tables:
    return load_tables()


@pytest.fixture(scope="session")
def seed_folder() -> Path:
    return TESTS.parent / "seeds"


@pytest.fixture(scope="session")
def seeds(seed_folder: Path) -> dict[str, str]:
    """The raw text of each seed by the first three characters of its name, "000" to "004"."""
    return {path.name[:3]: path.read_bytes().decode() for path in sorted(seed_folder.glob("*.txt"))}


@pytest.fixture
def hits_made(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many hits were made each time that some were, up to now."""
    made: list[int] = []
    hits = HitMaker.of

    def noted(self: HitMaker, *rest: Any) -> tuple[Hit, ...]:
        made.append(len(rest[-1]))
        return hits(self, *rest)

    monkeypatch.setattr(HitMaker, "of", noted)
    return made


@pytest.fixture
def check_golden(request: pytest.FixtureRequest) -> Callable[[str, Any], None]:
    """Hold a JSON value against tests/golden/NAME.json; with --update-golden, write it there."""

    def check(name: str, found: Any) -> None:
        path = TESTS / "golden" / f"{name}.json"
        if request.config.getoption("--update-golden"):
            path.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        assert found == json.loads(path.read_text(encoding="utf-8"))

    return check
