"""Following every address that pages name, to see that all of them lead where they should."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar

ADDRESS = re.compile(r'\b(?:href|src|action|hx-get|data-from)="(/[^"#]*)')
ENOUGH = 300  # addresses followed: every page and link of a small corpus, some searches of each


class Headers(Protocol):
    """Values by name."""

    def __getitem__(self, name: str, /) -> str: ...


class Answer(Protocol):
    """What an answer needs to have to be followed."""

    @property
    def status_code(self) -> int: ...
    @property
    def headers(self) -> Headers: ...
    @property
    def text(self) -> str: ...


Some = TypeVar("Some", bound=Answer)


def addresses(text: str) -> list[str]:
    """Return the addresses in a page, those on this server."""
    return [html.unescape(found) for found in ADDRESS.findall(text)]


def crawl(get: Callable[[str], Some], prefix: str, enough: int = ENOUGH) -> dict[str, Some]:
    """Follow all addresses from the search page on; return the answers, by path.

    AssertionError where one is missing, or leads out of the prefix.
    """
    todo, seen = [f"{prefix}/"], dict[str, Some]()
    while todo and len(seen) < enough:
        path = todo.pop(0)
        answer = seen[path] = get(path)
        assert answer.status_code in (200, 302), path
        found = [answer.headers["Location"]] if answer.status_code == 302 else []
        if answer.headers["Content-Type"].startswith("text/html"):
            found += addresses(answer.text)
        assert [each for each in found if not each.startswith(f"{prefix}/")] == [], path
        todo += [each for each in dict.fromkeys(found) if each not in seen and each not in todo]
    return seen


def kinds(answers: Mapping[str, object], prefix: str) -> set[str]:
    """Return the first parts of the paths that were followed: "article", "speaker"; "" for searches."""
    return {path.split("?")[0].removeprefix(prefix).split("/")[1] for path in answers}
