"""What tests of the panel look at and wait for."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Locator, Page, expect

from components.look.words import NO_BREAK, chance_in_words, distance, million
from model.dataset.reading import read_table
from model.what_if import (
    LINK_KEYS,
    ZHZ_PROPOSED_CODES,
    Scenario,
    fan,
    read_plan,
    scenario_figures,
    scenario_from_query,
)

PLAN = read_plan(read_table("measures"), read_table("trajectory"), ZHZ_PROPOSED_CODES)
DEFAULT = Scenario.default(PLAN)
TARGET = PLAN.trajectory.target_index


def open_panel(page: Page, address: str, query: str = "") -> None:
    page.goto(f"{address}/doorrekening{query}")
    expect(page.locator(".paneel")).to_have_attribute("data-settled", re.compile(r"\d"))


def slider(page: Page, control: str) -> Locator:
    return page.locator(f'input[type="range"][data-control="{control}"]')


def shown(page: Page, name: str) -> str:
    return str(page.locator(f'[data-out="{name}"]').text_content())


def settle(page: Page, after: str) -> None:
    """Waits until Python has answered the newest step."""
    expect(page.locator(".paneel")).not_to_have_attribute("data-settled", after)
    expect(page.locator(".paneel")).not_to_have_class(re.compile("moving"))


def settled(page: Page) -> str:
    return str(page.locator(".paneel").get_attribute("data-settled"))


def scenario_in_address(page: Page) -> Scenario:
    parts = {key: value for key, value in parse_qsl(urlsplit(page.url).query) if key in LINK_KEYS}
    return scenario_from_query(parts, PLAN) if parts else DEFAULT


def expected_headline(scenario: Scenario) -> tuple[str, str, str]:
    cost = float(scenario_figures(scenario).yearly_cost_mln_eur[TARGET])
    # In the panel a chance stays on one line.
    chance = chance_in_words(fan(scenario).chance_share).replace(" op ", f"{NO_BREAK}op{NO_BREAK}")
    return million(cost), distance(cost - 100.0), chance


def headline(page: Page) -> tuple[str, str, str]:
    return shown(page, "cost"), shown(page, "gap"), shown(page, "chance")


def drag(page: Page, control: str, share: float, *, release: bool = True) -> None:
    """Takes the thumb of a slider to a share of its track, and lets go there if asked."""
    handle = slider(page, control)
    handle.scroll_into_view_if_needed()
    box = handle.bounding_box()
    assert box is not None
    low, high = int(handle.get_attribute("min") or 0), int(handle.get_attribute("max") or 0)
    at = (int(handle.input_value()) - low) / (high - low)
    y, inner = box["y"] + box["height"] / 2, box["width"] - 16
    page.mouse.move(box["x"] + 8 + inner * at, y)
    page.mouse.down()
    page.mouse.move(box["x"] + 8 + inner * share, y, steps=5)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    if release:
        start = settled(page)
        page.mouse.up()
        settle(page, start)


def drag_on(page: Page, control: str, share: float) -> None:
    """Takes a thumb that is held already to a share of its track, and to the step there."""
    handle = slider(page, control)
    box = handle.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 8 + (box["width"] - 16) * share, box["y"] + box["height"] / 2, steps=5)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def choose(page: Page, tool: str, **option: str) -> None:
    """Chooses from a list of the tools, and waits for what it does."""
    start = settled(page)
    page.locator(f"[data-tool={tool}]").select_option(**option)
    settle(page, start)


def typed(page: Page, control: str, text: str) -> None:
    field = page.locator(f'[data-typed="{control}"]')
    field.fill(text)
    field.press("Enter")
