"""The page behind a real nginx, under a prefix, by https, signed on: searching and history as at home."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.behind_nginx import MISSING, PASSWORD, READER, Proxied, behind_nginx

pytestmark = pytest.mark.skipif(MISSING is not None, reason=str(MISSING))


@pytest.fixture(scope="module")
def proxied(index: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxied]:
    with behind_nginx(tmp_path_factory.mktemp("nginx"), index) as running:
        yield running


@pytest.fixture
def page(browser: Browser, proxied: Proxied, console: list[str]) -> Iterator[Page]:
    """A page of a reader who signs on."""
    context = browser.new_context(
        base_url=proxied.origin,
        ignore_https_errors=True,
        http_credentials={"username": READER, "password": PASSWORD},
    )
    page = context.new_page()
    page.set_default_timeout(5_000)
    page.on("console", lambda message: console.append(message.text))
    page.on("pageerror", lambda error: console.append(str(error)))
    yield page
    context.close()


def test_the_page_works_behind_a_proxy(page: Page, proxied: Proxied, console: list[str]) -> None:
    page.goto("/press")
    expect(page).to_have_url(f"{proxied.origin}/press/")
    page.get_by_label("Who said what").press_sequentially("rut", delay=20)
    expect(page.get_by_role("option").first).to_be_visible()
    page.get_by_label("Who said what").fill("spending")
    expect(page).to_have_url(f"{proxied.origin}/press/?q=spending")
    page.get_by_role("checkbox", name="Mark Rutte").check()
    expect(page).to_have_url(f"{proxied.origin}/press/?q=spending&speaker=mark-rutte")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(r"^\d+ quotes with “spending”$"))
    page.locator(".where a[id]").first.click()
    expect(page).to_have_url(re.compile(r"/press/article/\w+#q-"))
    page.get_by_role("link", name="Onrecord").click()
    expect(page).to_have_url(f"{proxied.origin}/press/")
    assert page.context.cookies() == []
    assert console == []
