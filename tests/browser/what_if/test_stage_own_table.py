"""An own table on stage: the hall sees the plan, and nothing that is for the one who brought the table."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Page, expect

from tests.browser.frame.test_stage_windows import open_hall
from tests.browser.look.test_pictures import SVG, saved
from tests.browser.stage import at_rest, faults_on_stage
from tests.browser.what_if.test_own_table import chooser, file, open_section, own_file, years_shown

pytestmark = [pytest.mark.browser, pytest.mark.own_tab]

NAME = "onze regio"
NOTICE = ".st-key-own_table_kept .kept"
NOT_HELD = "een eigen tabel gaat niet mee in een link"


def use_own_table(page: Page, address: str) -> None:
    open_section(page, address)
    chooser(page).set_input_files(file(f"{NAME}.xlsx", own_file(3, 2)))
    expect(years_shown(page)).to_have_text("Jaarkosten 2026")


def present(page: Page) -> None:
    page.evaluate("document.activeElement?.blur()")
    page.keyboard.press("p")
    at_rest(page)


@pytest.mark.long
def test_neither_picture_paper_nor_stage_has_an_address_without_saying_that_it_lacks_the_table(
    page: Page, address: str
) -> None:
    use_own_table(page, address)
    page.get_by_text("Bewaar de grafieken van het paneel als afbeelding").click()
    drawing = ET.fromstring(saved(page, "kosten per jaar", "svg").decode())
    texts = " ".join(part.text for part in drawing.iter(f"{SVG}text") if part.text)
    assert f"/doorrekening ({NOT_HELD})" in texts
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".paper-head")).to_contain_text(f"/doorrekening ({NOT_HELD})")
    present(page)
    expect(page.locator(".st-key-stage_words .code")).to_have_text(f"Geen QR-code. E{NOT_HELD[1:]}.")
    expect(page.locator(".st-key-stage_words .code svg")).to_have_count(0)


@pytest.mark.long
def test_the_hall_sees_no_notice_of_what_the_browser_keeps(page: Page, address: str) -> None:
    use_own_table(page, address)
    expect(page.locator(NOTICE)).to_be_visible()
    present(page)
    hall = open_hall(page)
    for window in (page, hall):
        expect(window.locator(".st-key-stage_words .sentence")).to_contain_text(f"Eigen tabel “{NAME}”")
        expect(window.locator(NOTICE)).to_be_hidden()
        expect(window.get_by_role("button", name="Verwijder")).to_be_hidden()
    assert not faults_on_stage(hall)


@pytest.mark.long
def test_what_a_link_gets_wrong_is_said_to_the_speaker_alone(page: Page, address: str) -> None:
    page.goto(f"{address}/doorrekening?presentatie=1&schuiven=99&regio=XX99")
    at_rest(page)
    wrong, unknown = ".paneel .wrong", "De link noemt een regio die niet bestaat."
    expect(page.locator(wrong)).to_contain_text("“99”")
    expect(page.get_by_text(unknown)).to_be_visible()
    hall = open_hall(page)
    expect(page.locator(wrong)).to_be_visible()
    expect(page.get_by_text(unknown)).to_be_visible()
    expect(hall.locator(".paneel .tile").first).to_be_visible()
    expect(hall.locator(wrong)).to_be_hidden()
    expect(hall.get_by_text(unknown)).to_be_hidden()
