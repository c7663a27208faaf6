"""axe-core finds nothing on any page in any state, in light, dark and forced colours, at any width."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.axe import AXE, findings

pytestmark = pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not there: npm was not found")


def suggest(page: Page) -> None:
    page.get_by_label("Who said what").press_sequentially("ru", delay=20)
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("heading", level=1)).to_contain_text("“ru”")


def unfold(page: Page) -> None:
    for summary in page.locator("summary:visible").all()[:8]:
        summary.click()
    page.locator("#table-date > summary").click()
    page.locator("#more-verb > summary").click()


def fail(page: Page) -> None:
    page.route("**/?*newest*", lambda route: route.abort())
    page.get_by_role("link", name="Newest").click()
    expect(page.get_by_role("alert")).to_be_visible()


def wait(page: Page) -> None:
    page.route("**/?*newest*", lambda route: None)
    page.get_by_role("link", name="Newest").click()
    expect(page.locator("#progress")).to_be_visible()


def copy(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("link", name="Copy", exact=True).first.click()
    expect(page.get_by_text("Copied with its citation")).to_be_visible()


def article(page: Page) -> None:
    page.locator(".where a[id]").first.click()
    page.locator(".topic summary").first.click()
    page.locator("[data-quote] .forms summary").first.click()


def shapes(page: Page) -> None:
    for summary in page.locator("summary").all()[:4]:
        summary.click()


def nothing(page: Page) -> None:
    pass


STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "start": ("/", nothing),
    "hits": ("/?q=support&speaker=mark-rutte&-topic=peace-talks&from=2025-04-01&to=2025-04-30", nothing),
    "articles": ("/?q=NATO&view=articles&page_size=3", nothing),
    "card": ("/?q=rutte&page_size=3", nothing),
    "relaxed": ("/?q=spending+zebra&page_size=3", nothing),
    "misspelt": ("/?q=spendng", nothing),
    "nothing found": ("/?q=zebra&speaker=mark-rutte", nothing),
    "mistake": ("/?q=(spending", nothing),
    "suggestions": ("/", suggest),
    "unfolded": ("/?q=Ukraine&page_size=3", unfold),
    "failed": ("/?page_size=3", fail),
    "waiting": ("/?page_size=3", wait),
    "copied": ("/?page_size=3", copy),
    "article": ("/?q=Ukraine&topic=ukraine-aid&kind=direct", article),
    "speaker": ("/speaker/mark-rutte", nothing),
    "outlet": ("/outlet/world", nothing),
    "two outlets": ("/outlet/world/against/inter-bellum-news", nothing),
    "topic": ("/topic/ukraine-aid", nothing),
    "speakers": ("/values/speaker", nothing),
    "verbs within a search": ("/values/verb?q=NATO&find=s", nothing),
    "about": ("/about", nothing),
    "data": ("/api", shapes),
    "not found": ("/article/none", nothing),
}


@pytest.fixture(scope="module")
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """One browser context for all states: its cache saves the files."""
    context = browser.new_context(base_url=address)
    context.set_default_timeout(5_000)
    yield context
    context.close()


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(context: BrowserContext, state: str) -> None:
    path, act = STATES[state]
    page = context.new_page()
    page.goto(path)
    act(page)
    assert findings(page) == []
    page.emulate_media(color_scheme="dark")
    assert findings(page, rules=["color-contrast"]) == []
    page.emulate_media(color_scheme="light", forced_colors="active")
    assert findings(page, rules=["color-contrast"]) == []
    page.close()


@pytest.mark.parametrize(
    "path", ["/?q=support", "/?q=zebra&speaker=mark-rutte", "/speaker/mark-rutte", "/api"]
)
def test_axe_finds_nothing_on_a_narrow_screen(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(path)
    assert findings(page) == []


def test_every_control_of_the_search_page_has_a_visible_focus(page: Page) -> None:
    page.goto("/?q=rutte&page_size=3")
    seen = set()
    for _ in range(400):
        page.keyboard.press("Tab")
        found = page.evaluate(
            """() => {
                const active = document.activeElement;
                if (!active || active === document.body) return null;
                const style = getComputedStyle(active);
                const slider = active.type === "range";
                const box = active.getBoundingClientRect();
                return [active.id || active.outerHTML.slice(0, 120),
                        slider || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2),
                        box.width > 1 && box.height > 1];
            }"""
        )
        if found is None:
            break
        name, outlined, visible = found
        assert outlined, name
        assert visible, name
        seen.add(name)
    assert {"q", "from", "first-bar", "last-bar", "find-verb", "sort-newest"} <= seen
    assert page.evaluate("document.activeElement === document.body")


def test_controls_are_large_enough_to_hit(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto("/?q=rutte&kind=direct")
    small = page.evaluate(
        """() => [...document.querySelectorAll(".facet label, .exclude, .chip, .actions a, .actions summary")]
            .filter((node) => node.checkVisibility())
            .map((node) => [node.outerHTML.slice(0, 80), node.getBoundingClientRect()])
            .filter(([, box]) => box.width < 24 || box.height < 24).map(([html]) => html)"""
    )
    assert small == []
