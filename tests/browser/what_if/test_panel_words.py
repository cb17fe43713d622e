"""What the panel says is true of what it shows, at every moment: names, messages, origins, the chart and its labels."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from model.what_if import preset_scenario, scenario_to_query, with_values
from tests.browser.rules import sticks_out_px
from tests.browser.what_if.panel import (
    DEFAULT,
    PLAN,
    choose,
    drag,
    expected_headline,
    headline,
    open_panel,
    settle,
    settled,
    slider,
    typed,
)

pytestmark = pytest.mark.browser

LOW = scenario_to_query(preset_scenario(PLAN, "laag"))


def test_a_target_that_is_reached_against_the_odds_says_so(page: Page, address: str) -> None:
    open_panel(page, address, f"?{scenario_to_query(with_values(DEFAULT, {'overlap_margin_share': 0.3}))}")
    words, reached = page.locator('[data-out="gap-words"]'), page.locator('[data-out="gap-name"]')
    expect(reached).to_contain_text("Onder het doel")
    for share in (0.55, 0.52, 0.5):
        drag(page, "saving_mln_eur:1", share)
        text = str(words.text_content())
        chance = str(page.locator('[data-out="chance"]').text_content())
        assert "gehaald bij deze stand" in text
        assert chance not in text, "it stands beside it"
        tenths = int(chance.split()[1])
        is_against = tenths < 5 if text.startswith("gehaald") else tenths > 5
        assert ("de kans om het te halen" in text) == is_against


def test_the_preset_is_named_only_while_the_scenario_equals_it(page: Page, address: str) -> None:
    chosen = page.locator("[data-tool=preset] option:checked")
    open_panel(page, address, f"?{LOW}")
    expect(chosen).to_have_text("Alles laag")
    drag(page, "saving_mln_eur:1", 0.5, release=False)
    expect(chosen).to_have_text("eigen stand")
    page.mouse.up()
    expect(page.locator(".paneel")).not_to_have_class(re.compile("moving"))
    expect(chosen).to_have_text("eigen stand")
    start = settled(page)
    page.get_by_role("button", name="Ongedaan maken").click()
    settle(page, start)
    expect(chosen).to_have_text("Alles laag")
    choose(page, "preset", label="Alles hoog")
    choose(page, "reset", value="source")
    expect(chosen).to_have_text("Alles midden")


def test_what_was_said_of_typing_vanishes_when_it_no_longer_holds(page: Page, address: str) -> None:
    open_panel(page, address)
    fault, field = page.get_by_text("“999” kan niet"), page.locator('[data-typed="saving_mln_eur:1"]')
    start = settled(page)
    slider(page, "saving_mln_eur:2").press("ArrowRight")
    settle(page, start)
    start = settled(page)
    for step in ("drag", "other", "undo", "preset"):
        typed(page, "saving_mln_eur:1", "999")
        expect(fault).to_be_visible()
        start = settled(page)
        match step:
            case "drag":
                drag(page, "saving_mln_eur:1", 0.8, release=False)
            case "other":
                drag(page, "overlap_share", 0.6, release=False)
            case "undo":
                page.get_by_role("button", name="Ongedaan maken").click()
            case _:
                page.locator("[data-tool=preset]").select_option(label="Alles midden")
        expect(fault).to_have_count(0)
        expect(field).not_to_have_value("999")
        page.mouse.up()
        settle(page, start)


def test_the_answer_to_a_goal_vanishes_with_the_next_move(page: Page, address: str) -> None:
    open_panel(page, address, f"?{LOW}")
    said = page.locator(".paneel .answer")
    start = settled(page)
    page.get_by_role("button", name="Wat is er nodig voor").click()
    settle(page, start)
    expect(said).to_contain_text("van hun bandbreedte wordt het doel")
    drag(page, "saving_mln_eur:2", 0.2, release=False)
    expect(said).to_be_empty()
    page.mouse.up()
    expect(page.locator(".paneel")).not_to_have_class(re.compile("moving"))
    expect(said).to_be_empty()


def test_a_goal_that_cannot_be_reached_leaves_the_sliders_and_nothing_on_says_so(page: Page, address: str) -> None:
    running = preset_scenario(PLAN, "loopt")
    open_panel(page, address, f"?{scenario_to_query(running)}")
    start = settled(page)
    page.get_by_role("button", name="En alleen met de maatregelen die aanstaan?").click()
    settle(page, start)
    expect(page.locator(".paneel .answer")).to_contain_text("De schuiven zijn blijven staan.")
    assert headline(page) == expected_headline(running)
    choose(page, "preset", label="Niets doen")
    start = settled(page)
    page.get_by_role("button", name="En alleen met de maatregelen die aanstaan?").click()
    settle(page, start)
    expect(page.locator(".paneel .answer")).to_contain_text("Er staat geen maatregel aan")


def test_more_of_a_measure_opens_also_when_it_is_off(page: Page, address: str) -> None:
    open_panel(page, address)
    start = settled(page)
    page.get_by_label("1 Budgetverantwoordelijkheid jeugdteams").uncheck()
    settle(page, start)
    row = page.locator('[data-row="saving_mln_eur:1"]')
    row.get_by_text("Meer").click()
    expect(row.get_by_text("Voorwaarde")).to_be_visible()
    expect(row.locator("[data-without]")).to_have_text("die staat uit")


@pytest.mark.parametrize(
    ("control", "text", "origin"),
    [
        ("overlap_share", "30", "gekalibreerd"),
        ("growth_pct", "1,5", "bron"),
        ("national_contribution_mln_eur:2022", "9,5", "bron: onbekend"),
        ("delay_months", "6", "aanname"),
        ("delay_months:1", "6", "aanname"),
        ("unknown_investment_mln_eur:1", "2", "eigen invoer"),
    ],
)
def test_the_origin_follows_the_value(page: Page, address: str, control: str, text: str, origin: str) -> None:
    open_panel(page, address)
    tag = page.locator(f'[data-origin="{control}"]')
    if control.endswith(":1"):
        page.locator('[data-row="saving_mln_eur:1"]').get_by_text("Meer").click()
    expect(tag).to_have_text(origin)
    drag(page, control, 0.9, release=False)
    expect(tag).to_have_text("eigen stand")
    page.mouse.up()
    typed(page, control, text)
    expect(tag).to_have_text("eigen stand")
    choose(page, "reset", value="source")
    expect(tag).to_have_text(origin)


def test_contributions_follow_the_overlap_in_the_drag_and_say_where_only_python_knows(page: Page, address: str) -> None:
    open_panel(page, address)
    share, lost = page.locator('[data-share="1"]'), page.locator('[data-lost="1"]')
    expect(share).to_have_text("€ 2,2 mln")
    expect(lost).to_have_text("€ 3,3 mln")
    drag(page, "overlap_share", 0.0, release=False)
    expect(share).to_have_text("€ 5,5 mln")
    expect(lost).to_have_text("€ 0,0 mln")
    page.mouse.up()
    drag(page, "delay_months", 0.5, release=False)
    expect(share).to_have_text("…")
    page.mouse.up()
    expect(share).not_to_have_text("…")


def test_the_chance_stands_in_tenths_with_its_range_and_that_the_start_is_agreed(page: Page, address: str) -> None:
    open_panel(page, address)
    agreed, spread = page.locator(".agreed"), page.locator('[data-out="chance-words"]')
    expect(page.locator('[data-out="chance"]')).to_have_text(re.compile(r"^(ongeveer \d.op.10|vrijwel \w+)$"))
    expect(spread).to_contain_text(re.compile(r"bij 5 procentpunt meer of minder overlap: .*op.10"))
    expect(agreed).to_contain_text("afgesproken, geen uitkomst")
    drag(page, "saving_mln_eur:1", 0.8, release=False)
    expect(spread).to_have_text("bij 5 procentpunt meer of minder overlap: …")
    page.mouse.up()
    expect(spread).to_contain_text(re.compile(r"overlap: .*op.10"))
    drag(page, "overlap_share", 0.9, release=False)
    expect(agreed).to_be_empty()
    expect(spread).not_to_contain_text("…")


def test_a_line_outside_its_band_is_explained_where_it_happens(page: Page, address: str) -> None:
    open_panel(page, address)
    note = page.locator(".chart-note")
    expect(note).to_be_empty()
    choose(page, "preset", label="Alles laag")
    expect(note).to_contain_text("boven haar eigen band")
    choose(page, "preset", label="Alles midden")
    expect(note).to_be_empty()


def test_waterfall_and_chart_start_from_the_same_amount_and_the_sum_is_struck(page: Page, address: str) -> None:
    open_panel(page, address)
    rows = page.locator(".waterfall .bar-row")
    expect(rows.filter(has_text="Zonder maatregelen, 2019").locator("b")).to_have_text("114,7")
    expect(page.locator("svg.chart text.start")).to_have_text("114,7")
    expect(page.locator(".waterfall-note")).to_contain_text("begroting van € 104,5 mln plus € 10,2 mln")
    expect(page.locator(".waterfall-note")).to_contain_text("begint op € 112,7 mln")
    struck = rows.filter(has_text="Opgeteld, wat niet mag")
    expect(struck.locator("s")).to_have_text("−36,5")
    expect(struck.locator("i.forbidden")).to_be_visible()
    expect(rows.locator(".mark").first).to_be_visible()
    assert not re.search("[-−]0,0", page.locator(".paneel").inner_text())


def test_tornado_prints_the_lower_cost_first(page: Page, address: str) -> None:
    open_panel(page, address)
    for text in page.locator(".tornado .bar-row[role=row] b").all_text_contents():
        low, high = (float(part.replace(",", ".")) for part in text.split(" – "))
        assert low <= high


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_lines_are_named_and_no_amount_lies_on_one(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    open_panel(page, address)
    for preset in ("Alles midden", "Alles laag", "Alles hoog", "Alleen wat al loopt"):
        if preset != "Alles midden":
            choose(page, "preset", label=preset)
        expect(page.locator("svg.chart .unit")).to_have_text("mln €")
        names = page.locator("svg.chart .line-name").all_text_contents()
        assert {"doorrekening", "zonder maatregelen", "pad van het plan"} <= set(names)
        assert page.locator("svg.chart").evaluate(_AMOUNTS_ON_LINES) == []
        assert page.locator("svg.chart").evaluate(_NAMES_OUTSIDE) == []
    assert sticks_out_px(page) <= 1


_AMOUNTS_ON_LINES = """(chart) => {
  const found = [];
  const lines = [...chart.querySelectorAll('path.cost, path.target, path.baseline, line.ceiling')];
  for (const text of chart.querySelectorAll('text.value, text.start')) {
    if (!text.textContent) continue;
    const { x, y, width, height } = text.getBBox();
    for (const line of lines) {
      const length = line.getTotalLength();
      for (let at = 0; at <= length; at += 1) {
        const point = line.getPointAtLength(at);
        // A box of letters has room above and below the digits.
        const isIn = point.x > x && point.x < x + width && point.y > y + height * .25 && point.y < y + height * .78;
        if (isIn) { found.push(`${text.textContent} on ${line.getAttribute('class')}`); break; }
      }
    }
  }
  return found;
}"""
_NAMES_OUTSIDE = """(chart) => [...chart.querySelectorAll('text')].filter((text) => {
  const { x, y, width, height } = text.getBBox();
  return text.textContent && (x < 0 || x + width > 641 || y < -2 || y + height > 362);
}).map((text) => text.textContent)"""


def test_the_three_figures_stand_on_one_line(page: Page, address: str) -> None:
    for width in (1440, 1024, 390):
        page.set_viewport_size({"width": width, "height": 900})
        open_panel(page, address)
        bottoms = page.locator(".tile .big").evaluate_all(
            "(all) => all.map((one) => one.getBoundingClientRect().bottom)"
        )
        assert max(bottoms) - min(bottoms) <= 1, width


def test_a_phone_shows_the_ends_of_a_slider_and_on_which_side_of_the_target_it_is(phone: Page, address: str) -> None:
    open_panel(phone, address)
    ends = phone.locator('[data-row="saving_mln_eur:1"] .slide .end')
    expect(ends).to_have_text(["1,0", "10,0"])
    expect(ends.first).to_be_visible()
    expect(phone.locator('[data-out="gap-name"]')).to_have_text("Onder het doel van € 100,0 mln")
    expect(phone.locator('[data-out="gap-name"]')).to_be_visible()


def test_typed_shares_and_halves_are_read_aloud(page: Page, address: str) -> None:
    open_panel(page, address)
    start = settled(page)
    typed(page, "overlap_share", "0,7")
    expect(page.get_by_text("“0,7” is gelezen als 70%.")).to_be_visible()
    expect(page.locator('[data-typed="overlap_share"]')).to_have_value("70%")
    typed(page, "saving_mln_eur:1", "6,55")
    expect(page.get_by_text("“6,55” is afgerond op 6,6.")).to_be_visible()
    settle(page, start)
    expect(page.get_by_text("“6,55” is afgerond op 6,6.")).to_be_visible()
    assert headline(page) == expected_headline(with_values(DEFAULT, {"saving_mln_eur:1": 6.6}))


def test_the_region_shows_a_year_without_a_contribution_as_the_source_prints_it(page: Page, address: str) -> None:
    open_panel(page, address)
    page.get_by_label("Voor de regio, na de bijdrage van het Rijk").check()
    last = page.locator("svg.chart text.value").last
    expect(last).to_contain_text("99,9vóór rijksbijdrage")
    expect(page.locator("svg.chart .cost-dot.aside")).to_have_count(1)
    expect(page.locator("svg.chart")).to_have_attribute("aria-label", re.compile("2022 99,9 vóór rijksbijdrage"))
    expect(page.locator(".chart-note")).to_contain_text("niet elk jaar bekend")
    start = settled(page)
    typed(page, "national_contribution_mln_eur:2022", "9,5")
    settle(page, start)
    expect(page.locator("svg.chart text.value").last).to_have_text("90,4")
    expect(page.locator("svg.chart .cost-dot.aside")).to_have_count(0)


def test_unknown_investments_are_named_where_investments_count(page: Page, address: str) -> None:
    open_panel(page, address)
    uncounted = page.locator(".uncounted")
    expect(uncounted).to_be_empty()
    start = settled(page)
    page.get_by_label("Investeringen meetellen").select_option(label="Elk jaar")
    settle(page, start)
    expect(uncounted).to_contain_text(
        "meegeteld van maatregelen 3a, 3b, 5 en 7; onbekend en niet meegeteld van maatregelen 1, 4, 6"
    )
    start = settled(page)
    page.get_by_label("1 Budgetverantwoordelijkheid jeugdteams").uncheck()
    settle(page, start)
    expect(uncounted).to_contain_text("niet meegeteld van maatregelen 4, 6")


def test_categories_stand_in_the_order_of_the_source(page: Page, address: str) -> None:
    open_panel(page, address)
    legends: Any = page.locator(".sliders legend")
    expect(legends).to_have_text(["Budgetmaatregelen", "Inkoop", "Normaliseren", "Toegang", "Overige", "Aannames"])


def test_the_target_is_chosen_above_the_headline_and_all_follows_and_names_it(page: Page, address: str) -> None:
    open_panel(page, address)
    chosen, names = page.get_by_label("Doel: waaraan"), page.locator("svg.chart .line-name")
    start = settled(page)
    chosen.select_option(label="Plafond van scenario 1")
    expect(page.locator(".whose")).to_contain_text("Doel voor de jaarkosten: plafond scenario 1, € 95,7 mln in 2022")
    settle(page, start)
    expect(page.locator('[data-out="gap-name"]')).to_have_text("Boven het doel van € 95,7 mln")
    expect(page.locator('[data-out="gap"]')).to_have_text("€ 4,2 mln")
    assert names.all_text_contents().count("plafond scenario 1") == 1
    expect(page.locator(".waterfall .bar-row").last).to_contain_text("Verschil met het doel: plafond scenario 1")
    expect(page.locator(".tornado-note")).to_contain_text("het doel (plafond scenario 1), € 95,7 mln")
    expect(page.get_by_role("button", name="Wat is er nodig voor € 95,7 mln?")).to_be_visible()
    expect(page.locator(".agreed")).to_be_empty()
    expect(page.locator("[data-tool=preset] option:checked")).to_have_text("Alles midden")
    choose(page, "preset", label="Alles hoog")
    expect(chosen.locator("option:checked")).to_have_text("Plafond van scenario 1")


def test_a_target_of_ones_own_follows_its_slider_and_what_is_typed(page: Page, address: str) -> None:
    open_panel(page, address)
    start = settled(page)
    expect(slider(page, "own_target_mln_eur")).to_be_hidden()
    page.get_by_label("Doel: waaraan").select_option(label="Een eigen bedrag")
    settle(page, start)
    expect(page.locator(".whose")).to_contain_text("Doel voor de jaarkosten: eigen doel, € 100,0 mln in 2022")
    drag(page, "own_target_mln_eur", 0.2, release=False)
    expect(page.locator('[data-out="gap-name"]')).to_contain_text(re.compile(r"Boven het doel van €.[78]\d,"))
    expect(page.locator("svg.chart .target-name")).to_have_text("eigen doel")
    page.mouse.up()
    start = settled(page)
    typed(page, "own_target_mln_eur", "97,3")
    expect(page.locator('[data-out="gap"]')).to_have_text("€ 2,6 mln")
    settle(page, start)
    expect(page).to_have_url(re.compile("w=eigen.*e=97.3|e=97.3.*w=eigen"))
    start = settled(page)
    page.get_by_role("button", name="Wat is er nodig voor € 97,3 mln?").click()
    settle(page, start)
    expect(page.locator(".paneel .answer")).to_contain_text("wordt het doel van € 97,3 mln in 2022 gehaald")


def test_a_certainty_is_sought_and_what_cannot_be_leaves_the_sliders(page: Page, address: str) -> None:
    open_panel(page, address)
    choose(page, "certainty", value="all 80")
    expect(page.locator(".paneel .answer")).to_contain_text("minstens 80%")
    expect(page.locator('[data-out="chance"]')).to_have_text(re.compile("8.op.10|9.op.10"))
    expect(page.locator("[data-tool=certainty] option:checked")).to_have_text("Kies …")
    choose(page, "preset", label="Alleen wat al loopt")
    choose(page, "certainty", value="active 80")
    expect(page.locator(".paneel .answer")).to_contain_text("De schuiven zijn blijven staan.")
    assert headline(page) == expected_headline(preset_scenario(PLAN, "loopt"))


def test_title_and_tab_name_the_region(page: Page, address: str) -> None:
    open_panel(page, f"{address}", "?regio=JZ29")
    expect(page.get_by_role("heading", level=1)).to_contain_text(
        "Wat doen de maatregelen met de kosten? Zuid-Holland Zuid"
    )
    expect(page).to_have_title("Doorrekening Zuid-Holland Zuid | Schaalwijzer Jeugd")


def test_what_is_asked_stands_on_one_line_below_what_is_set(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    open_panel(page, address)
    tops = page.locator(".seek > button").evaluate_all("tools => tools.map((tool) => tool.getBoundingClientRect().top)")
    tops.append(page.locator('.seek [data-tool="certainty"]').evaluate("tool => tool.getBoundingClientRect().top"))
    set_above = page.locator('[data-tool="redo"]').evaluate("tool => tool.getBoundingClientRect().bottom")
    assert max(tops) - min(tops) < 8
    assert min(tops) >= set_above
