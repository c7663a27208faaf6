"""Suggestions below the box, by keyboard, mouse and screen reader; a person's card; a misspelling mended."""

import re

from playwright.sync_api import Page, expect


def test_suggestions_are_walked_and_taken_by_the_keyboard(page: Page, console: list[str]) -> None:
    page.goto("/")
    box = page.get_by_role("combobox", name="Who said what")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press_sequentially("ru", delay=20)
    expect(box).to_have_attribute("aria-expanded", "true")
    options = page.get_by_role("listbox", name="Suggestions").get_by_role("option")
    expect(page.get_by_role("group", name="People").get_by_role("option")).to_have_count(2)
    expect(options.first).to_contain_text("Mark Rutte")
    expect(box).not_to_have_attribute("aria-activedescendant", re.compile("."))
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", "suggestion-1")
    page.keyboard.press("ArrowUp")
    expect(box).not_to_have_attribute("aria-activedescendant", re.compile("."))
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/\?speaker=mark-rutte$"))
    expect(box).to_have_value("")
    expect(box).to_be_focused()
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(page.get_by_role("checkbox", name="Mark Rutte")).to_be_checked()
    assert console == []


def test_escape_closes_and_enter_searches_for_what_was_typed(page: Page) -> None:
    page.goto("/")
    box = page.get_by_role("combobox", name="Who said what")
    box.press_sequentially("ukr", delay=20)
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_value("ukr")
    box.press_sequentially("a", delay=20)
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page).to_have_url(re.compile(r"/\?q=ukra$"))


def test_a_suggestion_is_taken_by_the_mouse(page: Page, console: list[str]) -> None:
    page.goto("/")
    box = page.get_by_role("combobox", name="Who said what")
    box.press_sequentially("NATO spend", delay=20)
    page.get_by_role("group", name="Terms").get_by_role("option").first.click()
    expect(box).to_have_value(re.compile("^NATO spend"))
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page).to_have_url(re.compile("q=NATO"))
    assert console == []


def test_a_suggestion_is_not_overtaken_by_the_search_for_what_was_typed(page: Page) -> None:
    page.clock.install(time=0)
    page.goto("/")
    page.clock.pause_at(60_000)
    box = page.get_by_role("combobox", name="Who said what")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    box.press_sequentially("ru")
    # The list comes after a pause of 120 ms, the search after one of 300 ms: this letter is taken in between.
    with page.expect_response(re.compile("/suggestions")):
        page.clock.run_for(200)
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.clock.run_for(1_000)
    expect(page).to_have_url(re.compile(r"/\?speaker=mark-rutte$"))
    assert [url for url in asked if "/?" in url and "speaker=" not in url] == []


def test_a_letter_typed_while_suggestions_are_under_way_is_suggested_for(page: Page) -> None:
    page.goto("/")
    page.route(re.compile(r"/suggestions\?q=r&"), lambda route: None)  # never answered
    box = page.get_by_label("Who said what")
    with page.expect_request(re.compile(r"/suggestions\?q=r&")):
        box.press_sequentially("r")
    box.press_sequentially("u")
    expect(page.get_by_role("option").first).to_be_visible()


def test_leaving_the_box_closes_the_list(page: Page) -> None:
    page.goto("/")
    page.get_by_role("combobox", name="Who said what").press_sequentially("ru", delay=20)
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_a_name_gives_that_persons_card(page: Page, console: list[str]) -> None:
    page.goto("/")
    page.get_by_label("Who said what").fill("rutte")
    card = page.get_by_role("region", name="Mark Rutte")
    expect(card).to_contain_text("NATO Secretary General")
    expect(card).to_contain_text(re.compile(r"\d+ quotes in \d articles"))
    card.get_by_role("link", name="Only quotes by Mark Rutte").click()
    expect(page).to_have_url(re.compile(r"/\?speaker=mark-rutte$"))
    page.get_by_role("region", name="Mark Rutte").get_by_role("link", name="Mark Rutte", exact=True).click()
    expect(page).to_have_url(re.compile("/speaker/mark-rutte$"))
    assert console == []


def test_a_misspelling_is_mended_with_its_count(page: Page) -> None:
    page.goto("/?q=spendng")
    mended = page.get_by_text("Did you mean")
    expect(mended).to_contain_text(re.compile(r"spending\? \d+ quotes"))
    mended.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(r"^\d+ quotes with “spending”$"))
    expect(page.get_by_label("Who said what")).to_have_value("spending")


def test_an_empty_search_names_what_emptied_it_and_leads_back(page: Page) -> None:
    page.goto("/?q=zebra&speaker=mark-rutte")
    expect(page.get_by_role("heading", level=1)).to_have_text("No quotes by Mark Rutte with “zebra”")
    way = page.get_by_role("link", name=re.compile(r"^Without “zebra”: \d+ quotes$"))
    way.click()
    expect(page).to_have_url(re.compile(r"/\?speaker=mark-rutte$"))
    expect(page.get_by_label("Who said what")).to_have_value("")
