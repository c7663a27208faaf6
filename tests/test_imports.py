"""The house rule on imports: web -> search -> index, never back, and Whoosh in a few modules only."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FORBIDDEN = {"index": {"search", "web", "flask"}, "search": {"web", "flask"}, "web": set[str]()}
MAY_IMPORT_WHOOSH = {
    *(
        f"index/{name}.py"
        for name in ("analyzer", "schema", "version", "writer", "lookup", "export", "rebuild")
    ),
    "search/engine.py",
}
MODULES = sorted(path for folder in FORBIDDEN for path in (ROOT / folder).rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute here"
            yield (node.module or "").split(".")[0]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_from_web_to_search_to_index(path: Path) -> None:
    name = path.relative_to(ROOT).as_posix()
    packages = set(imported(path))
    assert not packages & FORBIDDEN[name.split("/")[0]]
    assert "whoosh" not in packages or name in MAY_IMPORT_WHOOSH or name.startswith("index/codec/")


def test_the_codec_knows_nothing_of_the_project() -> None:
    for path in (ROOT / "index/codec").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in FORBIDDEN:
                assert (node.module or "").startswith("index.codec."), f"{path}: {node.module}"


def test_articles_import_nothing_of_the_project() -> None:
    assert not set(imported(ROOT / "index/article.py")) & set(FORBIDDEN)
