"""The region page in the browser: other regions, keyboard, phone, print on one or two sheets of A4."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.rules import sticks_out_px

pytestmark = pytest.mark.browser

REGIONS = pd.read_parquet(Path("data/parquet/regions.parquet"), columns=["region_code", "name"])
NAMES = dict(zip(REGIONS["region_code"], REGIONS["name"], strict=True))
A4_PT = (596, 842)
CONTROLS = ("Druk af of bewaar als PDF", "Download CSV", "Bekijk op de kaart", "Zoek", "Dezelfde gegevens als tabel")


def open_region(page: Page, address: str, code: str, query: str = "") -> None:
    page.goto(f"{address}/regio?{query or f'regio={code}'}")
    expect(page.get_by_role("heading", level=1)).to_have_text(NAMES[code])
    expect(page.locator(f'svg[data-region="{code}"]')).to_be_visible()
    expect(page.get_by_text("Link naar deze pagina")).to_be_visible()


def neighbour_link(page: Page, name: str) -> Locator:
    return page.get_by_role("rowheader", name=name).get_by_role("link").last


def pdf_boxes(content: bytes) -> list[tuple[float, float]]:
    """Size in points of each page of a PDF."""
    boxes = re.findall(rb"/Type\s*/Page\b.*?/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]", content, re.DOTALL)
    return [(float(width), float(height)) for width, height in boxes]


def test_locator_marks_the_region_and_exactly_its_neighbours(page: Page, address: str) -> None:
    open_region(page, address, "JZ18")
    borders = pd.read_parquet(Path("data/parquet/neighbours.parquet")).query("region_code == 'JZ18'")
    svg = page.locator('svg[data-region="JZ18"]')
    expect(svg.locator('[data-part="own"]')).to_have_count(1)
    expect(svg.locator('[data-part="neighbour"]')).to_have_count(len(borders))
    expect(svg.locator("path")).to_have_count(42)
    label = svg.get_attribute("aria-label") or ""
    assert all(NAMES[code] in label for code in ["JZ18", *borders["neighbour_region_code"]])


def test_small_region_gets_a_ring(page: Page, address: str) -> None:
    open_region(page, address, "JZ11")
    expect(page.locator("svg .ring")).to_have_count(1)
    open_region(page, address, "JZ02")
    expect(page.locator("svg .ring")).to_have_count(0)


def test_without_its_borders_the_rest_of_the_page_works(page: Page, address: str) -> None:
    page.route("**/regions.topo.json", lambda route: route.abort())
    page.goto(f"{address}/regio?regio=JZ18")
    expect(page.get_by_text("Het kaartje kon niet worden geladen. Ververs de pagina.")).to_be_visible()
    expect(page.locator("td.choice")).to_have_count(11)


def test_click_on_a_neighbour_shows_it_and_back_again(page: Page, address: str) -> None:
    open_region(page, address, "JZ18")
    neighbour_link(page, "Haaglanden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Haaglanden")
    expect(page).to_have_url(re.compile(r"regio=JZ18.*bekijk=JZ24|bekijk=JZ24.*regio=JZ18"))
    expect(page.locator('svg[data-region="JZ24"]')).to_be_visible()
    page.get_by_role("button", name="Terug naar Holland Rijnland").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Holland Rijnland")
    expect(page).not_to_have_url(re.compile("bekijk="))


def test_keyboard_opens_a_neighbour_and_makes_it_mine(page: Page, address: str) -> None:
    open_region(page, address, "JZ18")
    neighbour_link(page, "Midden-Holland").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Midden-Holland")
    page.get_by_role("button", name="Maak dit uw regio").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".bar .mine a")).to_have_text("Midden-Holland")
    expect(page).not_to_have_url(re.compile("bekijk="))


def test_link_to_a_neighbour_works_in_a_new_tab(page: Page, address: str) -> None:
    open_region(page, address, "JZ18")
    link = neighbour_link(page, "Haaglanden")
    with page.context.expect_page() as opened:
        link.click(modifiers=["ControlOrMeta"])
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("Haaglanden")
    expect(opened.value.locator(".bar .mine a")).to_have_text("Holland Rijnland")
    expect(page.get_by_role("heading", level=1)).to_have_text("Holland Rijnland")


def test_choosing_another_own_region_leaves_the_one_looked_at(page: Page, address: str) -> None:
    open_region(page, address, "JZ31", "regio=JZ18&bekijk=JZ31")
    field = page.get_by_role("combobox", name="Zoek een plaats, regio of onderwerp")
    field.fill("Assen")
    field.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Drenthe")
    expect(page).not_to_have_url(re.compile("bekijk="))


def test_a_cell_differs_by_letters_and_words_and_an_equal_one_by_its_sign(page: Page, address: str) -> None:
    open_region(page, address, "JZ18")
    row = page.get_by_role("row").filter(has=neighbour_link(page, "Haaglanden"))
    cells = row.locator("td.cell")
    expect(cells).to_have_count(11)
    expect(cells.nth(0).locator(".mark")).to_have_text("=")
    expect(cells.nth(0)).to_have_attribute("title", "Eerste lijn: gelijk, lokaal")
    expect(cells.nth(10).locator(".mark")).to_have_text("B")
    expect(cells.nth(10)).to_have_attribute("title", "Jeugdzorgplus: verschillend, bovenregionaal")


def test_a_task_without_a_level_gets_no_share(page: Page, address: str) -> None:
    open_region(page, address, "JZ24")
    row = page.get_by_role("row").filter(has_text="Meldpunten huiselijk geweld").first
    expect(row.locator("td.usual")).to_have_text("geen niveau genoemd")
    expect(row.locator("td.neighbours")).to_contain_text("onbekend")


def test_dots_differ_in_shape(page: Page, address: str) -> None:
    open_region(page, address, "JZ31")
    drawn = {
        code: page.locator(f'.legend svg[data-code="{code}"]').inner_html()
        for code in ("ja", "deels", "nee", "niet_genoemd")
    }
    assert len(set(drawn.values())) == 4
    expect(page.locator('li svg[data-code="niet_genoemd"]')).to_have_count(2)
    expect(page.locator("li svg[data-code]")).to_have_count(13)


def test_same_figures_as_a_table(page: Page, address: str) -> None:
    open_region(page, address, "JZ18")
    page.get_by_text("Dezelfde gegevens als tabel").click()
    table = page.get_by_role("region", name="Keuzes van andere regio's ernaast")
    expect(table.locator("tbody tr")).to_have_count(11 * (5 + 7))
    row = (
        table.locator("tbody tr")
        .filter(has_text="buurregio")
        .filter(has_text="Haaglanden")
        .filter(has_text="Pleegzorg")
    )
    expect(row).to_have_count(1)
    expect(row).to_contain_text("regionaal")
    expect(row).to_contain_text("gelijk")


@pytest.mark.parametrize("code", ["JZ01", "JZ11", "JZ17", "JZ30", "JZ31"])
def test_prints_on_one_or_two_sheets_of_a4(page: Page, address: str, code: str) -> None:
    open_region(page, address, code)
    boxes = pdf_boxes(page.pdf(prefer_css_page_size=True))
    assert 1 <= len(boxes) <= 2
    assert all(box == pytest.approx(A4_PT, abs=2) for box in boxes)


def test_print_of_another_region_fits_and_has_no_controls_but_sources_and_link_at_the_foot(
    page: Page, address: str
) -> None:
    open_region(page, address, "JZ31", "regio=JZ18&bekijk=JZ31")
    assert len(pdf_boxes(page.pdf(prefer_css_page_size=True))) == 2
    for words in CONTROLS:
        expect(page.get_by_text(words, exact=True).first).to_be_visible()
    page.emulate_media(media="print")
    for words in (*CONTROLS, "Uw gemeente of regio", "Maak dit uw regio", "Doorrekening"):
        expect(page.get_by_text(words, exact=True).first).to_be_hidden()
    link = page.get_by_role("link", name=f"{address}/regio?regio=JZ31")
    expect(link).to_be_visible()
    expect(page.get_by_text("Inventarisatie regionale samenwerking jeugdzorg: 41 regioprofielen")).to_be_visible()
    below = page.get_by_role("heading", level=3).last.bounding_box(), link.bounding_box()
    assert below[0] is not None
    assert below[1] is not None
    assert below[0]["y"] < below[1]["y"]


def test_print_of_the_dark_theme_is_dark_on_white(page: Page, address: str) -> None:
    page.emulate_media(color_scheme="dark")
    open_region(page, address, "JZ31")
    page.emulate_media(media="print", color_scheme="dark")
    for element in (
        page.get_by_role("heading", level=1),
        page.locator("td.choice").first,
        page.locator("p.gist").first,
        page.get_by_text("Er spelen dus meerdere schaalniveaus").first,
    ):
        expect(element).to_have_css("color", "rgb(28, 31, 38)")
    expect(page.locator("html")).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", "rgba(0, 0, 0, 0)")


@pytest.mark.own_tab
def test_print_button_opens_the_print_of_the_browser(page: Page, address: str) -> None:
    page.add_init_script("window.print = () => { document.documentElement.dataset.printed = 'yes'; }")
    open_region(page, address, "JZ31")
    page.get_by_role("button", name="Druk af of bewaar als PDF").click()
    expect(page.locator("html")).to_have_attribute("data-printed", "yes")


def test_phone_keeps_the_eleven_cells_of_a_region_on_one_line(phone: Page, address: str) -> None:
    open_region(phone, address, "JZ31")
    assert sticks_out_px(phone) <= 0
    for row in phone.locator("table").filter(has=phone.locator("td.cell")).locator("tr:has(td.cell)").all()[:3]:
        boxes = [cell.bounding_box() for cell in row.locator("td.cell").all()]
        assert len({round(box["y"]) for box in boxes if box}) == 1, "the eleven cells of a region stand on one line"
    box = neighbour_link(phone, "Rijnmond").bounding_box()
    assert box is not None
    assert box["height"] >= 44


def test_smallest_phone_shows_the_comparison_whole(phone: Page, address: str) -> None:
    phone.set_viewport_size({"width": 320, "height": 568})
    open_region(phone, address, "JZ31")
    table = phone.locator("table").filter(has=phone.locator("td.cell"))
    beside_px = table.evaluate("(node) => node.parentElement.scrollWidth - node.parentElement.clientWidth")
    assert beside_px <= 0
    link = phone.locator(".stPageLink p", has_text="Codeboek: wanneer is iets ja, deels of nee")
    assert (
        link.evaluate("(node) => node.scrollWidth <= node.clientWidth && getComputedStyle(node).whiteSpace") == "normal"
    )
