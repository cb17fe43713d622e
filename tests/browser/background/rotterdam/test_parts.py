"""The Rotterdam plan in a browser: cold by link, matrix and weights by mouse and keyboard, files, phone, accessibility."""

from __future__ import annotations

import csv
import io
import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.matrix.opening import in_address
from tests.browser.rules import foreign_requests, serious_faults
from tests.data.shipped import CSV, csv_rows
from tests.serving import served_app

pytestmark = pytest.mark.browser

ASSIGNMENTS = csv_rows(CSV / "assignments.csv")
WEIGHED = "&taak=jggz&schil=1&weeg=1~A1_2g~B6_3~C3_3"
PARTS = {
    "opgaven": "&kolom=schil&opgave=O15",
    "schaalafweging": WEIGHED,
    "geld": "",
    "proeftuinen": "",
    "tijdlijn": "",
    "feiten": "",
}


def open_part(page: Page, address: str, part: str, query: str = "") -> None:
    page.goto(f"{address}/achtergrond?document=rotterdam&deel={part}{query}")
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=20_000)
    expect(page.get_by_role("radio", name="Feiten")).to_be_visible(timeout=20_000)


def entries(page: Page) -> Locator:
    return page.locator(".assignments details")


def verdict(page: Page) -> Locator:
    return page.locator(".st-key-weighing_verdict")


def weight(page: Page, code: str, words: str) -> Locator:
    return page.locator(f".st-key-weighing_weight_{code}").get_by_role("radio", name=words, exact=True)


def test_deep_links_as_the_first_visit_after_a_start(page: Page) -> None:
    with served_app() as address:
        open_part(page, address, "opgaven", "&thema=toeleiding-naar-zorg&kolom=schil&opgave=O15")
        expected = [row["assignment_code"] for row in ASSIGNMENTS if row["theme"] == "Toeleiding naar zorg"]
        expect(entries(page)).to_have_count(len(expected))
        expect(page.locator(".assignments details[open] summary")).to_contain_text("O15")
        expect(page.locator(".assignments details[open]")).to_contain_text("regels 1560-1596")
    with served_app() as address:
        open_part(page, address, "schaalafweging", WEIGHED)
        expect(verdict(page)).to_contain_text("per saldo voor een grotere schaal")
        expect(weight(page, "B6", "zwaar")).to_be_checked(timeout=20_000)
        expect(page.get_by_test_id("stException")).to_have_count(0)


def test_a_count_filters_by_mouse_and_undoes_by_keyboard(page: Page, address: str) -> None:
    open_part(page, address, "opgaven")
    expect(entries(page)).to_have_count(len(ASSIGNMENTS))
    cell = page.get_by_role("button", name="Versterken CJG, gemeenschappelijk: 2")
    cell.click()
    expect(entries(page)).to_have_count(2)
    in_address(page, "thema", "versterken-cjg")
    in_address(page, "agenda", "gemeenschappelijk")
    expect(cell).to_have_attribute("aria-pressed", "true")
    page.locator(".assignments summary").first.click()
    in_address(page, "opgave", "O06")
    expect(page.locator(".assignments details[open]")).to_contain_text("Vindplaats")
    cell.focus()
    page.keyboard.press("Enter")
    expect(entries(page)).to_have_count(len(ASSIGNMENTS))
    in_address(page, "thema", None)


def test_weights_change_the_advice_the_address_and_a_copy_of_the_page(page: Page, address: str) -> None:
    open_part(page, address, "schaalafweging", "&taak=pleegzorg")
    expect(verdict(page)).to_contain_text("Nog geen advies")
    weight(page, "B6", "zwaar").click(force=True)
    expect(verdict(page)).to_contain_text("duidelijk voor een kleinere schaal")
    in_address(page, "weeg", "1~B6_3")
    # By keyboard: arrows move through the steps of a control, the space bar chooses.
    weight(page, "C3", "telt niet").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    in_address(page, "weeg", "1~B6_3~C3_1")
    last = weight(page, "D3", "gewoon")
    last.scroll_into_view_if_needed()
    last.click(force=True)
    expect(verdict(page)).to_contain_text("gelijkspel")
    expect(verdict(page)).to_be_in_viewport()
    link = page.locator("[data-testid=stCode]").inner_text()
    copy = page.context.new_page()
    copy.goto(link.strip())
    expect(verdict(copy)).to_contain_text("gelijkspel", timeout=20_000)
    expect(weight(copy, "D3", "gewoon")).to_be_checked(timeout=20_000)
    copy.close()


def test_fast_clicks_are_all_kept(page: Page, address: str) -> None:
    open_part(page, address, "schaalafweging")
    codes = ["A1", "A3", "A4", "A5", "B1"]
    for code in codes:
        weight(page, code, "licht").click(force=True)
    in_address(page, "weeg", "1~" + "~".join(f"{code}_1" for code in codes))
    for code in codes:
        expect(weight(page, code, "licht")).to_be_checked()


def test_advice_goes_along_as_text_and_as_table(page: Page, address: str) -> None:
    open_part(page, address, "schaalafweging", WEIGHED)
    with page.expect_download() as text:
        page.get_by_role("button", name="Download advies als tekst").click()
    content = text.value.path().read_text("utf8")
    assert "geen uitkomst van het document" in content
    assert "weeg=1~A1_2g~B6_3~C3_3" in content.replace("%7E", "~")
    with page.expect_download() as table:
        page.get_by_role("button", name="Download CSV").first.click()
    rows = list(csv.DictReader(io.StringIO(table.value.path().read_text("utf-8-sig")), delimiter=";"))
    assert len(rows) == 20
    assert {row["Criterium"][:2] for row in rows if row["Gewicht (0-3)"] != "0"} == {"A1", "B6", "C3"}


@pytest.mark.parametrize("part", PARTS)
def test_phone_shows_every_part_without_scrolling_sideways(phone: Page, address: str, part: str) -> None:
    open_part(phone, address, part, PARTS[part])
    phone.wait_for_load_state("networkidle")
    main = phone.get_by_test_id("stMain")
    assert main.evaluate("(node) => node.scrollWidth - node.clientWidth") <= 1
    if part == "schaalafweging":
        control = weight(phone, "D1", "zwaar")
        control.scroll_into_view_if_needed()
        expect(verdict(phone)).to_be_in_viewport()
        control.tap(force=True)
        expect(phone).to_have_url(re.compile("D1_3"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("part", PARTS)
def test_no_serious_accessibility_fault_and_no_request_elsewhere(
    browser: Browser, address: str, part: str, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme=scheme, locale="nl-NL")  # type: ignore[arg-type]
    page = context.new_page()
    foreign = foreign_requests(page, address)
    open_part(page, address, part, PARTS[part])
    page.wait_for_load_state("networkidle")
    faults = serious_faults(page)
    context.close()
    assert faults == []
    assert foreign == []
