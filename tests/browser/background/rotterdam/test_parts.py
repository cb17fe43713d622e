"""The Rotterdam plan in a browser: links, matrix and weights by mouse and keyboard, files, phone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.matrix.opening import in_address
from tests.browser.rules import sticks_out_px
from tests.browser.views import complete
from tests.data.shipped import CSV, csv_rows
from tests.downloads import rows_of_csv

pytestmark = pytest.mark.browser

ASSIGNMENTS = csv_rows(CSV / "assignments.csv")
WEIGHED = "&taak=jggz&schil=1&weeg=1~A1_2g~B6_3~C3_3"


def open_part(page: Page, address: str, part: str, query: str = "") -> None:
    page.goto(f"{address}/achtergrond?document=rotterdam&deel={part}{query}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("radio", name="Feiten")).to_be_visible()


def entries(page: Page) -> Locator:
    return page.locator(".assignments details")


def verdict(page: Page) -> Locator:
    return page.locator(".st-key-weighing_verdict")


def weight(page: Page, code: str, words: str) -> Locator:
    return page.locator(f".st-key-weighing_weight_{code}").get_by_role("radio", name=words, exact=True)


def test_deep_links_restore_filters_and_weights(page: Page, address: str) -> None:
    open_part(page, address, "opgaven", "&thema=toeleiding-naar-zorg&kolom=schil&opgave=O15")
    expected = [row["assignment_code"] for row in ASSIGNMENTS if row["theme"] == "Toeleiding naar zorg"]
    expect(entries(page)).to_have_count(len(expected))
    expect(page.locator(".assignments details[open] summary")).to_contain_text("O15")
    expect(page.locator(".assignments details[open]")).to_contain_text("regels 1560-1596")
    open_part(page, address, "schaalafweging", WEIGHED)
    expect(verdict(page)).to_contain_text("per saldo voor een grotere schaal")
    expect(weight(page, "B6", "zwaar")).to_be_checked()
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
    # The link stands at the foot of the page, and is the last to follow.
    expect(page.locator("[data-testid=stCode]")).to_contain_text("D3_2")
    link = page.locator("[data-testid=stCode]").inner_text()
    copy = page.context.new_page()
    copy.goto(link.strip())
    expect(verdict(copy)).to_contain_text("gelijkspel")
    expect(weight(copy, "D3", "gewoon")).to_be_checked()
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
    rows = rows_of_csv(table.value.path())
    assert len(rows) == 20
    assert {row["Criterium"][:2] for row in rows if row["Gewicht (0-3)"] != "0"} == {"A1", "B6", "C3"}


def test_phone_keeps_the_verdict_in_sight_while_weighing(phone: Page, address: str) -> None:
    open_part(phone, address, "schaalafweging", WEIGHED)
    control = weight(phone, "D1", "zwaar")
    control.scroll_into_view_if_needed()
    expect(verdict(phone)).to_be_in_viewport()
    control.tap(force=True)
    expect(phone).to_have_url(re.compile("D1_3"))


def test_the_verdict_can_be_read_after_a_change_of_theme(page: Page, address: str) -> None:
    open_part(page, address, "schaalafweging", WEIGHED)
    expect(verdict(page)).to_have_css("background-color", "rgb(255, 255, 255)")
    page.emulate_media(color_scheme="dark")
    expect(verdict(page)).to_have_css("background-color", "rgb(20, 23, 28)")
    letters = page.locator(".st-key-weighing_arguments svg.marks text").first
    expect(letters).to_have_css("fill", "rgb(240, 242, 245)")
    expect(verdict(page).locator("p")).to_have_css("color", "rgb(240, 242, 245)")
    page.emulate_media(color_scheme="light")


def test_tooltips_of_charts_are_for_a_mouse(phone: Page, page: Page, address: str) -> None:
    for visitor in (phone, page):
        open_part(visitor, address, "geld")
        visitor.evaluate(
            "document.body.insertAdjacentHTML('beforeend', '<div id=vg-tooltip-element class=visible>917</div>')"
        )
    expect(phone.locator("#vg-tooltip-element")).to_be_hidden()
    expect(page.locator("#vg-tooltip-element")).to_be_visible()


@pytest.mark.parametrize("kind", ["", "&soort=fase", "&soort=termijn"])
def test_timeline_and_its_table_end_within_the_page_at_every_width(page: Page, address: str, kind: str) -> None:
    open_part(page, address, "tijdlijn", kind)
    found = {}
    for width in (1920, 1440, 1366, 1024, 820, 768, 600, 390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        complete(page)
        table = page.locator(".tabel .scroll").first
        found[width] = max(sticks_out_px(page), table.evaluate("box => box.scrollWidth - box.clientWidth"))
    assert [width for width, px in found.items() if px > 2] == [], found
