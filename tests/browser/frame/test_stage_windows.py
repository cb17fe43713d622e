"""Two windows: the hall's follows the speaker's, whatever comes first, and each goes on without the other."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from components.frame.storylines import shipped
from tests.browser.frame.test_stage import STORY, TITLE, begin, stands_at, steps
from tests.browser.rules import faults
from tests.browser.stage import HALLS, at_rest
from tests.browser.views import SLOW_MS, complete, keep_storylines

pytestmark = [pytest.mark.browser, pytest.mark.own_tab]

PANEL, HALL_WORDS = ".st-key-stage .speaker", ".st-key-stage .hall"
SHARE = """() => {
  const part = document.querySelector('.st-key-stage_scroll');
  return part ? part.scrollTop / (part.scrollHeight - part.clientHeight) : 0;
}"""
"""How far the longer part is scrolled."""
FOLLOWS = re.compile("^Het zaalvenster volgt")


def view_of(page: Page) -> tuple[str, dict[str, str]]:
    """Path and query of what a window shows, whoever it is for."""
    parts = urlsplit(page.url)
    return parts.path, {key: values[0] for key, values in parse_qs(parts.query).items() if key != "zaal"}


def open_hall(page: Page) -> Page:
    with page.context.expect_page() as opened:
        page.keyboard.press("n")
    hall = opened.value
    at_rest(hall)
    expect(page.locator(HALL_WORDS)).to_have_text(FOLLOWS, timeout=SLOW_MS)
    return hall


def same_view(page: Page, hall: Page, at: int) -> None:
    stands_at(page, at)
    stands_at(hall, at)
    assert view_of(page) == view_of(hall)


def test_the_hall_follows_each_step_and_has_nothing_of_the_speaker(page: Page, address: str) -> None:
    begin(page, address)
    hall = open_hall(page)
    same_view(page, hall, 1)
    page.keyboard.press("PageDown")
    same_view(page, hall, 2)
    expect(page.locator(PANEL)).to_contain_text(f"Stap 2 van {steps()}")
    expect(page.locator(PANEL)).to_contain_text(shipped()[STORY].steps[1].note)
    coming = page.locator(f"{PANEL} .coming-title").text_content()
    expect(hall.locator(PANEL)).to_be_hidden()
    expect(hall.locator(".st-key-stage .controls")).to_be_hidden()
    assert hall.evaluate("getComputedStyle(document.querySelector('.stApp')).cursor") == "none"
    page.keyboard.press("PageDown")
    same_view(page, hall, 3)
    expect(page.locator(TITLE)).to_have_text(coming or "")
    page.go_back()
    same_view(page, hall, 2)


def test_the_speaker_reads_the_title_of_a_view_to_come_and_keeps_the_buttons_beside_a_long_note(
    page: Page, address: str
) -> None:
    page.set_viewport_size(HALLS[0])
    step = {"page": "", "query": "", "title": "", "sentence": "", "note": ""}
    views = [{**step, "note": "Een lange notitie. " * 100}, {**step, "page": "bronnen"}]
    page.goto(f"{address}/bronnen")
    keep_storylines(page, {"id": "a1", "title": "Mijn verhaal", "changed": 1, "steps": views})
    page.goto(f"{address}/?presentatie=eigen-a1&stap=1")
    stands_at(page, 1, 2)
    hall = open_hall(page)
    coming = page.locator(f"{PANEL} .coming-title")
    expect(coming).to_have_text(re.compile("^.{20,}$"), timeout=SLOW_MS)
    title = coming.text_content() or ""
    note, button = page.locator(f"{PANEL} .note"), page.get_by_role("button", name="Sluit de notities")
    for seen in (coming, button):
        box = seen.bounding_box()
        assert box
        assert box["y"] + box["height"] <= HALLS[0]["height"]
    note.focus()
    page.keyboard.press("ArrowDown")
    page.wait_for_function("note => note.scrollTop > 0", arg=note.element_handle())
    page.keyboard.press("PageDown")
    stands_at(page, 2, 2)
    expect(page.locator(TITLE)).to_have_text(title)
    expect(coming).to_have_text("Dit is de laatste stap.")
    hall.close()


def test_the_hall_follows_what_changes_in_the_view_between_two_steps(page: Page, address: str) -> None:
    begin(page, address, 2)
    hall = open_hall(page)
    page.evaluate(
        """() => {
          const there = new URL(location.href);
          there.searchParams.set('regio', 'JZ04');
          history.pushState({}, '', there);
          dispatchEvent(new PopStateEvent('popstate', { state: {} }));
        }"""
    )
    hall.wait_for_url("**regio=JZ04**")
    same_view(page, hall, 2)


@pytest.mark.parametrize("key_in_hall", [False, True])
def test_the_hall_goes_where_the_speaker_is_in_a_longer_part(page: Page, address: str, key_in_hall: bool) -> None:
    page.set_viewport_size(HALLS[0])
    page.goto(f"{address}/bronnen?deel=begrippen&presentatie=1")
    at_rest(page)
    page.locator(".st-key-stage_scroll[data-more]").press("ArrowDown")
    page.wait_for_function(f"({SHARE})() > 0")
    hall = open_hall(page)
    # A hall that comes later begins where the speaker is.
    hall.wait_for_function(f"({SHARE})() > 0")
    for _ in range(3):
        (hall if key_in_hall else page).keyboard.press("ArrowDown")
    page.wait_for_timeout(300)
    share = page.evaluate(SHARE)
    hall.wait_for_function(f"share => Math.abs(({SHARE})() - share) < .01", arg=share)
    assert share > 0


ROOMS = {
    "doorrekening?presentatie=1": ".paneel svg.chart",
    "kaart?presentatie=1&regio=JZ31": "svg.country",
    "doorrekening?presentatie=1&beeld=eerst": ".st-key-exhibit_drawing .drawing",
    "vergelijking?presentatie=1&regio=JZ31": ".st-key-exhibit_drawing tbody th",
    "achtergrond?document=rotterdam&deel=tijdlijn&presentatie=1": ".stVegaLiteChart svg",
}
"""Where what is drawn stands, by the view."""


@pytest.mark.parametrize("view", ROOMS)
def test_beside_the_notes_what_is_drawn_has_the_size_of_its_place_at_once(page: Page, address: str, view: str) -> None:
    page.set_viewport_size(HALLS[0])
    page.goto(f"{address}/{view}")
    at_rest(page)
    drawn, place = page.locator(ROOMS[view]).first, page.locator(".st-key-stage_words")
    alone = place.bounding_box()
    open_hall(page)
    page.wait_for_timeout(500)
    beside, narrower = drawn.bounding_box(), place.bounding_box()
    # Drawn anew, whatever was missed before.
    page.set_viewport_size({"width": 1281, "height": 721})
    page.set_viewport_size(HALLS[0])
    page.wait_for_timeout(500)
    anew = drawn.bounding_box()
    assert alone
    assert narrower
    assert beside
    assert anew
    assert narrower["width"] < alone["width"]
    for side in ("x", "y", "width", "height"):
        assert abs(beside[side] - anew[side]) <= 2, (side, beside, anew)


def test_a_double_click_lets_the_hall_fill_its_screen(page: Page, address: str) -> None:
    begin(page, address)
    hall = open_hall(page)
    hall.locator(TITLE).dblclick()
    hall.wait_for_function("document.fullscreenElement !== null")
    page.keyboard.press("PageDown")
    same_view(page, hall, 2)
    assert hall.evaluate("document.fullscreenElement !== null")


def test_a_hall_that_loads_anew_gets_where_things_stand(page: Page, address: str) -> None:
    begin(page, address)
    hall = open_hall(page)
    old = hall.url
    page.keyboard.press("End")
    same_view(page, hall, steps())
    hall.goto(old)
    same_view(page, hall, steps())


def test_a_speaker_who_loads_anew_keeps_the_hall(page: Page, address: str) -> None:
    begin(page, address)
    hall = open_hall(page)
    page.reload()
    stands_at(page, 1)
    expect(page.locator(PANEL)).to_be_visible()
    page.keyboard.press("PageDown")
    same_view(page, hall, 2)


def test_a_remote_in_the_hall_steps_both_with_a_speaker_and_without(page: Page, address: str) -> None:
    begin(page, address)
    hall = open_hall(page)
    hall.keyboard.press("PageDown")
    same_view(page, hall, 2)
    page.close()
    hall.keyboard.press("PageUp")
    stands_at(hall, 1)


def test_who_leaves_the_stage_closes_the_hall(page: Page, address: str) -> None:
    begin(page, address)
    hall = open_hall(page)
    with hall.expect_event("close"):
        page.keyboard.press("Escape")
    complete(page)


def test_a_hall_that_is_closed_is_said_and_opened_again(page: Page, address: str) -> None:
    begin(page, address)
    open_hall(page).close(run_before_unload=True)
    expect(page.locator(HALL_WORDS)).to_have_text("Het zaalvenster is dicht.")
    with page.context.expect_page() as opened:
        page.locator(PANEL).get_by_role("button", name="Open het zaalvenster").click()
    at_rest(opened.value)
    expect(page.locator(HALL_WORDS)).to_have_text(FOLLOWS, timeout=SLOW_MS)


def test_a_window_that_the_browser_refuses_is_opened_by_hand(page: Page, address: str) -> None:
    page.add_init_script("globalThis.open = () => null")
    begin(page, address)
    page.keyboard.press("n")
    expect(page.locator(HALL_WORDS)).to_contain_text("hield het zaalvenster tegen")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Open het zaalvenster zelf").click()
    at_rest(opened.value)
    expect(page.locator(HALL_WORDS)).to_have_text(FOLLOWS, timeout=SLOW_MS)
    page.keyboard.press("PageDown")
    same_view(page, opened.value, 2)


def test_without_channels_or_storage_the_stage_works_and_says_what_does_not(page: Page, address: str) -> None:
    page.add_init_script(
        "delete globalThis.BroadcastChannel;"
        "Object.defineProperty(globalThis, 'sessionStorage', { get() { throw new DOMException('refused'); } });"
    )
    begin(page, address)
    with page.context.expect_page():
        page.keyboard.press("n")
    expect(page.locator(HALL_WORDS)).to_contain_text("houdt twee vensters niet gelijk")
    page.keyboard.press("PageDown")
    stands_at(page, 2)


def test_two_presentations_in_one_browser_do_not_mix(page: Page, address: str) -> None:
    begin(page, address)
    hall = open_hall(page)
    other = page.context.new_page()
    begin(other, address)
    open_hall(other)
    other.keyboard.press("End")
    stands_at(other, steps())
    page.keyboard.press("PageDown")
    same_view(page, hall, 2)


def test_axe_finds_no_fault_beside_the_notes(page: Page, address: str) -> None:
    begin(page, address, 2)
    open_hall(page)
    assert faults(page) == []
