"""Bronnen in a browser: search, glossary, filters, downloads; and the menu at every width."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.views import complete

pytestmark = pytest.mark.browser


def open_page(page: Page, url: str) -> None:
    page.goto(url)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)


def test_typing_finds_and_a_hit_leads_to_its_view(page: Page, address: str) -> None:
    open_page(page, f"{address}/kaart?regio=JZ31")
    page.get_by_role("combobox", name="Zoek een plaats, regio of onderwerp").fill("zorg")
    page.get_by_role("option", name="resultaten").click()
    field = page.get_by_label("Zoek in alles")
    expect(field).to_have_value("zorg")
    field.fill("")
    field.press_sequentially("pleegz", delay=40)
    expect(page).to_have_url(re.compile("zoek=pleegz"))
    expect(field).to_have_value("pleegz")
    hit = page.get_by_role("link", name="Pleegzorg", exact=True).first
    expect(hit).to_have_attribute("href", "kaart?regio=JZ31&taak=pleegzorg")
    hit.click()
    expect(page.get_by_role("heading", name="Op welke schaal")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/kaart\?.*taak=pleegzorg"))
    assert "regio=JZ31" in page.url
    assert "zoek=" not in page.url


def test_a_search_as_first_visit_and_emptying_it(page: Page, address: str) -> None:
    open_page(page, f"{address}/bronnen?zoek=burap")
    expect(page.get_by_role("link", name="burap", exact=True)).to_be_visible()
    page.get_by_role("button", name="Leegmaken").click()
    expect(page).not_to_have_url(re.compile("zoek="))
    expect(page.get_by_label("Zoek in alles")).to_be_focused()
    expect(page.get_by_role("link", name="burap", exact=True)).to_have_count(0)


FOLLOW_AND_TYPE = """list => {
    [...list.querySelectorAll('a')].find((link) => link.textContent === 'burap').click();
    const field = list.querySelector('input');
    field.value = 'xyzzy';
    field.dispatchEvent(new Event('input', { bubbles: true }));
}"""
"""A link pressed and a filter typed in the same turn of the browser, so before any answer of the server."""


def test_what_is_typed_while_a_link_is_on_its_way_stays(page: Page, address: str) -> None:
    open_page(page, f"{address}/bronnen?deel=begrippen")
    page.get_by_label("Filter op begrip of uitleg").fill("BESTUURSRAP")
    page.locator(".entries").evaluate(FOLLOW_AND_TYPE)
    expect(page).to_have_url(re.compile("begrip=burap"))
    complete(page)
    expect(page.get_by_text("Niets past bij wat u zoekt")).to_be_visible()
    expect(page.get_by_label("Filter op begrip of uitleg")).to_have_value("xyzzy")


def test_glossary_by_link_filter_letter_and_keyboard(page: Page, address: str) -> None:
    open_page(page, f"{address}/bronnen?deel=begrippen&begrip=taakstelling")
    marked = page.locator("li.asked")
    expect(marked).to_contain_text("Bedrag dat er in een jaar af moet")
    expect(marked).to_be_in_viewport()
    letter = page.get_by_role("button", name="V", exact=True)
    letter.focus()
    page.keyboard.press("Enter")
    expect(letter).to_have_attribute("aria-pressed", "true")
    expect(letter).to_be_focused()
    expect(page.get_by_role("link", name="vlaktaks", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="burap", exact=True)).to_have_count(0)
    page.get_by_label("Filter op begrip of uitleg").fill("BESTUURSRAP")
    expect(page.get_by_text(re.compile(r"^1 van \d+ begrippen$"))).to_be_visible()
    page.get_by_role("link", name="burap", exact=True).click()
    expect(page).to_have_url(re.compile("begrip=burap"))
    page.get_by_label("Filter op begrip of uitleg").fill("xyzzy")
    expect(page.get_by_text("Niets past bij wat u zoekt")).to_be_visible()


def test_buttons_filter_the_faults_and_the_address_follows(page: Page, address: str) -> None:
    open_page(page, f"{address}/bronnen?deel=fouten&bron=sturingskader")
    count = page.get_by_text(re.compile(r"^\d+ fouten en leemten$"))
    expect(count).to_be_visible()
    of_document = count.inner_text()
    page.get_by_role("radio", name=re.compile("^Verloren")).click()
    expect(page).to_have_url(re.compile("soort=verloren"))
    expect(count).not_to_have_text(of_document)
    page.get_by_role("radio", name="Waar staat wat").click()
    expect(page.get_by_text("Daarvan staan er")).to_be_visible()
    expect(page).not_to_have_url(re.compile("soort="))
    page.get_by_role("button", name=re.compile("^Toon alle 69 bij Programmaplan Rotterdam")).click()
    expect(page.get_by_role("listitem").filter(has_text="Bijlage 3: uitleg van de criteria")).to_be_visible()


def test_downloads(page: Page, address: str) -> None:
    open_page(page, f"{address}/bronnen?deel=downloads&tabel=measures")
    with page.expect_download(timeout=30_000) as everything:
        page.get_by_role("button", name="Download alles (zip)").click()
    archive = zipfile.ZipFile(io.BytesIO(Path(everything.value.path()).read_bytes()))
    names = {resource["path"] for resource in json.loads(archive.read("datapackage.json"))["resources"]}
    assert names <= set(archive.namelist())
    with page.expect_download(timeout=30_000) as table:
        page.get_by_role("button", name="Download Parquet").click()
    assert Path(table.value.path()).read_bytes() == archive.read("parquet/measures.parquet")
    with page.expect_download(timeout=30_000) as regions:
        page.get_by_role("button", name="Download regio's (GeoJSON)").click()
    assert len(json.loads(Path(regions.value.path()).read_bytes())["features"]) == 42
