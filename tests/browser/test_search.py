"""A reader at work: types, clicks, goes back, opens a quote; with JavaScript and without."""

import re

from playwright.sync_api import Page, expect


def status(page: Page, text: str | re.Pattern[str]) -> None:
    expect(page.get_by_role("status")).to_have_text(text)


def total(page: Page) -> str:
    """Return what the page says it found, which is shown before it is asked."""
    return page.get_by_role("status").inner_text()


def boxes(page: Page, facet: str) -> list[str]:
    """Return the labels of the facet's checkboxes that are ticked."""
    ticked = page.get_by_role("group", name=facet).locator("label:has(input:checked) .value")
    return ticked.all_inner_texts()


def test_typing_shows_results_and_the_address_follows(page: Page, console: list[str]) -> None:
    page.goto("/")
    everything = total(page)
    query = page.get_by_label("Who said what")
    query.press_sequentially("Ukraine", delay=20)
    expect(page).to_have_url(re.compile(r"/\?q=Ukraine$"))
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^\\d+ quotes with “Ukraine”$"))
    expect(page).to_have_title("Quotes with “Ukraine” – Onrecord")
    assert total(page) != everything
    expect(page.locator("mark").first).to_be_visible()
    expect(query).to_be_focused()
    expect(query).to_have_value("Ukraine")
    assert console == []


def test_the_typed_word_is_one_step_back(page: Page, console: list[str]) -> None:
    page.goto("/")
    everything = total(page)
    query = page.get_by_label("Who said what")
    for part in ("NA", "TO", " Ukraine"):
        query.press_sequentially(part)
        page.wait_for_timeout(450)
    expect(page).to_have_url(re.compile(r"q=NATO\+Ukraine$"))
    page.go_back()
    expect(page).to_have_url(re.compile(r"/$"))
    status(page, everything)
    expect(page.get_by_label("Who said what")).to_have_value("")
    assert console == []


def test_facets_narrow_and_back_undoes(page: Page, console: list[str]) -> None:
    page.goto("/")
    everything = total(page)
    page.get_by_role("checkbox", name="Marco Rubio").check()
    expect(page).to_have_url(re.compile(r"\?speaker=marco-rubio$"))
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^\\d+ quotes by Marco Rubio$"))
    expect(page.get_by_role("checkbox", name="Marco Rubio")).to_be_focused()
    rubio = total(page)
    page.get_by_label("Quoted", exact=False).first.check()
    expect(page).to_have_url(re.compile("speaker=marco-rubio&kind=direct$"))
    page.go_back()
    expect(page).to_have_url(re.compile(r"\?speaker=marco-rubio$"))
    status(page, rubio)
    assert boxes(page, "Speaker") == ["Marco Rubio"]
    assert boxes(page, "How it was said") == []
    page.go_back()
    status(page, everything)
    assert boxes(page, "Speaker") == []
    page.go_forward()
    status(page, rubio)
    page.get_by_role("list", name="Chosen").get_by_role("link").click()
    status(page, everything)
    assert console == []


def test_reload_gives_the_same_page(page: Page, console: list[str]) -> None:
    page.goto("/")
    page.get_by_label("Who said what").fill("spending")
    page.get_by_role("checkbox", name="Mark Rutte").check()
    expect(page).to_have_url(re.compile("q=spending&speaker=mark-rutte$"))
    expect(page.get_by_role("heading", level=1)).to_have_text(
        re.compile("^\\d+ quotes by Mark Rutte with “spending”$")
    )
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("list", name="Chosen")).to_contain_text("Mark Rutte")
    before = page.locator("#results").inner_text()
    page.reload(wait_until="networkidle")
    expect(page.locator("#results")).to_have_text(before, use_inner_text=True)
    assert console == []


def test_views_orders_and_exclusions_are_swapped_in(page: Page, console: list[str]) -> None:
    page.goto("/?q=NATO")
    page.get_by_role("link", name="Articles").click()
    expect(page).to_have_url(re.compile("q=NATO&view=articles$"))
    status(page, re.compile("articles?$"))
    page.get_by_role("link", name="Newest").click()
    expect(page).to_have_url(re.compile("q=NATO&view=articles&sort=newest$"))
    expect(page.get_by_role("link", name="Newest")).to_have_attribute("aria-current", "true")
    page.get_by_role("link", name="Leave out Mark Rutte").click()
    expect(page).to_have_url(re.compile("-speaker=mark-rutte"))
    page.get_by_role("checkbox", name="Marco Rubio").check()
    expect(page).to_have_url(re.compile("-speaker=mark-rutte"))
    expect(page).to_have_url(re.compile("view=articles.*speaker=marco-rubio.*sort=newest"))
    assert console == []


def test_dates_narrow(page: Page, console: list[str]) -> None:
    page.goto("/")
    page.get_by_label("From").fill("2025-04-04")
    expect(page).to_have_url(re.compile(r"\?from=2025-04-04$"))
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^\\d+ quotes, since 4 April 2025$"))
    page.get_by_text("As a table").click()
    page.get_by_role("group", name="Date").get_by_role("link", name="3 April 2025").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^\\d+ quotes, 3 April 2025$"))
    assert console == []


def test_a_mistake_while_typing_says_where_and_goes_when_mended(page: Page, console: list[str]) -> None:
    page.goto("/")
    query = page.get_by_label("Who said what")
    query.fill("spending (NATO")
    expect(page.get_by_role("heading", level=1)).to_have_text("This search could not be read")
    expect(page.locator(".here")).to_contain_text("(")
    expect(page).to_have_url(re.compile(r"/$"))
    query.press_sequentially(")")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        re.compile(r"^\d+ quotes with “spending \(NATO\)”$")
    )
    # Chromium itself notes an answer of 400; nothing else may have been said.
    assert all("status of 400" in line for line in console)


def test_the_live_region_is_never_replaced(page: Page) -> None:
    page.goto("/")
    region = page.get_by_role("status").element_handle()
    page.get_by_label("Who said what").fill("Ukraine")
    expect(page).to_have_url(re.compile("q=Ukraine"))
    assert region is not None
    assert region.evaluate("node => node.isConnected")
    assert region.inner_text() == total(page)


def test_a_quote_opens_at_its_place(page: Page, console: list[str]) -> None:
    page.goto("/?q=thoughts&kind=direct")
    words = page.locator(".said").first.inner_text().strip("“”")
    page.locator(".where a[id]").first.click()
    expect(page).to_have_url(re.compile(r"/article/\w+#q-[\w-]+$"))
    quoted = page.locator(".quoted.current")
    expect(quoted).to_have_text(words)
    expect(quoted).to_be_in_viewport()
    page.go_back()
    expect(page.get_by_label("Who said what")).to_have_value("thoughts")
    assert console == []


def test_the_keyboard_reaches_results_and_filters(page: Page, console: list[str]) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the results")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to the results")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.get_by_role("checkbox", name="Mark Rutte").focus()
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("speaker=mark-rutte"))
    expect(page.get_by_role("checkbox", name="Mark Rutte")).to_be_focused()
    assert console == []


def test_everything_works_without_javascript(plain_page: Page, console: list[str]) -> None:
    page = plain_page
    page.goto("/")
    everything = total(page)
    page.get_by_label("Who said what").fill("spending")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^\\d+ quotes with “spending”$"))
    page.get_by_role("checkbox", name="Mark Rutte").check()
    page.get_by_role("button", name="Apply").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        re.compile("^\\d+ quotes by Mark Rutte with “spending”$")
    )
    assert boxes(page, "Speaker") == ["Mark Rutte"]
    page.get_by_role("link", name="Articles").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        re.compile("^\\d+ articles? quoting Mark Rutte with “spending”$")
    )
    page.get_by_role("link", name="Newest").click()
    page.get_by_role("button", name="Search").click()
    expect(page).to_have_url(re.compile("sort=newest"))
    expect(page).to_have_url(re.compile("view=articles"))
    page.get_by_role("link", name="Quotes", exact=True).click()
    page.get_by_role("link", name="Permanent link").first.click()
    expect(page.locator(".anchor:target ~ .quoted").first).to_be_in_viewport()
    page.go_back()
    page.get_by_role("link", name="Remove Mark Rutte").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^\\d+ quotes with “spending”$"))
    page.goto("/?q=(")
    expect(page.get_by_role("heading", level=1)).to_have_text("This search could not be read")
    page.get_by_role("link", name="Start again").click()
    status(page, everything)
    assert all("status of 400" in line for line in console)
