"""Rules that hold for every view: no accessibility fault, a visible focus, no request elsewhere, nothing cut off."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from axe_playwright_python.sync_playwright import Axe
from fontTools.ttLib import TTFont
from playwright.sync_api import ConsoleMessage, Page, Request, ViewportSize, WebSocket, expect

from model.site.site_map import PAGES
from scripts.make_fonts import ICONS, icons_of
from server.files import FONTS
from tests.browser.clipping import broken_words, cut_texts, settled
from tests.browser.english import english
from tests.browser.focus import unseen_stops
from tests.browser.paper import faults_on_paper
from tests.browser.targets import FINGER_PX, MOUSE_PX, too_small
from tests.browser.views import View, complete, show

DESK: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
ENLARGED: ViewportSize = {"width": 320, "height": 256}
"""Screen of 1280 by 1024, enlarged to 400%."""
LIGHT, DARK = "rgb(255, 255, 255)", "rgb(20, 23, 28)"
"""Background of the page."""

AXE = Axe()
RUN_AXE = "([within, options]) => axe.run(within ?? {exclude: ['[data-testid=stSkipToContent]']}, options)"
"""Without the link past the menu: axe knows such a link by what follows it, but not where that is in a shadow root."""
ONLY_FAULTS = {"resultTypes": ["violations"]}
"""Without what is in order: of a large table that is most of the report, and most of the time."""
OF_COLOURS = ["color-contrast", "link-in-text-block"]
"""Rules that a theme can break; the others see no colours."""

_seen_kinds: set[str] = set()
"""Kinds of stops of the Tab key of which this worker has seen the focus."""


def keeps_the_rules(page: Page, address: str, view: View) -> None:
    """Opens the view once, as on a phone; then looks at it enlarged, at a desk in light and in dark, on paper, and in
    colours that the system forces.
    """
    with foreign_requests(page, address) as foreign, refused_by_policy(page) as refused:
        found = _faults_by_look(page, address, view)
    broken = {what: fault for what, fault in found.items() if fault}
    assert not broken, broken
    assert foreign == [], foreign
    assert refused == [], refused


def _faults_by_look(page: Page, address: str, view: View) -> dict[str, object]:
    """What is wrong with the view in each of those ways of looking at it."""
    app = page.get_by_test_id("stApp")
    page.set_viewport_size(PHONE)
    show(page, address, view)
    found: dict[str, object] = {"px beside a phone": sticks_out_px(page), "cut on a phone": cut_texts(page)}
    found["too small for a mouse on a phone"] = too_small(page, MOUSE_PX)
    with touch(page):
        found["too small for a finger"] = too_small(page, FINGER_PX)
    if view.other_on_a_phone:
        found["phone"] = faults(page)
    page.set_viewport_size(ENLARGED)
    complete(page)
    found["px beside when enlarged"] = sticks_out_px(page)
    found["cut when enlarged"] = cut_texts(page)
    found["broken words when enlarged"] = broken_words(page)
    page.set_viewport_size(DESK)
    complete(page)
    _has_landmarks(page, view)
    found["cut at a desk"] = cut_texts(page)
    found["English"] = english(page)
    found["too small at a desk"] = too_small(page, MOUSE_PX)
    found["unseen focus"] = unseen_stops(page, _seen_kinds)
    expect(app).to_have_css("background-color", LIGHT)
    found["light"] = faults(page)
    page.emulate_media(color_scheme="dark")
    expect(app).to_have_css("background-color", DARK)
    complete(page)
    found["dark"] = faults(page, rules=OF_COLOURS)
    found["px beside the desk"] = sticks_out_px(page)
    found["on paper"] = faults_on_paper(page)
    page.emulate_media(color_scheme="light")
    expect(app).to_have_css("background-color", LIGHT)
    complete(page)
    page.emulate_media(color_scheme="light", forced_colors="active")
    found["forced colours"] = faults(page, rules=OF_COLOURS)
    expect(page.locator("html")).to_have_attribute("lang", "nl")
    expect(page.get_by_test_id("stException")).to_have_count(0)
    found["icons that the font lacks"] = sorted(set(icons(page)) - icons_of(TTFont(FONTS / f"{ICONS}.woff2")).keys())
    return found


@contextmanager
def touch(page: Page) -> Iterator[None]:
    """The same page under a finger instead of a mouse."""
    lens = page.context.new_cdp_session(page)
    lens.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    assert page.evaluate("matchMedia('(pointer: coarse)').matches")
    yield
    lens.send("Emulation.setTouchEmulationEnabled", {"enabled": False})
    lens.detach()


def icons(page: Page) -> list[str]:
    """Names of the icons on the page."""
    names: list[str] = page.get_by_test_id("stIconMaterial").all_text_contents()
    return names


@contextmanager
def refused_by_policy(page: Page) -> Iterator[list[str]]:
    """List that fills, so long, with what the browser says that the page's Content-Security-Policy forbids."""
    found: list[str] = []

    def note(said: ConsoleMessage) -> None:
        if "Content Security Policy" in said.text:
            found.append(said.text)

    page.on("console", note)
    yield found
    page.remove_listener("console", note)


def _has_landmarks(page: Page, view: View) -> None:
    """Whether the script that names the parts of Streamlit's page still finds them."""
    address = view.path.partition("?")[0].strip("/")
    menu = page.get_by_role("navigation", name="Hoofdmenu")
    for entry in PAGES:
        expect(menu.get_by_role("link", name=entry.name, exact=True)).to_have_count(1)
    expect(menu.locator("[aria-current=page]")).to_have_text(next(p.name for p in PAGES if p.address == address))
    expect(page.get_by_role("main")).to_have_count(1)


def faults(page: Page, within: str | None = None, rules: list[str] | None = None) -> list[tuple[str, list[str]]]:
    """Faults that axe-core finds on the page or `within` a part, headings out of order and parts without a landmark
    included: the rule, and up to three places.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.axe_script)
    options = {**ONLY_FAULTS, **({"runOnly": rules} if rules else {})}
    return [
        (fault["id"], [node["html"][:160] for node in fault["nodes"]][:3])
        for fault in page.evaluate(RUN_AXE, [within, options])["violations"]
    ]


@contextmanager
def foreign_requests(page: Page, address: str) -> Iterator[list[str]]:
    """List that fills, so long, with the address of every request, or socket, that goes to another server."""
    own = (f"{address}/", f"{address.replace('http', 'ws')}/", "data:", "blob:")
    found: list[str] = []

    def note(asked: Request | WebSocket) -> None:
        if not asked.url.startswith(own):
            found.append(asked.url)

    page.on("request", note)
    page.on("websocket", note)
    yield found
    page.remove_listener("request", note)
    page.remove_listener("websocket", note)


_STICKS_OUT = """() => {
    const main = document.querySelector('[data-testid=stMain]'), root = document.documentElement;
    return Math.max(0, main.scrollWidth - main.clientWidth, root.scrollWidth - window.innerWidth);
}"""


def sticks_out_px(page: Page) -> int:
    """How far the page reaches beyond the right edge of the screen."""
    return settled(page, _STICKS_OUT) or 0
