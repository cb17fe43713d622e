"""Start in the browser: choosing one's region on the map, and the chart as a picture."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.paper import printed
from tests.browser.rules import DESK, PHONE
from tests.browser.views import VIEWS, show

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"


def test_a_click_or_enter_on_the_map_chooses_my_region_and_tells_of_it(page: Page, address: str) -> None:
    show(page, address, VIEWS["start"])
    country = page.locator(".where .country")
    expect(country).to_have_attribute("data-painted", "")
    country.locator("[data-region]").nth(3).click()
    expect(page.get_by_role("heading", name=re.compile("^Uw regio: "))).to_be_visible()
    expect(page).to_have_url(re.compile(r"regio=JZ\d\d"))
    sentence = page.get_by_text(re.compile(r"koos voor \d+ van de 11 taken"))
    expect(sentence).to_be_in_viewport()
    before = page.url
    country.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(before)
    assert page.viewport_size == DESK


def test_the_field_keeps_its_width_while_one_types_and_paper_shows_no_word_on_fields_and_clicks(
    page: Page, address: str
) -> None:
    show(page, address, VIEWS["start"])
    field = page.get_by_label("Uw gemeente of regio")
    box = field.bounding_box()
    assert box
    field.press_sequentially("Dordrect", delay=20)
    expect(page.get_by_role("option").first).to_contain_text("Dordrecht")
    wide = field.bounding_box()
    assert wide
    assert wide["width"] == box["width"], "the message on what was found stands on a line of its own"
    field.fill("")
    assert not [line for sheet in printed(page) for line in sheet.lines if line.startswith("Typ de naam")]


def top(part: Locator) -> float:
    box = part.bounding_box()
    assert box
    return box["y"]


def test_the_map_stands_beside_the_findings_and_on_a_phone_right_under_the_words_that_speak_of_it(
    page: Page, address: str
) -> None:
    show(page, address, VIEWS["start"])
    words, country = page.locator(".st-key-choose_on_map"), page.locator(".where .country")
    finding = page.get_by_role("heading", name="Hier zijn de regio's het eens")
    assert top(country) < top(words) < top(finding) < DESK["height"] - 100
    page.set_viewport_size(PHONE)
    page.wait_for_function("() => document.querySelector('.st-key-choose_on_map').getBoundingClientRect().right < 400")
    assert top(words) < top(country) < top(words) + 250
    assert top(country) + 250 < top(finding)


@pytest.mark.own_tab
def test_the_chart_is_saved_with_its_key_its_frame_and_its_source_and_without_vega(page: Page, address: str) -> None:
    scripts: list[str] = []
    page.on("response", lambda response: scripts.append(response.url))
    show(page, address, VIEWS["start, uw regio"])
    with page.expect_download() as picture:
        page.get_by_role("button", name="SVG: overzicht van alle taken").click()
    drawing = ET.fromstring(picture.value.path().read_text("utf8"))
    texts = [text.text for text in drawing.iter(f"{SVG}text") if text.text]
    assert texts[0].startswith("Alle elf taken naast elkaar")
    assert "lokaal en subregionaal" in texts
    assert "keuze van uw regio: Zuid-Holland Zuid" in texts
    assert texts[-2].startswith("Bron: inventarisatie")
    assert sum(rect.get("class") == "own" for rect in drawing.iter(f"{SVG}rect")) == 12
    assert not [url for url in scripts if "vega" in url.lower()], "Vega is most of what the page would weigh"
