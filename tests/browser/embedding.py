"""A page of another site that shows the search, served from an origin of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from flask import Flask, request

PAGE = (Path(__file__).parent / "pages/article.html").read_text(encoding="utf-8")


def other_site(home: Callable[[], str], headers: dict[str, str] | None = None) -> Flask:
    """Return a site whose page embeds the search that is at ``home``, by the snippet its address asks for.

    ``embed`` is put where the search is to stand, its ``{home}`` filled in; ``space=tall`` puts it far down.
    """
    app = Flask(__name__, static_folder=None)

    @app.get("/")
    def page() -> tuple[str, dict[str, str]]:
        snippet = request.args.get("embed", SNIPPET).replace("{home}", home())
        space = request.args.get("space", "")
        return PAGE.replace("{{ embed }}", snippet).replace("{{ space }}", space), headers or {}

    return app


SNIPPET = """<script src="{home}/embed.js" async></script>
<onrecord-search><a href="{home}/">Search for quotes</a></onrecord-search>"""
