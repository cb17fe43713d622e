"""What an exhibit draws on stage: a hall can read it, nothing scrolls, and a screen reader walks through a table."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.browser.clipping import settled
from tests.browser.rules import DARK, faults
from tests.browser.stage import HALLS, at_rest, faults_on_stage

pytestmark = pytest.mark.browser

DRAWING = ".st-key-exhibit_drawing .drawing"
VIEWS = {
    "start": "/?",
    "start, own region": "/?regio=JZ31",
    "comparison": "/vergelijking?",
    "comparison per province": "/vergelijking?rijen=provincie&regio=JZ10",
    "comparison in groups": "/vergelijking?rijen=groepen&regio=JZ14",
    "comparison by agreements": "/vergelijking?rijen=afspraken&regio=JZ04",
    "how regions differ per task": "/vergelijking?kolommen=eens&taak=jggz",
    "four regions beside each other": "/vergelijking?naast=JZ10,JZ31,JZ17,JZ42",
    "region with the longest name": "/regio?regio=JZ10",
    "every region": "/regio?",
    "cooperation": "/samenwerking?regio=JZ17&taak=jeugdzorgplus",
    "cooperation without a region": "/samenwerking?taak=pleegzorg",
    "all tasks on the map": "/kaart?alle=1&regio=JZ10",
    "status of all tasks": "/kaart?alle=1&kleur=status&regio=JZ43",
}
OVERFLOW = """() => {
  const find = (root) => {
    for (const node of root.querySelectorAll('*')) {
      const found = node.matches('.drawing') ? node : node.shadowRoot && find(node.shadowRoot);
      if (found) return found;
    }
    return null;
  };
  const drawing = find(document), room = drawing.getBoundingClientRect();
  return [...drawing.querySelectorAll('th, td, li, .name')].filter((part) => {
    const { right, bottom, width } = part.getBoundingClientRect();
    return width && (right > room.right + 1 || bottom > room.bottom + 3);
  }).map((part) => part.textContent);
}"""
"""Cells and words of the key that stand out of the drawing, which cuts them off."""


def open_on_stage(page: Page, address: str, path: str) -> None:
    page.set_viewport_size(HALLS[0])
    page.goto(f"{address}{path}&presentatie=1")
    at_rest(page)
    expect(page.locator(f"{DRAWING} table").first).to_be_attached()


@pytest.mark.parametrize("view", VIEWS)
def test_a_hall_reads_all_of_it(page: Page, address: str, view: str) -> None:
    open_on_stage(page, address, VIEWS[view])
    assert faults_on_stage(page) == {}
    for size in HALLS:
        page.set_viewport_size(size)
        at_rest(page)
        assert settled(page, OVERFLOW) == [], size


@pytest.mark.parametrize("view", ["start, own region", "comparison per province", "region with the longest name"])
def test_it_is_accessible_in_light_and_in_dark(page: Page, address: str, view: str) -> None:
    open_on_stage(page, address, VIEWS[view])
    assert faults(page) == []
    page.emulate_media(color_scheme="dark")
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", DARK)
    assert faults(page) == []
    page.emulate_media(color_scheme=None)


def test_a_grid_is_a_table_with_its_classes_in_words(page: Page, address: str) -> None:
    open_on_stage(page, address, VIEWS["status of all tasks"])
    table = page.locator(DRAWING).get_by_role("table")
    expect(table).to_have_accessible_name(re.compile("Status van de keuze: gedeelde afspraak: 88"))
    expect(table.get_by_role("columnheader")).to_have_count(42)
    expect(table.get_by_role("rowheader")).to_have_count(11)
    expect(table.get_by_role("cell", name="gedeelde afspraak")).to_have_count(88)
    names = table.locator(".name")
    expect(names).to_have_text(["Groningen", "Midden-Limburg-West"])
    for name in names.all():
        expect(name).to_be_visible()


def test_a_grid_names_its_ends_and_bands_lie_side_by_side(page: Page, address: str) -> None:
    open_on_stage(page, address, VIEWS["comparison"])
    expect(page.locator(f"{DRAWING} .name")).to_have_text(["Groningen", "Zuid-Limburg"])
    open_on_stage(page, address, VIEWS["comparison per province"])
    expect(page.locator(f"{DRAWING} .name")).to_have_text(["Midden-Kennemerland (IJmond)"])
    bands = page.locator(f"{DRAWING} .bands span")
    expect(bands).to_have_count(12)
    sides = bands.evaluate_all("(names) => names.map((name) => [name.getBoundingClientRect()]).flat()")
    for left, right in pairwise(sides):
        assert left["right"] <= right["left"], (left, right)


def test_a_bar_is_as_long_as_its_value(page: Page, address: str) -> None:
    open_on_stage(page, address, VIEWS["start"])
    rows = page.locator(f"{DRAWING} tr")
    widths = rows.locator(".bar").evaluate_all("(bars) => bars.map((bar) => bar.getBoundingClientRect().width)")
    counts = [int(text.split("%")[0]) for text in rows.locator(".words").all_inner_texts()]
    assert len(counts) == 11
    for (count, width), (other, other_width) in pairwise(zip(counts, widths, strict=True)):
        assert width / other_width == pytest.approx(count / other, rel=0.03)
