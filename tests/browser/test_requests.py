"""Answers that are slow, that fail, that come too late: the reader is told, and nothing false is shown."""

import re

import pytest
from playwright.sync_api import Page, Route, expect


def test_a_slow_answer_shows_a_bar_and_a_quick_one_none(page: Page) -> None:
    page.goto("/")
    bar = page.locator("#progress")
    expect(bar).to_be_hidden()
    held: list[Route] = []

    def hold(route: Route) -> None:  # Playwright takes no method of a list
        held.append(route)

    page.route(re.compile("speaker=mark-rutte"), hold)
    page.get_by_role("checkbox", name="Mark Rutte").check()
    page.wait_for_timeout(100)
    expect(bar).to_be_hidden(timeout=1)
    expect(bar).to_be_visible()
    expect(page.locator("#results")).to_have_attribute("aria-busy", "true")
    held[0].continue_()
    expect(bar).to_be_hidden()
    expect(page.locator("#results")).to_have_attribute("aria-busy", "false")


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        ("offline", "The server did not answer."),
        ("500", "The server answered 500."),
        ("502 from a proxy", "The server answered 502."),
        ("401", "You are no longer signed on. Load the page again."),
        ("429", "Too much was asked at once. Wait a little."),
        ("silence", "The server took too long."),
    ],
)
def test_a_failed_answer_is_said_and_can_be_tried_again(page: Page, failure: str, said: str) -> None:
    page.goto("/")
    before = page.locator("#results").inner_text()

    def fail(route: Route) -> None:
        if failure == "offline":
            route.abort()
        elif failure != "silence":
            route.fulfill(status=int(failure[:3]), body="<h1>Bad Gateway</h1>", content_type="text/html")

    page.evaluate("htmx.config.timeout = 1000")
    page.route(re.compile("speaker=mark-rutte"), fail)
    page.get_by_role("checkbox", name="Mark Rutte").check()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text(said)
    assert page.locator("#results").inner_text() == before
    expect(page).to_have_url(re.compile(r"/$"))
    page.unroute(re.compile("speaker=mark-rutte"))
    alert.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("quotes by Mark Rutte$"))
    expect(alert).to_be_hidden()
    expect(page).to_have_url(re.compile("speaker=mark-rutte$"))


def test_a_filter_that_cannot_be_searched_stays_as_it_was(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Who said what").fill("(")
    expect(page.get_by_role("heading", level=1)).to_have_text("This search could not be read")
    verbs = page.get_by_role("group", name="Verb", exact=True)
    before = verbs.text_content()
    with page.expect_response(re.compile("/values/verb")) as answer:
        verbs.get_by_role("searchbox").fill("wa")
    assert answer.value.status == 400
    page.wait_for_timeout(100)
    assert verbs.text_content() == before


def test_a_newer_search_calls_off_the_older(page: Page) -> None:
    page.goto("/")
    held: list[Route] = []
    failed: list[str] = []

    def hold(route: Route) -> None:  # Playwright takes no method of a list
        held.append(route)

    page.route(re.compile(r"/\?q=Ukr&"), hold)
    page.on("requestfailed", lambda request: failed.append(request.url))
    query = page.get_by_label("Who said what")
    with page.expect_request(re.compile(r"/\?q=Ukr&")):
        query.fill("Ukr")
    query.fill("Ukraine")
    expect(page).to_have_url(re.compile("q=Ukraine$"))
    assert len(held) == 1
    assert any("/?q=Ukr&" in url for url in failed)


def test_a_filter_chosen_while_a_search_runs_is_not_overtaken(page: Page) -> None:
    page.goto("/")
    held: list[Route] = []

    def hold(route: Route) -> None:  # Playwright takes no method of a list
        held.append(route)

    page.route(re.compile("speaker=marco-rubio&from=&to=$"), hold)
    with page.expect_request(re.compile("speaker=marco-rubio")):
        page.get_by_role("checkbox", name="Marco Rubio").check()
    page.get_by_role("link", name="Newest").click()
    expect(page).to_have_url(re.compile(r"\?sort=newest$"))
    for route in held:
        route.continue_()
    page.wait_for_timeout(300)
    expect(page).to_have_url(re.compile(r"\?sort=newest$"))
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(r"^\d+ quotes$"))


def test_nothing_moves_while_the_page_loads(page: Page) -> None:
    page.add_init_script(
        """window.moved = 0; new PerformanceObserver((list) => {
            for (const shift of list.getEntries()) if (!shift.hadRecentInput) window.moved += shift.value;
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    for path in ("/", "/?q=rutte", "/speaker/mark-rutte"):
        page.goto(path, wait_until="networkidle")
        assert page.evaluate("window.moved") < 0.02
