"""On stage: a part longer than the screen is scrolled by the arrows and says that more stands below."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.clipping import settled
from tests.browser.rules import faults
from tests.browser.stage import HALLS, NARROW_HALL, PHONES, SCROLLS, at_rest, faults_on_stage, what_scrolls

pytestmark = pytest.mark.browser

IS_LONGER = """() => {
  const part = document.querySelector('.st-key-stage_scroll');
  return part.scrollHeight > part.clientHeight && part.clientHeight < innerHeight
    && [...part.querySelectorAll('.stVegaLiteChart')].every((chart) => chart.querySelector('svg, canvas'));
}"""
"""The longer part stands there, with its charts."""
SCROLLS_INSIDE = f"() => ({SCROLLS})().filter((found) => !/stage_scroll|HTML|stMain/.test(found))"
"""What scrolls within the longer part, which no arrow reaches."""


@pytest.mark.parametrize(
    "view",
    ["achtergrond?document=zhz&deel=planning", "achtergrond?document=rotterdam&deel=geld", "bronnen?deel=fouten"],
)
def test_a_longer_part_scrolls_by_the_arrows_and_is_read_from_afar(page: Page, address: str, view: str) -> None:
    page.set_viewport_size(HALLS[0])
    page.goto(f"{address}/{view}&presentatie=1")
    at_rest(page)
    part = page.locator(".st-key-stage_scroll")
    expect(part).to_have_attribute("tabindex", "0")
    expect(page.locator(".st-key-stage .controls")).to_be_visible()
    page.wait_for_function(IS_LONGER)
    expect(part).to_have_attribute("data-more", "Hieronder staat meer")
    assert part.evaluate("part => getComputedStyle(part, '::after').visibility") == "visible"
    for key, is_down in (("ArrowDown", True), ("ArrowUp", False)):
        page.keyboard.press(key)
        page.wait_for_function(
            f"document.querySelector('.st-key-stage_scroll').scrollTop > 0 === {str(is_down).lower()}"
        )
    assert faults_on_stage(page, may_scroll=True) == {}
    assert [found for found in what_scrolls(page) if "stage_scroll" not in found] == []
    assert faults(page) == []


@pytest.mark.parametrize(
    "view", ["achtergrond?document=rijnland&deel=feiten", "bronnen?deel=documenten", "bronnen?deel=datawoordenboek"]
)
def test_the_arrows_reach_the_end_of_a_longer_part_and_nothing_in_it_scrolls_by_itself(
    page: Page, address: str, view: str
) -> None:
    page.set_viewport_size(HALLS[0])
    page.goto(f"{address}/{view}&presentatie=1")
    at_rest(page)
    if "documenten" in view:
        page.get_by_text("Dezelfde gegevens als tabel").click()
        expect(page.get_by_role("columnheader", name="Gebruikt voor")).to_be_attached()
        at_rest(page)
        expect(page.get_by_text(".txt")).to_have_count(0)
        page.locator(".st-key-stage_scroll").focus()
    part = page.locator(".st-key-stage_scroll[data-more]")
    expect(part).to_be_visible()
    for size in (*HALLS, NARROW_HALL, PHONES[0]):
        page.set_viewport_size(size)
        at_rest(page)
        assert settled(page, SCROLLS_INSIDE) == [], size
    for _ in range(200):
        if not part.count():
            break
        page.keyboard.press("ArrowDown")
    assert page.evaluate(
        """() => {
          const part = document.querySelector('.st-key-stage_scroll');
          return part.scrollTop + part.clientHeight >= part.scrollHeight - 4;
        }"""
    )
