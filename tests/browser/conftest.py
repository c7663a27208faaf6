"""The seeds' index, the application served on a free port, and a real browser."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from index.ingest import ingest
from index.tables import load_tables
from tests.local_server import served
from web.app import create_app

SEEDS = Path(__file__).parents[2] / "seeds"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WAIT = 5_000  # milliseconds for anything to appear


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the seeds."""
    folder = tmp_path_factory.mktemp("browser") / "index"
    ingest([SEEDS], folder, load_tables())
    return folder


@pytest.fixture(scope="session")
def address(index: Path) -> Iterator[str]:
    """Yield the address of the application on an index of the seeds."""
    with served(create_app({"ONRECORD_INDEX": str(index)})) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        pytest.skip("no Chrome or Chromium was found")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def console() -> list[str]:
    """What the browser's console said, and what script errors there were."""
    return []


def _page(context: BrowserContext, console: list[str]) -> Iterator[Page]:
    context.set_default_timeout(WAIT)
    page = context.new_page()
    page.on("console", lambda message: console.append(message.text))
    page.on("pageerror", lambda error: console.append(str(error)))
    yield page
    context.close()


@pytest.fixture
def page(browser: Browser, address: str, console: list[str]) -> Iterator[Page]:
    """A page with JavaScript, and an address to start from."""
    yield from _page(browser.new_context(base_url=address), console)


@pytest.fixture
def plain_page(browser: Browser, address: str, console: list[str]) -> Iterator[Page]:
    """A page without JavaScript."""
    yield from _page(browser.new_context(base_url=address, java_script_enabled=False), console)
