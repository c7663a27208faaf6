"""An index says which field table it has, and what to do about another."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from whoosh.index import create_in

from index.analyzer import ANALYZER
from index.schema import whoosh_schema
from index.version import SCHEMA_VERSION, IndexMismatch, IndexMissing, check_version, write_version


@pytest.mark.parametrize(
    "version", [None, '{"schema": 0}', f'{{"schema": {SCHEMA_VERSION + 1}}}', "no JSON", "[]"]
)
def test_an_index_with_another_field_table_says_how_to_rebuild(tmp_path: Path, version: str | None) -> None:
    create_in(tmp_path, whoosh_schema(ANALYZER))
    if version is not None:
        (tmp_path / "schema.json").write_text(version)
    with pytest.raises(IndexMismatch, match=r"from the articles it holds: onrecord rebuild --index"):
        check_version(tmp_path)


@pytest.mark.parametrize("folder", [".", "nowhere"])
def test_no_index_says_how_to_make_one(tmp_path: Path, folder: str) -> None:
    with pytest.raises(IndexMissing, match=r"Make one: onrecord index PATH… --index"):
        check_version(tmp_path / folder)


def test_the_version_is_written_for_people_too(tmp_path: Path) -> None:
    write_version(tmp_path)
    create_in(tmp_path, whoosh_schema(ANALYZER))
    check_version(tmp_path)
    assert json.loads((tmp_path / "schema.json").read_text()) == {"schema": SCHEMA_VERSION}
