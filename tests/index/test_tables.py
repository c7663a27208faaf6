"""Tables: those that ship can be read, a user's own are laid over them, and mistakes are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.tables import TableError, load_tables


def test_every_table_that_ships_is_there_and_not_empty() -> None:
    tables = load_tables()
    assert {"furniture", "outlets", "topics"} <= tables.contents.keys()
    assert [name for name, table in tables.contents.items() if not table] == ["corrections"]


def test_a_user_s_entries_are_added_and_replace_ours(tmp_path: Path) -> None:
    (tmp_path / "outlets.toml").write_text(
        '[outlets]\n"The Paper" = { domains = ["paper.example"] }\n"CNN" = { domains = ["cnn.example"] }\n'
    )
    outlets = load_tables(tmp_path).table("outlets")["outlets"]
    assert outlets["The Paper"] == {"domains": ["paper.example"]}
    assert outlets["CNN"]["domains"] == ["cnn.example"]
    assert "WORLD" in outlets


def test_the_digest_tells_tables_apart(tmp_path: Path) -> None:
    ours = load_tables()
    assert ours == load_tables(tmp_path) == load_tables(tmp_path / "none")
    (tmp_path / "outlets.toml").write_text('[outlets]\n"The Paper" = {}\n')
    theirs = load_tables(tmp_path)
    assert theirs != ours
    assert hash(theirs) != hash(ours)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("outlets.toml", b"[outlets", "outlets.toml"),
        ("outlets.toml", b"name = '\xff'", "outlets.toml"),
        ("speling.toml", b"", "no such table. The tables are "),
    ],
)
def test_a_table_that_cannot_be_read_is_named(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(TableError, match=reason):
        load_tables(tmp_path)
