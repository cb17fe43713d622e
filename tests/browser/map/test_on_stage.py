"""The map on stage stays alive: a region is tapped, the task switched, by hand and by key, and the title follows."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.clipping import settled
from tests.browser.map.test_choosing import region_path
from tests.browser.stage import HALLS, at_rest, faults_on_stage

pytestmark = pytest.mark.browser

TITLE = ".st-key-stage_words h1"
LEAST_COUNTRY = 0.6
"""Part of the height of the window that the country takes, under a title of two lines."""
LEAST_ON_A_NARROW_SCREEN = 0.45
"""The same where the window is narrow for its height: the key takes part of the width."""
_BOX = """
  const find = (root, wanted) => {
    for (const node of root.querySelectorAll('*')) {
      const found = node.matches(wanted) ? node : node.shadowRoot && find(node.shadowRoot, wanted);
      if (found) return found;
    }
    return null;
  };
  const box = (wanted) => find(document, wanted).getBoundingClientRect();
"""
"""Where something stands, also within a component."""
HIDDEN_ON_A_TELEPHONE = (
    f"() => {{{_BOX}"
    + """
  const stage = box('.kaart'), country = box('svg.country'), key = box('.kaart .key'), signs = box('.kaart .signs');
  return [
    country.height < .8 * innerHeight && `country is ${country.height} px high`,
    country.bottom > stage.bottom + 1 && 'country is cut off',
    Math.max(key.bottom, signs.bottom) > stage.bottom + 1 && 'key is cut off',
    key.right > country.left + 1 && 'key lies over the country',
  ].filter(Boolean);
}"""
)
"""What cannot be seen on a small screen that is wider than high, however one scrolls."""
MISPLACED = (
    f"(leastCountry) => {{{_BOX}"
    + """
  const country = box('svg.country'), key = box('.kaart .key'), inset = box('.kaart .inset');
  return [
    country.height < leastCountry * innerHeight && `country is ${country.height} px high`,
    country.bottom > innerHeight && 'country stands out below',
    key.bottom > inset.top + 1 && 'key lies over the enlarged part',
    inset.right > country.left + 1 && 'enlarged part lies over the country',
  ].filter(Boolean);
}"""
)
"""What has no place of its own on stage."""


def open_on_stage(page: Page, address: str, query: str = "regio=JZ14&taak=pleegzorg&presentatie=1") -> Locator:
    page.set_viewport_size(HALLS[0])
    page.goto(f"{address}/kaart?{query}")
    at_rest(page)
    country = page.locator("svg.country")
    expect(country).to_have_attribute("data-painted", re.compile(r"\w"))
    return country


@pytest.mark.parametrize(
    "query",
    ["regio=JZ14&taak=pleegzorg", "regio=JZ10&taak=ambulant&bekijk=JZ42", "kleur=doel", "taak=jggz&kleur=breedst"],
)
def test_a_hall_reads_map_key_and_names(page: Page, address: str, query: str) -> None:
    open_on_stage(page, address, f"{query}&presentatie=1")
    assert faults_on_stage(page) == {}
    for size in HALLS:
        page.set_viewport_size(size)
        at_rest(page)
        assert settled(page, MISPLACED, LEAST_COUNTRY) == [], size


@pytest.mark.parametrize(("width", "height"), [(1024, 768), (1100, 800), (1180, 820)])
def test_also_on_a_narrower_screen_the_enlarged_part_lies_beside_the_map(
    page: Page, address: str, width: int, height: int
) -> None:
    open_on_stage(page, address)
    page.set_viewport_size({"width": width, "height": height})
    at_rest(page)
    assert settled(page, MISPLACED, LEAST_ON_A_NARROW_SCREEN) == []


def test_on_a_telephone_held_across_the_country_fills_the_screen_and_its_key_is_whole(page: Page, address: str) -> None:
    open_on_stage(page, address)
    page.set_viewport_size({"width": 844, "height": 390})
    at_rest(page)
    page.locator("svg.country").scroll_into_view_if_needed()
    assert settled(page, HIDDEN_ON_A_TELEPHONE) == []


def test_a_tapped_region_is_named_and_the_title_is_about_it(page: Page, address: str) -> None:
    open_on_stage(page, address)
    expect(page.locator(TITLE)).to_have_text("Pleegzorg: Twente koos alleen regionaal, net als 21 andere regio's")
    region_path(page, "JZ02").click()
    expect(page.locator(TITLE)).to_have_text(
        "Pleegzorg: Friesland koos alleen bovenregionaal, net als 13 andere regio's"
    )
    expect(page.locator(".country [data-name='JZ02']")).to_have_count(1)
    expect(page.locator(".signs")).to_contain_text("gekozen regio: Friesland")
    assert "bekijk=JZ02" in page.url
    assert "presentatie=1" in page.url


def test_title_figures_and_map_follow_when_the_task_is_switched(page: Page, address: str) -> None:
    country = open_on_stage(page, address)
    page.get_by_label("Taak").select_option("jeugdzorgplus")
    expect(country).to_have_attribute("data-painted", re.compile("^jeugdzorgplus"))
    expect(page.locator(TITLE)).to_have_text(
        "Jeugdzorgplus: Twente koos regionaal en bovenregionaal, net als 1 andere regio"
    )
    expect(page.locator(".st-key-stage_words dd").first).to_have_text("27 van 42")
    assert {"taak=jeugdzorgplus", "presentatie=1"} <= set(page.url.split("?")[1].split("&"))


@pytest.mark.own_tab
def test_by_keyboard_the_arrows_belong_to_the_map_while_it_has_the_focus(page: Page, address: str) -> None:
    country = open_on_stage(page, address, "regio=JZ14&taak=eerste_lijn&presentatie=wie-koos-wat&stap=3")
    country.focus()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    expect(page.locator(TITLE)).not_to_contain_text("Twente")
    assert "stap=3" in page.url
    page.keyboard.press("PageDown")
    expect(page.locator(TITLE)).to_contain_text("Ambulante hulp", timeout=30_000)
    assert "stap=4" in page.url


def test_a_class_of_the_key_stands_out(page: Page, address: str) -> None:
    open_on_stage(page, address)
    page.get_by_role("button", name=re.compile("^bovenregionaal")).click()
    expect(region_path(page, "JZ14")).to_have_class(re.compile("dim"))
    expect(region_path(page, "JZ02")).not_to_have_class(re.compile("dim"))
