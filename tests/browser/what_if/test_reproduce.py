"""Box "Zelf narekenen in Python": what it shows follows the sliders."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.rules import faults
from tests.browser.views import SLOW_MS, complete

pytestmark = pytest.mark.browser


def test_the_lines_follow_the_sliders(page: Page, address: str) -> None:
    page.goto(f"{address}/doorrekening")
    complete(page)
    page.get_by_text("Zelf narekenen in Python").click()
    code = page.locator(".stCode code")
    expect(code).to_have_count(2, timeout=SLOW_MS)
    page.get_by_role("slider").first.press("ArrowRight")
    expect(page).to_have_url(re.compile("b=1_"), timeout=SLOW_MS)
    query = page.url.partition("?")[2]
    expect(code.first).to_contain_text(f"scenario_from_query('{query}', source_plan())", timeout=SLOW_MS)
    expect(code.last).to_have_text(f'python -m model.what_if "{query}"')
    assert faults(page, ".stCode") == []
