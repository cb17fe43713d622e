"""Every view keeps the rules: Dutch, readable by a screen reader in light and dark, whole on a phone, no request elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, WebSocket, expect

from components.frame.page import PAGES
from tests.browser.conftest import DESK, PHONE
from tests.browser.rules import foreign_requests, serious_faults, sticks_out_px
from tests.browser.views import VIEWS, View, complete, show

pytestmark = pytest.mark.browser

LIGHT, DARK = "rgb(255, 255, 255)", "rgb(20, 23, 28)"


@pytest.mark.parametrize("name", VIEWS)
def test_view_keeps_the_rules(page: Page, address: str, name: str) -> None:
    keeps_the_rules(page, address, VIEWS[name])


def keeps_the_rules(page: Page, address: str, view: View) -> None:
    """Opens the view once, as on a phone; then looks at it in light, at a desk in light, and in dark."""
    foreign = foreign_requests(page, address)
    sockets: list[WebSocket] = []
    page.on("websocket", lambda socket: sockets.append(socket))
    app = page.get_by_test_id("stApp")
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    show(page, address, view)
    found: dict[str, object] = {"px beside a phone": sticks_out_px(page), "phone": serious_faults(page)}
    page.set_viewport_size(DESK)  # type: ignore[arg-type]
    complete(page)
    expect(app).to_have_css("background-color", LIGHT)
    found["light"] = serious_faults(page)
    page.emulate_media(color_scheme="dark")
    expect(app).to_have_css("background-color", DARK)
    run_again(page, sockets[-1])
    found["dark"] = serious_faults(page)
    found["px beside the desk"] = sticks_out_px(page)
    expect(page.locator("html")).to_have_attribute("lang", "nl")
    expect(page.get_by_test_id("stException")).to_have_count(0)
    assert {what: faults for what, faults in found.items() if faults} == {}
    assert foreign == []


def run_again(page: Page, socket: WebSocket) -> None:
    """Lets Python run again with what the browser now says of itself: charts take their colours from there."""
    page.evaluate("document.activeElement?.blur()")
    with socket.expect_event("framereceived"):
        page.keyboard.press("r")
    complete(page)


def test_every_page_of_the_menu_has_a_view() -> None:
    seen = {view.path.split("?")[0] for view in VIEWS.values()}
    assert seen == {"/" if file == "app.py" else f"/{Path(file).stem}" for file in PAGES}
