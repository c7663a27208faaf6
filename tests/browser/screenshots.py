"""Write the README's screenshots: ``make screenshots``. Needs Chrome or Chromium; indexes the seeds anew."""

from __future__ import annotations

import shutil
import sys
import tempfile
from itertools import product
from pathlib import Path
from threading import Thread
from typing import Literal

from playwright.sync_api import Browser, sync_playwright
from werkzeug.serving import make_server

from index.ingest import ingest
from index.tables import load_tables
from web.app import create_app

SEEDS = Path(__file__).parents[2] / "seeds"
FOLDER = Path(__file__).parent / "screenshots"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SEARCH = "/?q=support&topic=ukraine-aid&kind=direct"
HEIGHT = 1000
WIDTHS = {"wide": 1280, "narrow": 390}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def main() -> None:
    """Serve the seeds on a free port and photograph them."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        sys.exit("No Chrome or Chromium was found.")
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        index = Path(folder) / "index"
        ingest([SEEDS], index, load_tables())
        server = make_server("127.0.0.1", 0, create_app({"ONRECORD_INDEX": str(index)}), threaded=True)
        Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        photograph(browser, f"http://127.0.0.1:{server.server_port}")
        browser.close()
        server.shutdown()


def photograph(browser: Browser, address: str) -> None:
    """Write the search page at each width in each scheme, as a PNG, into FOLDER."""
    for (name, width), scheme in product(WIDTHS.items(), SCHEMES):
        page = browser.new_page(viewport={"width": width, "height": HEIGHT}, color_scheme=scheme)
        page.goto(address + SEARCH)
        page.screenshot(path=FOLDER / f"{name}-{scheme}.png")
        page.close()


if __name__ == "__main__":
    main()
