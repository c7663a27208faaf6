"""The page within somebody else's app, under a prefix: searching, history and errors as at home."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.host.app import create_host, mounted
from tests.local_server import served
from web import blueprint


@pytest.fixture(scope="module")
def address(index: Path) -> Iterator[str]:
    """Yield the address of the host's app."""
    with served(mounted(create_host(index), blueprint)) as address:
        yield address


def test_the_page_works_in_a_host_s_app(page: Page, address: str, console: list[str]) -> None:
    page.goto("/tools/press/")
    page.get_by_label("Who said what").press_sequentially("rut", delay=20)
    expect(page.get_by_role("option").first).to_be_visible()
    page.get_by_label("Who said what").fill("spending")
    expect(page).to_have_url(f"{address}/tools/press/?q=spending")
    page.get_by_role("checkbox", name="Mark Rutte").check()
    expect(page).to_have_url(f"{address}/tools/press/?q=spending&speaker=mark-rutte")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(r"^\d+ quotes with “spending”$"))
    expect(page).to_have_url(f"{address}/tools/press/?q=spending")
    page.locator(".where a[id]").first.click()
    expect(page).to_have_url(re.compile("/tools/press/article/.*#q-"))
    page.get_by_role("link", name="Onrecord").click()
    expect(page).to_have_url(f"{address}/tools/press/")
    assert console == []
