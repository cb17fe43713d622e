"""The what-if in the browser: numbers while dragging, on release, by keyboard and touch, by link, and in every
export.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from components.look.words import amount, million, unbroken
from model.what_if import measure_effects, preset_scenario, scenario_figures, scenario_to_query, with_values
from tests.browser.rules import sticks_out_px
from tests.browser.what_if.panel import (
    DEFAULT,
    PLAN,
    TARGET,
    choose,
    drag,
    drag_on,
    expected_headline,
    headline,
    open_panel,
    scenario_in_address,
    settle,
    settled,
    shown,
    slider,
)

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def panel(browser: Browser, browser_context_args: dict[str, Any], address: str) -> Iterator[Page]:
    """One open panel for the tests that go slider by slider."""
    context = browser.new_context(**browser_context_args)
    page = context.new_page()
    open_panel(page, address)
    yield page
    context.close()


@pytest.mark.parametrize("code", PLAN.codes)
def test_numbers_of_a_drag_are_those_of_the_release(panel: Page, code: str) -> None:
    handle = slider(panel, f"saving_mln_eur:{code}")
    handle.scroll_into_view_if_needed()
    box = handle.bounding_box()
    assert box is not None
    y, start = box["y"] + box["height"] / 2, settled(panel)
    panel.mouse.move(box["x"] + box["width"] * 0.5, y)
    panel.mouse.down()
    seen: list[tuple[str, ...]] = []
    for step in range(1, 13):
        panel.mouse.move(box["x"] + box["width"] * (0.5 + 0.03 * step), y)
        panel.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        seen.append((*headline(panel), panel.locator(f'[data-typed="saving_mln_eur:{code}"]').input_value()))
    assert settled(panel) == start, "nothing may go to the server during a drag"
    assert len(set(seen)) >= 4, "at least one new number per three mouse moves"
    dragged, effects = headline(panel), _effects(panel)
    panel.mouse.up()
    settle(panel, start)
    expect(panel).to_have_url(re.compile(rf"b=.*{code}_"))
    scenario = scenario_in_address(panel)
    assert headline(panel) == dragged == expected_headline(scenario)
    each = measure_effects(scenario)
    expected = [(million(of.gross_effect_mln_eur), million(of.contribution_mln_eur)) for of in each]
    assert _effects(panel) == effects == expected


def _effects(page: Page) -> list[tuple[str, str]]:
    """Gross effect and contribution of each measure, as they stand in its row."""
    texts = [
        [page.locator(f'[data-{name}="{code}"]').text_content() for name in ("gross", "share")] for code in PLAN.codes
    ]
    return [(str(gross), str(share)) for gross, share in texts]


def test_a_drag_back_to_where_it_began_leaves_all_as_it_was(page: Page, address: str) -> None:
    open_panel(page, address)
    before = headline(page)
    drag(page, "saving_mln_eur:1", 0.9, release=False)
    expect(page.locator(".paneel")).to_have_class(re.compile("moving"))
    drag_on(page, "saving_mln_eur:1", 0.5)
    page.mouse.up()
    expect(page.locator(".paneel")).not_to_have_class(re.compile("moving"))
    assert headline(page) == before
    expect(page.locator("[data-tool=preset] option:checked")).to_have_text("Alles midden")
    expect(page.locator("[data-tool=undo]")).to_be_disabled()


@pytest.mark.own_tab
def test_no_message_leaves_while_dragging(page: Page, address: str) -> None:
    sent: list[int] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda data: sent.append(len(data))))
    open_panel(page, address)
    handle = slider(page, "saving_mln_eur:2")
    handle.scroll_into_view_if_needed()
    box = handle.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    quiet = len(sent)
    for step in range(15):
        page.mouse.move(box["x"] + box["width"] / 2 + 6 * step, box["y"] + box["height"] / 2)
    assert len(sent) == quiet
    start = settled(page)
    page.mouse.up()
    settle(page, start)
    assert len(sent) > quiet


@pytest.mark.parametrize(
    ("control", "keys", "field"),
    [
        ("overlap_share", ["ArrowRight"], "overlap_share"),
        ("overlap_margin_share", ["Home"], "overlap_margin_share"),
        ("delay_months", ["PageUp"], "delay_months"),
        ("growth_pct", ["ArrowRight", "ArrowRight"], "growth_pct"),
        ("national_contribution_mln_eur:2022", ["End"], "national_contribution_mln_eur"),
        ("delay_months:1", ["End"], "delay_months"),
        ("saving_mln_eur:9", ["PageDown"], "saving_mln_eur"),
        ("saving_mln_eur:9", ["Home"], "saving_mln_eur"),
    ],
)
def test_keyboard_moves_every_kind_of_slider(panel: Page, control: str, keys: list[str], field: str) -> None:
    start = settled(panel)
    if scenario_in_address(panel) != DEFAULT:
        panel.locator("[data-tool=reset]").select_option("source")
        settle(panel, start)
    handle = slider(panel, control)
    if not handle.is_visible():
        panel.locator(".paneel .row summary").first.click()
    handle.focus()
    for key in keys:
        start = settled(panel)
        panel.keyboard.press(key)
        settle(panel, start)
    expect(panel).to_have_url(re.compile("v=1"))
    scenario = scenario_in_address(panel)
    assert getattr(scenario, field) != getattr(DEFAULT, field)
    assert headline(panel) == expected_headline(scenario)
    expect(handle).to_be_focused()


@pytest.mark.parametrize(
    ("query", "control", "shares"),
    [
        ("", "overlap_margin_share", (0.0, 0.2, 0.9)),
        ("", "dependence_share", (0.0, 0.9)),
        ("", "delay_months", (0.7, 1.0)),
        ("", "delay_months:1", (0.7, 1.0)),
        ("", "unknown_investment_mln_eur:1", (0.5, 1.0)),
        ("w=eigen&e=97.5", "own_target_mln_eur", (0.3, 0.5)),
    ],
)
def test_the_chance_moves_along_with_what_moves_it(
    page: Page, address: str, query: str, control: str, shares: tuple[float, ...]
) -> None:
    # With investments counted, just above what the costs then are: there each of these makes a tenth of difference.
    begin = f"?v=1&t={PLAN.fingerprint}&i=jaarlijks&{query or 'w=eigen&e=104.4'}"
    open_panel(page, address, begin)
    handle, start = slider(page, control), settled(page)
    if not handle.is_visible():
        page.locator('[data-row="saving_mln_eur:1"]').get_by_text("Meer").click()
    seen = {shown(page, "chance")}
    drag(page, control, shares[0], release=False)
    for share in shares:
        drag_on(page, control, share)
        seen.add(shown(page, "chance"))
        assert re.search(r"op.10|vrijwel", shown(page, "chance"))
    assert len(seen) > 1
    assert settled(page) == start, "nothing may go to the server during a drag"
    dragged = shown(page, "chance")
    page.mouse.up()
    settle(page, start)
    assert shown(page, "chance") == dragged == expected_headline(scenario_in_address(page))[2]


def test_page_keys_move_ten_steps(page: Page, address: str) -> None:
    open_panel(page, address)
    handle = slider(page, "saving_mln_eur:1")
    before = int(handle.input_value())
    handle.press("PageUp")
    assert int(handle.input_value()) == before + 10
    expect(handle).to_have_attribute("aria-valuetext", "6,5 miljoen euro")


def test_touch_moves_a_slider(phone: Page, address: str) -> None:
    open_panel(phone, address)
    handle = slider(phone, "saving_mln_eur:1")
    handle.scroll_into_view_if_needed()
    start, box = settled(phone), handle.bounding_box()
    assert box is not None
    handle.tap(position={"x": box["width"] * 0.9, "y": box["height"] / 2})
    settle(phone, start)
    assert scenario_in_address(phone).saving_mln_eur[0] > DEFAULT.saving_mln_eur[0]
    assert sticks_out_px(phone) <= 1


def test_finger_that_scrolls_over_a_slider_leaves_it_where_it_was(phone: Page, address: str) -> None:
    open_panel(phone, address)
    handle = slider(phone, "saving_mln_eur:1")
    handle.evaluate("(node) => node.scrollIntoView({ block: 'center', behavior: 'instant' })")
    before, box, place = handle.input_value(), handle.bounding_box(), phone.get_by_test_id("stMain")
    assert box is not None
    x, y = box["x"] + box["width"] * 0.8, box["y"] + box["height"] / 2
    start = place.evaluate("(node) => node.scrollTop")
    finger = phone.context.new_cdp_session(phone)
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 9):
        at = {"x": x + step, "y": y - 15 * step}
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [at]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    phone.wait_for_function("([node, start]) => node.scrollTop > start + 40", arg=[place.element_handle(), start])
    expect(handle).to_have_value(before)
    expect(phone.locator("[data-tool=undo]")).to_be_disabled()
    assert "b=" not in phone.url


def test_measure_switches_off_and_on(page: Page, address: str) -> None:
    open_panel(page, address)
    start = settled(page)
    page.get_by_label("1 Budgetverantwoordelijkheid jeugdteams").uncheck()
    settle(page, start)
    assert headline(page) == expected_headline(with_values(DEFAULT, {"on:1": False}))
    expect(page.locator('[data-gross="1"]')).to_have_text("uit")


def test_typed_value_moves_the_slider_and_a_wrong_one_is_explained_and_kept(page: Page, address: str) -> None:
    open_panel(page, address)
    field = page.locator('[data-typed="saving_mln_eur:1"]')
    start = settled(page)
    field.fill("€ 7,3")
    field.press("Enter")
    settle(page, start)
    assert headline(page) == expected_headline(with_values(DEFAULT, {"saving_mln_eur:1": 7.3}))
    for wrong in ("12", "veel", "=1+1", "NaN"):
        field.fill(wrong)
        field.press("Enter")
        expect(page.get_by_role("alert").filter(has_text="van 1,0 tot en met 10,0")).to_be_visible()
        expect(field).to_have_value(wrong)
        assert headline(page) == expected_headline(with_values(DEFAULT, {"saving_mln_eur:1": 7.3}))


def test_presets_undo_redo_and_reset(page: Page, address: str) -> None:
    open_panel(page, address)
    for name, label in [("hoog", "Alles hoog"), ("niets", "Niets doen"), ("loopt", "Alleen wat al loopt")]:
        start = settled(page)
        page.locator("[data-tool=preset]").select_option(label=label)
        settle(page, start)
        assert headline(page) == expected_headline(preset_scenario(PLAN, name))
        expect(page.locator("[data-tool=preset]")).to_have_value(name)
    start = settled(page)
    page.get_by_role("button", name="Ongedaan maken").click()
    settle(page, start)
    assert headline(page) == expected_headline(preset_scenario(PLAN, "niets"))
    expect(page.locator("[data-tool=preset]")).to_have_value("niets")
    start = settled(page)
    page.get_by_role("button", name="Opnieuw").click()
    settle(page, start)
    assert headline(page) == expected_headline(preset_scenario(PLAN, "loopt"))
    start = settled(page)
    page.locator("[data-tool=reset]").select_option("source")
    settle(page, start)
    assert headline(page) == expected_headline(DEFAULT)
    start = settled(page)
    slider(page, "saving_mln_eur:3a").press("End")
    settle(page, start)
    expect(page.locator("[data-tool=preset] option:checked")).to_have_text("eigen stand")
    expect(page.locator(".preset-note")).to_be_hidden()
    page.locator("[data-tool=preset]").select_option(label="Voorgesteld per 2020")
    expect(page.locator(".preset-note")).to_contain_text("het besluit moest nog worden genomen")


def test_what_changed_names_slider_values_and_effect(page: Page, address: str) -> None:
    open_panel(page, address)
    start = settled(page)
    slider(page, "saving_mln_eur:3a").press("End")
    settle(page, start)
    effect = amount(
        float(scenario_figures(DEFAULT).yearly_cost_mln_eur[TARGET])
        - float(scenario_figures(with_values(DEFAULT, {"saving_mln_eur:3a": 5.0})).yearly_cost_mln_eur[TARGET])
    )
    expect(page.locator('[data-out="changed"]')).to_contain_text("van € 3,0 mln naar € 5,0 mln")
    expect(page.locator('[data-out="changed"]')).to_contain_text(f"€ {effect} mln lager")


def test_what_changed_tells_of_what_is_shown_also_while_dragging_and_after_undo(page: Page, address: str) -> None:
    open_panel(page, address)
    changed = page.locator('[data-out="changed"]')
    expect(changed).to_have_text("nog niets; beweeg een schuif.")
    start = settled(page)
    slider(page, "saving_mln_eur:3a").press("End")
    settle(page, start)
    expect(changed).to_contain_text("maatregel 3a")
    drag(page, "overlap_share", 0.3, release=False)
    expect(changed).to_have_text("volgt na het loslaten.")
    start = settled(page)
    page.mouse.up()
    settle(page, start)
    expect(changed).to_contain_text("Overlap: van 70% naar 30%")
    start = settled(page)
    page.get_by_role("button", name="Ongedaan maken").click()
    settle(page, start)
    expect(changed).to_contain_text("Ongedaan gemaakt: Overlap: van 30% naar 70%")
    choose(page, "reset", value="source")
    expect(changed).to_contain_text("Terug naar de beginstand: Besparing van maatregel 3a")


def test_a_drag_does_not_move_the_slider_under_the_finger(page: Page, address: str) -> None:
    open_panel(page, address)
    start = settled(page)
    slider(page, "saving_mln_eur:3a").press("End")
    settle(page, start)
    line, dragged = page.locator(".headline .changed"), slider(page, "saving_mln_eur:1")
    dragged.scroll_into_view_if_needed()
    before = [where.bounding_box() for where in (line, dragged)]
    assert before[0] is not None
    assert before[0]["height"] > 25, "two lines, of which waiting needs one"
    drag(page, "saving_mln_eur:1", 0.3, release=False)
    expect(line).to_contain_text("volgt na het loslaten.")
    assert [where.bounding_box() for where in (line, dragged)] == before
    page.mouse.up()


def test_goal_seek_reaches_the_goal_or_says_how_far_off(page: Page, address: str) -> None:
    open_panel(page, address, f"?{scenario_to_query(preset_scenario(PLAN, 'laag'))}")
    start = settled(page)
    page.get_by_role("button", name="Wat is er nodig voor € 100,0 mln?").click()
    settle(page, start)
    assert float(scenario_figures(scenario_in_address(page)).yearly_cost_mln_eur[TARGET]) <= 100.0
    expect(page.get_by_text("van hun bandbreedte wordt het doel")).to_be_visible()
    open_panel(page, address, f"?{scenario_to_query(preset_scenario(PLAN, 'loopt'))}")
    page.get_by_role("button", name="En alleen met de maatregelen die aanstaan?").click()
    expect(page.get_by_text("niet haalbaar")).to_be_visible()


def test_link_restores_the_scenario_and_a_bad_link_is_refused(page: Page, address: str) -> None:
    scenario = with_values(DEFAULT, {"saving_mln_eur:1": 8.2, "on:14": False, "delay_months": 6})
    open_panel(page, address, f"?{scenario_to_query(scenario)}")
    assert headline(page) == expected_headline(scenario)
    open_panel(page, address, "?v=99&b=1_2")
    expect(page.get_by_text("De link is niet gebruikt")).to_be_visible()
    open_panel(page, address, f"?v=1&t={PLAN.fingerprint}&b=zzz")
    expect(page.get_by_text("Van de link is niets te gebruiken")).to_be_visible()
    assert headline(page) == expected_headline(DEFAULT)


def test_chart_table_and_export_show_the_numbers_of_the_headline(page: Page, address: str) -> None:
    scenario = with_values(DEFAULT, {"saving_mln_eur:2": 9.1})
    open_panel(page, address, f"?{scenario_to_query(scenario)}")
    costs = [amount(float(value)) for value in scenario_figures(scenario).yearly_cost_mln_eur]
    assert page.locator("svg.chart text.value").all_text_contents() == costs
    page.get_by_text("grafiek, tabellen en downloads over de jaren").click()
    table = page.locator(".tabel", has_text="Kosten per jaar")
    expect(table.locator("tbody tr")).to_have_count(4)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").nth(1).click()
    text = download.value.path().read_text("utf-8-sig")
    assert (
        download.value.suggested_filename == f"schaalwijzer-doorrekening-kosten-per-jaar-eigen-stand-{date.today()}.csv"
    )
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert [row["Jaarkosten"] for row in rows[:4]] == costs
    assert f"?{scenario_to_query(scenario)}\n" in text
    assert shown(page, "cost") == unbroken(f"€ {costs[-1]} mln")
    assert page.locator(".waterfall .bar-row", has_text="Jaarkosten 2022").locator("b").text_content() == costs[-1]


def test_the_plain_sum_is_struck_and_warned_of(page: Page, address: str) -> None:
    open_panel(page, address)
    struck = page.locator("s[data-out=sum]")
    gross = float(scenario_figures(DEFAULT).gross_effect_mln_eur[TARGET])
    expect(struck).to_have_text(f"€ {amount(114.7 - gross)} mln")
    expect(page.get_by_text("tel ze niet op")).to_be_visible()


def test_headline_stays_in_view_while_the_sliders_move(page: Page, address: str) -> None:
    open_panel(page, address)
    slider(page, "saving_mln_eur:14").scroll_into_view_if_needed()
    expect(page.locator('[data-out="cost"]')).to_be_in_viewport()
    expect(page.locator("svg.chart")).to_be_in_viewport()
