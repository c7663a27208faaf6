"""A page of another site that shows the search, served from an origin of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from flask import Flask, request

PAGE = (Path(__file__).parent / "pages/article.html").read_text(encoding="utf-8")


def other_site(home: Callable[[], str], policy: str = "") -> Flask:
    """Return a site whose page shows the search that is at ``home``.

    Its address says how: ``embed`` is put where the search is to stand, its ``{home}`` filled in;
    ``space=tall`` puts it far down; ``policy=no`` leaves out the Content-Security-Policy.
    """
    app = Flask(__name__, static_folder=None)

    @app.get("/")
    def page() -> tuple[str, dict[str, str]]:
        snippet = request.args.get("embed", "").replace("{home}", home())
        text = PAGE.replace("{{ embed }}", snippet).replace("{{ space }}", request.args.get("space", ""))
        strict = policy and "policy" not in request.args
        return text, {"Content-Security-Policy": policy.replace("{home}", home())} if strict else {}

    return app
