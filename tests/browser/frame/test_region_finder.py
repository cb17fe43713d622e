"""Frame: search for "mijn regio", carrying it through pages, no foreign requests, accessibility rules."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.rules import serious_faults

pytestmark = pytest.mark.browser

PATHS = [
    "/",
    "/kaart?regio=JZ31",
    "/vergelijking?regio=JZ31",
    "/samenwerking?regio=JZ31",
    "/regio?regio=JZ31",
    "/doorrekening",
    "/bronnen?regio=JZ31",
]


def search(page: Page, text: str) -> None:
    field = page.get_by_label("Mijn gemeente of regio")
    field.fill(text)
    field.press("Enter")


def open_start(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=20_000)


@pytest.mark.parametrize(
    ("typed", "code", "name"),
    [
        ("Boskoop", "JZ27", "Midden-Holland"),
        ("den haag", "JZ24", "Haaglanden"),
        ("Vijfheerenlanden (oud)", None, None),
        ("Ljouwert", "JZ02", "Friesland"),
        ("JZ31", "JZ31", "Zuid-Holland Zuid"),
    ],
)
def test_a_name_finds_its_region(page: Page, address: str, typed: str, code: str | None, name: str | None) -> None:
    open_start(page, address)
    search(page, typed)
    if code is None:
        expect(page.get_by_text("is niet gevonden")).to_be_visible()
        expect(page.get_by_label("Mijn gemeente of regio")).to_have_value(typed)
    else:
        expect(page).to_have_url(re.compile(f"regio={code}"))
        expect(page.get_by_label("Mijn gemeente of regio")).to_have_value(str(name))


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
    page.get_by_test_id("stPageLink").get_by_text("Kaart", exact=True).click()
    expect(page.get_by_role("heading", name="Zuid-Holland Zuid")).to_be_visible(timeout=15_000)
    assert "regio=JZ31" in page.url
    page.get_by_role("button", name="Wis").click()
    expect(page).not_to_have_url(re.compile("regio="))
    expect(page.get_by_label("Mijn gemeente of regio")).to_have_value("")


def test_search_field_offers_all_names(page: Page, address: str) -> None:
    open_start(page, address)
    page.get_by_label("Mijn gemeente of regio").focus()
    expect(page.locator("#places option")).not_to_have_count(0)
    assert page.locator("#places option").count() > 800


@pytest.mark.parametrize("path", PATHS)
def test_no_request_leaves_the_server(page: Page, address: str, path: str) -> None:
    foreign: list[str] = []
    page.on("request", lambda request: foreign.append(request.url) if is_foreign(request.url, address) else None)
    page.goto(address + path)
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=20_000)
    page.wait_for_load_state("networkidle")
    assert foreign == []


def is_foreign(url: str, address: str) -> bool:
    return not url.startswith((address, address.replace("http", "ws"), "data:", "blob:"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PATHS)
def test_no_serious_accessibility_fault(browser: Browser, address: str, path: str, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme=scheme, locale="nl-NL")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address + path)
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=20_000)
    page.wait_for_load_state("networkidle")
    faults = serious_faults(page)
    context.close()
    assert faults == []
