"""The four answers below the panel: their findings follow every step, and what is open does too."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from components.look.words import NO_BREAK
from components.what_if.answers.findings import findings
from components.what_if.answers.section import ANSWERS
from components.what_if.results import Results
from components.what_if.session import source_plan
from model.what_if import Scenario, preset_scenario, scenario_to_query, with_values
from tests.browser.views import SLOW_MS, complete

pytestmark = pytest.mark.browser

PLAN = source_plan()
HIGH = preset_scenario(PLAN, "hoog")


def open_panel(page: Page, address: str, query: str = "") -> None:
    page.goto(f"{address}/doorrekening{query}")
    expect(page.locator(".paneel")).to_have_attribute("data-settled", re.compile(r"\d"), timeout=SLOW_MS)
    complete(page)


def expect_findings_of(page: Page, scenario: Scenario) -> None:
    for text, shown in zip(findings(Results(scenario)).values(), page.locator(".finding").all(), strict=True):
        expect(shown).to_have_text(text.replace(NO_BREAK, " "))


def choose_preset(page: Page, name: str) -> None:
    page.locator('select[data-tool="preset"]').select_option(name)


def test_findings_follow_every_step_though_nothing_is_open(page: Page, address: str) -> None:
    open_panel(page, address)
    expect_findings_of(page, Scenario.default(PLAN))
    choose_preset(page, "hoog")
    expect_findings_of(page, HIGH)
    page.locator('button[data-tool="undo"]').click()
    expect_findings_of(page, Scenario.default(PLAN))


def test_a_link_opens_with_its_own_findings(page: Page, address: str) -> None:
    scenario = with_values(Scenario.default(PLAN), {"delay_months": 12.0, "on:1": False})
    open_panel(page, address, f"?{scenario_to_query(scenario)}")
    expect_findings_of(page, scenario)


def test_answers_open_with_the_keyboard_and_follow_a_step(page: Page, address: str) -> None:
    open_panel(page, address)
    for answer in ANSWERS:
        summary = page.locator(f".st-key-{answer.box} summary")
        summary.focus()
        page.keyboard.press("Enter")
        expect(page.locator(f".st-key-{answer.box}").get_by_role("img").first).to_be_visible()
    expect(page.get_by_role("img", name=re.compile("Alles 12 maanden later € 99,9 mln"))).to_be_visible()
    parts = page.get_by_role("img", name=re.compile("Staven van de bijdrage per trekker in 2022"))
    expect(parts).to_have_attribute("aria-label", re.compile("Gemeenten € 6,9 mln".replace(" ", r"\s")))
    choose_preset(page, "hoog")
    expect(parts).to_have_attribute("aria-label", re.compile("Gemeenten € 11,5 mln".replace(" ", r"\s")))
    expect(page.get_by_role("img", name=re.compile("Alles 12 maanden later € 88,8 mln"))).to_be_visible()


def test_numbers_in_a_bar_are_whole_or_left_out(phone: Page, address: str) -> None:
    open_panel(phone, address)
    phone.locator(".st-key-what_if_answer_who_does_what summary").click()
    expect(phone.locator(".parts .bar").first).to_be_visible()
    labels = phone.locator(".parts i")
    cut = labels.evaluate_all(
        "parts => parts.filter(({firstChild, clientWidth}) => firstChild.offsetWidth > clientWidth).length"
    )
    assert cut == 0
    assert labels.count() == 2 * len(PLAN.codes)


@pytest.mark.parametrize("width", [390, 1024, 1440])
def test_no_mark_lies_over_another(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    open_panel(page, address)
    page.locator(".st-key-what_if_answer_what_first summary").click()
    marks = page.locator(".places .mark")
    expect(marks).to_have_count(len(PLAN.codes))
    boxes = [box for mark in marks.all() if (box := mark.bounding_box())]
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            beside = one["x"] + one["width"] <= other["x"] or other["x"] + other["width"] <= one["x"]
            below = one["y"] + one["height"] <= other["y"] or other["y"] + other["height"] <= one["y"]
            assert beside or below


def test_the_table_of_what_first_sorts_unknown_amounts_last(page: Page, address: str) -> None:
    open_panel(page, address)
    page.locator(".st-key-what_if_answer_what_first summary").click()
    table = page.locator(".tabel", has_text="Wat er per maatregel te wegen valt")
    table.get_by_role("button", name="Investering").click()
    cells = table.locator("tbody tr td:nth-child(5)").all_text_contents()
    assert cells[:2] == ["geen", "uit het transformatiefonds"]
    assert [cell.replace(NO_BREAK, " ") for cell in cells[2:6]] == ["€ 0,2 mln", "€ 0,5 mln", "€ 0,5 mln", "€ 2,0 mln"]
    assert set(cells[6:]) == {"nog op te geven", "onbekend"}


def test_a_row_per_measure_stands_whole_on_a_phone(phone: Page, address: str) -> None:
    open_panel(phone, address)
    phone.locator(".st-key-what_if_answer_how_sure summary").click()
    table = phone.locator(".tabel", has_text="het meest van afhangen")
    expect(table.locator("tbody tr")).to_have_count(len(PLAN.codes) + 1)
    expect(table.locator("button.all")).to_be_hidden()
    assert table.locator(".scroll").evaluate("scroll => scroll.scrollHeight <= scroll.clientHeight + 1")


def test_an_open_answer_reads_on_from_its_finding_on_paper(page: Page, address: str) -> None:
    open_panel(page, address)
    page.locator(".st-key-what_if_answer_what_first summary").click()
    expect(page.locator(".places .mark").first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".st-key-what_if_answer_what_first summary")).to_be_hidden()
    expect(page.locator(".places .mark").first).to_be_visible()
    expect(page.locator(".places").first).to_have_css("break-inside", "avoid")
