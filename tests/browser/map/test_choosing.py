"""The map in the browser: repainting, choosing, links, keyboard, downloads."""

from __future__ import annotations

import io
import re
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.rules import sticks_out_px
from tests.downloads import rows_of_csv

pytestmark = pytest.mark.browser

CHOICES = pd.read_parquet(Path("data/parquet/scale_choices.parquet"))
REGIONS = pd.read_parquet(Path("data/parquet/regions.parquet"), columns=["region_code", "name"])
NAMES = dict(zip(REGIONS["region_code"], REGIONS["name"], strict=True))
CODES = sorted(NAMES)


def containing(part: str) -> re.Pattern[str]:
    return re.compile(re.escape(part))


def open_map(page: Page, address: str, query: str = "") -> Locator:
    page.goto(f"{address}/kaart{query}")
    country = page.locator("svg.country")
    expect(country).to_have_attribute("data-painted", re.compile(r"\w"))
    return country


def region_path(page: Page, code: str, part: str = "svg.country") -> Locator:
    return page.locator(f'{part} [data-region="{CODES.index(code)}"]')


def choose_task(page: Page, name: str) -> None:
    page.get_by_label("Taak").select_option(label=name)


def test_task_switch_repaints_at_once_and_then_reaches_address_and_panel(page: Page, address: str) -> None:
    open_map(page, address, "?regio=JZ31")
    before = region_path(page, "JZ31").get_attribute("fill")
    painted = page.evaluate(
        """() => {
            const find = (root, wanted) => { for (const node of root.querySelectorAll('*')) {
                if (node.matches(wanted)) return node;
                const inside = node.shadowRoot && find(node.shadowRoot, wanted);
                if (inside) return inside; } return null; };
            const select = find(document, '[data-control="task"]'), svg = find(document, 'svg.country');
            select.value = 'jeugdzorgplus';
            select.dispatchEvent(new Event('change', { bubbles: true }));
            return svg.dataset.painted;
        }"""
    )
    assert painted.startswith("jeugdzorgplus"), "the map must be painted before the server has answered"
    assert region_path(page, "JZ31").get_attribute("fill") != before
    expect(page).to_have_url(containing("taak=jeugdzorgplus"))
    expect(page.get_by_test_id("stMarkdown").get_by_text("Jeugdzorgplus", exact=True)).to_be_visible()


def test_click_on_a_region_shows_its_detail_with_its_place_in_the_source(page: Page, address: str) -> None:
    open_map(page, address, "?taak=pleegzorg")
    region_path(page, "JZ04").click(position={"x": 40, "y": 40})
    cell = CHOICES.query("region_code == 'JZ04' and task_code == 'pleegzorg'").iloc[0]
    expect(page.get_by_role("heading", name="Drenthe")).to_be_visible()
    place = page.get_by_text("Bron: Inventarisatie 2013, profiel 3 Drenthe, tabel schaalkeuzes, rij Pleegzorg.")
    expect(place).to_be_visible()
    page.get_by_test_id("stCaptionContainer").filter(has=place).get_by_role("button").focus()
    expect(page.get_by_role("tooltip")).to_contain_text(f"Regel {cell['line_from']} van de teksteditie")
    expect(page).to_have_url(containing("bekijk=JZ04"))
    assert "regio=" not in page.url, "looking at a region must not change 'uw regio'"


def test_small_regions_can_be_clicked_in_the_inset(page: Page, address: str) -> None:
    open_map(page, address)
    for code in ("JZ10", "JZ11", "JZ15", "JZ22"):
        box = region_path(page, code, ".inset svg").bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24
        region_path(page, code, ".inset svg").click()
        expect(page.get_by_role("heading", level=2, name=NAMES[code])).to_be_visible()


def test_deep_link_restores_task_colour_and_region(page: Page, address: str) -> None:
    country = open_map(page, address, "?regio=JZ31&taak=crisisopvang&kleur=status&bekijk=JZ29")
    expect(country).to_have_attribute("data-painted", "crisisopvang status JZ29")
    expect(page.get_by_label("Taak")).to_have_value("crisisopvang")
    expect(page.get_by_label("Kleur naar")).to_have_value("status")
    expect(page.get_by_role("heading", name="Rijnmond")).to_be_visible()
    expect(page.locator(".bar .mine a")).to_have_text("Zuid-Holland Zuid")


def test_unknown_region_and_task_are_said_and_the_map_works(page: Page, address: str) -> None:
    open_map(page, address, "?regio=JZ99&taak=<b>x</b>")
    expect(page.get_by_text("een regio die niet bestaat")).to_be_visible()
    expect(page.get_by_text("een taak die niet bestaat")).to_be_visible()
    choose_task(page, "Pleegzorg")
    expect(page.locator("svg.country")).to_have_attribute("data-painted", containing("pleegzorg"))


def test_keyboard_walks_from_region_to_region_and_chooses(page: Page, address: str) -> None:
    country = open_map(page, address, "?regio=JZ04")
    country.focus()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(
        page.locator(
            ".st-key-region_map [role=status].spoken, .st-key-region_map p.spoken, .st-key-region_map div.spoken"
        ).first
    ).to_contain_text("Groningen")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Groningen")).to_be_visible()


def test_region_list_and_controls_are_reached_by_tab(page: Page, address: str) -> None:
    open_map(page, address)
    page.get_by_label("Taak").focus()
    for label in ("Kleur naar", "Regio"):
        page.keyboard.press("Tab")
        expect(page.get_by_role("combobox", name=label, exact=True)).to_be_focused()
    page.get_by_role("combobox", name="Regio", exact=True).select_option(label="IJsselland")
    expect(page.get_by_role("heading", name="IJsselland")).to_be_visible()


def test_legend_counts_equal_the_data_for_every_task(page: Page, address: str) -> None:
    open_map(page, address)
    for task_code, cells in CHOICES.groupby("task_code"):
        page.get_by_label("Taak").select_option(str(task_code))
        expect(page.locator("svg.country")).to_have_attribute("data-painted", containing(str(task_code)))
        shown = [int(text.split()[0]) for text in page.locator(".legend .share").all_text_contents()]
        wanted = cells["leading_levels"].map(lambda levels: "+".join(levels)).value_counts()
        assert sorted(shown) == sorted(wanted.tolist())


def test_all_tasks_in_one_view_lead_back_to_one_task(page: Page, address: str) -> None:
    open_map(page, address)
    page.get_by_role("button", name="Alle 11 taken").click()
    expect(page.locator(".many button")).to_have_count(11)
    expect(page).to_have_url(containing("alle=1"))
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator(".many button[data-task=jeugdzorgplus]").click()
    expect(page.locator("svg.country")).to_be_focused()
    expect(page.get_by_label("Taak")).to_have_value("jeugdzorgplus")
    expect(page.get_by_label("Taak")).to_be_in_viewport()


def test_hover_names_region_choice_and_status(page: Page, address: str) -> None:
    open_map(page, address, "?taak=pleegzorg")
    region_path(page, "JZ04").hover(position={"x": 40, "y": 40})
    tip = page.locator(".tip")
    expect(tip).to_contain_text("Drenthe")
    expect(tip).to_contain_text("Status:")
    page.mouse.down()
    page.mouse.up()
    expect(page.get_by_role("heading", name="Drenthe")).to_be_visible()
    expect(tip).to_be_hidden()
    assert page.locator("svg.country").evaluate("(map) => getComputedStyle(map).outlineStyle") == "none"


def test_a_tip_goes_when_the_map_shows_something_else_under_a_resting_mouse(page: Page, address: str) -> None:
    open_map(page, address, "?taak=pleegzorg")
    tip = page.locator(".tip")
    for goes in (
        lambda: page.get_by_label("Kleur naar").select_option("raden"),
        lambda: page.get_by_role("combobox", name="Regio", exact=True).select_option("JZ31"),
        lambda: page.locator("svg.country").press("ArrowUp"),
    ):
        page.mouse.move(0, 0)
        region_path(page, "JZ04").hover(position={"x": 40, "y": 40})
        expect(tip).to_be_visible()
        goes()
        expect(tip).to_be_hidden()


def test_table_sorts_and_downloads_hold_the_same_choices(page: Page, address: str) -> None:
    open_map(page, address, "?taak=pleegzorg")
    page.get_by_text("Dezelfde gegevens als tabel").click()
    expect(page.locator(".tabel tbody tr")).to_have_count(42)
    expect(page.get_by_role("columnheader", name="Regel van")).to_have_count(0)
    page.get_by_role("button", name="Toon regels van de teksteditie").click()
    expect(page.get_by_role("columnheader", name="Regel van")).to_be_visible()
    page.get_by_role("button", name="Regio", exact=False).locator("visible=true").first.click()
    first = page.locator(".tabel tbody th").first
    expect(first).to_have_text(sorted(NAMES.values(), key=str.casefold)[0])
    with page.expect_download() as csv_file:
        page.get_by_role("button", name="Download CSV").first.click()
    rows = rows_of_csv(csv_file.value.path())
    cells = CHOICES.query("task_code == 'pleegzorg'")
    assert {(row["Regio"], int(row["Regel van"])) for row in rows} == {
        (NAMES[row.region_code], row.line_from) for row in cells.itertuples()
    }
    below = csv_file.value.path().read_text("utf-8-sig").split("\n\n")[-1]
    assert f"Weergave;Kaart\nLink;{page.url}\nTaak;Pleegzorg\n" in below, "whoever gets the file finds the view"
    with page.expect_download() as xlsx_file:
        page.get_by_role("button", name="Download XLSX").last.click()
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_file.value.path().read_bytes()))["Gegevens"]
    assert sheet.max_row == 463


def test_map_downloads_as_a_picture(page: Page, address: str) -> None:
    open_map(page, address)
    for kind, start in (("svg", b"<svg"), ("png", b"\x89PNG")):
        with page.expect_download() as picture:
            page.get_by_role("button", name=f"{kind.upper()}: kaart").click()
        content = picture.value.path().read_bytes()
        assert content.startswith(start)
        assert len(content) > 20_000


def test_phone_chooses_a_region_by_a_tap(phone: Page, address: str) -> None:
    open_map(phone, address, "?regio=JZ22")
    assert sticks_out_px(phone) <= 1
    region_path(phone, "JZ10", ".inset svg").tap()
    expect(phone.get_by_role("heading", name=NAMES["JZ10"])).to_be_visible()


def test_coming_back_to_the_map_shows_what_the_address_says(page: Page, address: str) -> None:
    open_map(page, address, "?regio=JZ31")
    choose_task(page, "Pleegzorg")
    expect(page).to_have_url(containing("taak=pleegzorg"))
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Regio", exact=True).click()
    expect(page.get_by_role("heading", level=1, name="Zuid-Holland Zuid")).to_be_visible()
    page.go_back()
    expect(page.get_by_label("Taak")).to_have_value("pleegzorg")
