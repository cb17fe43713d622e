"""What a visitor sees and keeps when the connection, the server, or part of the page is lost.

Also the alarm for an update of Streamlit: its own dialog stays away, and the sign by which one sees that a page is
complete is still there.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.rules import DARK, DESK, PHONE, faults, sticks_out_px
from tests.browser.views import SLOW_MS, complete
from tests.line import Line
from tests.serving import APP, started_server

pytestmark = pytest.mark.browser

REFUSED = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
TRIES_OF_STREAMLIT = 12
"""After six tries, each at most four seconds after the one before, came its dialog."""


@pytest.fixture
def page(page_on_line: Page) -> Page:
    """Visitor at the other end of a line that can be cut."""
    return page_on_line


def said(page: Page) -> Locator:
    return page.locator("#connection")


def open_panel(page: Page, line: Line, query: str = "") -> None:
    page.goto(f"{line.address}/doorrekening{query}")
    expect(page.locator(".paneel")).to_have_attribute("data-settled", re.compile(r"\d"))
    complete(page)


def set_saving(page: Page, code: str, text: str) -> None:
    field = page.locator(f'[data-typed="saving_mln_eur:{code}"]')
    field.fill(text)
    field.press("Enter")


def figures(page: Page) -> dict[str, str | None]:
    """What the tiles and the preset of the panel say."""
    outputs = {name: page.locator(f'[data-out="{name}"]').text_content() for name in ("cost", "gap", "chance", "sum")}
    return {**outputs, "preset": page.locator('[data-tool="preset"]').input_value()}


def test_a_cut_is_told_in_dutch_and_what_was_done_meanwhile_is_computed_afterwards(page: Page, line: Line) -> None:
    page.clock.install()
    open_panel(page, line)
    line.cut()
    page.clock.run_for(1_500)
    expect(said(page)).to_contain_text("Geen verbinding met de server. De pagina verbindt vanzelf opnieuw.")
    set_saving(page, "1", "8")
    set_saving(page, "2", "3")
    expect(page.locator(".late")).to_contain_text("Nog niet bijgewerkt")
    expect(page.locator('[data-tool="preset"]')).to_have_value("")
    for tool in ("preset", "reset", "undo", "goal"):
        expect(page.locator(f'[data-tool="{tool}"]')).to_be_disabled()
    tries = []
    page.on("requestfailed", lambda request: tries.append(request) if request.url.endswith("host-config") else None)
    while len(tries) < TRIES_OF_STREAMLIT:
        page.clock.run_for(4_000)
    expect(said(page)).to_contain_text("Dit duurt al")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_text(re.compile("Connect", re.IGNORECASE)).filter(visible=True)).to_have_count(0)
    line.mend()
    page.clock.run_for(5_000)
    page.clock.resume()
    expect(page).to_have_url(re.compile("b=1_8~2_3"))
    expect(page.locator(".late")).to_be_hidden()
    expect(said(page)).to_have_text("De verbinding is er weer, en de pagina is bijgewerkt.")
    expect(said(page)).to_be_empty()
    after = figures(page)
    page.reload()
    complete(page)
    expect(page.locator('[data-out="cost"]')).to_have_text(str(after["cost"]))
    assert figures(page) == after


@pytest.mark.deep
def test_after_a_restart_the_page_catches_up_by_itself_with_what_was_chosen_meanwhile(page: Page, line: Line) -> None:
    page.goto(f"{line.address}/kaart?taak=vb&bekijk=JZ11")
    country = page.locator("svg.country")
    expect(country).to_have_attribute("data-painted", "vb niveau JZ11", timeout=SLOW_MS)
    complete(page)
    panel = page.context.new_page()
    open_panel(panel, line)
    line.cut()
    page.bring_to_front()
    page.locator("select").first.select_option("jggz")
    expect(country).to_have_attribute("data-painted", "jggz niveau JZ11")
    set_saving(panel, "1", "8")
    with started_server(*APP) as other:
        line.server = other.address
        line.mend()
        expect(page).to_have_url(re.compile("taak=jggz"))
        expect(country).to_have_attribute("data-painted", "jggz niveau JZ11")
        expect(panel).to_have_url(re.compile("b=1_8"))
        expect(panel.locator('[data-typed="saving_mln_eur:1"]')).to_have_value("8,0")
        expect(said(panel)).to_be_empty()
        # Each answers the next step as if nothing had been.
        page.locator("select").first.select_option("pleegzorg")
        expect(page).to_have_url(re.compile("taak=pleegzorg"))
        set_saving(panel, "2", "3")
        expect(panel).to_have_url(re.compile("b=1_8~2_3"))


@pytest.mark.deep
def test_a_new_server_is_noticed_without_a_step(page: Page, line: Line) -> None:
    open_panel(page, line)
    set_saving(page, "1", "8")
    expect(page).to_have_url(re.compile("b=1_8"))
    line.cut()
    expect(said(page)).not_to_be_empty()
    with started_server(*APP) as other:
        line.server = other.address
        with page.expect_websocket(timeout=SLOW_MS) as again:
            line.mend()
        again.value.wait_for_event("framesent", timeout=SLOW_MS)
        expect(said(page)).to_have_text("De verbinding is er weer, en de pagina is bijgewerkt.")
        expect(page.locator('[data-typed="saving_mln_eur:1"]')).to_have_value("8,0")


@pytest.mark.deep
def test_back_while_there_is_no_connection_leads_there_afterwards(page: Page, line: Line) -> None:
    page.goto(f"{line.address}/bronnen")
    complete(page)
    page.locator(".st-key-frame").get_by_role("link", name="Kaart").click()
    expect(page.locator("svg.country")).to_be_visible(timeout=SLOW_MS)
    complete(page)
    line.cut()
    expect(said(page)).not_to_be_empty()
    page.go_back()
    line.mend()
    complete(page)
    expect(page.locator("svg.country")).to_have_count(0)
    expect(page).to_have_title("Bronnen | Schaalwijzer Jeugd")


@pytest.mark.deep
def test_a_link_that_is_clicked_without_a_connection_opens_afterwards(page: Page, line: Line) -> None:
    page.goto(f"{line.address}/bronnen?zoek=pleegzorg")
    complete(page)
    link = page.locator("a[href='kaart?taak=pleegzorg']")
    line.cut()
    expect(said(page)).not_to_be_empty()
    page.locator(".st-key-frame").get_by_role("link", name="Start", exact=True).click(force=True)
    expect(said(page)).to_contain_text("“Start” opent daarna.")
    link.click()
    expect(said(page)).to_contain_text("“Pleegzorg” opent daarna.")
    line.mend()
    expect(page.locator("svg.country")).to_have_attribute("data-painted", "pleegzorg niveau ", timeout=SLOW_MS)
    expect(page).to_have_url(re.compile("/kaart.*taak=pleegzorg"))


def test_a_line_that_died_without_a_word_is_noticed(page: Page, line: Line) -> None:
    page.clock.install()
    open_panel(page, line)
    line.is_silent = True
    # As a laptop that was closed for ten minutes: no timer ran meanwhile.
    page.clock.fast_forward("10:00")
    page.clock.fast_forward(2_000)
    expect(said(page)).to_be_empty()
    page.clock.run_for(12_000)
    expect(said(page)).to_contain_text("Geen verbinding met de server.")
    line.cut()
    line.mend()
    expect(said(page)).to_contain_text("De verbinding is er weer")


def test_a_tab_that_slept_and_whose_line_is_alive_says_nothing(page: Page, line: Line) -> None:
    page.clock.install()
    open_panel(page, line)
    page.clock.fast_forward("10:00")
    page.clock.run_for(15_000)
    expect(said(page)).to_be_empty()
    set_saving(page, "1", "8")
    page.clock.run_for(1_000)
    expect(page).to_have_url(re.compile("b=1_8"))


@pytest.mark.parametrize(
    "answer", [REFUSED, pytest.param(b"", marks=pytest.mark.deep)], ids=["refused", "not answered"]
)
def test_a_proxy_without_websockets_is_named_within_ten_seconds(page: Page, line: Line, answer: bytes) -> None:
    line.stream_answer = answer
    page.goto(f"{line.address}/kaart")
    expect(said(page)).to_contain_text("De verbinding wordt tegengehouden.", timeout=10_000)
    host = line.address.removeprefix("http://")
    expect(said(page)).to_contain_text(f"WebSocket-verbinding met {host}/_stcore/stream")
    expect(said(page)).to_contain_text("vraag uw ict-afdeling")
    assert faults(page, "#connection") == []
    line.stream_answer = None
    complete(page)
    expect(said(page)).to_be_empty()


@pytest.mark.deep
def test_a_script_of_before_an_update_asks_for_a_fresh_page(page: Page, line: Line) -> None:
    page.route(re.compile(r"/static/\w+/js/(?!index)[^/]*Vega[^/]*\.js"), lambda route: route.fulfill(status=404))
    page.goto(f"{line.address}/?regio=JZ22")
    expect(said(page)).to_contain_text("Een deel van deze pagina is niet geladen.")
    expect(page.get_by_text("Failed to fetch").filter(visible=True)).to_have_count(0)
    page.unroute_all()
    said(page).get_by_role("button", name="Laad de pagina opnieuw").click()
    complete(page)
    expect(said(page)).to_be_empty()
    expect(page).to_have_url(re.compile("regio=JZ22"))
    expect(page.get_by_text("Uw regio: Utrecht-Stad").first).to_be_visible()


def test_a_component_of_before_an_update_asks_for_a_fresh_page(page: Page, line: Line) -> None:
    page.route("**/onderdelen/region_map.*", lambda route: route.fulfill(status=404))
    page.goto(f"{line.address}/kaart")
    expect(said(page)).to_contain_text("Een deel van deze pagina is niet geladen.")


@pytest.mark.deep
@pytest.mark.parametrize("screen", [DESK, PHONE], ids=["desk", "phone"])
def test_the_sentence_fits_the_screen_in_light_and_dark(page: Page, line: Line, screen: Any) -> None:
    page.set_viewport_size(screen)
    page.goto(f"{line.address}/")
    complete(page)
    line.cut()
    expect(said(page)).to_contain_text("Geen verbinding")
    assert faults(page, "#connection") == []
    page.emulate_media(color_scheme="dark")
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", DARK)
    assert faults(page, "#connection") == []
    assert sticks_out_px(page) <= 0


@pytest.mark.deep
@pytest.mark.parametrize("seconds", [5, 150])
def test_a_cut_of_this_length_loses_nothing(page: Page, line: Line, seconds: int) -> None:
    open_panel(page, line)
    set_saving(page, "1", "8")
    expect(page).to_have_url(re.compile("b=1_8"))
    line.cut()
    expect(said(page)).not_to_be_empty()
    set_saving(page, "2", "3")
    page.wait_for_timeout(seconds * 1000)
    if seconds > 60:
        expect(said(page)).to_contain_text("Dit duurt al 2 minuten.")
    line.mend()
    expect(page).to_have_url(re.compile("b=1_8~2_3"))
    expect(page.locator(".late")).to_be_hidden()
