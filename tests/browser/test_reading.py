"""From a hit to its place, around it and out of it; an article's topics; the pages to browse by."""

import json
import re

from playwright.sync_api import BrowserContext, Page, expect


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def may_copy(page: Page) -> None:
    context: BrowserContext = page.context
    context.grant_permissions(["clipboard-read", "clipboard-write"])


def test_a_hit_has_all_of_a_quotation_in_print(page: Page) -> None:
    page.goto("/?q=support&speaker=mark-rutte&kind=direct")
    hit = page.get_by_role("article").first
    expect(hit.locator(".said")).to_have_text(re.compile("^“.*”$", re.DOTALL))
    expect(hit.locator("mark").first).to_have_text(re.compile("support", re.IGNORECASE))
    expect(hit.locator(".who")).to_have_text(
        re.compile(r"Mark Rutte,\s+NATO Secretary[ -]General\s+\w+.*\s+quoted")
    )
    expect(hit.locator("time")).to_have_text(re.compile(r"^\d+ April 2025$"))
    expect(hit.get_by_role("list", name="Topics").get_by_role("link").first).to_be_visible()
    size = hit.locator(".said").evaluate("node => parseFloat(getComputedStyle(node).fontSize)")
    assert size > hit.locator(".who").evaluate("node => parseFloat(getComputedStyle(node).fontSize)")


def test_the_sentences_around_a_quote_open_in_place(page: Page) -> None:
    page.goto("/?q=support&kind=direct")
    hit = page.get_by_role("article").first
    around = hit.locator(".around")
    expect(around.locator("p").first).to_be_hidden()
    hit.get_by_text("Sentences around").click()
    expect(around.locator("strong")).to_be_visible()
    words = hit.locator(".said").inner_text().strip("“”")
    expect(around.locator("strong")).to_have_text(words)
    expect(page).to_have_url(re.compile("q=support"))


def test_a_quote_is_copied_with_its_citation(page: Page, console: list[str]) -> None:
    may_copy(page)
    page.goto("/?q=support&kind=direct&speaker=mark-rutte")
    hit = page.get_by_role("article").first
    hit.get_by_role("link", name="Copy", exact=True).click()
    expect(page.get_by_text("Copied with its citation")).to_be_visible()
    words = hit.locator(".said").inner_text()
    assert clipboard(page).startswith(f"{words} – Mark Rutte, NATO Secretary")
    assert "/quote/" in clipboard(page)
    for name, start in (("Markdown", "> “"), ("BibTeX", "@article{"), ("CSL-JSON", "[\n")):
        hit.get_by_text("Copy as").click()
        hit.get_by_role("link", name=name).click()
        expect(page.get_by_text(f"Copied as {name}")).to_be_visible()
        assert clipboard(page).startswith(start)
    assert json.loads(clipboard(page))[0]["type"] == "article-newspaper"
    hit.get_by_role("link", name="Permanent link").click()
    expect(page.get_by_text("Permanent link copied")).to_be_visible()
    page.goto(clipboard(page))
    assert "".join(page.locator(".quoted.current").all_inner_texts()) == words.strip("“”")
    assert console == []


def test_without_a_clipboard_copying_still_works(page: Page) -> None:
    may_copy(page)
    page.goto("/?q=support&kind=direct")
    page.evaluate(
        "Object.defineProperty(navigator, 'reader', { value: navigator.clipboard });"
        "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
    )
    page.get_by_role("link", name="Copy", exact=True).first.click()
    expect(page.get_by_text("Copied with its citation")).to_be_visible()
    assert "On record:" in str(page.evaluate("navigator.reader.readText()"))


def test_a_citation_that_cannot_be_had_is_said(page: Page) -> None:
    page.goto("/?q=support&kind=direct")
    page.route(re.compile("cite.txt"), lambda route: route.fulfill(status=500))
    page.get_by_role("link", name="Copy", exact=True).first.click()
    expect(page.get_by_text("could not be copied")).to_be_visible()


def test_citations_are_links_without_javascript(plain_page: Page) -> None:
    page = plain_page
    page.goto("/?q=support&kind=direct")
    page.get_by_text("Copy as").first.click()
    page.get_by_role("link", name="BibTeX").first.click()
    expect(page.locator("body")).to_contain_text("@article{")
    page.go_back()
    page.get_by_role("link", name="Permanent link").first.click()
    expect(page.locator(".anchor:target ~ .quoted").first).to_be_in_viewport()


def open_article(page: Page) -> None:
    page.goto("/?q=Ukraine&topic=ukraine-aid&kind=direct")
    page.locator(".where a[id]").first.click()
    expect(page).to_have_url(re.compile("/article/"))


def test_a_topic_shows_its_evidence_on_hover_focus_and_tap(page: Page, console: list[str]) -> None:
    open_article(page)
    topic = page.locator(".topic").first
    evidence = page.locator(f'[data-topics~="{topic.get_attribute("id")}"]').first
    shown = re.compile(r"\bshown\b")
    expect(evidence).not_to_have_class(shown)
    topic.locator("summary").hover()
    expect(evidence).to_have_class(shown)
    page.mouse.move(0, 0)
    expect(evidence).not_to_have_class(shown)
    topic.locator("summary").focus()
    expect(evidence).to_have_class(shown)
    topic.locator("summary").blur()
    expect(evidence).not_to_have_class(shown)
    topic.locator("summary").click()
    page.mouse.move(0, 0)
    topic.locator("summary").blur()
    expect(evidence).to_have_class(shown)
    topic.get_by_role("listitem").first.get_by_role("link").click()
    expect(page).to_have_url(re.compile("#e-"))
    expect(evidence).to_be_in_viewport()
    assert console == []


def test_a_margin_entry_leads_to_its_quote_and_is_marked(page: Page) -> None:
    open_article(page)
    entry = page.locator("[data-quote]").last
    entry.locator(".said a").click()
    expect(entry).to_have_class(re.compile("current"))
    expect(page.locator(".quoted.current").first).to_be_in_viewport()


def test_the_pages_to_browse_by_lead_on_and_into_searches(page: Page, console: list[str]) -> None:
    page.goto("/")
    page.get_by_role("navigation", name="Site").get_by_role("link", name="Speakers").click()
    page.get_by_role("link", name="Mark Rutte").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mark Rutte")
    page.get_by_role("region", name="On what").get_by_role("link", name="Ukraine aid").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        re.compile("quotes by Mark Rutte about Ukraine aid$")
    )
    page.get_by_role("list", name="Topics").first.get_by_role("link", name="Ukraine aid").click()
    expect(page).to_have_url(re.compile("/topic/ukraine-aid$"))
    page.get_by_role("region", name="Who speaks").get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("about Ukraine aid")
    page.locator("a.outlet").first.click()
    expect(page.get_by_role("region", name="Over time")).to_be_visible()
    assert console == []
