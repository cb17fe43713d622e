"""Colours that the visitor's system forces: what shows by its colour alone is still there."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import CDPSession, Page

from tests.browser.focus import contrast, picture_of
from tests.browser.rules import faults
from tests.browser.views import VIEWS, show

pytestmark = pytest.mark.browser

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
            if (!isFilled || !isInWindow || box.width < 4 || box.height < 3) continue;
            const edge = Math.min(3, box.width / 4, box.height / 4);
            found.push({
                name: `${node.tagName.toLowerCase()}.${node.className}`, left: box.left + edge, top: box.top + edge,
                width: box.width - 2 * edge, height: box.height - 2 * edge,
            });
        }
    };
    look(document);
    return found;
}"""
"""Parts without a text that have a background, with the box inside their border."""

VIEWS_WITH_COLOURS = ["kaart", "vergelijking", "samenwerking", "regio", "doorrekening", "achtergrond, zhz, dilemmas"]


@pytest.mark.parametrize("name", VIEWS_WITH_COLOURS)
def test_what_shows_by_colour_alone_stays(page: Page, address: str, name: str) -> None:
    look_for_what_went(page, address, name)


@pytest.mark.deep
@pytest.mark.long
@pytest.mark.parametrize("name", [name for name in VIEWS if name not in VIEWS_WITH_COLOURS])
def test_what_shows_by_colour_alone_stays_on_the_other_views(page: Page, address: str, name: str) -> None:
    look_for_what_went(page, address, name)


def look_for_what_went(page: Page, address: str, name: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 4000})
    show(page, address, VIEWS[name])
    parts = page.evaluate(COLOURED)
    lens = page.context.new_cdp_session(page)
    shown = [part for part in parts if has_ink(lens, part)]
    page.emulate_media(forced_colors="active")
    gone = [part["name"] for part in shown if not has_ink(lens, part)]
    found = faults(page)
    page.emulate_media(forced_colors="none")
    assert gone == []
    assert found == []
    if name in VIEWS_WITH_COLOURS:
        assert shown, "no part was looked at"


def has_ink(lens: CDPSession, part: dict[str, Any]) -> bool:
    """Whether anything but white stands inside the part."""
    pixels = picture_of(lens, part["left"], part["top"], part["width"], part["height"])
    return bool((contrast(pixels, pixels * 0 + 1) >= INK).any())
