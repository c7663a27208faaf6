"""Filters at work: found, excluded, cleared, kept in sight at 0; and the histogram by mouse and keyboard."""

import re

from playwright.sync_api import Locator, Page, expect


def facet(page: Page, name: str) -> Locator:
    return page.get_by_role("group", name=name, exact=True)


def test_values_are_found_inside_a_long_filter(page: Page, console: list[str]) -> None:
    page.goto("/")
    verbs = facet(page, "Verb")
    verbs.get_by_role("searchbox").press_sequentially("wa", delay=20)
    expect(verbs.locator("#list-verb li")).to_have_count(1)
    verbs.get_by_label("Warn").check()
    expect(page).to_have_url(re.compile(r"\?verb=warn$"))
    expect(facet(page, "Verb").get_by_label("Warn")).to_be_checked()
    expect(facet(page, "Verb").get_by_label("Say")).to_be_visible()
    assert console == []


def test_what_was_chosen_stays_chosen_while_another_is_looked_for(page: Page) -> None:
    page.goto("/?verb=say")
    verbs = facet(page, "Verb")
    verbs.get_by_role("searchbox").press_sequentially("wa", delay=20)
    expect(verbs.locator("li")).to_have_count(2)
    expect(verbs.get_by_label("Say")).to_be_checked()
    verbs.get_by_role("searchbox").fill("")
    expect(verbs.locator("#more-verb")).to_be_visible()
    verbs.get_by_role("searchbox").fill("wa")
    expect(verbs.locator("li")).to_have_count(2)
    verbs.get_by_label("Warn").check()
    expect(page).to_have_url(re.compile(r"\?verb=say&verb=warn$"))


def test_a_long_filter_unfolds_stays_open_and_leads_to_all_values(page: Page) -> None:
    page.goto("/")
    page.locator("#more-verb summary").click()
    facet(page, "Verb").get_by_label("Say").check()
    expect(page).to_have_url(re.compile("verb=say$"))
    expect(page.locator("#more-verb")).to_have_attribute("open", "")
    facet(page, "Verb").get_by_role("link", name=re.compile("^All")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Verbs")
    page.get_by_label("Find in verbs").fill("wa")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Warn").click()
    expect(page).to_have_url(re.compile("verb=say&verb=warn"))


def test_what_is_chosen_stays_in_sight_at_nothing_and_can_be_cleared(page: Page) -> None:
    page.goto("/?speaker=mark-rutte&q=zebra")
    speaker = facet(page, "Speaker")
    expect(speaker.get_by_label("Mark Rutte")).to_be_checked()
    expect(speaker.locator("li").filter(has_text="Mark Rutte")).to_contain_text("0")
    speaker.get_by_role("link", name="Clear Speaker").click()
    expect(page).to_have_url(re.compile(r"/\?q=zebra$"))


def test_leaving_out_is_shown_and_undone(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Leave out Mark Rutte").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("quotes, without Mark Rutte$"))
    expect(page.get_by_role("list", name="Chosen")).to_contain_text("not Mark Rutte")
    expect(page.get_by_role("link", name="Allow Mark Rutte")).to_be_focused()
    page.get_by_role("link", name="Allow Mark Rutte").click()
    expect(page).to_have_url(re.compile(r"/$"))


def test_the_sentence_says_the_search_and_chips_take_parts_away(page: Page) -> None:
    page.goto("/?q=support&speaker=mark-rutte&topic=ukraine-aid&from=2025-04-01&to=2025-04-30")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        re.compile(r"^\d+ quotes by Mark Rutte about Ukraine aid with “support”, April 2025$")
    )
    chips = page.get_by_role("list", name="Chosen")
    chips.get_by_role("link", name="April 2025").click()
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("April")
    chips.get_by_role("link", name="Remove “support”").click()
    expect(page).to_have_url(re.compile(r"/\?speaker=mark-rutte&topic=ukraine-aid$"))
    chips.get_by_role("link", name="Clear all").click()
    expect(page).to_have_url(re.compile(r"/$"))


def bar(page: Page, day: str) -> tuple[float, float]:
    box = page.locator(f'.brushable [data-start="{day}"] .room').bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_the_histogram_is_brushed_by_the_mouse(page: Page, console: list[str]) -> None:
    page.goto("/")
    page.locator(".brushable svg").scroll_into_view_if_needed()
    page.mouse.move(*bar(page, "2025-04-01"))
    page.mouse.down()
    page.mouse.move(*bar(page, "2025-04-03"), steps=4)
    expect(page.locator(".marked")).to_have_text("1 April 2025 to 3 April 2025")
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"\?from=2025-04-01&to=2025-04-03$"))
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("quotes, 1 to 3 April 2025$"))
    page.mouse.click(*bar(page, "2025-04-04"))
    expect(page).to_have_url(re.compile(r"\?from=2025-04-04&to=2025-04-04$"))
    expect(page.locator("#from")).to_have_value("2025-04-04")
    page.mouse.click(*bar(page, "2025-04-04"))
    expect(page).to_have_url(re.compile(r"/$"))
    assert console == []


def test_the_histogram_is_worked_by_the_keyboard(page: Page, console: list[str]) -> None:
    page.goto("/")
    first = page.get_by_role("slider", name="First day")
    first.focus()
    expect(first).to_have_attribute("aria-valuetext", "28 March 2025")
    for _ in range(7):
        page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile(r"\?from=2025-04-04&to=2025-04-10$"))
    expect(first).to_be_focused()
    expect(first).to_have_attribute("aria-valuetext", "4 April 2025")
    page.get_by_role("slider", name="Last day").focus()
    page.keyboard.press("Home")
    expect(page).to_have_url(re.compile(r"\?from=2025-04-04&to=2025-04-04$"))
    page.keyboard.press("End")
    first.focus()
    page.keyboard.press("Home")
    expect(page).to_have_url(re.compile(r"/$"))
    assert console == []


def test_the_histogram_is_a_table_for_those_who_read(page: Page) -> None:
    page.goto("/")
    page.get_by_text("As a table").click()
    row = page.get_by_role("row", name=re.compile("3 April 2025"))
    expect(row.get_by_role("cell")).to_have_text(re.compile(r"^\d+$"))
    row.get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"\?from=2025-04-03&to=2025-04-03$"))
    expect(page.locator("#table-date")).to_have_attribute("open", "")


def test_filters_and_histogram_work_without_javascript(plain_page: Page) -> None:
    page = plain_page
    page.goto("/")
    expect(page.get_by_role("slider")).to_have_count(0)
    page.locator(".brushable svg a").nth(7).click()
    expect(page).to_have_url(re.compile(r"\?from=2025-04-04&to=2025-04-04$"))
    facet(page, "Date").get_by_role("link", name="Clear Date").click()
    expect(page).to_have_url(re.compile(r"/$"))
    facet(page, "Verb").get_by_role("link", name=re.compile("^All")).click()
    page.get_by_label("Find in verbs").fill("wa")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="Warn").click()
    expect(page).to_have_url(re.compile(r"\?verb=warn$"))
