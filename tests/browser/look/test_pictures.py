"""Pictures of what is drawn: as large as they say, in light colours, complete by themselves, and on the clipboard."""

from __future__ import annotations

import io
import re
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from components.look.palette import BAR, LEVEL_COLOURS
from tests.browser.views import VIEWS, View, show

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"
PICTURES = {
    "overzicht van alle taken": (VIEWS["start"], list(LEVEL_COLOURS.values())),
    "Gemeenten van 2013 die fuseerden, werden gesplitst of hernoemd, per jaar": (
        View("/bronnen?deel=verschoven", "svg.marks"),
        [BAR],
    ),
    "kaartje": (VIEWS["regio"], ["#c2410c", "#b9c7d6"]),
}
"""A hand-made picture, one of Vega and one traced from a component: what they are called, and their colours."""


def saved(page: Page, what: str, kind: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=f"{kind.upper()}: {what}").click()
    name = download.value.suggested_filename
    assert re.fullmatch(rf"schaalwijzer-[\w-]+-\d{{4}}-\d\d-\d\d\.{kind}", name), name
    return download.value.path().read_bytes()


def drawn_size(drawing: ET.Element) -> tuple[int, int]:
    return int(drawing.attrib["width"]), int(drawing.attrib["height"])


@pytest.mark.parametrize("what", PICTURES)
def test_a_picture_says_all_by_itself(page: Page, address: str, what: str) -> None:
    view, colours = PICTURES[what]
    show(page, address, view)
    text = saved(page, what, "svg").decode()
    drawing = ET.fromstring(text)
    title = drawing.find(f"{SVG}title")
    assert title is not None
    assert title.text
    texts = [part.text for part in drawing.iter(f"{SVG}text") if part.text]
    assert any(re.search(r"Bron: |Grenzen: ", part) for part in texts)
    assert any(re.search(r"afbeelding van \d{1,2} \w+ \d{4}", part) for part in texts)
    assert "var(" not in text
    assert "currentColor" not in text
    assert "color-mix" not in text
    assert re.findall(r"(?:href|src)=|url\([^#)]", text) == []
    picture = Image.open(io.BytesIO(saved(page, what, "png"))).convert("RGB")
    width, height = drawn_size(drawing)
    assert picture.size == (2 * width, 2 * height)
    pixels = np.unique(np.asarray(picture).reshape(-1, 3), axis=0)
    seen = {f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in pixels.tolist()}
    assert {"#ffffff", *colours} - seen == set()


@pytest.mark.parametrize("what", list(PICTURES)[1:])
def test_a_dark_page_gives_the_same_picture(page: Page, address: str, what: str) -> None:
    view, _ = PICTURES[what]
    show(page, address, view)
    light = saved(page, what, "svg")
    page.emulate_media(color_scheme="dark")
    show(page, address, view)
    before = page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor")
    assert before != "rgb(255, 255, 255)"
    dark = saved(page, what, "svg")
    fills = [set(re.findall(r'(?:fill|stroke)="(#[0-9a-f]{6})"', text.decode())) for text in (light, dark)]
    assert fills[0] == fills[1]


@pytest.mark.own_tab
def test_a_picture_is_copied(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    show(page, address, VIEWS["start"])
    page.get_by_role("button", name="Kopieer: overzicht van alle taken").click()
    expect(page.get_by_text("Gekopieerd.")).to_be_visible()
    kinds = page.evaluate("async () => (await navigator.clipboard.read()).flatMap((item) => item.types)")
    assert kinds == ["image/png"]
    page.context.clear_permissions()


@pytest.mark.own_tab
def test_a_browser_that_copies_no_pictures_says_so_and_offers_the_file(page: Page, address: str) -> None:
    page.add_init_script("delete globalThis.ClipboardItem;")
    show(page, address, VIEWS["start"])
    page.get_by_role("button", name="Kopieer: overzicht van alle taken").click()
    expect(page.get_by_text("Kopiëren mag niet in deze browser. Bewaar de afbeelding als PNG.")).to_be_visible()
    expect(page.get_by_role("button", name="PNG: overzicht van alle taken")).to_be_focused()
