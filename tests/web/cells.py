"""What somebody does who reads our tables: the guard of the README's example, taken away."""

import re
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"
_EXAMPLE = re.compile(r'^guard = re\.compile\(r"(.+)"\)$', re.MULTILINE)


def _guard() -> re.Pattern[str]:
    found = _EXAMPLE.search(README.read_text(encoding="utf-8"))
    assert found
    return re.compile(found[1])


_GUARD = _guard()


def plain_cell(cell: str) -> str:
    """Return the text that ``guarded_cell`` was given."""
    return _GUARD.sub("", cell)
