"""The map, its key and the choice of task in one view; names that can be read; a picture that says all by itself."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import combinations
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from playwright.sync_api import Page, expect

from model.choices.classes import with_classes
from tests.browser.clipping import settled
from tests.browser.map.test_choosing import open_map

pytestmark = pytest.mark.browser

CHOICES = with_classes(pd.read_parquet(Path("data/parquet/scale_choices.parquet")))
SVG = "{http://www.w3.org/2000/svg}"
SCREENS = [(1366, 768), (1280, 720), (820, 1180), (1440, 900), (1920, 1080)]

BOXES = """(root) => {
    const box = (node) => {
        const { left, top, right, bottom } = node.getBoundingClientRect();
        return { left, top, right, bottom };
    };
    const named = (part) => [...root.querySelectorAll(`${part} .names text`)]
        .map((text) => ({ code: text.dataset.name, ...box(text) }));
    const one = (selector) => box(root.querySelector(selector));
    return {
        task: one('[data-control="task"]'), country: one('.country'), key: one('.key'), inset: one('.inset'),
        letters: parseFloat(getComputedStyle(root.querySelector('.legend button')).fontSize),
        names: named('.country'), enlarged: named('.inset'),
    };
}"""

MISPLACED_TILES = """() => {
    const find = (root) => root.querySelector('.many') ?? [...root.querySelectorAll('*')]
        .map((node) => node.shadowRoot && find(node.shadowRoot)).find(Boolean);
    const tiles = [...find(document).children];
    const abreast = tiles.filter((tile) => tile.offsetTop === tiles[0].offsetTop).length;
    const tooWide = tiles.filter((tile) => tile.scrollWidth > tile.clientWidth).map((tile) => tile.textContent);
    return [...tooWide, ...(abreast <= 6 ? [] : [`${abreast} abreast`])];
}"""


def boxes(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.locator(".kaart").evaluate(BOXES)
    return found


def test_map_key_and_task_stand_in_one_view_on_every_screen(page: Page, address: str) -> None:
    open_map(page, address, "?regio=JZ31&taak=jggz")
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        expect(page.locator(".stage")).to_have_css("--room", re.compile(r"\d"))
        page.wait_for_function(
            "(wide) => { const find = (root) => root.querySelector('.stage') ?? [...root.querySelectorAll('*')]"
            ".map((node) => node.shadowRoot && find(node.shadowRoot)).find(Boolean);"
            " return find(document).getBoundingClientRect().right <= wide; }",
            arg=width,
        )
        seen = boxes(page)
        screen = f"{width} by {height}"
        assert seen["task"]["top"] >= 0, screen
        for part in ("country", "key"):
            assert seen[part]["bottom"] <= height, (screen, part)
            assert seen[part]["left"] >= 0, (screen, part)
        assert seen["key"]["right"] <= seen["country"]["left"] + 1, screen
        assert seen["country"]["bottom"] - seen["country"]["top"] >= 0.5 * height, f"{screen}: the country is large"
        if width in (1280, 1920):
            assert seen["letters"] >= height / 40, f"{screen}: the key is read from the back of a hall"
    named = {name["code"] for name in seen["names"]} | {name["code"] for name in seen["enlarged"]}
    assert len(named) == 42, "from 1440 px on every region is named"
    for part in ("names", "enlarged"):
        for one, other in combinations(seen[part], 2):
            wide = min(one["right"], other["right"]) - max(one["left"], other["left"])
            high = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
            # The box of a text is higher than its letters.
            assert wide <= 0 or high <= 0.3 * (one["bottom"] - one["top"]), (one["code"], other["code"])


def test_what_is_lit_in_the_key_leaves_the_map_where_it_is(page: Page, address: str) -> None:
    open_map(page, address, "?taak=jggz")
    page.set_viewport_size({"width": 1366, "height": 768})
    expect(page.locator(".country .names text")).to_have_count(0)
    before = boxes(page)["country"]
    button = page.locator(".legend button").last
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_be_focused()
    assert boxes(page)["country"] == before
    seen = boxes(page)
    lit = set(CHOICES.query("task_code == 'jggz' and leading_class == 'bovenregionaal'")["region_code"])
    assert {name["code"] for name in [*seen["names"], *seen["enlarged"]]} == lit, "what is lit is named"
    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".country .names text")).to_have_count(0)


def drawing(page: Page) -> ET.Element:
    with page.expect_download() as picture:
        page.get_by_role("button", name="SVG: kaart").click()
    return ET.fromstring(picture.value.path().read_text("utf8"))


def test_a_picture_has_the_signs_of_the_data_and_a_full_key(page: Page, address: str) -> None:
    open_map(page, address, "?regio=JZ31&bekijk=JZ04&taak=jggz")
    picture = drawing(page)
    cells = CHOICES.query("task_code == 'jggz'")
    wanted = cells["status"].value_counts().to_dict()
    country, enlarged = picture.iterfind(f".//{SVG}svg")
    beside = float(country.get("x", 0)) - float(enlarged.get("x", 0)) - float(enlarged.get("width", 0))
    assert 0 < beside < 40, "the enlarged part takes what the country leaves"
    signs = [path for path in country.iter(f"{SVG}path") if "data-status" in path.attrib]
    assert {code: sum(path.get("data-status") == code for path in signs) for code in wanted} == wanted
    fills = {path.get("data-status"): path.get("fill") for path in signs}
    assert len(set(fills.values())) == 3, "an intention does not look like an agreement"
    texts = [text.text for text in picture.iter(f"{SVG}text") if text.text]
    assert texts[0] == "Specifieke jeugdhulp voor de jeugd-ggz: niveau van de keuze"
    levels = cells["leading_levels"].map(lambda names: " en ".join(names)).value_counts()
    for level, count in levels.items():
        assert (f"{level}: 1 regio" if count == 1 else f"{level}: {count} regio's") in texts
    for words in ("gedeelde afspraak: 4 regio's", "intentie: 37 regio's", "nog geen opvatting: 1 regio"):
        assert words in texts
    assert "uw regio: Zuid-Holland Zuid" in texts
    assert "gekozen regio: Drenthe" in texts
    assert texts[-2].startswith("Bron: inventarisatie")


def test_all_tasks_outline_my_region_on_the_screen_and_in_their_picture(page: Page, address: str) -> None:
    open_map(page, address, "?regio=JZ31&alle=1&kleur=status")
    expect(page.locator(".many .outlines .mine")).to_have_count(11)
    expect(page.locator(".legend")).to_contain_text("gedeelde afspraak: 88 keuzes")
    picture = drawing(page)
    maps = picture.findall(f".//{SVG}svg")
    assert len(maps) == 11
    assert all(any(path.get("class") == "mine" for path in part.iter(f"{SVG}path")) for part in maps)
    texts = [text.text for text in picture.iter(f"{SVG}text") if text.text]
    assert texts[0] == "Alle 11 taken: status van de keuze"
    assert "gedeelde afspraak: 88 keuzes" in texts
    assert "intentie: 37 van de 42 regio's" in texts


def test_names_of_all_tasks_fit_their_small_maps_which_grow_with_the_screen(page: Page, address: str) -> None:
    open_map(page, address, "?alle=1")
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        assert settled(page, MISPLACED_TILES) == [], width
