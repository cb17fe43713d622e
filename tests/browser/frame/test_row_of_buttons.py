"""Rows of buttons: on a narrow screen each with its whole border and all its words; at a desk on one line."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.views import complete

pytestmark = pytest.mark.browser

HIDDEN_BORDERS = """buttons => buttons.flatMap((button) => ['Left', 'Right', 'Top', 'Bottom']
    .filter((side) => / 0\\)$/.test(getComputedStyle(button)[`border${side}Color`]))
    .map((side) => `${button.textContent} ${side}`))"""
CUT_WORDS = """buttons => buttons.filter((button) => [...button.querySelectorAll('*')]
    .some((part) => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== 'inline'))
    .map((button) => button.textContent)"""


@pytest.mark.parametrize("width", [320, 390])
def test_each_button_has_its_border_and_its_words(phone: Page, address: str, width: int) -> None:
    phone.set_viewport_size({"width": width, "height": 700})
    for part in ("document=zhz&deel=feiten", "document=rotterdam&deel=geld"):
        phone.goto(f"{address}/achtergrond?{part}")
        complete(phone)
        buttons = phone.locator(".stButtonGroup button")
        expect(buttons.first).to_be_visible()
        assert buttons.evaluate_all(HIDDEN_BORDERS) == []
        assert buttons.evaluate_all(CUT_WORDS) == []


@pytest.mark.parametrize(
    "path", ["bronnen?deel=documenten", *(f"achtergrond?document={name}" for name in ("zhz", "rotterdam", "rijnland"))]
)
def test_parts_of_a_page_stand_on_one_line_on_a_laptop(page: Page, address: str, path: str) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto(f"{address}/{path}")
    complete(page)
    for group in page.locator(".stButtonGroup").all():
        tops = group.locator("button").evaluate_all("all => all.map((one) => one.getBoundingClientRect().top)")
        assert len(set(tops)) == 1, group.inner_text()
