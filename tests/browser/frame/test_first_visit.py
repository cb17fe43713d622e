"""Every page as the very first visit after a server start, also by a deep link."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from components.frame.page import PAGES as MENU
from tests.serving import served_app

pytestmark = pytest.mark.browser

PAGES = {
    "/": "Wie organiseert welke jeugdhulp op welke schaal?",
    "/kaart?regio=JZ31&taak=pleegzorg": "Op welke schaal organiseert elke regio haar jeugdhulp?",
    "/vergelijking?regio=JZ31": "Hoe verschillen de regio's, en wie lijkt op wie?",
    "/samenwerking?regio=JZ31": "Met wie kan een regio samen optrekken?",
    "/regio?regio=JZ31": "Zuid-Holland Zuid",
    "/doorrekening": "Wat doen de maatregelen met de kosten?",
    "/achtergrond?document=rijnland&deel=feiten": "Wat zeggen de andere documenten?",
    "/bronnen?deel=begrippen&begrip=burap": "Waar komt elk gegeven vandaan, en waar staat het?",
}


@pytest.mark.parametrize("path", PAGES)
def test_page_opens_as_the_first_visit_after_a_start(page: Page, path: str) -> None:
    with served_app() as address:
        page.goto(address + path)
        expect(page.get_by_role("heading", level=1)).to_have_text(PAGES[path], timeout=20_000)
        expect(page.get_by_test_id("stException")).to_have_count(0)
        expect(page.locator("html")).to_have_attribute("lang", "nl")
        # Before the server stops, for a page may still be fetching parts that this test does not look at.
        page.close()


def test_every_page_of_the_menu_is_opened_cold() -> None:
    opened = {"/" + path.lstrip("/").split("?")[0] for path in PAGES}
    assert opened == {"/" if file == "app.py" else f"/{Path(file).stem}" for file in MENU}
