"""What the costs really were, typed: drawn beside the line, in the link, of no effect on what is computed."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from playwright.sync_api import Locator, Page, expect

from components.what_if.realised import OWN_ACCOUNT
from model.what_if import Scenario, scenario_to_query, with_values
from tests.browser.rules import faults, sticks_out_px
from tests.browser.views import complete
from tests.browser.what_if.panel import DEFAULT, expected_headline, headline, open_panel, scenario_in_address, settle
from tests.browser.what_if.panel import settled as stamp

pytestmark = pytest.mark.browser

KEY = "realised_cost_mln_eur"
GIVEN = with_values(DEFAULT, {f"{KEY}:2020": 113.44, f"{KEY}:2021": 118.0})
SAID = "In 2020 waren de kosten volgens uw opgave € 113,4 mln: € 10,6 mln hoger dan hier berekend"


def field(page: Page, year: int) -> Locator:
    return page.locator(f'[data-realised="{KEY}:{year}"]')


def typed(page: Page, year: int, text: str) -> None:
    """Types into the field of a year by keyboard, and waits for what it does."""
    before = stamp(page)
    field(page, year).click()
    page.keyboard.press("Control+a")
    page.keyboard.type(text)
    page.keyboard.press("Enter")
    settle(page, before)


def expect_given(page: Page, scenario: Scenario) -> None:
    known = [cost for cost in scenario.realised_cost_mln_eur if cost is not None]
    expect(page.locator(".realised-mark")).to_have_count(len(known))
    expect(page.locator(".realised-said p")).to_have_count(len(known))
    assert headline(page) == expected_headline(replace(scenario, realised_cost_mln_eur=(None,) * 4))


def test_an_amount_typed_by_keyboard_is_drawn_and_changes_nothing(page: Page, address: str) -> None:
    open_panel(page, address)
    summary = page.locator(".realised-box summary")
    expect(summary).to_have_text("Wat het werkelijk werd")
    expect_given(page, DEFAULT)
    summary.press("Enter")
    typed(page, 2020, "113,44")
    expect(field(page, 2020)).to_have_value("113,44")
    expect(page.locator(".realised-said")).to_contain_text(SAID)
    expect(page.locator(".realised-words")).to_have_text(["113,4werkelijk"])
    expect(page.locator(".chart-legend")).to_contain_text("werkelijk, uw eigen opgave")
    expect(page.locator(".chart")).to_have_attribute("aria-label", re.compile("volgens uw opgave: 2020 113,4"))
    expect(page.locator('[data-out="changed"]')).to_contain_text("verandert er niets aan")
    expect(page.locator("[data-tool=preset]")).to_have_value("midden")
    typed(page, 2021, "€ 118")
    expect(page).to_have_url(re.compile("j=2020_113.44~2021_118"))
    assert scenario_in_address(page) == GIVEN
    expect_given(page, GIVEN)
    page.get_by_label("Voor de regio, na de bijdrage van het Rijk").check()
    expect(page.locator(".realised-mark")).to_have_count(0)
    expect(page.locator(".chart-note")).to_contain_text("staat alleen bij de jaarkosten")


def test_a_wrong_amount_is_explained_and_kept_and_an_empty_one_is_unknown(page: Page, address: str) -> None:
    open_panel(page, address, f"?{scenario_to_query(GIVEN)}")
    page.locator(".realised-box summary").click()
    for wrong in ("1134", "veel", "113.400"):
        field(page, 2020).fill(wrong)
        field(page, 2020).press("Enter")
        expect(page.get_by_role("alert").filter(has_text="van 20,0 tot en met 574,0")).to_be_visible()
        expect(field(page, 2020)).to_have_value(wrong)
    expect_given(page, GIVEN)
    field(page, 2020).press("Escape")
    expect(field(page, 2020)).to_have_value("113,44")
    expect(page.get_by_role("alert")).to_have_count(0)
    typed(page, 2020, " ")
    expect(field(page, 2020)).to_have_value("")
    expect_given(page, replace(GIVEN, realised_cost_mln_eur=(None, None, 118.0, None)))
    before = stamp(page)
    page.get_by_role("button", name="Ongedaan maken").click()
    settle(page, before)
    expect(field(page, 2020)).to_have_value("113,44")
    before = stamp(page)
    page.locator("[data-tool=preset]").select_option("hoog")
    settle(page, before)
    expect(page.locator(".realised-mark")).to_have_count(2)


def test_a_link_opens_cold_with_it_and_it_stands_over_the_years(page: Page, address: str) -> None:
    open_panel(page, address, f"?{scenario_to_query(GIVEN)}")
    expect_given(page, GIVEN)
    expect(page.locator(".realised-box summary")).to_have_text("Wat het werkelijk werd: 2020, 2021")
    expect(page.locator(".finding").first).to_contain_text("Over 2020 en 2021 samen waren ze")
    page.locator(".st-key-what_if_answer_over_the_years summary").click()
    table = page.locator(".tabel", has_text="Kosten per jaar")
    expect(table.get_by_role("columnheader", name=re.compile(re.escape(OWN_ACCOUNT)))).to_be_visible()
    expect(page.locator(".st-key-what_if_answer_over_the_years .legend")).to_contain_text(OWN_ACCOUNT)


def test_the_open_section_keeps_the_rules(page: Page, address: str) -> None:
    open_panel(page, address, f"?{scenario_to_query(GIVEN)}")
    page.locator(".realised-box summary").click()
    complete(page)
    assert faults(page) == []


def test_on_a_phone_it_stands_within_the_page(phone: Page, address: str) -> None:
    open_panel(phone, address, f"?{scenario_to_query(GIVEN)}")
    phone.locator(".realised-box summary").tap()
    expect(field(phone, 2022)).to_be_visible()
    typed(phone, 2022, "120")
    expect(phone.locator(".realised-mark")).to_have_count(3)
    assert sticks_out_px(phone) <= 1
    box = field(phone, 2022).bounding_box()
    assert box is not None
    assert box["height"] >= 24
