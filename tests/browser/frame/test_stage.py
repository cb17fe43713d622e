"""On stage: a storyline is walked by keys, by a remote and by a finger, and left again, without the frame of a page."""

from __future__ import annotations

import base64
import io
import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import numpy as np
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import FloatRect, Page, ViewportSize, expect

from components.frame.storylines import shipped
from tests.browser.rules import DARK, PHONE, faults
from tests.browser.stage import HALLS, NARROW_HALL, PHONES, at_rest, faults_on_stage
from tests.browser.views import END_OF_PAGE, SLOW_MS, complete

pytestmark = pytest.mark.browser

STORY = "wie-koos-wat"
KEY = "schaalwijzer-jeugd.verhaallijnen"
"""Where the browser keeps storylines of the visitor's own."""
PLACE = ".st-key-stage .place"
TITLE = ".st-key-stage_words h1"
SAID = ".st-key-stage_words .said"
"""What is wrong with the link."""
LINE_COVERED = """() => {
  const topAt = (root, x, y) => {
    const found = root.elementFromPoint(x, y);
    return found?.shadowRoot ? topAt(found.shadowRoot, x, y) : found;
  };
  return Array.from({ length: 20 }, (_, at) => Math.round((at + .5) / 20 * innerWidth))
    .filter((x) => !topAt(document, x, innerHeight - 2)?.closest('.line'));
}"""
"""Where, in px from the left, something lies over the line of progress."""
LEAST_INK = 0.01
"""Part of a view that is no bare ground."""
SLIDER = """() => {
  const slider = Object.assign(document.createElement('input'), { type: 'range', value: 50 });
  document.body.append(slider);
  slider.focus();
}"""
"""A slider of the page's own has the focus."""


def steps(story: str = STORY) -> int:
    return len(shipped()[story].steps)


def begin(page: Page, address: str, at: int = 1, story: str = STORY) -> None:
    """Opens a step by its link."""
    page.set_viewport_size(HALLS[0])
    step = shipped()[story].steps[at - 1]
    page.goto(f"{address}/{step.page}?{step.query}&regio=JZ31&presentatie={story}&stap={at}")
    stands_at(page, at, steps(story))


def stands_at(page: Page, at: int, count: int | None = None) -> None:
    """Waits until a step stands there whole."""
    expect(page.locator(PLACE)).to_have_text(f"stap {at} van {count or steps()}", timeout=SLOW_MS)
    at_rest(page)


def query(page: Page) -> dict[str, str]:
    return {key: values[0] for key, values in parse_qs(urlsplit(page.url).query).items()}


@pytest.mark.parametrize("story", list(shipped()))
def test_a_remote_walks_a_storyline_to_its_end_and_back(page: Page, address: str, story: str) -> None:
    begin(page, address, story=story)
    count, titles = steps(story), []
    for at in range(1, count + 1):
        stands_at(page, at, count)
        titles.append(page.locator(TITLE).text_content())
        assert query(page)["regio"] == "JZ31"
        page.keyboard.press("PageDown")
    stands_at(page, count, count)
    for at in range(count, 0, -1):
        stands_at(page, at, count)
        assert page.locator(TITLE).text_content() == titles[at - 1]
        page.keyboard.press("PageUp")


@pytest.mark.own_tab
def test_the_old_step_stays_in_sight_until_the_next_one_stands_there(page: Page, address: str) -> None:
    begin(page, address)
    pages = [step.page for step in shipped()[STORY].steps[:4]]
    assert len(set(pages)) > 2, "steps lead to other pages"
    frames: list[bytes] = []
    lens = page.context.new_cdp_session(page)

    def keep(frame: dict[str, Any]) -> None:
        frames.append(base64.b64decode(frame["data"]))
        lens.send("Page.screencastFrameAck", {"sessionId": frame["sessionId"]})

    lens.on("Page.screencastFrame", keep)
    lens.send("Page.startScreencast", {"format": "png"})
    for at in range(2, len(pages) + 1):
        page.keyboard.press("PageDown")
        stands_at(page, at)
        page.wait_for_function("() => !document.querySelector(':active-view-transition')")
    lens.send("Page.stopScreencast")
    lens.detach()
    inked = [float((np.asarray(Image.open(io.BytesIO(frame)).convert("L")) < 200).mean()) for frame in frames]
    assert len(inked) > 1
    assert min(inked) > LEAST_INK, inked


@pytest.mark.own_tab
def test_where_the_next_step_does_not_come_the_old_one_is_let_go(page: Page, address: str) -> None:
    page.add_init_script(
        "const begin = Document.prototype.startViewTransition;"
        "Document.prototype.startViewTransition = function (...given) {"
        "  const change = begin.apply(this, given);"
        "  change.finished.then(() => { globalThis.isLetGo = true; });"
        "  return change;"
        "};"
    )
    begin(page, address)
    page.context.set_offline(True)
    page.keyboard.press("PageDown")
    page.wait_for_function("() => globalThis.isLetGo")
    page.context.set_offline(False)
    stands_at(page, 2)


def test_arrows_space_home_and_end_step_and_the_way_back_is_a_step_too(page: Page, address: str) -> None:
    begin(page, address)
    for key, at in (("ArrowRight", 2), (" ", 3), ("ArrowLeft", 2), ("Home", 1), ("End", steps())):
        page.keyboard.press(key)
        stands_at(page, at)
    page.go_back()
    stands_at(page, 1)
    page.go_back()
    stands_at(page, 2)


def test_a_slider_keeps_its_arrows_but_a_remote_steps(page: Page, address: str) -> None:
    begin(page, address)
    page.evaluate(SLIDER)
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.value") == "51"
    stands_at(page, 1)
    page.keyboard.press("PageDown")
    stands_at(page, 2)


def test_escape_leads_back_to_the_view_and_nothing_of_a_page_shows_before(page: Page, address: str) -> None:
    begin(page, address, 2)
    for part in (
        page.get_by_role("navigation", name="Hoofdmenu"),
        page.get_by_role("search"),
        page.get_by_role("link", name=END_OF_PAGE),
    ):
        expect(part).to_have_count(0)
    before = query(page)
    page.keyboard.press("Escape")
    complete(page)
    expect(page.get_by_role("navigation", name="Hoofdmenu")).to_be_visible()
    assert query(page).items() <= before.items()
    assert not {"presentatie", "stap"} & query(page).keys()
    page.go_back()
    stands_at(page, 2)


def test_the_end_of_the_full_screen_is_the_end_of_the_stage_unless_it_was_asked_for(page: Page, address: str) -> None:
    begin(page, address, 2)
    for is_full in (True, False, True):
        page.keyboard.press("f")
        page.wait_for_function("isFull => Boolean(document.fullscreenElement) === isFull", arg=is_full)
        stands_at(page, 2)
    page.evaluate("document.exitFullscreen()")
    complete(page)
    assert "presentatie" not in query(page)


@pytest.mark.own_tab
def test_a_full_screen_that_is_refused_is_said_and_the_stage_goes_on(page: Page, address: str) -> None:
    page.add_init_script("Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('refused'))")
    begin(page, address)
    page.keyboard.press("f")
    expect(page.locator(SAID)).to_contain_text("Volledig scherm kan hier niet.")
    page.keyboard.press("PageDown")
    stands_at(page, 2)
    expect(page.locator(SAID)).to_be_hidden()


def test_buttons_do_what_the_keys_do_and_fade_when_nobody_moves(page: Page, address: str) -> None:
    begin(page, address)
    controls = page.locator(".st-key-stage .controls")
    page.mouse.move(300, 300)
    expect(controls).to_have_css("opacity", "1")
    controls.get_by_role("button", name="Volgende stap").click()
    stands_at(page, 2)
    controls.get_by_role("button", name="Vorige stap").click()
    stands_at(page, 1)
    page.evaluate("document.activeElement.blur()")
    page.mouse.move(300, 300)
    expect(page.locator(".st-key-stage .controls.idle")).to_have_css("opacity", "0")
    page.mouse.move(320, 320)
    controls.get_by_role("button", name="Verlaat de presentatie").click()
    complete(page)


@pytest.mark.parametrize("size", [NARROW_HALL, *HALLS, PHONES[1]])
def test_nothing_lies_over_the_line_of_progress(page: Page, address: str, size: ViewportSize) -> None:
    begin(page, address, 2)
    page.set_viewport_size(size)
    at_rest(page)
    assert page.evaluate(LINE_COVERED) == []


def test_the_buttons_stand_where_nothing_else_stands(page: Page, address: str) -> None:
    begin(page, address, 2)
    for size in HALLS:
        page.set_viewport_size(size)
        at_rest(page)
        page.mouse.move(300, 300)
        buttons = page.locator(".st-key-stage .controls").bounding_box()
        assert buttons
        for part in (".source", ".code svg", ".figures.column div:last-child"):
            other = page.locator(f".st-key-stage_words {part}").bounding_box()
            assert other, part
            assert apart(buttons, other), part
        assert buttons["x"] > page.locator(".stMainBlockContainer > .stVerticalBlock").evaluate(
            "block => block.getBoundingClientRect().right"
        )


def apart(one: FloatRect, other: FloatRect) -> bool:
    """Whether two boxes share nothing."""
    return (
        one["x"] >= other["x"] + other["width"]
        or other["x"] >= one["x"] + one["width"]
        or one["y"] >= other["y"] + other["height"]
        or other["y"] >= one["y"] + one["height"]
    )


@pytest.mark.parametrize(("from_x", "to_x", "at"), [(900, 300, 3), (300, 900, 1)])
def test_a_finger_across_the_screen_steps(page: Page, address: str, from_x: int, to_x: int, at: int) -> None:
    begin(page, address, 2)
    swipe(page, from_x, to_x, 40)
    stands_at(page, at)


def swipe(page: Page, from_x: float, to_x: float, y: float) -> None:
    lens = page.context.new_cdp_session(page)
    for kind, x in (("touchStart", from_x), ("touchMove", to_x), ("touchEnd", to_x)):
        points = [] if kind == "touchEnd" else [{"x": x, "y": y}]
        lens.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    lens.detach()


def test_on_a_phone_a_finger_across_the_map_steps_and_one_on_it_does_not(page: Page, address: str) -> None:
    at = next(place for place, step in enumerate(shipped()[STORY].steps, 1) if step.page == "kaart")
    begin(page, address, at)
    page.set_viewport_size(PHONE)
    at_rest(page)
    box = page.locator("svg.country path").first.bounding_box()
    country = page.locator("svg.country").bounding_box()
    assert box
    assert country
    y = country["y"] + country["height"] / 2
    swipe(page, box["x"] + box["width"] / 2, box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    swipe(page, country["x"] + 0.8 * country["width"], country["x"] + 0.2 * country["width"], y)
    stands_at(page, at + 1)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("presentatie=onzin", "Er is geen verhaallijn “onzin”."),
        (f"presentatie={STORY}&stap=99", "geen stap “99”"),
        ("presentatie=eigen-weg", "Deze verhaallijn staat niet in deze browser."),
    ],
)
def test_what_is_not_there_is_said_and_the_view_shows(page: Page, address: str, asked: str, said: str) -> None:
    page.goto(f"{address}/kaart?{asked}")
    at_rest(page)
    expect(page.locator(SAID)).to_contain_text(said)
    expect(page.locator(PLACE)).to_have_text("")


ROOM = "() => parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--stage-height'))"


def test_what_is_wrong_with_the_link_stands_below_the_view_and_goes_at_a_press(page: Page, address: str) -> None:
    page.set_viewport_size(HALLS[0])
    page.goto(f"{address}/kaart?presentatie=1&regio=JZ99&kleur=paars&schuiven=1&v=1")
    at_rest(page)
    said = page.locator(SAID)
    expect(said).to_contain_text("De link noemt een kleuring die niet bestaat.")
    expect(said).to_contain_text("hoort: schuiven voor de zaal en een scenario. Dat is weggelaten.")
    expect(page.get_by_test_id("stAlert")).to_have_count(0)
    assert faults_on_stage(page) == {}
    assert faults(page) == []
    for size in (*HALLS, NARROW_HALL):
        page.set_viewport_size(size)
        at_rest(page)
        page.mouse.move(300, 300)
        line = said.bounding_box()
        assert line
        for part in (
            TITLE,
            "svg.country",
            ".st-key-stage_words .source",
            ".st-key-stage .controls",
        ):
            other = page.locator(part).bounding_box()
            assert other, part
            assert apart(line, other), (size, part)
    before = page.evaluate(ROOM)
    said.get_by_role("button", name="Sluit deze melding").click()
    expect(said).to_be_hidden()
    page.wait_for_function(f"before => ({ROOM})() > before", arg=before)


@pytest.mark.own_tab
def test_a_storyline_of_the_browser_is_walked_with_its_own_words(page: Page, address: str) -> None:
    own: list[dict[str, Any]] = [
        {"page": "kaart", "query": "taak=pleegzorg", "title": "Eerst {dit}", "sentence": "Zin een.", "note": "Noot"},
        {"page": "kaart", "query": "taak=jggz", "title": "", "sentence": "", "note": ""},
    ]
    kept = {"version": 1, "storylines": [{"id": "proef", "title": "Proef", "changed": 1, "steps": own}]}
    page.goto(f"{address}/kaart")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(kept)])
    page.goto(f"{address}/kaart?regio=JZ31&taak=pleegzorg&presentatie=eigen-proef&stap=1")
    stands_at(page, 1, 2)
    expect(page.locator(TITLE)).to_have_text("Eerst {dit}")
    page.keyboard.press("ArrowRight")
    stands_at(page, 2, 2)
    expect(page.locator(TITLE)).to_contain_text("Zuid-Holland Zuid")
    assert query(page)["taak"] == "jggz"


def test_the_code_leads_a_telephone_to_the_same_view_off_stage(page: Page, address: str) -> None:
    begin(page, address, 2)
    code = page.locator(".st-key-stage_words .code svg")
    box = code.bounding_box()
    assert box
    assert box["height"] >= HALLS[0]["height"] / 7
    [read] = zxingcpp.read_barcodes(Image.open(io.BytesIO(code.screenshot())))
    off_stage = {key: value for key, value in query(page).items() if key not in ("presentatie", "stap")}
    assert urlsplit(read.text).path == urlsplit(page.url).path
    assert {key: values[0] for key, values in parse_qs(urlsplit(read.text).query).items()} == off_stage
    page.goto(read.text)
    complete(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault_on_stage(page: Page, address: str, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme)
    begin(page, address, 2)
    assert page.get_by_role("heading", level=1).count() == 1
    if scheme == "dark":
        expect(page.get_by_test_id("stApp")).to_have_css("background-color", DARK)
    assert faults(page) == []
