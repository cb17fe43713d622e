"""Every view on stage keeps the rules: whole and large enough in a hall, whole on a phone, readable for all in light
and dark, no request elsewhere.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from model.site.site_map import PAGES
from tests.browser.clipping import cut_texts
from tests.browser.english import english
from tests.browser.rules import (
    DARK,
    LIGHT,
    OF_COLOURS,
    faults,
    foreign_requests,
    refused_by_policy,
    sticks_out_px,
    touch,
)
from tests.browser.stage import HALLS, NARROW_HALL, PHONES, at_rest, faults_on_stage, what_scrolls
from tests.browser.targets import FINGER_PX, MOUSE_PX, too_small
from tests.browser.views import STAGE_VIEWS

pytestmark = pytest.mark.browser

_BELOW_PX = """() => {
    const page = document.querySelector('.stMainBlockContainer');
    return Math.max(0, page.scrollHeight - page.clientHeight - 1);
}"""
"""How far a page reaches below its own edge: over the room that it keeps free for the buttons."""


@pytest.mark.parametrize("name", STAGE_VIEWS)
def test_view_on_stage_keeps_the_rules(page: Page, address: str, name: str) -> None:
    with foreign_requests(page, address) as foreign, refused_by_policy(page) as refused:
        found = _faults_by_look(page, f"{address}{STAGE_VIEWS[name]}")
    broken = {what: fault for what, fault in found.items() if fault}
    assert not broken, broken
    assert foreign == [], foreign
    assert refused == [], refused


def _faults_by_look(page: Page, url: str) -> dict[str, object]:
    page.set_viewport_size(HALLS[0])
    page.goto(url)
    at_rest(page)
    is_long = page.locator(".st-key-stage_scroll").count() > 0
    found: dict[str, object] = faults_on_stage(page, may_scroll=is_long)
    found["scrolls beside its longer part"] = [what for what in what_scrolls(page) if "stage_scroll" not in what]
    found["cut in a hall"] = _cut(page)
    found["English"] = english(page)
    found["too small for a mouse"] = too_small(page, MOUSE_PX)
    for size in (NARROW_HALL, *PHONES):
        page.set_viewport_size(size)
        at_rest(page)
        name = f"{size['width']}×{size['height']}"
        found[f"cut at {name}"] = _cut(page)
        found[f"px beside {name}"] = sticks_out_px(page)
        found[f"px below the page's own room at {name}"] = page.evaluate(_BELOW_PX)
    with touch(page):
        found["too small for a finger"] = too_small(page, FINGER_PX)
    page.set_viewport_size(HALLS[0])
    at_rest(page)
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", LIGHT)
    found["light"] = faults(page)
    page.emulate_media(color_scheme="dark")
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", DARK)
    found["dark"] = faults(page, rules=OF_COLOURS)
    page.emulate_media(color_scheme="light")
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", LIGHT)
    at_rest(page)
    page.emulate_media(color_scheme="light", forced_colors="active")
    found["forced colours"] = faults(page, rules=OF_COLOURS)
    return found


def _cut(page: Page) -> list[str]:
    """Texts that are cut off. The boxes of letters as large as these reach over each other where the letters do not."""
    return [fault for fault in cut_texts(page) if not fault.startswith("on each other")]


def test_every_page_has_a_view_on_stage() -> None:
    seen = {path.split("?")[0] for path in STAGE_VIEWS.values()}
    assert seen == {f"/{page.address}" for page in PAGES}
