"""The tilting map of partners, drawn with WebGL in software: what only the drawn map and deck.gl itself can show."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.partners.opening import (
    MAP,
    click_middle,
    control,
    in_address,
    open_tilting,
    panel,
    picture,
    region_in_the_middle,
    wait_until,
)
from tests.browser.rules import foreign_requests, keeps_the_rules
from tests.browser.views import View

pytestmark = pytest.mark.browser


def test_click_on_a_region_selects_and_a_second_click_lets_go(tilting: Page, address: str) -> None:
    """Streamlit keeps its own selection; it must not swallow a click on the region it selected before. Until the first
    click the wheel scrolls the page, otherwise the map would be a trap.
    """
    with foreign_requests(tilting, address) as foreign:
        canvas = open_tilting(tilting, address)
        start, code = picture(tilting), region_in_the_middle()
        canvas.hover()
        tilting.mouse.wheel(0, 120)
        tilting.wait_for_function("() => document.querySelector('[data-testid=stMain]').scrollTop > 50")
        assert picture(tilting)["width"] == pytest.approx(start["width"], abs=2)
        tilting.get_by_test_id("stMain").evaluate("(node) => { node.scrollTop = 0; }")
        click_middle(tilting, canvas)
        in_address(tilting, "bekijk", code)
        expect(panel(tilting, code)).to_be_visible()
        expect(control(tilting, "Regio")).to_have_value(code)
        assert "regio=" not in tilting.url, "looking at a region must not change 'uw regio'"
        control(tilting, "Regio").select_option("JZ01")
        expect(panel(tilting, "JZ01")).to_be_visible()
        click_middle(tilting, canvas)
        expect(panel(tilting, code)).to_be_visible()
        click_middle(tilting, canvas)
        in_address(tilting, "bekijk", None)
        expect(tilting.get_by_role("region", name="Wie noemt wie?")).to_be_visible()
        tilting.mouse.wheel(0, 300)
        wait_until(tilting, f"picture => picture.width < {start['width']} - 10")
    assert foreign == []


def test_buttons_zoom_and_tilt_and_picture_and_print_keep_the_map(tilting: Page, address: str) -> None:
    open_tilting(tilting, address, "?regio=JZ11&taak=pleegzorg")
    start = picture(tilting)
    tilting.get_by_role("button", name="Verder weg").click()
    wait_until(tilting, f"picture => picture.width < {start['width']} - 15")
    tilting.get_by_role("button", name="Heel Nederland").click()
    wait_until(tilting, f"picture => Math.abs(picture.width - {start['width']}) < 3")
    for _ in range(3):
        tilting.get_by_role("button", name="Kantel minder").click()
    wait_until(tilting, f"picture => picture.height > {start['height']}")
    tilting.get_by_role("button", name="Dichterbij").click()
    wait_until(tilting, f"picture => picture.coloured > {start['coloured']} + 0.1")
    with tilting.expect_download() as download:
        tilting.get_by_role("button", name="PNG: kaart").click()
    content = download.value.path().read_bytes()
    assert content.startswith(b"\x89PNG")
    assert len(content) > 60_000, "a picture without the map would be smaller"
    tilting.emulate_media(media="print")
    expect(control(tilting, "Taak")).to_be_hidden()
    expect(tilting.get_by_role("button", name="Dichterbij")).to_be_hidden()
    expect(tilting.locator(f"{MAP} canvas")).to_be_visible()
    expect(tilting.locator(".legend").first).to_be_visible()
    expect(tilting.get_by_role("heading", name=re.compile("^Zelfde niveau, en buurregio"))).to_be_visible()


def test_nothing_shows_before_the_land_has_come(tilting: Page, address: str) -> None:
    """The lines are on the page at once; alone they would hang in the air."""
    held: list[Route] = []
    is_held = True
    tilting.route("**/regions.geo.json", lambda route: held.append(route) if is_held else route.continue_())
    tilting.goto(f"{address}/samenwerking?regio=JZ11&taak=pleegzorg")
    canvas = tilting.locator(f"{MAP} canvas")
    expect(canvas).to_be_attached(timeout=60_000)
    expect(tilting.locator(MAP)).not_to_contain_text("geladen")
    tilting.wait_for_timeout(1000)
    assert held, "the borders were not asked for"
    expect(canvas).to_have_css("opacity", "0")
    is_held = False
    for route in held:
        route.continue_()
    expect(canvas).to_have_attribute("data-complete", "", timeout=60_000)
    expect(canvas).to_have_css("opacity", "1")


def test_view_keeps_the_rules(tilting: Page, address: str) -> None:
    def measure_buttons(page: Page) -> None:
        boxes = [button.bounding_box() for button in page.locator(".partners button:visible:not(.pictures *)").all()]
        assert len(boxes) == 5
        assert min(box["height"] for box in boxes if box) >= 44, "large enough to tap"

    view = View("/samenwerking?regio=JZ11&taak=pleegzorg", f"{MAP} canvas", measure_buttons)
    keeps_the_rules(tilting, address, view)
