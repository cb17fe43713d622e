"""A view within another website: who may show it, what stands there, and that steps stay within it."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from components.frame.link_words import page_named
from components.frame.share import frame_text
from components.look.citation import INVENTORY_CREDIT
from components.what_if.table_in_use import SOURCE
from tests.browser.views import END_OF_PAGE, SLOW_MS, complete
from tests.serving import served_app

pytestmark = pytest.mark.browser

Host = Callable[[str, str], str]
"""Address of a page of another website, under a name, that holds this text."""


@contextmanager
def website() -> Iterator[Host]:
    """Another website, which is reached under two names."""
    pages: dict[str, bytes] = {}

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("content-type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(pages.get(self.path, b""))

        def log_message(self, format: str, *values: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def put(name: str, text: str) -> str:
        path = f"/{len(pages)}"
        pages[path] = f"<!DOCTYPE html><title>Gemeente</title><h1>Gemeente</h1>{text}".encode()
        return f"http://{name}:{server.server_port}{path}"

    yield put
    server.shutdown()


@pytest.fixture(scope="module")
def app() -> Iterator[str]:
    """A server that lets a website under the name localhost show it."""
    with served_app(SCHAALWIJZER_FRAME_ANCESTORS="'self' http://localhost:*") as address:
        yield address


@pytest.fixture(scope="module")
def host() -> Iterator[Host]:
    with website() as put:
        yield put


def shown_in_frame(page: Page, url: str) -> FrameLocator:
    page.set_viewport_size({"width": 1280, "height": 1300})
    page.goto(url)
    frame = page.frame_locator("iframe")
    expect(frame.locator("h1")).to_be_visible(timeout=SLOW_MS)
    expect(frame.locator(".stApp[data-test-script-state='notRunning']")).to_be_visible(timeout=SLOW_MS)
    return frame


def query_within(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.frames[1].url).query)


@pytest.mark.own_tab
def test_the_text_of_the_dialog_shows_the_view_on_a_website_that_may(page: Page, app: str, host: Host) -> None:
    text = frame_text(page_named("Kaart"), f"{app}/kaart?regio=JZ31&taak=pleegzorg")
    frame = shown_in_frame(page, host("localhost", text))
    expect(frame.locator('.kaart select[data-control="task"]')).to_have_value("pleegzorg", timeout=SLOW_MS)
    for hidden in (frame.get_by_role("button", name="Delen"), frame.get_by_role("link", name=END_OF_PAGE)):
        expect(hidden).to_be_hidden()
    expect(frame.locator(".out .source")).to_have_text(INVENTORY_CREDIT)
    expect(frame.locator(".signs")).to_contain_text("gekozen regio: Zuid-Holland Zuid")
    expect(frame.get_by_text("uw regio").locator("visible=true")).to_have_count(0)
    # Steps, on the page and to another one, stay within the frame and take region and task along.
    frame.locator('.kaart select[data-control="task"]').select_option("jggz")
    frame.get_by_role("link", name="Alles over Zuid-Holland Zuid").click()
    expect(frame.locator("h1")).to_have_text("Zuid-Holland Zuid", timeout=SLOW_MS)
    page.wait_for_function("() => document.querySelector('iframe')", timeout=SLOW_MS)
    expect(frame.get_by_role("button", name="Delen")).to_be_hidden()
    assert query_within(page) == {"regio": ["JZ31"], "taak": ["jggz"], "embed": ["1"]}
    out = frame.get_by_role("link", name="Open in Schaalwijzer Jeugd")
    with page.expect_popup() as popup:
        out.click()
    opened = popup.value
    complete(opened)
    assert opened.url == f"{app}/regio?regio=JZ31&taak=jggz"
    expect(opened.get_by_role("button", name="Delen")).to_be_visible()
    opened.close()


@pytest.mark.own_tab
def test_the_sliders_work_in_a_frame(page: Page, app: str, host: Host) -> None:
    text = frame_text(page_named("Doorrekening"), f"{app}/doorrekening")
    frame = shown_in_frame(page, host("localhost", text))
    expect(frame.locator(".paneel[data-settled]")).to_be_visible(timeout=SLOW_MS)
    slider = frame.get_by_role("slider").first
    slider.press("ArrowRight")
    page.wait_for_function("() => true")
    expect(frame.locator(".out a")).to_have_attribute("href", re.compile("/doorrekening"))
    page.wait_for_timeout(1500)
    assert query_within(page)["embed"] == ["1"]
    assert query_within(page)["v"] == ["1"]


@pytest.mark.own_tab
def test_a_website_that_may_not_shows_nothing(page: Page, app: str, host: Host) -> None:
    text = f'<iframe src="{escape(f"{app}/kaart?embed=1")}"></iframe>'
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(host("127.0.0.1", text))
    expect(page.frame_locator("iframe").locator("h1")).to_have_count(0)
    assert any("frame-ancestors" in text for text in said)
    assert not any(frame.url.startswith(app) for frame in page.frames)


@pytest.mark.parametrize("size", [(800, 600), (360, 640)], ids=["wide", "narrow"])
@pytest.mark.parametrize(
    ("view", "drawing", "source"),
    [
        ("/kaart?taak=crisisopvang", (".kaart .country", ".kaart .key"), INVENTORY_CREDIT),
        (
            "/doorrekening?",
            (".paneel [data-out=cost]", ".paneel [data-out=chance]", ".paneel .chart", ".paneel .chart-legend"),
            SOURCE,
        ),
    ],
    ids=["kaart", "doorrekening"],
)
def test_title_drawing_key_and_source_are_in_sight_at_once(
    page: Page, address: str, view: str, drawing: tuple[str, ...], source: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{address}{view}&embed=1")
    expect(page.locator(drawing[0])).to_be_visible(timeout=SLOW_MS)
    expect(page.locator(".stApp[data-test-script-state='notRunning']")).to_be_visible(timeout=SLOW_MS)
    foot = page.locator(".out")
    expect(foot.locator(".source")).to_have_text(source)
    for seen in (page.locator("h1"), *(page.locator(part) for part in drawing)):
        expect(seen).to_be_in_viewport(ratio=1)
        lowest = seen.evaluate("(part) => part.getBoundingClientRect().bottom")
        assert lowest <= foot.evaluate("(part) => part.getBoundingClientRect().top") + 1, f"{seen} lies behind the foot"
    assert foot.evaluate("(part) => part.getBoundingClientRect().bottom") == pytest.approx(size[1])
    assert page.locator(drawing[-2]).evaluate("(part) => part.getBoundingClientRect().height") > 120
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= size[0]


def test_the_source_in_a_frame_follows_to_another_document(page: Page, address: str) -> None:
    page.goto(f"{address}/achtergrond?document=rotterdam&embed=1")
    source = page.locator(".out .source")
    expect(source).to_contain_text("stadsregio Rotterdam", timeout=SLOW_MS)
    page.get_by_role("radio", name="Holland Rijnland").click()
    expect(source).to_contain_text("Holland Rijnland", timeout=SLOW_MS)


@pytest.mark.parametrize("value", ["0", "ja", "true", ""])
def test_another_value_changes_nothing(page: Page, address: str, value: str) -> None:
    page.goto(f"{address}/kaart?embed={value}&regio=JZ31")
    expect(page.get_by_role("button", name="Delen")).to_be_visible(timeout=SLOW_MS)
    expect(page.get_by_role("link", name="Open in Schaalwijzer Jeugd")).to_have_count(0)
