"""The map of partners drawn flat, as in a browser without WebGL: clicks, colours, links, phone, groups of
neighbours.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from components.look.palette import LEVEL_COLOURS
from tests.browser.partners.opening import MAP, NAMES, control, in_address, open_flat, panel, region, regions
from tests.browser.rules import sticks_out_px
from tests.data.shipped import CSV, csv_rows, shipped

pytestmark = pytest.mark.browser


TASKS = {row["task_code"]: row["name"] for row in csv_rows(CSV / "tasks.csv")}
CELLS = csv_rows(CSV / "scale_choices.csv")
PAIRS = {
    frozenset((row["region_code"], row["partner_region_code"]))
    for row in csv_rows(CSV / "partners.csv")
    if row["partner_region_code"]
}


def test_without_webgl_the_page_says_so_and_shows_table_and_flat_map(flat: Page, address: str) -> None:
    drawing = open_flat(flat, address)
    expect(flat.get_by_role("status").filter(has_text="WebGL ontbreekt of staat uit")).to_be_visible()
    expect(control(flat, "Kaart")).to_be_disabled()
    expect(flat.locator(f"{MAP} canvas")).to_have_count(0)
    expect(drawing.locator(".mark-rule").last.locator("line, path")).to_have_count(len(PAIRS))
    expect(flat.get_by_role("region", name="Wie noemt wie?").locator("tbody tr")).to_have_count(len(PAIRS))


def test_link_to_the_tilting_map_opens_the_flat_one_without_webgl(flat: Page, address: str) -> None:
    open_flat(flat, address, "?kaart=kantelbaar")
    expect(flat.locator(".notice")).to_be_visible()
    in_address(flat, "kaart", "kantelbaar")


def test_click_on_the_flat_map_selects_and_lets_go(flat: Page, address: str) -> None:
    open_flat(flat, address, "?taak=ambulant")
    region(flat, "JZ01").click()
    expect(panel(flat, "JZ01")).to_be_visible()
    in_address(flat, "bekijk", "JZ01")
    expect(regions(flat)).to_have_count(42)
    region(flat, "JZ38").click()
    expect(panel(flat, "JZ38")).to_be_visible()
    expect(regions(flat)).to_have_count(42)
    region(flat, "JZ38").click()
    in_address(flat, "bekijk", None)
    # Each of the three clicks was one step of the history, and no other thing was.
    for code in ("JZ38", "JZ01", None):
        flat.go_back()
        in_address(flat, "bekijk", code)
    in_address(flat, "taak", "ambulant")


def test_flat_map_is_coloured_by_the_choices_of_every_task(flat: Page, address: str) -> None:
    open_flat(flat, address)
    usual = control(flat, "Taak").input_value()
    # The usual task last: once a task is named, the address keeps naming one.
    for task, task_name in sorted(TASKS.items(), key=lambda item: item[0] == usual):
        control(flat, "Taak").select_option(task)
        in_address(flat, "taak", task)
        cells = {row["region_code"]: row["leading_levels"].split(";") for row in CELLS if row["task_code"] == task}
        level = "lokaal" if task == "eerste_lijn" else "bovenregionaal"
        near = [code for code, levels in cells.items() if level in levels]
        expect(flat.locator(f"{MAP} .mark-shape path[fill='{LEVEL_COLOURS[level]}']")).to_have_count(len(near))
        expect(flat.get_by_role("heading", level=3, name=task_name, exact=True)).to_be_visible()
        for code in near[:3]:
            expect(region(flat, code)).to_have_attribute("fill", LEVEL_COLOURS[level])


def test_back_button_returns_to_the_view_that_was_left(flat: Page, address: str) -> None:
    open_flat(flat, address)
    control(flat, "Taak").select_option(label="Pleegzorg")
    control(flat, "Regio").select_option("JZ11")
    in_address(flat, "bekijk", "JZ11")
    flat.get_by_role("link", name="Alles over Zuid-Kennemerland").click()
    expect(flat.get_by_role("heading", level=1)).to_contain_text("Zuid-Kennemerland")
    flat.go_back()
    expect(panel(flat, "JZ11")).to_be_visible()
    expect(control(flat, "Taak")).to_have_value("pleegzorg")
    expect(control(flat, "Regio")).to_have_value("JZ11")


def test_map_downloads_as_a_picture(flat: Page, address: str) -> None:
    open_flat(flat, address, "?taak=pleegzorg")
    with flat.expect_download() as download:
        flat.get_by_role("button", name="PNG: kaart").click()
    content = download.value.path().read_bytes()
    assert re.fullmatch(r"schaalwijzer-samenwerking-pleegzorg-\d{4}-\d\d-\d\d\.png", download.value.suggested_filename)
    assert content.startswith(b"\x89PNG")
    assert len(content) > 60_000, "a picture without the map would be smaller"


def test_phone_has_controls_and_regions_large_enough_to_tap(phone: Page, address: str) -> None:
    open_flat(phone, address, "?regio=JZ11")
    expect(panel(phone, "JZ11")).to_be_attached()
    assert sticks_out_px(phone) <= 1
    for box in (part.bounding_box() for part in phone.locator(".partners select, .partners button").all()):
        assert box is None or box["height"] >= 44
    region(phone, "JZ01").tap()
    expect(panel(phone, "JZ01")).to_be_visible()
    expect(phone.locator("#vg-tooltip-element")).to_be_hidden()


# Groups of neighbours


def components_by_hand(task: str) -> list[set[str]]:
    """Groups of regions that choose bovenregionaal and are joined by borders: every border merges two groups."""
    members = {
        row["region_code"]
        for row in CELLS
        if row["task_code"] == task and "bovenregionaal" in row["leading_levels"].split(";")
    }
    groups = [{code} for code in members]
    borders = shipped("neighbours")
    for one, other in zip(borders["region_code"], borders["neighbour_region_code"], strict=True):
        if {one, other} <= members:
            joined = [group for group in groups if group & {one, other}]
            groups = [group for group in groups if group not in joined] + [set().union(*joined)]
    return groups


def test_table_of_all_tasks_equals_a_recount_and_my_region_reads_where_it_stands_alone(
    flat: Page, address: str
) -> None:
    open_flat(flat, address, "?regio=JZ24")
    assert {"JZ24"} in components_by_hand("jeugdzorgplus")
    expect(flat.get_by_text("Haaglanden kiest bovenregionaal en staat daarin alleen")).to_be_visible()
    rows = flat.get_by_role("region", name="Regio's die bovenregionaal kiezen, per taak").locator("tbody tr")
    expect(rows).to_have_count(len(TASKS))
    for row, (task, task_name) in zip(rows.all(), TASKS.items(), strict=True):
        groups = components_by_hand(task)
        joined, alone = [group for group in groups if len(group) > 1], [group for group in groups if len(group) == 1]
        cells = [text.strip() for text in row.locator("th, td").all_text_contents()]
        assert cells[0] == task_name
        assert int(cells[1]) == sum(map(len, groups))
        assert int(cells[3]) == len(joined)
        assert int(cells[4]) == max(map(len, joined), default=0)
        assert int(cells[5]) == len(alone)
        assert set(filter(None, re.split(", | en ", cells[6]))) == {NAMES[code] for group in alone for code in group}


def test_groups_of_a_task_are_listed_and_numbered_as_on_the_map(flat: Page, address: str) -> None:
    drawing = open_flat(flat, address, "?taak=meldpunten")
    joined = [group for group in components_by_hand("meldpunten") if len(group) > 1]
    items = flat.locator("li").filter(has_text=re.compile(r"^Groep \d+, "))
    expect(items).to_have_count(len(joined))
    texts = items.all_text_contents()
    for group in joined:
        (text,) = [text for text in texts if all(NAMES[code] in text for code in group)]
        assert f"{len(group)} regio's" in text
    numbers = drawing.locator(".mark-text text").all_text_contents()
    assert set(map(int, numbers)) == {number for number, _ in enumerate(texts, 1)}
