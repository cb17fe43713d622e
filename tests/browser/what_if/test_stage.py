"""The what-if for a hall: few sliders that stay live, pictures for the last row to read, the last step again."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from components.what_if.pictures import PATH, PICTURES
from model.what_if import Scenario, preset_scenario, scenario_to_query, with_values
from tests.browser.frame.test_stage_windows import open_hall
from tests.browser.stage import HALLS, at_rest, faults_on_stage
from tests.browser.what_if.panel import (
    DEFAULT,
    PLAN,
    drag,
    expected_headline,
    headline,
    scenario_in_address,
    settle,
    settled,
    shown,
    slider,
)

pytestmark = pytest.mark.browser
AGAIN = "Herhaal de laatste stap"
GO = """query => {
  history.pushState({}, '', location.pathname + '?' + query);
  dispatchEvent(new PopStateEvent('popstate'));
}"""
"""Another address without loading the page anew, as a step of a storyline goes."""
COSTS = """panel => new Promise((done) => {
  const cost = panel.querySelector('[data-out="cost"]'), seen = [cost.textContent];
  const look = () => {
    if (seen.at(-1) !== cost.textContent) seen.push(cost.textContent);
    if (panel.classList.contains('replaying')) requestAnimationFrame(look);
    else done(seen);
  };
  look();
})"""
OVERLAPS = """panel => {
  const { bottom, right } = panel.getBoundingClientRect();
  const parts = [...panel.querySelectorAll('.tile .big, .chart, .foot, .chart-note, .chosen .row, .wrong')]
    .map((part) => [part.className.baseVal ?? part.className, part.getBoundingClientRect()])
    .filter(([, box]) => box.height);
  const found = parts.filter(([, box]) => box.bottom > bottom + 1 || box.right > right + 1)
    .map(([name]) => `${name} sticks out`);
  parts.forEach(([name, one], at) => parts.slice(at + 1).forEach(([other, two]) => {
    const across = Math.min(one.right, two.right) - Math.max(one.left, two.left);
    const down = Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top);
    if (across > 1 && down > 1) found.push(`${name} over ${other}`);
  }));
  return found;
}"""


def open_stage(
    page: Page, address: str, scenario: Scenario = DEFAULT, *, size: ViewportSize = HALLS[0], **query: str
) -> None:
    keys = urlencode({"presentatie": "1", **query})
    page.set_viewport_size(size)
    page.goto(f"{address}/doorrekening?{keys}&{scenario_to_query(scenario)}")
    at_rest(page)
    if query.get("beeld", PATH) == PATH:
        expect(page.locator(".paneel")).to_have_attribute("data-settled", re.compile(r"\d"))


def rows(page: Page) -> list[str]:
    visible = page.locator(".paneel .row:visible")
    return [str(visible.nth(at).get_attribute("data-row")) for at in range(visible.count())]


def title(page: Page) -> str:
    return str(page.locator(".st-key-stage_words h1").text_content())


SCENARIOS: dict[str, Scenario] = {
    "start": DEFAULT,
    "nothing": preset_scenario(PLAN, "niets"),
    "line above its own band": preset_scenario(PLAN, "laag"),
    "late and growing": with_values(DEFAULT, {"delay_months": 12, "growth_pct": 4.0}),
}


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_hall_can_read_all_of_the_live_panel(page: Page, address: str, name: str) -> None:
    open_stage(page, address, SCENARIOS[name])
    assert faults_on_stage(page) == {}
    assert _overlaps(page) == []
    band = page.locator(".chart-legend li:has(.band)")
    assert band.is_visible() == (name != "nothing"), "the key speaks of a band where one is drawn"


@pytest.mark.parametrize("picture", [picture for picture in PICTURES if picture != PATH])
def test_a_hall_can_read_every_other_picture(page: Page, address: str, picture: str) -> None:
    open_stage(page, address, beeld=picture)
    expect(page.locator(".st-key-exhibit_drawing")).to_be_visible()
    assert faults_on_stage(page) == {}


def test_only_the_sliders_stand_there_that_the_address_asks_for(page: Page, address: str) -> None:
    open_stage(page, address, schuiven="groei~3a~overlap")
    assert rows(page) == ["growth_pct", "saving_mln_eur:3a", "overlap_share"]
    open_stage(page, address)
    assert rows(page) == ["overlap_share", "saving_mln_eur:1", "saving_mln_eur:2"]


def test_a_slider_that_does_not_exist_is_said_and_the_others_stand_there(page: Page, address: str) -> None:
    open_stage(page, address, schuiven="overlap,99,2")
    assert rows(page) == ["overlap_share", "saving_mln_eur:2"]
    expect(page.locator(".wrong")).to_contain_text("De link vraagt om een schuif die er niet is: “99”.")
    open_stage(page, address, beeld="taart")
    expect(page.locator(".wrong")).to_contain_text("De link vraagt om een beeld dat er niet is: “taart”.")
    open_stage(page, address, schuiven="overlap~99~3a~2~9")
    assert faults_on_stage(page) == {}
    assert _overlaps(page) == []


def test_a_slider_on_stage_moves_figures_at_once_and_the_words_on_release(page: Page, address: str) -> None:
    open_stage(page, address)
    before, start = title(page), settled(page)
    drag(page, "overlap_share", 0.4, release=False)
    dragged = headline(page)
    assert dragged != expected_headline(DEFAULT)
    assert (title(page), settled(page)) == (before, start), "nothing may go to the server during a drag"
    words = page.locator(".st-key-stage_words")
    assert float(words.evaluate("words => getComputedStyle(words).opacity")) < 0.5, "the title is of before"
    page.mouse.up()
    settle(page, start)
    scenario = scenario_in_address(page)
    assert headline(page) == dragged == expected_headline(scenario)
    expect(page.locator(".st-key-stage_words h1")).to_contain_text(dragged[0])
    assert float(words.evaluate("words => getComputedStyle(words).opacity")) == 1
    assert rows(page)[0] == "overlap_share", "the sliders stay where they are"
    assert "presentatie=1" in page.url


def test_a_finger_moves_a_slider_on_stage(browser: Any, browser_context_args: dict[str, Any], address: str) -> None:
    context = browser.new_context(**{**browser_context_args, "has_touch": True})
    page = context.new_page()
    open_stage(page, address)
    handle = slider(page, "overlap_share")
    box = handle.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    start = settled(page)
    page.touchscreen.tap(box["x"] + box["width"] * 0.25, box["y"] + box["height"] / 2)
    settle(page, start)
    assert scenario_in_address(page).overlap_share < 0.4
    context.close()


PHONES: dict[str, ViewportSize] = {
    "upright": {"width": 390, "height": 844},
    "narrow": {"width": 320, "height": 700},
    "on its side": {"width": 844, "height": 390},
}
RUNS_OUT = """panel => {
  const wide = (part) => {
    const range = document.createRange();
    range.selectNodeContents(part);
    return range.getBoundingClientRect();
  };
  return [...panel.querySelectorAll('.tile .big, .again')].filter((part) => {
    const { left, right } = wide(part);
    return right > Math.min(innerWidth, part.getBoundingClientRect().right) + 1 || left < 0;
  }).map((part) => part.textContent);
}"""
"""Figures and buttons whose words do not fit in their own place."""
YEARS = """panel => [...panel.querySelectorAll('.cost-dot')].map((dot) => dot.getBoundingClientRect().x)"""


@pytest.mark.parametrize("held", PHONES)
def test_on_a_phone_the_panel_stands_in_blocks_below_one_another(
    browser: Any, browser_context_args: dict[str, Any], address: str, held: str
) -> None:
    size = PHONES[held]
    context = browser.new_context(**{**browser_context_args, "has_touch": True, "is_mobile": True, "viewport": size})
    page = context.new_page()
    open_stage(page, address, size=size)
    assert _overlaps(page) == []
    panel = page.locator(".paneel")
    assert panel.evaluate(RUNS_OUT) == []
    years = panel.evaluate(YEARS)
    assert years == sorted(years), "the first year stands left"
    assert min(right - left for left, right in pairwise(years)) > 20
    assert (
        panel.locator(".chosen .slide input[type=range]").evaluate_all(
            "ranges => Math.min(...ranges.filter((range) => range.checkVisibility())"
            ".map((range) => range.getBoundingClientRect().width))"
        )
        > 60
    )
    context.close()


def test_while_the_last_step_is_played_again_nothing_says_where_it_ends(page: Page, address: str) -> None:
    open_stage(page, address)
    drag(page, "overlap_share", 0.3)
    chart = page.locator(".chart").bounding_box()
    page.keyboard.press("h")
    expect(page.locator(".told")).to_contain_text("Overlap: van 70% naar")
    words = page.locator(".st-key-stage_words")
    assert float(words.evaluate("words => getComputedStyle(words).opacity")) == 0, "the title is of the end"
    expect(page.locator(".chart .band")).to_be_hidden()
    expect(page.locator(".chart-legend")).to_be_hidden()
    assert page.locator(".chart").bounding_box() == chart, "what is said takes nothing of the chart"
    assert _overlaps(page) == []
    _costs_until_it_ends(page)
    expect(page.locator(".told")).to_be_empty()
    expect(page.locator(".chart-legend")).to_be_visible()
    expect(page.locator(".chart .band")).to_be_visible()
    assert float(words.evaluate("words => getComputedStyle(words).opacity")) == 1


def test_the_last_step_is_played_again_and_leaves_everything_as_it_was(page: Page, address: str) -> None:
    open_stage(page, address)
    drag(page, "overlap_share", 0.3)
    after, at, url = headline(page), slider(page, "overlap_share").input_value(), page.url
    stamp, reports = settled(page), _count_reports(page)
    page.keyboard.press("h")
    expect(page.locator(".again")).to_have_text("Stop de herhaling")
    expect(page.locator('[data-out="cost"]')).to_have_text(expected_headline(DEFAULT)[0])
    assert slider(page, "overlap_share").input_value() == "70"
    expect(page.locator(".told")).to_contain_text("Overlap: van 70% naar")
    seen = _costs_until_it_ends(page)
    assert len(seen) >= 5, seen
    assert (headline(page), slider(page, "overlap_share").input_value(), page.url) == (after, at, url)
    assert (settled(page), _count_reports(page)) == (stamp, reports), "playing it again is no step"


@pytest.mark.own_tab
@pytest.mark.parametrize("is_hall_first", [True, False])
def test_the_hall_sees_the_last_step_played_again(page: Page, address: str, is_hall_first: bool) -> None:
    open_stage(page, address)
    hall = open_hall(page) if is_hall_first else None
    drag(page, "overlap_share", 0.3)
    after = headline(page)
    hall = hall or open_hall(page)
    expect(hall.locator('[data-out="cost"]')).to_have_text(after[0])
    expect(hall.locator(".paneel")).not_to_have_class(re.compile("moving"))
    page.keyboard.press("h")
    expect(hall.locator(".told")).to_contain_text("Overlap: van 70% naar")
    assert slider(hall, "overlap_share").input_value() == "70"
    seen = _costs_until_it_ends(hall)
    assert len(seen) >= 5, seen
    assert headline(hall) == after
    expect(hall.locator(".told")).to_be_empty()
    page.keyboard.press("h")
    expect(hall.locator(".paneel.replaying")).to_be_visible()
    page.keyboard.press("h")
    expect(hall.locator(".paneel.replaying")).to_have_count(0)
    assert headline(hall) == after


def test_playing_it_again_can_be_stopped_and_repeated(page: Page, address: str) -> None:
    open_stage(page, address)
    page.locator(".again").click()
    expect(page.locator(".told")).to_have_text("Er is nog geen stap om te herhalen. Beweeg een schuif.")
    drag(page, "saving_mln_eur:1", 0.9)
    after = headline(page)
    for _ in range(2):
        page.locator(".again").click()
        expect(page.locator('[data-out="cost"]')).to_have_text(expected_headline(DEFAULT)[0])
        page.locator(".again").click()
        expect(page.locator(".again")).to_have_text(AGAIN)
        assert headline(page) == after
    # A slider that is taken in hand meanwhile is where it really stands.
    page.keyboard.press("h")
    expect(page.locator('[data-out="cost"]')).to_have_text(expected_headline(DEFAULT)[0])
    drag(page, "overlap_share", 0.6)
    assert headline(page) == expected_headline(scenario_in_address(page))
    expect(page.locator(".again")).to_have_text(AGAIN)


def test_a_step_of_many_sliders_plays_them_all_at_once(page: Page, address: str) -> None:
    open_stage(page, address, preset_scenario(PLAN, "laag"), schuiven="1~2")
    low = expected_headline(preset_scenario(PLAN, "laag"))
    high = preset_scenario(PLAN, "hoog")
    page.evaluate(GO, f"presentatie=1&schuiven=1~2&{scenario_to_query(high)}")
    expect(page.locator('[data-out="cost"]')).to_have_text(expected_headline(high)[0])
    page.keyboard.press("h")
    expect(page.locator('[data-out="cost"]')).to_have_text(low[0])
    assert shown(page, "chance") == low[2]
    seen = _costs_until_it_ends(page)
    assert len(seen) >= 5, seen
    assert headline(page) == expected_headline(high)


def test_reduced_motion_shows_before_and_after(
    browser: Any, browser_context_args: dict[str, Any], address: str
) -> None:
    context = browser.new_context(**{**browser_context_args, "reduced_motion": "reduce"})
    page = context.new_page()
    open_stage(page, address)
    drag(page, "overlap_share", 0.3)
    after = headline(page)
    page.keyboard.press("h")
    assert set(_costs_until_it_ends(page)) <= {expected_headline(DEFAULT)[0], after[0]}
    assert headline(page) == after
    context.close()


def _costs_until_it_ends(page: Page) -> list[str]:
    """Costs that stood there, one after another, until the last step has been played."""
    return list(page.locator(".paneel").evaluate(COSTS))


def _count_reports(page: Page) -> str:
    """What the newest step was, as the address and the panel have it."""
    return f"{page.url} {settled(page)}"


def _overlaps(page: Page) -> list[str]:
    """Rows, button and messages of the panel that lie over one another or stick out of it."""
    return list(page.locator(".paneel").evaluate(OVERLAPS))
