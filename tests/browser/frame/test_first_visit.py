"""Every page as the very first visit after a server start, by the deepest link it has."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from model.dataset.reading import read_table
from model.site.site_map import PAGES
from model.what_if import ZHZ_PROPOSED_CODES, preset_scenario, read_plan, scenario_to_query
from tests.serving import served_app

pytestmark = pytest.mark.browser

SLOW_MS = 30_000
PLAN = read_plan(read_table("measures"), read_table("trajectory"), ZHZ_PROPOSED_CODES)


def start(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("Wie organiseert welke jeugdhulp op welke schaal?")
    expect(page.get_by_role("heading", name="Uw regio: Zuid-Holland Zuid")).to_be_visible()


def the_map(page: Page) -> None:
    expect(page.locator("svg.country")).to_have_attribute("data-painted", "pleegzorg status JZ29", timeout=SLOW_MS)
    expect(page.get_by_label("Taak")).to_have_value("pleegzorg")
    expect(page.get_by_role("heading", name="Rijnmond")).to_be_visible()


def matrix(page: Page) -> None:
    expect(page.locator(".matrix")).to_have_attribute(
        "data-painted", "groepen eens taak jggz JZ04 JZ31", timeout=SLOW_MS
    )
    expect(page.get_by_label("Volgorde van de regio's")).to_have_value("groepen")
    expect(page.get_by_role("region", name="Over deze keuze")).to_contain_text(
        "Drenthe, specifieke jeugdhulp voor de jeugd-ggz"
    )
    expect(page.locator(".comparison")).to_have_attribute("data-painted", "JZ31,JZ24,JZ27,JZ01")


def partners(page: Page) -> None:
    expect(page.locator(".st-key-partner_map .mark-shape").first.locator("path")).to_have_count(42, timeout=SLOW_MS)
    expect(page.get_by_role("combobox", name="Taak", exact=True)).to_have_value("meldpunten")
    expect(page.get_by_role("combobox", name="Regio", exact=True)).to_have_value("JZ11")
    expect(page.get_by_role("heading", level=2, name="Zuid-Kennemerland", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name="Bij welke taken kiest Zuid-Holland Zuid (uw regio)")).to_be_visible()


def region(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("Drenthe", timeout=SLOW_MS)
    expect(page.get_by_text("U bekijkt een andere regio dan uw eigen regio, Zuid-Holland Zuid.")).to_be_visible()
    expect(page.locator('svg[data-region="JZ04"]')).to_be_visible()


def what_if(page: Page) -> None:
    expect(page.locator(".paneel")).to_have_attribute("data-settled", re.compile(r"\d"), timeout=SLOW_MS)
    expect(page.locator('[data-typed="saving_mln_eur:1"]')).to_have_value("10,0")


def storylines(page: Page) -> None:
    expect(page.get_by_role("heading", name="Terug naar 100 miljoen", exact=True)).to_be_visible(timeout=SLOW_MS)
    expect(page.get_by_role("link", name=re.compile("Zuid-Holland Zuid koos bij 4 van de 11"))).to_be_visible()


def background(page: Page) -> None:
    expect(page.get_by_text("De rekening van Aadorp per jaar")).to_be_visible(timeout=SLOW_MS)
    expect(page.get_by_test_id("stMetricValue")).to_have_text(["€ 150", "€ 100", "€ 200"])
    expect(page.get_by_text("verzonnen voorbeeld")).to_have_count(0)


def sources(page: Page) -> None:
    expect(page.locator("li.asked")).to_contain_text("burap", timeout=SLOW_MS)
    expect(page.locator("li.asked")).to_be_in_viewport()


OWN_SUM = "som=1_100_1_x_j~Aadorp_3000_2-4-0~Beedorp_1000_2-0-2&klap=1-1-2"
VISITS: dict[str, Callable[[Page], None]] = {
    "/?": start,
    "/kaart?taak=pleegzorg&kleur=status&bekijk=JZ29": the_map,
    "/vergelijking?rijen=groepen&kolommen=eens&taak=jggz&bekijk=JZ04&naast=JZ31,JZ24,JZ27,JZ01": matrix,
    "/samenwerking?taak=meldpunten&bekijk=JZ11&kaart=plat": partners,
    "/regio?bekijk=JZ04": region,
    f"/doorrekening?{scenario_to_query(preset_scenario(PLAN, 'hoog'))}": what_if,
    "/presenteren?": storylines,
    f"/achtergrond?document=rijnland&deel=solidariteit&{OWN_SUM}": background,
    "/bronnen?deel=begrippen&begrip=burap": sources,
}
"""Address of each page with all its state, and what must then be seen."""


@pytest.mark.parametrize("path", VISITS)
def test_page_opens_as_the_first_visit_after_a_start(page: Page, path: str) -> None:
    with served_app() as address:
        page.goto(f"{address}{path}&regio=JZ31")
        expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=SLOW_MS)
        VISITS[path](page)
        expect(page.locator(".st-key-finder .mine a")).to_have_text("Zuid-Holland Zuid")
        expect(page.get_by_test_id("stException")).to_have_count(0)
        # Before the server stops, for a page may still be fetching parts that this test does not look at.
        page.close()


def test_every_page_of_the_menu_is_opened_cold() -> None:
    opened = {path.split("?")[0] for path in VISITS}
    assert opened == {f"/{page.address}" for page in PAGES}
