"""By keyboard: past the menu in one step, and always to be seen where one is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, FloatRect, Page, expect

from tests.browser.focus import unseen_stops
from tests.browser.rules import DESK, ENLARGED, PHONE
from tests.browser.stage import HALLS, at_rest
from tests.browser.views import VIEWS, complete, show

pytestmark = pytest.mark.browser

SCREENS = {
    "light": {"viewport": DESK},
    "dark": {"viewport": DESK, "color_scheme": "dark"},
    "forced colours": {"viewport": DESK, "forced_colors": "active"},
    "phone": {"viewport": PHONE},
    "enlarged": {"viewport": ENLARGED},
}
TOP: FloatRect = {"x": 0, "y": 0, "width": 150, "height": 200}
"""Part of the window with the edge of the page, and the title."""
IN_MENU = "() => document.activeElement.closest('.st-key-frame') !== null"


def test_one_key_leads_past_the_menu(page: Page, address: str) -> None:
    show(page, address, VIEWS["kaart"])
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.keyboard.press("Tab")
    assert not page.evaluate(IN_MENU)


@pytest.mark.parametrize(
    ("query", "whole", "at"),
    [
        ("bronnen", complete, (10, 400)),
        ("?presentatie=1", at_rest, (10, 400)),
        ("?presentatie=1", at_rest, (300, 60)),
    ],
)
def test_who_clicks_on_the_ground_or_a_title_gets_no_ring_at_the_next_key(
    page: Page, address: str, query: str, whole: Callable[[Page], None], at: tuple[int, int]
) -> None:
    page.set_viewport_size(HALLS[0])
    page.goto(f"{address}/{query}")
    whole(page)
    page.mouse.move(*at)
    before = page.screenshot(clip=TOP)
    page.mouse.click(*at)
    page.keyboard.press("ArrowUp")
    assert page.evaluate("() => document.activeElement !== document.body")
    assert page.screenshot(clip=TOP) == before


def test_menu_says_which_page_it_leads_away_from(page: Page, address: str) -> None:
    show(page, address, VIEWS["start"])
    for name in ("Kaart", "Bronnen", "Start"):
        page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name=name, exact=True).click()
        expect(page.locator("[aria-current=page]")).to_have_text(name)


def test_who_lets_a_region_go_is_in_the_search_field(page: Page, address: str) -> None:
    show(page, address, VIEWS["kaart"])
    page.get_by_role("button", name="Laat uw regio los").press("Enter")
    expect(page.get_by_role("button", name="Laat uw regio los")).to_have_count(0)
    expect(page.get_by_role("combobox", name="Zoek een plaats, regio of onderwerp")).to_be_focused()


def test_a_download_keeps_the_focus_on_its_button(page: Page, address: str) -> None:
    show(page, address, VIEWS["vergelijking"])
    button = page.get_by_role("button", name="Download CSV").first
    with page.expect_download():
        button.press("Enter")
    complete(page)
    expect(button).to_be_focused()


def test_help_names_what_it_explains(page: Page, address: str) -> None:
    show(page, address, VIEWS["regio"])
    named = [button.get_attribute("aria-label") for button in page.get_by_role("button", name="Uitleg").all()]
    assert "Uitleg bij Schaalkeuzes" in named
    assert "Uitleg: Ongewoon" in named
    assert "Uitleg" not in named


def test_a_chart_is_one_picture_with_our_description(page: Page, address: str) -> None:
    show(page, address, VIEWS["achtergrond, zhz, scenarios"])
    chart = page.get_by_role("img", name="Staafdiagram van de drie plafonds")
    expect(chart).to_have_count(1)
    expect(chart.locator("[role], [aria-label], [aria-roledescription]")).to_have_count(0)
    chart.hover()
    expect(page.get_by_test_id("stElementToolbar").filter(visible=True)).to_have_count(0)


@pytest.mark.parametrize("view", ["kaart", "vergelijking", "doorrekening"])
def test_nothing_covers_a_stop_when_the_page_is_enlarged(page: Page, address: str, view: str) -> None:
    page.set_viewport_size(ENLARGED)
    show(page, address, VIEWS[view])
    assert unseen_stops(page, known=set()) == []


@pytest.mark.deep
@pytest.mark.long
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("view", VIEWS)
def test_every_stop_is_seen_to_have_the_focus(browser: Browser, address: str, view: str, screen: str) -> None:
    context = browser.new_context(locale="nl-NL", **SCREENS[screen])  # type: ignore[arg-type]
    page = context.new_page()
    show(page, address, VIEWS[view])
    found = unseen_stops(page)
    context.close()
    assert found == []
