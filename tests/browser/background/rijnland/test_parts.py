"""Achtergrond, Holland Rijnland, in a browser: by link, by mouse, by keyboard, as a file."""

from __future__ import annotations

import io
import re

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from tests.browser.paper import printed

pytestmark = pytest.mark.browser

CREDIT = "Bron: regionaal beleidsplan jeugdhulp Holland Rijnland"
OWN = "som=1_100_1_x_j~Aadorp_3000_2-4-0~Beedorp_1000_2-0-2&klap=1-1-2"
SLOW = 30_000


def open_part(page: Page, address: str, part: str, more: str = "") -> None:
    page.goto(f"{address}/achtergrond?document=rijnland&deel={part}{more and '&'}{more}")
    expect(page.get_by_text(CREDIT).first).to_be_visible(timeout=SLOW)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=SLOW)


def type_in_cell(page: Page, x: int, y: int, text: str) -> None:
    """Types in the cell of the editor at this place."""
    grid = page.get_by_test_id("stDataFrame").first
    grid.scroll_into_view_if_needed()
    grid.dblclick(position={"x": x, "y": y})
    field = page.locator("#portal textarea, #portal input").first
    expect(field).to_be_visible()
    field.fill(text)
    field.press("Enter")


def test_a_wrong_cell_is_named_stays_and_can_be_mended(page: Page, address: str) -> None:
    open_part(page, address, "solidariteit")
    type_in_cell(page, 450, 52, "veel")
    expect(page.get_by_text("Hier is nog één fout")).to_be_visible(timeout=SLOW)
    expect(page.get_by_role("row", name=re.compile("1 Jaar 1 gemeente “Voorbeeldstad” “veel”"))).to_be_visible()
    assert "som=" not in page.url
    page.get_by_role("radio", name="Feiten").or_(page.get_by_role("button", name="Feiten", exact=True)).first.click()
    expect(page.get_by_text("Feiten en cijfers uit het plan")).to_be_visible(timeout=SLOW)
    page.get_by_role("radio", name="Solidariteit").or_(page.get_by_role("button", name="Solidariteit")).first.click()
    expect(page.get_by_text("Hier is nog één fout")).to_be_visible(timeout=SLOW)
    type_in_cell(page, 450, 52, "3")
    expect(page.get_by_text("Hier is nog één fout")).to_have_count(0, timeout=SLOW)
    expect(page).to_have_url(re.compile(r"som=1_120000_3_x_j(~|%7E)Voorbeeldstad_24000_3-7-8"))


def test_paper_shows_the_table_of_municipalities(page: Page, address: str) -> None:
    open_part(page, address, "solidariteit", OWN)
    expect(page.locator(".on-paper")).to_have_count(1)
    lines = [line for sheet in printed(page) for line in sheet.lines]
    assert "Aadorp 3.000 2 4 0" in lines


def test_slider_moves_by_keyboard_and_the_address_follows(page: Page, address: str) -> None:
    open_part(page, address, "solidariteit", OWN)
    slider = page.get_by_role("slider", name="Extra plaatsen in dat jaar")
    slider.focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("klap=1-1-3"), timeout=SLOW)
    expect(page.get_by_test_id("stMetricValue").last).to_have_text("€ 300")
    page.get_by_label("Prijs van een plaats per jaar, in euro's").fill("200")
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("stMetricValue").last).to_have_text("€ 600", timeout=SLOW)


def test_file_holds_what_is_typed(page: Page, address: str) -> None:
    open_part(page, address, "solidariteit", OWN)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download XLSX").last.click()
    book = openpyxl.load_workbook(io.BytesIO(download.value.path().read_bytes()))
    heads, *rows = [[cell.value for cell in row] for row in book["Gegevens"].iter_rows()]
    place = heads.index("Rekening (€)")
    for way in ("Verzekering", "Vlaktaks", "Verrekening"):
        assert sum(row[place] for row in rows if row[1] == way) == pytest.approx(800)
    assert "eigen invoer" in str(book["Over dit bestand"]["B1"].value)


def test_inhabitants_by_keyboard_and_a_wrong_number_stays(page: Page, address: str) -> None:
    open_part(page, address, "teamnorm", "regio=JZ31")
    field = page.get_by_label("Inwoners van Zuid-Holland Zuid")
    field.fill("41.000")
    field.press("Enter")
    expect(page.get_by_test_id("stMetricValue").first).to_have_text("3", timeout=SLOW)
    expect(page).to_have_url(re.compile(r"inwoners=41\.000"))
    field.fill("<b>veel</b>")
    field.press("Enter")
    expect(page.get_by_text("Dit aantal inwoners kan niet")).to_be_visible(timeout=SLOW)
    expect(field).to_have_value("<b>veel</b>")
    assert page.locator("b").filter(has_text="veel").count() == 0


def test_filter_by_mouse_and_back_by_link(page: Page, address: str) -> None:
    open_part(page, address, "besluiten")
    page.get_by_text("Zonder datum", exact=True).click()
    expect(page).to_have_url(re.compile("termijn=zonder"), timeout=SLOW)
    expect(page.get_by_text("Deze punten hebben geen datum")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Deze punten hebben geen datum")).to_be_visible(timeout=SLOW)
