"""Back and forward: results, filters, scroll and focus as they were, at once, and nothing typed is lost."""

import re

from playwright.sync_api import Page, Request, Route, expect


def heading(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(f"^{text}$"))


def test_back_shows_what_was_there_without_asking_again(page: Page, console: list[str]) -> None:
    page.goto("/")
    page.get_by_role("checkbox", name="Mark Rutte").check()
    heading(page, r"\d+ quotes by Mark Rutte")
    page.get_by_label("Ukraine aid").check()
    heading(page, r"\d+ quotes by Mark Rutte about Ukraine aid")
    asked: list[str] = []

    def note(request: Request) -> None:
        if "/static/" not in request.url:  # the browser may look for its icon again
            asked.append(request.url)

    page.on("request", note)
    page.go_back()
    heading(page, r"\d+ quotes by Mark Rutte")
    expect(page).to_have_title("Quotes by Mark Rutte – Onrecord")
    expect(page.get_by_label("Ukraine aid")).not_to_be_checked()
    expect(page.get_by_role("checkbox", name="Mark Rutte")).to_be_checked()
    page.go_back()
    heading(page, r"\d+ quotes")
    expect(page.get_by_role("checkbox", name="Mark Rutte")).not_to_be_checked()
    page.go_forward()
    page.go_forward()
    heading(page, r"\d+ quotes by Mark Rutte about Ukraine aid")
    expect(page.get_by_label("Ukraine aid")).to_be_checked()
    assert asked == []
    page.get_by_label("Ukraine aid").uncheck()
    heading(page, r"\d+ quotes by Mark Rutte")
    assert console == []


def test_back_restores_scroll_and_focus(page: Page) -> None:
    page.goto("/")
    page.get_by_role("checkbox", name="Mark Rutte").check()
    heading(page, r"\d+ quotes by Mark Rutte")
    page.get_by_label("Reported").check()
    before = page.evaluate("scrollY")
    assert before > 0
    heading(page, r"\d+ quotes by Mark Rutte, reported")
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
    page.get_by_label("Who said what").focus()
    page.go_back()
    heading(page, r"\d+ quotes by Mark Rutte")
    assert page.evaluate("scrollY") == before
    expect(page.get_by_label("Reported")).to_be_focused()
    page.go_forward()
    heading(page, r"\d+ quotes by Mark Rutte, reported")
    expect(page.get_by_label("Who said what")).to_be_focused()


def test_what_is_typed_right_after_back_is_not_lost(page: Page, console: list[str]) -> None:
    page.goto("/")
    page.get_by_role("checkbox", name="Mark Rutte").check()
    heading(page, r"\d+ quotes by Mark Rutte")
    # In one task: the step back, and a letter as soon as the address has changed.
    page.evaluate(
        """() => new Promise((done) => {
            addEventListener("popstate", () => {
                const box = document.getElementById("q");
                box.value += "spending";
                box.dispatchEvent(new InputEvent("input", { bubbles: true }));
                done();
            }, { once: true });
            history.back();
        })"""
    )
    expect(page.get_by_label("Who said what")).to_have_value("spending")
    heading(page, r"\d+ quotes with “spending”")
    expect(page).to_have_url(re.compile(r"/\?q=spending$"))
    expect(page.get_by_label("Who said what")).to_have_value("spending")
    assert console == []


def test_a_step_that_is_not_kept_is_asked_for_again(page: Page, console: list[str]) -> None:
    page.goto("/")
    page.get_by_role("checkbox", name="Mark Rutte").check()
    heading(page, r"\d+ quotes by Mark Rutte")
    page.reload()
    page.go_back()
    heading(page, r"\d+ quotes")
    expect(page.get_by_role("checkbox", name="Mark Rutte")).not_to_be_checked()
    page.go_forward()
    heading(page, r"\d+ quotes by Mark Rutte")
    expect(page.get_by_role("checkbox", name="Mark Rutte")).to_be_checked()
    assert console == []


def test_going_back_calls_off_a_search_under_way(page: Page) -> None:
    page.goto("/")
    page.get_by_role("checkbox", name="Mark Rutte").check()
    heading(page, r"\d+ quotes by Mark Rutte")
    held: list[Route] = []

    def hold(route: Route) -> None:  # Playwright takes no method of a list
        held.append(route)

    page.route(re.compile("kind=direct"), hold)
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    with page.expect_request(re.compile("kind=direct")):
        page.get_by_label("Quoted", exact=False).first.check()
    page.go_back()
    heading(page, r"\d+ quotes")
    assert len(held) == 1
    assert any("kind=direct" in url for url in failed)
    expect(page).to_have_url(re.compile(r"/$"))


def test_back_from_an_article_has_scroll_and_focus_again(page: Page, console: list[str]) -> None:
    page.goto("/?q=NATO")
    link = page.locator(".where a[id]").nth(4)
    link.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    assert before > 300
    link.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/article/"))
    page.go_back()
    expect(page.get_by_label("Who said what")).to_have_value("NATO")
    expect(page.locator(".where a[id]").nth(4)).to_be_focused()
    page.wait_for_function("before => Math.abs(scrollY - before) < 5", arg=before)
    assert console == []


def test_a_link_within_the_page_is_no_step_of_searches(page: Page) -> None:
    page.goto("/?q=NATO")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#main$"))
    page.go_back()
    heading(page, r"\d+ quotes with “NATO”")
    page.get_by_role("checkbox", name="Mark Rutte").check()
    heading(page, r"\d+ quotes by Mark Rutte with “NATO”")
    page.go_back()
    heading(page, r"\d+ quotes with “NATO”")


def test_a_place_on_the_page_belongs_to_its_search(page: Page) -> None:
    page.goto("/?q=NATO")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#main$"))
    page.get_by_role("checkbox", name="Mark Rutte").check()
    heading(page, r"\d+ quotes by Mark Rutte with “NATO”")
    page.go_back()
    heading(page, r"\d+ quotes with “NATO”")
    page.go_back()
    heading(page, r"\d+ quotes with “NATO”")
    page.go_forward()
    page.go_forward()
    heading(page, r"\d+ quotes by Mark Rutte with “NATO”")
