"""The search for "mijn regio": what it finds, what it offers, and that the region goes along from page to page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def search(page: Page, text: str) -> None:
    field = page.get_by_role("combobox", name="Zoek een plaats, regio of onderwerp")
    field.fill(text)
    field.press("Enter")


def open_start(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()


NAMES = {
    "Boskoop": ("JZ27", "Midden-Holland"),
    "den haag": ("JZ24", "Haaglanden"),
    "Ljouwert": ("JZ02", "Friesland"),
    "JZ31": ("JZ31", "Zuid-Holland Zuid"),
}


def test_a_name_finds_its_region(page: Page, address: str) -> None:
    open_start(page, address)
    for typed, (code, name) in NAMES.items():
        search(page, typed)
        expect(page).to_have_url(re.compile(f"regio={code}"))
        expect(page.locator(".bar .mine a")).to_have_text(name)


def test_a_name_that_is_not_found_stays_in_the_field(page: Page, address: str) -> None:
    open_start(page, address)
    search(page, "Vijfheerenlanden (oud)")
    expect(page.get_by_text("is niet gevonden")).to_be_visible()
    expect(page.locator(".bar .mine a")).to_have_text("Vijfheerenlanden (oud)")


def test_a_name_of_several_regions_asks_which(page: Page, address: str) -> None:
    open_start(page, address)
    search(page, "Vijfheerenlanden")
    expect(page.get_by_text("hoort bij meer dan één regio")).to_be_visible()
    page.get_by_role("button", name="Lekstroom (gemeente Vianen in 2013)").click()
    expect(page).to_have_url(re.compile("regio=JZ26"))


def test_half_a_name_offers_names(page: Page, address: str) -> None:
    open_start(page, address)
    search(page, "Alphe")
    expect(page.get_by_text("is nog geen hele naam")).to_be_visible()
    page.get_by_role("button", name="Alphen-Chaam").click()
    expect(page).to_have_url(re.compile("regio=JZ34"))


def test_my_region_stays_through_pages_and_can_be_cleared(page: Page, address: str) -> None:
    open_start(page, address)
    search(page, "Dordrecht")
    expect(page).to_have_url(re.compile("regio=JZ31"))
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Kaart", exact=True).click()
    expect(page.get_by_role("heading", name="Zuid-Holland Zuid")).to_be_visible()
    assert "regio=JZ31" in page.url
    page.get_by_role("button", name="Wis").click()
    expect(page).not_to_have_url(re.compile("regio="))
    expect(page.locator(".bar .mine a")).to_have_text("")


def test_search_field_offers_all_names(page: Page, address: str) -> None:
    open_start(page, address)
    page.get_by_role("combobox", name="Zoek een plaats, regio of onderwerp").focus()
    expect(page.locator("#places option")).not_to_have_count(0)
    assert page.locator("#places option").count() > 800
