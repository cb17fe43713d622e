"""Vergelijking by link, as files, on paper, for a screen reader and on a phone."""

from __future__ import annotations

import io
import re

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from tests.browser.matrix.opening import (
    REGIONS,
    TASK_CODES,
    TASKS,
    in_address,
    open_matrix,
    rows_shown,
    words,
)
from tests.browser.paper import printed
from tests.browser.rules import sticks_out_px
from tests.downloads import rows_of_csv

pytestmark = pytest.mark.browser


# Links, files, print


def test_unknown_state_is_said_and_the_matrix_works(page: Page, address: str) -> None:
    root = open_matrix(page, address, "?rijen=<b>x</b>&kolommen=x&naast=JZ99")
    for what in (
        "een volgorde van regio's die niet bestaat",
        "een volgorde van taken die niet bestaat",
        "een regio die niet bestaat",
    ):
        expect(page.get_by_text(what)).to_be_visible()
    page.get_by_label("Volgorde van de regio's").select_option("alfabet")
    expect(root).to_have_attribute("data-painted", re.compile("^alfabet bron"))


def test_files_hold_the_choices_of_the_matrix(page: Page, address: str) -> None:
    open_matrix(page, address, "?regio=JZ31&rijen=alfabet")
    shown = rows_shown(page)
    page.get_by_text("Dezelfde gegevens als tabel").click()
    expect(page.locator(".tabel tbody tr")).to_have_count(42 + 11)
    with page.expect_download() as xlsx_file:
        page.get_by_role("button", name="Download XLSX in kleur").click()
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_file.value.path().read_bytes()))["Matrix"]
    codes = {row["name"]: code for code, row in REGIONS.items()}
    lines = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert [line[0] for line in lines] == shown
    for line in lines:
        assert [text.split(" ", 1)[1] for text in line[1:-1]] == [words(codes[line[0]], task) for task in TASK_CODES]
    with page.expect_download() as csv_file:
        page.get_by_role("button", name="Download CSV").first.click()
    rows = rows_of_csv(csv_file.value.path())
    assert [row["Regio"] for row in rows] == shown
    for row in rows:
        for task in TASK_CODES:
            assert row[TASKS[task]["name"]].startswith(f"{words(codes[row['Regio']], task)} (")


def test_matrix_downloads_as_a_picture(page: Page, address: str) -> None:
    open_matrix(page, address, "?regio=JZ31&rijen=groepen")
    for kind, start in (("png", b"\x89PNG"), ("svg", b"<svg")):
        with page.expect_download() as picture:
            page.get_by_role("button", name=f"{kind.upper()}: matrix").click()
        content = picture.value.path().read_bytes()
        assert content.startswith(start)
        assert len(content) > 20_000
    text = content.decode()
    assert [part for part in (row["name"] for row in REGIONS.values()) if part not in text] == []
    assert "Groep 1: 22 regio" in text
    assert "(48% van hun keuzes); uw regio staat bovenaan" in text
    figures = re.findall(r">([LSRB] \d+%)<", text)
    assert len(figures) == 11, "each percentage names its level"
    assert "R = regionaal" in text, "and the key explains the letters"
    assert "geen niveau genoemd" in text


def test_print_gives_one_or_two_pages_without_controls(page: Page, address: str) -> None:
    open_matrix(page, address, "?regio=JZ31&rijen=groepen&bekijk=JZ01&taak=vb&naast=JZ31,JZ24,JZ27")
    expect(page.locator(".comparison tbody tr")).to_have_count(11)
    sheets = printed(page)
    assert len(sheets) in (1, 2)
    (with_alike,) = [sheet.lines for sheet in sheets if "Wie lijkt op wie?" in sheet.lines]
    assert [line[:2] for line in with_alike if line[1:2] == "."] == ["1.", "2.", "3.", "4.", "5."], "not over two pages"
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1047})
    expect(page.locator("table.wide")).to_be_visible()
    for part in (".matrix .controls", ".sheet", ".matrix .pictures", ".comparison .controls", ".matrix .list"):
        expect(page.locator(part)).to_be_hidden()


# Phone


def test_phone_shows_one_task_or_one_region(phone: Page, address: str) -> None:
    open_matrix(phone, address, "?regio=JZ31&rijen=alfabet")
    expect(phone.locator("table.wide")).to_be_hidden()
    expect(phone.locator(".list button")).to_have_count(42)
    expect(phone.locator(".list button b").first).to_have_text("Zuid-Holland Zuid (uw regio)")
    phone.get_by_role("combobox", name="Taak", exact=True).select_option("jeugdzorgplus")
    achterhoek = phone.locator(".list button", has_text="Achterhoek")
    expect(achterhoek).to_contain_text(words("JZ25", "jeugdzorgplus").capitalize())
    phone.get_by_role("combobox", name="Taak", exact=True).select_option("eerste_lijn")
    expect(phone.locator(".list .words").first).to_have_text("Lokaal en subregionaal · intentie")
    phone.get_by_role("combobox", name="Taak", exact=True).select_option("jeugdzorgplus")
    in_address(phone, "taak", "jeugdzorgplus")
    phone.get_by_label("Toon").select_option("regio")
    expect(phone.locator(".list button")).to_have_count(11)
    in_address(phone, "toon", "regio")
    phone.get_by_role("combobox", name="Regio", exact=True).select_option("JZ01")
    expect(phone.locator(".list button").last).to_contain_text(words("JZ01", "jeugdzorgplus").capitalize())
    assert sticks_out_px(phone) <= 1


def test_phone_opens_and_closes_a_detail_with_targets_large_enough(phone: Page, address: str) -> None:
    open_matrix(phone, address, "?toon=regio&bekijk=JZ04")
    button = phone.locator(".list button", has_text="Pleegzorg")
    box = button.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    button.tap()
    sheet = phone.get_by_role("region", name="Over deze keuze")
    expect(sheet).to_contain_text("Drenthe, pleegzorg")
    expect(sheet).to_be_in_viewport()
    sheet.get_by_role("button", name="Sluit").tap()
    expect(sheet).to_be_hidden()
    in_address(phone, "bekijk", "JZ04")
