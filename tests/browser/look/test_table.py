"""The table beside every chart: cards on a phone, a table where its columns fit, and a table on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.views import complete

pytestmark = pytest.mark.browser

FACTS = "/achtergrond?document=zhz&deel=feiten"
COLUMNS = ["Waarde", "Periode", "Zekerheid", "Onderwerp", "Vindplaats"]
READ_WHOLE = """scroll => scroll.scrollWidth <= scroll.clientWidth && [
    ...scroll.querySelectorAll('td, tbody th')].every(
    (cell) => cell.scrollWidth <= cell.clientWidth + 1 && cell.getBoundingClientRect().right <= innerWidth)"""


def opened(page: Page, address: str, path: str = FACTS) -> Locator:
    page.goto(address + path)
    complete(page)
    return page.locator(".tabel").first


@pytest.mark.parametrize("width", [320, 390])
def test_a_phone_reads_every_cell_without_scrolling_sideways(phone: Page, address: str, width: int) -> None:
    phone.set_viewport_size({"width": width, "height": 700})
    table = opened(phone, address)
    scroll = table.locator(".scroll")
    expect(table.locator("tbody td").first).to_have_css("display", "grid")
    assert scroll.evaluate(READ_WHOLE)
    cells = table.locator("tbody tr").first.locator("td")
    labels = cells.evaluate_all("cells => cells.map((cell) => getComputedStyle(cell, '::before').content)")
    assert labels == [f'"{name}"' for name in COLUMNS]
    assert scroll.evaluate("scroll => scroll.clientHeight") < 700, "room to pass by it"


def test_cards_have_an_order_and_stay_a_table_for_a_screen_reader(phone: Page, address: str) -> None:
    table = opened(phone, address)
    names = table.get_by_role("rowheader")
    before = names.all_text_contents()
    table.get_by_label("Volgorde").select_option("Feit, aflopend")
    expect(names.first).not_to_have_text(before[0])
    assert sorted(names.all_text_contents()) == sorted(before)
    expect(table.get_by_role("columnheader", name="Feit")).to_have_attribute("aria-sort", "descending")
    table.get_by_label("Volgorde").select_option("oorspronkelijk")
    assert names.all_text_contents() == before


def test_columns_that_fit_stay_beside_each_other(page: Page, address: str) -> None:
    table = opened(page, address)
    expect(table.get_by_label("Volgorde")).to_be_hidden()
    expect(table.locator("tbody td").first).to_have_css("display", "table-cell")
    page.set_viewport_size({"width": 390, "height": 700})
    expect(table.locator("tbody td").first).to_have_css("display", "grid")
    page.emulate_media(media="print")
    expect(table.locator("tbody td").first).to_have_css("display", "table-cell")
    expect(table.get_by_label("Volgorde")).to_be_hidden()
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1366, "height": 700})
    expect(table.locator("tbody td").first).to_have_css("display", "table-cell")
    expect(table.get_by_role("button", name="Waarde")).to_be_visible()


def test_what_the_box_cuts_off_is_not_taken_for_the_end(phone: Page, address: str) -> None:
    table = opened(phone, address)
    scroll, every = table.locator(".scroll"), table.locator("button.all")
    expect(every).to_have_text("Toon alle rijen")
    expect(table.locator(".box")).to_have_class("box cut")
    scroll.evaluate("scroll => scroll.scrollTo(0, scroll.scrollHeight)")
    expect(table.locator(".box")).to_have_class("box")
    every.click()
    expect(every).to_have_attribute("aria-expanded", "true")
    assert scroll.evaluate("scroll => scroll.scrollHeight <= scroll.clientHeight + 1")
    every.click()
    expect(every).to_have_text("Toon alle rijen")
    assert scroll.evaluate("scroll => scroll.scrollHeight > scroll.clientHeight + 1")
