"""The camera of the tilting map in the address: written once the map is at rest, read back by whoever gets the link."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Page, expect

from tests.browser.partners.opening import (
    MAP,
    click_middle,
    control,
    in_address,
    open_tilting,
    panel,
    picture,
    region_in_the_middle,
    regions,
    wait_until,
)

pytestmark = pytest.mark.browser

SLOW_MS = 60_000
CAMERA = f"""() => {{
    const canvas = document.querySelector('{MAP} canvas');
    const fiber = Object.keys(canvas ?? {{}}).find((key) => key.startsWith('__reactFiber'));
    for (let part = canvas?.[fiber]; part; part = part.return) {{
        const deck = part.memoizedState?.next?.memoizedState?.current?.deck;
        if (deck?.isInitialized) {{
            const {{ latitude, longitude, zoom, pitch, bearing }} = deck.getViewports()[0];
            return [latitude, longitude, zoom, pitch, bearing];
        }}
    }}
    return null;
}}"""
"""Where deck.gl draws from."""
IN_ADDRESS = "(new URLSearchParams(window.location.search).get('beeld') ?? '').split(',').map(Number)"
ROUNDED = [0.0001, 0.0001, 0.01, 0.1, 0.1]
COUNTRY_TILT = 30


def camera(page: Page) -> list[float]:
    found: list[float] = page.evaluate(CAMERA)
    return found


def camera_in_address(page: Page) -> list[float]:
    """Latitude, longitude, zoom, pitch and bearing."""
    (text,) = parse_qs(urlparse(page.url).query)["beeld"]
    return [float(part) for part in text.split(",")]


def wait_for_camera(page: Page, condition: str) -> None:
    """Waits until the camera, an array, meets the condition, and the address holds it."""
    page.wait_for_function(
        f"""() => {{
            const camera = ({CAMERA})(), named = {IN_ADDRESS}, units = {ROUNDED};
            return camera && named.length === 5 && ({condition})(camera)
                && camera.every((value, i) => Math.abs(value - named[i]) < 0.6 * units[i]);
        }}""",
        timeout=SLOW_MS,
        polling=200,
    )


def same(one: list[float], other: list[float]) -> bool:
    return all(abs(a - b) < 0.6 * unit for a, b, unit in zip(one, other, ROUNDED, strict=True))


def drag(page: Page, by_x: int, by_y: int) -> None:
    box = page.locator(f"{MAP} canvas").bounding_box()
    assert box
    x, y = box["x"] + box["width"] * 0.6, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + by_x, y + by_y, steps=3)
    page.mouse.up()


def test_moved_map_opens_the_same_for_another_and_after_the_way_back(tilting: Page, address: str) -> None:
    open_tilting(tilting, address, "?regio=JZ31&taak=meldpunten&bekijk=JZ11")
    assert "beeld=" not in tilting.url, "a map that nobody moved needs no place in the link"
    tilting.get_by_role("button", name="Dichterbij").click()
    wait_for_camera(tilting, "camera => camera[2] > 7")
    tilting.get_by_role("button", name="Kantel meer").click()
    wait_for_camera(tilting, f"camera => camera[3] > {COUNTRY_TILT + 5}")
    drag(tilting, 60, 40)
    wait_for_camera(tilting, "camera => camera[0] > 52.02 && camera[1] < 5.2")
    asked, left = urlparse(tilting.url).query, camera_in_address(tilting)
    elsewhere = tilting.context.new_page()
    open_tilting(elsewhere, address, f"?{asked}")
    assert same(camera(elsewhere), left)
    one, other = picture(tilting), picture(elsewhere)
    assert one == {name: pytest.approx(value, abs=0.02 if name == "coloured" else 2) for name, value in other.items()}
    assert urlparse(elsewhere.url).query == asked
    for page in (tilting, elsewhere):
        expect(control(page, "Taak")).to_have_value("meldpunten")
        expect(panel(page, "JZ11")).to_be_visible()
        expect(page.locator(".bar .mine a")).to_have_text("Zuid-Holland Zuid")
    elsewhere.close()
    tilting.get_by_role("link", name="Alles over Zuid-Kennemerland").click()
    expect(tilting.get_by_role("heading", level=1)).to_contain_text("Zuid-Kennemerland")
    tilting.go_back()
    wait_until(tilting, "picture => picture.coloured > 0.1")
    assert same(camera(tilting), left)
    assert camera_in_address(tilting) == left


def test_everything_is_reached_by_keyboard_and_one_drag_is_one_message(tilting: Page, address: str) -> None:
    sent: list[Any] = []
    tilting.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(frame)))
    open_tilting(tilting, address)
    keys_move_the_camera(tilting)
    a_drag_is_one_message_and_draws_nothing_anew(tilting, sent)


def keys_move_the_camera(tilting: Page) -> None:
    control(tilting, "Taak").focus()
    for label in ("Regio", "Kaart"):
        tilting.keyboard.press("Tab")
        expect(control(tilting, label)).to_be_focused()
    for label in (
        "Dichterbij",
        "Verder weg",
        "Kantel meer",
        "Kantel minder",
        "Heel Nederland",
        "PNG: kaart",
        "SVG: kaart",
        "Kopieer: kaart",
    ):
        tilting.keyboard.press("Tab")
        expect(tilting.get_by_role("button", name=label)).to_be_focused()
    tilting.keyboard.press("Tab")
    expect(tilting.locator(".deck-events-root")).to_be_focused()
    tilting.keyboard.press("Shift+ArrowRight")
    wait_for_camera(tilting, "camera => Math.abs(camera[4]) > 5")
    tilting.keyboard.press("Shift+ArrowUp")
    wait_for_camera(tilting, f"camera => Math.abs(camera[4]) > 5 && camera[3] > {COUNTRY_TILT + 5}")
    tilting.keyboard.press("Equal")
    wait_for_camera(tilting, "camera => camera[2] > 7")
    tilting.keyboard.press("Minus")
    wait_for_camera(tilting, "camera => camera[2] < 7")
    expect(tilting.locator(".deck-events-root")).to_be_focused()
    tilting.get_by_role("button", name="Heel Nederland").focus()
    tilting.keyboard.press("Enter")
    in_address(tilting, "beeld", None)
    tilting.wait_for_function(f"() => Math.abs(({CAMERA})()[3] - {COUNTRY_TILT}) < 0.1", timeout=SLOW_MS)


def a_drag_is_one_message_and_draws_nothing_anew(tilting: Page, sent: list[Any]) -> None:
    asked: list[str] = []
    expect(tilting.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    tilting.on("request", lambda request: asked.append(request.url))
    tilting.locator(f"{MAP} canvas").evaluate("(canvas) => { canvas.dataset.mark = 'first'; }")
    steps, messages = tilting.evaluate("window.history.length"), len(sent)
    drag(tilting, -50, 30)
    wait_for_camera(tilting, "camera => camera[1] > 5.25")
    expect(tilting.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    settled = camera(tilting)
    assert tilting.evaluate("window.history.length") == steps, "the back button leads to the page before"
    # What came after the drag would come before the answer to a later question.
    control(tilting, "Taak").select_option(label="Pleegzorg")
    in_address(tilting, "taak", "pleegzorg")
    expect(tilting.get_by_role("heading", level=3, name="Pleegzorg", exact=True)).to_be_visible()
    assert len(sent) - messages == 2, "one for the drag, one for the task"
    assert not [url for url in asked if "geo.json" in url]
    assert tilting.locator(f"{MAP} canvas").get_attribute("data-mark") == "first"
    assert camera(tilting) == settled, "what Python draws after the message leaves the map where it is"


def test_only_the_button_brings_the_whole_country_back(tilting: Page, address: str) -> None:
    canvas = open_tilting(tilting, address, "?beeld=52,5.22,7.3,20,15")
    assert same(camera(tilting), [52, 5.22, 7.3, 20, 15])
    code = region_in_the_middle()
    click_middle(tilting, canvas)
    in_address(tilting, "bekijk", code)
    control(tilting, "Taak").select_option(label="Pleegzorg")
    in_address(tilting, "taak", "pleegzorg")
    in_address(tilting, "beeld", "52%2C5.22%2C7.3%2C20%2C15")
    assert same(camera(tilting), [52, 5.22, 7.3, 20, 15])
    control(tilting, "Kaart").select_option(label="Plat")
    in_address(tilting, "kaart", "plat")
    expect(regions(tilting)).to_have_count(42)
    expect(tilting.get_by_role("button", name="Kantel meer")).to_be_hidden()
    expect(tilting.locator(".notice")).to_be_hidden()
    control(tilting, "Kaart").select_option(label="Kantelbaar")
    wait_until(tilting, "picture => picture.coloured > 0.1")
    expect(tilting.get_by_role("button", name="Kantel meer")).to_be_visible()
    assert same(camera(tilting), [52, 5.22, 7.3, 20, 15])
    tilting.get_by_role("button", name="Heel Nederland").click()
    in_address(tilting, "beeld", None)
    tilting.wait_for_function(f"() => Math.abs(({CAMERA})()[3] - {COUNTRY_TILT}) < 0.1", timeout=SLOW_MS)
    assert camera(tilting)[4] == pytest.approx(0, abs=0.01)
    wait_until(tilting, "picture => picture.coloured > 0.1")
    in_address(tilting, "beeld", None)
