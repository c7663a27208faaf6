"""Write pictures of every page: ``make screenshots``. Needs Chrome or Chromium; indexes the seeds anew.

Each page at the width of a telephone and of a desk, light and dark. The README's three are kept in the
repository; the others go into ``build/screenshots``, to be looked at.
"""

from __future__ import annotations

import logging
import shutil
import sys
import tempfile
from itertools import product
from pathlib import Path
from threading import Thread
from typing import Literal
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright
from werkzeug.serving import make_server

from index.ingest import ingest
from index.tables import load_tables
from tests.browser.embedding import other_site
from tests.local_server import served
from web.app import create_app

ROOT = Path(__file__).parents[2]
KEPT = Path(__file__).parent / "screenshots"
LOOKED_AT = ROOT / "build/screenshots"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PAGES = {
    "start": "/",
    "search": "/?q=support&topic=ukraine-aid&kind=direct",
    "person": "/?q=rutte",
    "articles": "/?q=NATO&view=articles",
    "nothing": "/?q=zebra&speaker=mark-rutte&from=2025-04-01&to=2025-04-30",
    "mistake": "/?q=aid+(spending",
    "suggestions": "/",
    "article": "/article/{article}",
    "place": "/quote/{quote}",
    "speaker": "/speaker/mark-rutte",
    "outlet": "/outlet/{outlet}",
    "outlets": "/outlet/world/against/inter-bellum-news",
    "topic": "/topic/ukraine-aid",
    "speakers": "/values/speaker",
    "about": "/about",
    "data": "/api",
    "missing": "/article/none",
}
IN_README = {("search", "wide", "light"), ("article", "wide", "light"), ("speaker", "narrow", "dark")}
HEIGHT = 1000
WIDTHS = {"wide": 1280, "narrow": 390}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def main() -> None:
    """Serve the seeds on a free port and photograph every page."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        sys.exit("No Chrome or Chromium was found.")
    logging.getLogger("werkzeug").setLevel(logging.ERROR)  # its requests are nobody's concern
    for folder in (KEPT, LOOKED_AT):
        folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        index = Path(made) / "index"
        ingest([ROOT / "seeds"], index, load_tables())
        app = create_app({"ONRECORD_INDEX": str(index)})
        found = app.test_client().get("/api/v1/search?outlet=WORLD").get_json()
        hit = found["hits"][0]
        names = {"quote": hit["id"], "article": hit["article"]["id"], "outlet": hit["article"]["outlet"]}
        server = make_server("127.0.0.1", 0, app, threaded=True)
        Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for name, address in PAGES.items():
            photograph(browser, name, f"http://127.0.0.1:{server.server_port}{address.format(**names)}")
        photograph_embedded(browser, index)
        browser.close()
        server.shutdown()


def photograph(browser: Browser, name: str, address: str) -> None:
    """Write a page at each width in each scheme, as PNG: its first screen, and the whole of it beside."""
    for (size, width), scheme in product(WIDTHS.items(), SCHEMES):
        page = browser.new_page(viewport={"width": width, "height": HEIGHT}, color_scheme=scheme)
        page.goto(address, wait_until="networkidle")
        if name == "suggestions":
            suggest(page)
        if (name, size, scheme) in IN_README:
            page.screenshot(path=KEPT / f"{name}-{size}-{scheme}.png")
        # What lies below the window is not painted before it is reached: the window grows to the page.
        height = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": width, "height": height})
        page.screenshot(path=LOOKED_AT / f"{name}-{size}-{scheme}.png", full_page=True)
        page.close()


def photograph_embedded(browser: Browser, index: Path) -> None:
    """Write a page of another site that has the search in it."""
    homes: list[str] = []
    with served(other_site(lambda: homes[0])) as site:
        app = create_app({"ONRECORD_INDEX": str(index), "ONRECORD_ALLOWED_SITES": site})
        with served(app) as home:
            homes.append(home)
            snippet = '<script src="{home}/embed.js" data-topic="ukraine-aid" data-accent="#00538a"></script>'
            photograph(browser, "embedded", f"{site}/?embed={quote(snippet)}")


def suggest(page: Page) -> None:
    """Type the beginning of a name, and mark what is suggested first."""
    page.get_by_label("Who said what").press_sequentially("ru")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.wait_for_load_state("networkidle")


if __name__ == "__main__":
    main()
