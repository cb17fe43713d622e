"""Colours that the visitor's system forces: what shows by its colour alone is still there."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import CDPSession, Page, ViewportSize

from tests.browser.focus import contrast, picture_of
from tests.browser.rules import faults
from tests.browser.views import VIEWS, show

pytestmark = pytest.mark.browser

WINDOW: ViewportSize = {"width": 1440, "height": 2600}
INK = 1.15
"""Contrast with white of the lightest fill."""

COLOURED = """() => {
    const found = [];
    const ground = getComputedStyle(document.querySelector('.stApp')).backgroundColor;
    const look = (root) => {
        for (const node of root.querySelectorAll('*')) {
            if (node.shadowRoot) look(node.shadowRoot);
            if (node.matches('svg, svg *, canvas, input, button, iframe') || !node.checkVisibility()) continue;
            if (node.textContent.trim() || node.querySelector('svg, canvas, input')) continue;
            const style = getComputedStyle(node), box = node.getBoundingClientRect();
            const isFilled = style.backgroundImage !== 'none'
                || !['rgba(0, 0, 0, 0)', ground].includes(style.backgroundColor);
            const isInWindow = box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth;
            if (isFilled && isInWindow && box.width >= 4 && box.height >= 3) found.push(node);
        }
    };
    look(document);
    window.colouredParts = found;
}"""
"""Remembers the parts without a text that have a background."""

BOXES = """() => window.colouredParts.map((node, place) => {
    const box = node.getBoundingClientRect(), edge = Math.min(3, box.width / 4, box.height / 4);
    return {
        place, name: `${node.tagName.toLowerCase()}.${node.className}`, left: box.left + edge, right: box.right - edge,
        top: box.top + edge, bottom: box.bottom - edge,
    };
})"""
"""Those parts with the box inside their border, where it stands now: forced colours give borders, which move others."""

SAMPLE = ["kaart", "samenwerking", "regio"]


@pytest.mark.parametrize("name", SAMPLE)
def test_what_shows_by_colour_alone_stays(page: Page, address: str, name: str) -> None:
    assert look_for_what_went(page, address, name) > 0
    page.emulate_media(forced_colors="none")


@pytest.mark.deep
@pytest.mark.long
@pytest.mark.parametrize("name", [name for name in VIEWS if name not in SAMPLE])
def test_what_shows_by_colour_alone_stays_on_the_other_views(page: Page, address: str, name: str) -> None:
    look_for_what_went(page, address, name)
    assert faults(page) == []
    page.emulate_media(forced_colors="none")


def test_signs_of_the_status_stay_in_the_key_of_the_matrix(page: Page, address: str) -> None:
    show(page, address, VIEWS["vergelijking"])
    lens = page.context.new_cdp_session(page)
    page.emulate_media(forced_colors="active")
    signs = page.locator(".status-legend [class]").all()
    assert len(signs) == 3
    for sign in signs:
        box = sign.bounding_box()
        assert box
        pixels = picture_of(lens, box["x"], box["y"], 11, box["height"])
        assert contrast(pixels, np.ones(3)).max() >= 3, sign.text_content()
    page.emulate_media(forced_colors="none")


def look_for_what_went(page: Page, address: str, name: str) -> int:
    """How many parts were looked at; the page is left in forced colours."""
    page.set_viewport_size(WINDOW)
    show(page, address, VIEWS[name])
    page.evaluate(COLOURED)
    lens = page.context.new_cdp_session(page)
    shown = with_ink(lens, page.evaluate(BOXES))
    page.emulate_media(forced_colors="active")
    still = {part["place"] for part in with_ink(lens, page.evaluate(BOXES))}
    gone = [part["name"] for part in shown if part["place"] not in still]
    assert gone == []
    return len(shown)


def with_ink(lens: CDPSession, parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Parts inside which anything but white stands."""
    pixels = picture_of(lens, 0, 0, WINDOW["width"], WINDOW["height"])
    inked = contrast(pixels, np.ones(3)) >= INK
    return [
        part for part in parts if inked[inside(part["top"], part["bottom"]), inside(part["left"], part["right"])].any()
    ]


def inside(start: float, end: float) -> slice:
    """Whole pixels between two edges; one where there is no more."""
    first = math.ceil(start)
    return slice(first, max(first + 1, math.floor(end)))
