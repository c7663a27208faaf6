"""What is taken along, in a browser: files come as downloads, and data blocks trouble nobody."""

import csv
import json
import re

from playwright.sync_api import Page, expect


def test_the_table_of_a_search_is_downloaded_as_it_stands(page: Page, console: list[str]) -> None:
    page.goto("/?q=nato")
    page.get_by_label("Mark Rutte").first.check()
    expect(page.get_by_role("heading", level=1)).to_contain_text("by Mark Rutte")
    total = int(re.findall(r"\d+", page.locator("#sentence").inner_text())[0])
    with page.expect_download() as found:
        page.get_by_role("link", name="CSV", exact=True).click()
    assert found.value.suggested_filename == "onrecord-quotes-by-mark-rutte-with-nato.csv"
    with found.value.path().open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == total
    assert {row["speaker"] for row in rows} == {"Mark Rutte"}
    assert console == []


def test_the_links_follow_the_filters_and_the_page_stays(page: Page) -> None:
    page.goto("/?q=nato")
    with page.expect_download() as found:
        page.get_by_role("link", name="JSON lines").click()
    assert found.value.suggested_filename.endswith(".jsonl")
    expect(page).to_have_url(re.compile(r"/\?q=nato$"))


def test_data_about_an_article_is_not_run_and_not_refused(page: Page, console: list[str]) -> None:
    page.goto("/?kind=direct&view=articles")
    page.goto(page.locator(".hits a[href*='/article/']").first.get_attribute("href") or "")
    found = json.loads(page.locator("script[type='application/ld+json']").text_content() or "")
    assert found["@type"] == "NewsArticle"
    assert found["@id"] == page.locator("link[rel=canonical]").get_attribute("href")
    assert [part["@type"] for part in found["hasPart"]] == ["Quotation"] * len(found["hasPart"])
    assert found["hasPart"]
    assert console == []


def test_each_file_fits_a_telephone(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto("/?q=nato")
    box = page.locator(".taken").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
