"""The page Samenwerking as a visitor meets it, with or without WebGL, and its map as a picture."""

from __future__ import annotations

import json
import re

from playwright.sync_api import Locator, Page, expect
from shapely.geometry import Point

from tests.data.shipped import CSV, STATIC, csv_rows, shipped

NAMES = {row["region_code"]: row["name"] for row in csv_rows(CSV / "regions.csv")}
DRAWN = json.loads((STATIC / "regions.geo.json").read_bytes())["features"]
DRAWN_CODES = [each["properties"]["code"] for each in DRAWN]
"""Codes of the regions in the order in which the flat map draws them."""
CENTRE = Point(5.22, 52.0)
"""Where the camera looks: at any tilt the middle of the map."""

MAP = ".st-key-partner_map"


def open_tilting(page: Page, address: str, query: str = "") -> Locator:
    """The canvas once the regions are on it."""
    with page.expect_response(re.compile("regions.geo.json"), timeout=60_000):
        page.goto(f"{address}/samenwerking{query}")
    canvas = page.locator(f"{MAP} canvas")
    expect(canvas).to_be_visible(timeout=30_000)
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning", timeout=30_000)
    # The map stands still: a key that is pressed while Python still draws it would be lost.
    wait_until(
        page,
        "picture => { const before = window.pictureBefore; window.pictureBefore = picture.coloured;"
        " return picture.coloured > 0.1 && picture.coloured === before; }",
    )
    return canvas


def open_flat(page: Page, address: str, query: str = "") -> Locator:
    """The drawing once the regions are on it."""
    page.goto(f"{address}/samenwerking{query}")
    drawing = page.locator(f"{MAP} svg.marks")
    expect(regions(page)).to_have_count(42, timeout=30_000)
    return drawing


def control(page: Page, label: str) -> Locator:
    return page.get_by_role("combobox", name=label, exact=True)


def regions(page: Page) -> Locator:
    """The regions that can be pressed: the lowest layer of the flat map."""
    return page.locator(f"{MAP} .mark-shape").first.locator("path")


def region(page: Page, code: str) -> Locator:
    return regions(page).nth(DRAWN_CODES.index(code))


PICTURE = f"""() => {{
    const canvas = document.querySelector('{MAP} canvas');
    if (!canvas) return null;
    const small = Object.assign(document.createElement('canvas'), {{ width: 80, height: 60 }});
    const pen = small.getContext('2d', {{ willReadFrequently: true }});
    pen.drawImage(canvas, 0, 0, 80, 60);
    const data = pen.getImageData(0, 0, 80, 60).data, columns = [], rows = [];
    for (let i = 0; i < 4800; i += 1) {{
        if (data[4 * i + 3] > 40) {{ columns.push(i % 80); rows.push(Math.floor(i / 80)); }}
    }}
    const extent = (numbers) => Math.max(...numbers) - Math.min(...numbers);
    return {{ coloured: columns.length / 4800, width: extent(columns), height: extent(rows) }};
}}"""
"""Share of the map that is drawn on, and how wide and high the drawing is, on a grid of 80 by 60."""


def picture(page: Page) -> dict[str, float]:
    return page.evaluate(PICTURE)


def wait_until(page: Page, condition: str) -> None:
    """Waits for a picture for which the condition, a JavaScript function of it, holds."""
    page.wait_for_function(
        f"() => {{ const p = ({PICTURE})(); return p && ({condition})(p); }}", timeout=60_000, polling=400
    )


def click_middle(page: Page, canvas: Locator) -> None:
    """A click in the middle of the map. Time stands still in the page: software drawing is slower than deck.gl lets a
    click last. Not with the clock of Playwright, which later pages of the same browser keep.
    """
    page.evaluate("() => { window.clockBefore = Date.now; const now = Date.now(); Date.now = () => now; }")
    canvas.click()
    page.evaluate("() => { Date.now = window.clockBefore; }")


def in_address(page: Page, key: str, value: str | None) -> None:
    wanted = re.compile(rf"[?&]{key}={value}(&|$)") if value else re.compile(rf"^(?!.*[?&]{key}=)")
    expect(page).to_have_url(wanted)


def region_in_the_middle() -> str:
    polygons = shipped("regions").set_index("region_code")["geometry"]
    (code,) = [code for code, polygon in polygons.items() if polygon.contains(CENTRE)]
    return str(code)


def panel(page: Page, code: str) -> Locator:
    return page.get_by_role("heading", level=2, name=NAMES[code], exact=True)
